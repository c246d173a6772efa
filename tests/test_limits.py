"""Whatever comes, reading stays within its room: a process of its own has no more to take."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands.exits import CLEAN, PROBLEMS
from tests.corpus.files import packed, pdf
from tests.patience import LONGEST
from tests.projects import TODAY

MEGABYTE = 1024 * 1024
ROOM = 300 * MEGABYTE
RESULTS = "content/2565/assessment.yaml"
OIT = "content/2568/oit.yaml"
MOST_TOLD = 50
ITEM = "items:\n  O1:\n    state: เผยแพร่แล้ว\n    evidence: {title: ก, file: a.pdf}\n"
Texts = dict[str, bytes | Callable[[Path], object]]


def sparse(size: int) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.write(b"%PDF-1.7\n")
            file.truncate(size)

    return write


def results(text: str) -> Texts:
    return {RESULTS: text.encode()}


LAUGHS = "".join(
    f"{c}: &{c} [{', '.join([f'*{b}'] * 9)}]\n" for b, c in zip("abcdefgh", "bcdefghi", strict=True)
)
HEAVY: dict[str, Texts] = {
    "a file without an end": {RESULTS: sparse(20_000 * MEGABYTE)},
    "brackets": results("a: " + "[" * 500_000),
    "braces": results("a: " + "{a: " * 100_000),
    "list marks": results("- " * 250_000),
    "laughs": results(f"a: &a [x]\n{LAUGHS}"),
    "keys": results("".join(f"k{n}: 1\n" for n in range(45_000))),
    "wrong scores": results("indicators:\n" + "".join(f"  {n}: x\n" for n in range(9_000))),
    "marks of Thai": results("source: " + "\u0e48\u0e34" * 80_000),
    "hidden characters": results("\u202e\n" * 100_000),
    "no-break spaces": results("source: ก\n# " + "\u00a0" * 200_000),
    "one long line of quotes": results("source: " + '"' * 400_000),
    "number signs": results("source: ก\n" + "a #b\n" * 80_000),
    "brackets on a page": {"content/pages/a.md": b"[" * 400_000},
    "names on a page": {"content/pages/a.md": b"<a " * 1000 + b"\n" + b"<b onclick=x>" * 20_000},
    "a film as a document": {
        OIT: ITEM.encode(),
        "content/2568/files/a.pdf": sparse(4_000 * MEGABYTE),
    },
    "nothing but room": {OIT: ITEM.encode(), "content/2568/files/a.pdf": sparse(90 * MEGABYTE)},
    "packed nothing": {
        OIT: ITEM.encode(),
        "content/2568/files/a.pdf": pdf(*[packed(bytes(30 * MEGABYTE))] * 5),
    },
}


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (ROOM, ROOM))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))


@pytest.mark.parametrize("name", HEAVY)
def test_reading_stays_within_its_room(name: str, tmp_path: Path) -> None:
    """Three hundred megabytes and an end: then the problems, at most fifty of them in full."""
    (tmp_path / "content").mkdir()
    (tmp_path / "site_config.yaml").write_text("agency: {name: เทศบาล}\n", encoding="utf-8")
    for file, content in HEAVY[name].items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content) if isinstance(content, bytes) else content(path)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--today", str(TODAY), str(tmp_path)],
        preexec_fn=limited,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert done.returncode in (CLEAN, PROBLEMS)
    assert done.stderr == ""
    assert done.stdout.count("→") <= MOST_TOLD
