"""A project folder as typed records: the site, its years, its standards and its own pages."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from generator.decode import file_name
from generator.files.inspect import Inspected, inspect
from generator.hand_pages import HandPage, load_hand_pages
from generator.history import Chain, load_history
from generator.load import Document
from generator.problems import Place, Problem, Severity, ordered
from generator.read_ahead import Read, reading
from generator.records.assessment import Assessment
from generator.records.codes import Catalogue
from generator.records.complaints import Complaints
from generator.records.evidence import Addressed
from generator.records.measures import Measures
from generator.records.oit import Oit
from generator.records.progress import Progress
from generator.records.site import Site
from generator.records.standard import Standard
from generator.standards_library import PROJECT_FOLDER, Standards
from generator.thai import parse_year, to_arabic
from generator.validate import nearest, validate

RecordType = TypeVar("RecordType", bound=BaseModel)
SITE_FILE = "site_config.yaml"
CONTENT = "content"
PAGES = "pages"
FILES = "files"
YAML_ENDINGS = frozenset({".yaml", ".yml"})
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
    """All that is recorded for one fiscal year, and what is known of the files that it names."""

    year: int
    standard: Standard
    assessment: Loaded[Assessment] | None = None
    measures: Loaded[Measures] | None = None
    progress: Loaded[Progress] | None = None
    oit: Loaded[Oit] | None = None
    complaints: Loaded[Complaints] | None = None
    files: frozenset[str] = frozenset()
    inspected: Mapping[str, Inspected] = field(default_factory=dict)

    @property
    def loaded(self) -> tuple[Loaded[Any], ...]:
        """The files that there are."""
        files = (self.assessment, self.measures, self.progress, self.oit, self.complaints)
        return tuple(each for each in files if each is not None)


@dataclass(frozen=True, slots=True)
class Project:
    root: Path
    site: Loaded[Site]
    years: tuple[YearRecords, ...]
    standards: Standards
    hand_pages: tuple[HandPage, ...]
    files: Mapping[str, Inspected] = field(default_factory=dict)
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
    yield from evidence_of_items(entry)
    yield from evidence_of_progress(entry)


def evidence_of_items(entry: YearRecords) -> Iterator[Addressed]:
    if entry.oit:
        for item in entry.oit.record.items.values():
            yield from item.evidence
            yield from item.series.values()


def evidence_of_progress(entry: YearRecords) -> Iterator[Addressed]:
    if entry.progress:
        for updates in entry.progress.record.measures.values():
            for update in updates:
                yield from update.evidence


def load_project(root: Path) -> tuple[Project | None, tuple[Problem, ...]]:
    """Read every file of a project; the project is absent where any of them cannot be used."""
    with reading(_dated_files(root)) as read:
        return _Loader(root, read).load()


def _dated_files(root: Path) -> Iterator[tuple[Path, str]]:
    """The files of each year that lie where they should, with their names, in the order read."""
    content = root / CONTENT
    if content.is_symlink() or not content.is_dir():
        return
    for folder in sorted(content.iterdir()):
        if folder.is_symlink() or not folder.name.isdecimal():
            continue
        standard = f"{PROJECT_FOLDER}/{folder.name}.yaml"
        for name in (standard, *(f"{CONTENT}/{folder.name}/{file}" for file in YEAR_FILES)):
            if os.path.lexists(root / name):
                yield root / name, name


class _Loader:
    def __init__(self, root: Path, read: Read) -> None:
        self.root = root
        self.read = read
        self.standards = Standards(root, read)
        self.problems: list[Problem] = []
        self.strip_location = False

    def load(self) -> tuple[Project | None, tuple[Problem, ...]]:
        site = self._record(self.root / SITE_FILE, SITE_FILE, Site, None)
        if os.path.lexists(self.root / PROJECT_FOLDER):
            self._is_own(self.root / PROJECT_FOLDER, PROJECT_FOLDER)
        self.strip_location = site is not None and site.record.strip_location
        years, pages = (
            (tuple(self._years()), tuple(self._hand_pages())) if self._has_content() else ((), ())
        )
        files = self._site_files()
        history, broken_history = load_history(self.root)
        problems = ordered([*self.problems, *self.standards.problems, *broken_history])
        broken = any(problem.severity is Severity.ERROR for problem in problems)
        if site is None or broken:
            return None, problems
        project = Project(self.root, site, years, self.standards, pages, files, history)
        return project, problems

    def _has_content(self) -> bool:
        if os.path.lexists(self.root / CONTENT):
            return self._is_own(self.root / CONTENT, CONTENT)
        self.problems.append(Problem(Place(CONTENT), "CONTENT-MISSING"))
        return False

    def _years(self) -> Iterator[YearRecords]:
        self._check_loose_files()
        folders = (entry for entry in (self.root / CONTENT).iterdir() if entry.is_dir())
        for folder in sorted(folders, key=lambda entry: to_arabic(entry.name)):
            if folder.name in (PAGES, FILES) or folder.name.startswith("."):
                continue
            shown = f"{CONTENT}/{file_name(folder)}"
            if not self._is_own(folder, shown):
                continue
            year = parse_year(folder.name) if folder.name.isdecimal() else None
            if year is None or folder.name != str(year):
                self.problems.append(
                    Problem(Place(shown), "YEAR-FOLDER", facts={"name": file_name(folder)})
                )
                continue
            entry = self._year(folder, shown, year)
            if entry is not None:
                yield entry

    def _check_loose_files(self) -> None:
        for entry in sorted((self.root / CONTENT).iterdir()):
            if entry.is_file() and entry.suffix in YAML_ENDINGS:
                facts = {"name": file_name(entry), "suggestion": ""}
                place = Place(f"{CONTENT}/{file_name(entry)}")
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
        entry = YearRecords(year, standard, **parts)  # type: ignore[arg-type]
        return self._with_files(entry, folder / FILES, f"{shown}/{FILES}")

    def _with_files(self, entry: YearRecords, folder: Path, shown: str) -> YearRecords:
        """Only what a record names is looked into; the rest is never published."""
        if not self._is_own(folder, shown):
            return entry
        names = frozenset(file_name(path) for path in folder.iterdir())
        named = sorted({given.file for given in evidence_of(entry) if given.file in names})
        inspected = {
            name: inspect(folder / name, strip_location=self.strip_location) for name in named
        }
        return replace(entry, files=names, inspected=inspected)

    def _check_names(self, folder: Path, shown: str) -> None:
        for entry in sorted(folder.iterdir()):
            known = entry.name in YEAR_FILES or (entry.is_dir() and entry.name == FILES)
            if not known and not entry.name.startswith((".", "~$")):
                suggestion = nearest(entry.name, [*YEAR_FILES, FILES])
                facts = {"name": file_name(entry), "suggestion": suggestion}
                place = Place(f"{shown}/{file_name(entry)}")
                level = Severity.ERROR if entry.suffix in YAML_ENDINGS else Severity.WARNING
                self.problems.append(Problem(place, "FILE-UNKNOWN", level, facts))

    def _dated(
        self, path: Path, name: str, model: type[RecordType], standard: Standard
    ) -> Loaded[RecordType] | None:
        document = self.read(path, name)
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
        return self._validated(self.read(path, name), model, catalogue)

    def _validated(
        self, document: Document, model: type[RecordType], catalogue: Catalogue | None
    ) -> Loaded[RecordType] | None:
        record, problems = validate(document, model, catalogue)
        self.problems.extend((*document.problems, *problems))
        return Loaded(record, document) if record is not None else None

    def _site_files(self) -> dict[str, Inspected]:
        """The files of the whole site, such as its emblem."""
        folder, shown = self.root / CONTENT / FILES, f"{CONTENT}/{FILES}"
        if not self._is_own(folder, shown):
            return {}
        return {
            file_name(path): inspect(path, strip_location=self.strip_location)
            for path in sorted(folder.iterdir())
        }

    def _hand_pages(self) -> Iterator[HandPage]:
        folder, shown = self.root / CONTENT / PAGES, f"{CONTENT}/{PAGES}"
        if self._is_own(folder, shown):
            for page, problems in load_hand_pages(folder, shown):
                self.problems.extend(problems)
                if page is not None:
                    yield page

    def _is_own(self, folder: Path, shown: str) -> bool:
        """Whether a folder is there, and not a way to somewhere outside of the project."""
        if not os.path.lexists(folder):
            return False
        top = os.path.realpath(self.root)
        if os.path.realpath(folder) == os.path.join(top, *shown.split("/")) and folder.is_dir():
            return True
        self.problems.append(Problem(Place(shown), "FOLDER-NOT-ORDINARY"))
        return False
