"""`frozen/<year>.json`: the addresses that were submitted, which must open from then on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.compute.disclosure import YearDisclosure
from generator.compute.facts import Facts
from generator.data import data_files
from generator.load import Document, load_file
from generator.open_data.inventory import make_inventory
from generator.pack.addresses import site_path, submitted_links
from generator.pages import list_pages
from generator.pages.reports import published_reports
from generator.problems import Place, Problem, Severity
from generator.records.base import Record, Text, ThaiDate
from generator.records.site_path import SitePath
from generator.redirects import FILE as REDIRECTS
from generator.redirects import (
    FOLDER,
    Moves,
    SitePaths,
    check_moves,
    load_moves,
    plain_path,
)
from generator.render.site import evidence_files
from generator.rules.place import problem_at
from generator.thai import parse_year
from generator.thai.dates import BE
from generator.validate import nearest, validate
from generator.words import Language, Words

ENDING = ".json"


class FrozenYear(Record):
    """The day of the submission, and the addresses within this site by item."""

    frozen: ThaiDate
    items: dict[Text, tuple[SitePath, ...]]


@dataclass(frozen=True, slots=True)
class Submitted:
    """One submitted address, and where it is recorded."""

    document: Document
    year: int
    code: str
    number: int
    path: str

    def gone(self) -> Problem:
        facts = {"code": self.code, "year": self.year, "path": self.path}
        where = ("items", self.code, self.number)
        return problem_at(self.document, where, "FROZEN-GONE", facts, Severity.ERROR)


def frozen_name(year: int) -> str:
    return f"{FOLDER}/{year}{ENDING}"


def submitted_paths(disclosure: YearDisclosure, t: Words) -> dict[str, list[str]]:
    """What is submitted of this site for each item of a year, sorted."""
    found = {}
    for code, item in disclosure.items.items():
        paths = (site_path(link) for link in submitted_links(item, disclosure.year, t))
        found[code] = sorted({path for path in paths if path is not None})
    return found


def frozen_text(items: Mapping[str, list[str]], today: date) -> str:
    """The file as it is written; its days are of the Buddhist era, as in all files of a project."""
    day = f"{today.year + BE}-{today:%m-%d}"
    return json.dumps({"frozen": day, "items": items}, ensure_ascii=False, indent=2) + "\n"


def load_submitted(root: Path) -> tuple[tuple[Submitted, ...], tuple[Problem, ...]]:
    """Every address that was ever submitted, and what is wrong in the folder that says so."""
    submitted: list[Submitted] = []
    problems: list[Problem] = []
    folder = root / FOLDER
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        year = _year_of(path)
        if year is not None:
            document = load_file(path, frozen_name(year))
            record, found = validate(document, FrozenYear)
            problems.extend((*document.problems, *found))
            submitted.extend(_addresses(document, year, record) if record else ())
        elif path.name != REDIRECTS and not path.name.startswith((".", "~$")):
            facts = {"name": path.name, "suggestion": nearest(path.name, [REDIRECTS])}
            problems.append(Problem(Place(f"{FOLDER}/{path.name}"), "FROZEN-UNKNOWN", facts=facts))
    return tuple(submitted), tuple(problems)


def _year_of(path: Path) -> int | None:
    year = parse_year(path.stem) if path.stem.isdecimal() else None
    return year if path.name == f"{year}{ENDING}" else None


def _addresses(document: Document, year: int, record: FrozenYear) -> Iterator[Submitted]:
    for code, paths in record.items.items():
        for number, path in enumerate(paths):
            yield Submitted(document, year, code, number, path)


def check_addresses(facts: Facts) -> Iterator[Problem]:
    """What can be known of submitted addresses and of redirects before anything is built."""
    root = facts.project.root
    if not (root / FOLDER).is_dir():
        return
    site = site_paths(facts)
    moves, problems = load_moves(root)
    yield from (*problems, *check_moves(moves, site))
    submitted, problems = load_submitted(root)
    yield from problems
    yield from (each.gone() for each in submitted if not opens(each.path, site, moves))


def opens(path: str, site: SitePaths, moves: Moves) -> bool:
    """Whether a page, a file or a redirect is at a path; anchors show only in a built site."""
    return plain_path(path) in site or plain_path(path) in moves.by_path


def site_paths(facts: Facts) -> SitePaths:
    """All that the site of a project will have."""
    pages = list_pages(facts, Words(Language.THAI))
    tables = make_inventory(facts, pages).paths()
    reports = (path for year in facts.years for _, path in published_reports(facts, year))
    files = (*data_files(facts), *tables, *dict(evidence_files(facts)), *reports)
    return SitePaths(frozenset(page.address for page in pages), frozenset(files))
