"""A file that is made only when it would differ from the one that was made last."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
# What the made files follow from besides the records.
SOURCES = (
    "open_data/*.py",
    "records/*.py",
    "published.py",
    "escape.py",
    "typesetting.py",
    "templates/card.typ",
    "locale/*/open_data.yaml",
)
MADE_WITH = ("xlsxwriter", "pydantic", "typst", "fontpkg-sarabun")


@dataclass(frozen=True)
class Recipe:
    """The same key means the same bytes as last time; both are reckoned when they are asked for."""

    identify: Callable[[], str]
    make: Callable[[], bytes]

    @cached_property
    def key(self) -> str:
        return self.identify()


def recipe_key(*parts: object) -> str:
    """A digest of what a file is made of, and of the program that makes it."""
    return sha256(_program() + pickle.dumps(parts)).hexdigest()


@cache
def _program() -> bytes:
    digest = sha256()
    for pattern in SOURCES:
        for path in sorted(PACKAGE.glob(pattern)):
            digest.update(path.read_bytes())
    for name in _versions():
        digest.update(name.encode())
    return digest.digest()


def _versions() -> Iterator[str]:
    for name in MADE_WITH:
        try:
            yield f"{name} {version(name)}\n"
        except PackageNotFoundError:
            yield f"{name}\n"
