"""The standards of all years: those that ship with the program, or a project's own instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from generator.load import load_file
from generator.problems import Problem
from generator.read_ahead import Read
from generator.records.standard import Standard
from generator.validate import validate

BUILT_IN = Path(__file__).parent / "standards"
PROJECT_FOLDER = "standards"


class Standards:
    """Finds the standard of a year, reading each file once, on first use."""

    def __init__(self, project_root: Path | None = None, read: Read = load_file) -> None:
        self._read_file = read
        self.problems: list[Problem] = []
        self._files = dict(_files(BUILT_IN, "generator/standards"))
        self._own: set[int] = set()
        if project_root is not None:
            own = dict(_files(project_root / PROJECT_FOLDER, PROJECT_FOLDER))
            self._files.update(own)
            self._own.update(own)
        self._read: dict[int, Standard | None] = {}

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted(self._files))

    def get(self, year: int) -> Standard | None:
        """The standard of a year; None where there is none or it cannot be read."""
        if year not in self._files:
            return None
        if year not in self._read:
            self._read[year] = self._load(year)
        return self._read[year]

    def has_file(self, year: int) -> bool:
        return year in self._files

    def all(self) -> Mapping[int, Standard]:
        found = ((year, self.get(year)) for year in self.years)
        return {year: standard for year, standard in found if standard is not None}

    def _load(self, year: int) -> Standard | None:
        path, name = self._files[year]
        standard, problems = (
            read_standard(path, name, self._read_file)
            if year in self._own
            else _built_in(path, name)
        )
        self.problems.extend(problems)
        return standard


def read_standard(
    path: Path, name: str, read: Read = load_file
) -> tuple[Standard | None, tuple[Problem, ...]]:
    """One standard from its file, with all that is wrong with it."""
    document = read(path, name)
    standard, problems = validate(document, Standard)
    return standard, (*document.problems, *problems)


_built_in = cache(read_standard)


def _files(folder: Path, shown: str) -> Iterator[tuple[int, tuple[Path, str]]]:
    if folder.is_dir():
        for path in sorted(folder.glob("*.yaml")):
            if path.stem.isdecimal() and path.stem.isascii():
                yield int(path.stem), (path, f"{shown}/{path.name}")
