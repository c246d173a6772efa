"""A project folder as typed records: the site, its years, its standards and its own pages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from generator.decode import read_text
from generator.history import Chain, load_history
from generator.load import Document, load_file
from generator.problems import Place, Problem, Severity, ordered
from generator.records.assessment import Assessment
from generator.records.codes import Catalogue
from generator.records.complaints import Complaints
from generator.records.evidence import Addressed
from generator.records.measures import Measures
from generator.records.oit import Oit
from generator.records.progress import Progress
from generator.records.site import Site
from generator.records.standard import Standard
from generator.standards_library import Standards
from generator.thai import parse_year, to_arabic
from generator.validate import nearest, validate

RecordType = TypeVar("RecordType", bound=BaseModel)
SITE_FILE = "site_config.yaml"
CONTENT = "content"
PAGES = "pages"
FILES = "files"
YAML_ENDINGS = frozenset({".yaml", ".yml"})
HEADING = re.compile(r"^#[ \t]+(.+)$", re.MULTILINE)
PAGE_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")
RESERVED = frozenset(
    {
        "about-site",
        "assets",
        "changes",
        "data",
        "errata",
        "files",
        "index",
        "information-act",
        "link",
        "method",
        "search",
        "trend",
    }
)
YEAR_FILES: Mapping[str, type[BaseModel]] = {
    "assessment.yaml": Assessment,
    "measures.yaml": Measures,
    "progress.yaml": Progress,
    "oit.yaml": Oit,
    "complaints.yaml": Complaints,
}


@dataclass(frozen=True, slots=True)
class Loaded(Generic[RecordType]):
    """A record and the document that it was typed in."""

    record: RecordType
    document: Document


@dataclass(frozen=True, slots=True)
class YearRecords:
    """All that is recorded for one fiscal year, and the size of each of its files."""

    year: int
    standard: Standard
    assessment: Loaded[Assessment] | None = None
    measures: Loaded[Measures] | None = None
    progress: Loaded[Progress] | None = None
    oit: Loaded[Oit] | None = None
    complaints: Loaded[Complaints] | None = None
    files: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HandPage:
    """A page that a person wrote in Markdown."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Project:
    root: Path
    site: Loaded[Site]
    years: tuple[YearRecords, ...]
    standards: Standards
    hand_pages: tuple[HandPage, ...]
    files: Mapping[str, int] = field(default_factory=dict)
    history: Chain = ()

    def year(self, number: int) -> YearRecords | None:
        return next((entry for entry in self.years if entry.year == number), None)


@dataclass(frozen=True, slots=True)
class _Codes:
    """What the codes of one file are checked against."""

    year: int
    item_codes: frozenset[str]
    indicator_numbers: frozenset[int]
    sub_codes: frozenset[str]
    instrument_codes: frozenset[str]
    issue_numbers: frozenset[int]
    issue_year: int


def _codes(standard: Standard, **others: Any) -> _Codes:
    """The codes of a standard, with others in the place of some."""
    own = {entry.name: getattr(standard, entry.name) for entry in fields(_Codes)}
    return _Codes(**{**own, **others})


def evidence_of(entry: YearRecords) -> Iterator[Addressed]:
    """Every piece of evidence that a year's records name, in the order typed."""
    if entry.oit:
        for item in entry.oit.record.items.values():
            yield from item.evidence
            yield from item.series.values()
    if entry.progress:
        for updates in entry.progress.record.measures.values():
            for update in updates:
                yield from update.evidence


def load_project(root: Path) -> tuple[Project | None, tuple[Problem, ...]]:
    """Read every file of a project; the project is absent where any of them cannot be used."""
    return _Loader(root).load()


class _Loader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.standards = Standards(root)
        self.problems: list[Problem] = []

    def load(self) -> tuple[Project | None, tuple[Problem, ...]]:
        site = self._record(self.root / SITE_FILE, SITE_FILE, Site, None)
        years = tuple(self._years()) if self._has_content() else ()
        pages = tuple(self._hand_pages())
        history, broken_history = load_history(self.root)
        problems = ordered([*self.problems, *self.standards.problems, *broken_history])
        broken = any(problem.severity is Severity.ERROR for problem in problems)
        if site is None or broken:
            return None, problems
        files = _files(self.root / CONTENT / FILES)
        project = Project(self.root, site, years, self.standards, pages, files, history)
        return project, problems

    def _has_content(self) -> bool:
        if (self.root / CONTENT).is_dir():
            return True
        self.problems.append(Problem(Place(CONTENT), "CONTENT-MISSING"))
        return False

    def _years(self) -> Iterator[YearRecords]:
        self._check_loose_files()
        folders = (entry for entry in (self.root / CONTENT).iterdir() if entry.is_dir())
        for folder in sorted(folders, key=lambda entry: to_arabic(entry.name)):
            if folder.name in (PAGES, FILES) or folder.name.startswith("."):
                continue
            shown = f"{CONTENT}/{folder.name}"
            year = parse_year(folder.name) if folder.name.isdecimal() else None
            if year is None or folder.name != str(year):
                self.problems.append(
                    Problem(Place(shown), "YEAR-FOLDER", facts={"name": folder.name})
                )
                continue
            entry = self._year(folder, shown, year)
            if entry is not None:
                yield entry

    def _check_loose_files(self) -> None:
        for entry in sorted((self.root / CONTENT).iterdir()):
            if entry.is_file() and entry.suffix in YAML_ENDINGS:
                facts = {"name": entry.name, "suggestion": ""}
                place = Place(f"{CONTENT}/{entry.name}")
                self.problems.append(Problem(place, "FILE-UNKNOWN", facts=facts))

    def _year(self, folder: Path, shown: str, year: int) -> YearRecords | None:
        self._check_names(folder, shown)
        standard = self.standards.get(year)
        if standard is None:
            if not self.standards.has_file(year):
                known = ", ".join(str(known) for known in self.standards.years)
                facts = {"year": year, "known": known}
                self.problems.append(Problem(Place(shown), "STANDARD-MISSING", facts=facts))
            return None
        read = {
            name: self._dated(folder / name, f"{shown}/{name}", model, standard)
            for name, model in YEAR_FILES.items()
            if os.path.lexists(folder / name)
        }
        parts = {name.removesuffix(".yaml"): loaded for name, loaded in read.items() if loaded}
        return YearRecords(year, standard, files=_files(folder / FILES), **parts)  # type: ignore[arg-type]

    def _check_names(self, folder: Path, shown: str) -> None:
        for entry in sorted(folder.iterdir()):
            known = entry.name in YEAR_FILES or (entry.is_dir() and entry.name == FILES)
            if not known and not entry.name.startswith((".", "~$")):
                suggestion = nearest(entry.name, [*YEAR_FILES, FILES])
                facts = {"name": entry.name, "suggestion": suggestion}
                place = Place(f"{shown}/{entry.name}")
                level = Severity.ERROR if entry.suffix in YAML_ENDINGS else Severity.WARNING
                self.problems.append(Problem(place, "FILE-UNKNOWN", level, facts))

    def _dated(
        self, path: Path, name: str, model: type[RecordType], standard: Standard
    ) -> Loaded[RecordType] | None:
        document = load_file(path, name)
        catalogue = self._catalogue(document, model, standard)
        loaded = self._validated(document, model, catalogue)
        if loaded is None:
            return None
        stated = getattr(loaded.record, "year", None)
        if stated not in (None, standard.year):
            node = document.root.get("year") if document.root else None
            place = Place(name, node.line, node.column) if node else Place(name)
            facts = {"stated": stated, "folder": standard.year}
            self.problems.append(
                Problem(place, "YEAR-NOT-FOLDER", facts=facts, excerpt=document.excerpt(place.line))
            )
        return None if getattr(loaded.record, "draft", False) else loaded

    def _catalogue(self, document: Document, model: type[BaseModel], own: Standard) -> Catalogue:
        """In the disclosure list `7` can only mean O7; a plan names items of the results' year."""
        if model is Oit:
            return _codes(own, item_codes=frozenset(own.disclosure_items))
        if model is not Measures or document.root is None:
            return own
        typed = document.root.get("based_on")
        year = parse_year(getattr(typed, "text", "")) if typed else own.year - 1
        results = (self.standards.get(year) if year else None) or own
        issues = own if own.issue_numbers else results
        return _codes(results, issue_numbers=issues.issue_numbers, issue_year=issues.year)

    def _record(
        self, path: Path, name: str, model: type[RecordType], catalogue: Catalogue | None
    ) -> Loaded[RecordType] | None:
        if not path.exists():
            self.problems.append(Problem(Place(name), "FILE-MISSING"))
            return None
        return self._validated(load_file(path, name), model, catalogue)

    def _validated(
        self, document: Document, model: type[RecordType], catalogue: Catalogue | None
    ) -> Loaded[RecordType] | None:
        record, problems = validate(document, model, catalogue)
        self.problems.extend((*document.problems, *problems))
        return Loaded(record, document) if record is not None else None

    def _hand_pages(self) -> Iterator[HandPage]:
        for path in sorted((self.root / CONTENT / PAGES).glob("*.md")):
            shown = f"{CONTENT}/{PAGES}/{path.name}"
            if not PAGE_NAME.match(path.stem) or path.stem in RESERVED:
                self.problems.append(Problem(Place(shown), "PAGE-NAME", facts={"name": path.name}))
                continue
            text, problems = read_text(path, shown)
            self.problems.extend(problems)
            if text is not None:
                heading = HEADING.search(text)
                title = heading[1].strip() if heading else path.stem
                yield HandPage(path.stem, title, text)


def _files(folder: Path) -> dict[str, int]:
    """The ordinary files of a folder with their sizes; links to elsewhere are not among them."""
    if not folder.is_dir():
        return {}
    return {
        entry.name: entry.stat().st_size
        for entry in sorted(folder.iterdir())
        if entry.is_file() and not entry.is_symlink()
    }
