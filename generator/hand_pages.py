"""Pages that a person wrote: `content/pages/<name>.md`, with or without a head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.decode import file_name, read_text
from generator.load import load_text
from generator.problems import Place, Problem, has_errors
from generator.records.release import PageHead
from generator.validate import validate

HEADING = re.compile(r"^#[ \t]+(.+)$", re.MULTILINE)
NAME = re.compile(r"[a-z][a-z0-9-]*\Z")
RESERVED = frozenset(
    {"about-site", "assets", "changes", "data", "en", "errata", "files", "index"}
    | {"information-act", "link", "method", "search", "trend"}
)
HEAD = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class HandPage:
    """A page that a person wrote in Markdown; `file` and `lines` are as typed, head and all."""

    name: str
    title: str
    text: str
    file: str
    lines: tuple[str, ...]
    publish_from: date | None = None


def load_hand_pages(
    folder: Path, shown: str
) -> Iterator[tuple[HandPage | None, tuple[Problem, ...]]]:
    """Each page of a folder, or none for a draft, with what is wrong with it."""
    for path in sorted(folder.glob("*.md")):
        name = f"{shown}/{file_name(path)}"
        if not NAME.match(path.stem) or path.stem in RESERVED:
            yield None, (Problem(Place(name), "PAGE-NAME", facts={"name": file_name(path)}),)
            continue
        text, problems = read_text(path, name)
        if text is None:
            yield None, problems
            continue
        page, others = _read(path.stem, text, name)
        yield page, (*problems, *others)


def _read(stem: str, text: str, name: str) -> tuple[HandPage | None, tuple[Problem, ...]]:
    head, body, problems = _parted(text, name)
    if head is None or head.draft:
        return None, problems
    heading = HEADING.search(body)
    title = heading[1].strip() if heading else stem
    lines = tuple(text.split("\n"))
    return HandPage(stem, title, body, name, lines, head.publish_from), problems


def _parted(text: str, name: str) -> tuple[PageHead | None, str, tuple[Problem, ...]]:
    """The head between two lines of `---`, and the page; without a head everything is page."""
    match = HEAD.match(text)
    if match is None or not match[1].strip():
        return PageHead(), text[match.end() :] if match else text, ()
    document = load_text(f"\n{match[1]}", name)  # an empty line, so that places are as in the file
    head, problems = validate(document, PageHead)
    told = (*document.problems, *problems)
    return (None if has_errors(told) else head), text[match.end() :], told
