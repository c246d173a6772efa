"""A site of the demonstration in which every text that a person types is a hostile one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.escape import BEGINS_A_FORMULA
from generator.pipeline import check_project
from generator.problems import Severity
from tests.corpus.payloads import PAYLOADS
from tests.patience import patience
from tests.projects import ROOT, TODAY, build, copy_project, in_thai_alone

YEARS = ("2567", "2568")
RECORDS = ("assessment.yaml", "measures.yaml", "progress.yaml", "oit.yaml")


class HostileSite(NamedTuple):
    """The built site, beside its project, and the payloads that went into it."""

    folder: Path
    used: set[str]


def make_hostile(folder: Path, *, english: bool = True) -> HostileSite:
    root = copy_project(ROOT, folder / "project")
    if not english:
        in_thai_alone(root)
    typed: set[str] = set()
    names = ["site_config.yaml", *(f"content/{year}/{name}" for year in YEARS for name in RECORDS)]
    with patience():
        for first, name in enumerate(names):
            if (root / name).exists():
                typed.update(poison(root, name, first * 17).values())
    outcome = build(root, folder / "site")
    assert outcome.published, [problem.code for problem in outcome.problems]
    return HostileSite(folder / "site", {p for p in PAYLOADS if any(p in each for each in typed)})


def leaves(node: object, path: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from leaves(value, (*path, index))
    elif isinstance(node, str):
        yield path, node


def put(tree: object, path: tuple[object, ...], text: str) -> None:
    for step in path[:-1]:
        tree = tree[step]  # type: ignore[index]
    tree[path[-1]] = text  # type: ignore[index]


def poison(root: Path, name: str, first: int) -> dict[tuple[object, ...], str]:
    """A payload in every field of a record that takes any text; what is refused is put back."""
    path = root / name
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    typed = dict(leaves(tree))
    wanted = {
        place: _with(text, PAYLOADS[(first + number) % len(PAYLOADS)])
        for number, (place, text) in enumerate(typed.items())
        if place[-1] != "no"  # other records name a measure by it
    }
    while True:
        for place, text in (typed | wanted).items():
            put(tree, place, text)
        path.write_text(json.dumps(tree, ensure_ascii=False, indent=1), encoding="utf-8")
        refused = refused_lines(root, name)
        if not refused:
            return wanted
        lines = path.read_text(encoding="utf-8").split("\n")
        texts = [json.dumps(text, ensure_ascii=False) for text in wanted.values()]
        told = {
            place
            for place, text in zip(wanted, texts, strict=True)
            if any(text in lines[number - 1] for number in refused)
        }
        assert told, [lines[number - 1] for number in refused]
        for place in told:
            del wanted[place]


def _with(text: str, payload: str) -> str:
    """Behind the text; a formula, which is one at the start only, before it."""
    before = payload.startswith(BEGINS_A_FORMULA)
    return f"{payload} {text}" if before else f"{text} {payload}"


def refused_lines(root: Path, name: str) -> set[int]:
    _, problems = check_project(root, TODAY)
    errors = [one for one in problems if one.severity is Severity.ERROR]
    return {one.place.line for one in errors if one.place.path == name}
