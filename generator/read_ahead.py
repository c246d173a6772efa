"""The YAML files of a large project, read by two processes; each file is what it is alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from generator.load import Document, load_file
from generator.meanwhile import meanwhile

# Less than this is read sooner than a copy of the process is made.
LARGE = 500_000
# The share of a copy, which must also tell what it read.
SHARE = 0.45

Read = Callable[[Path, str], Document]


@contextmanager
def reading(files: Iterable[tuple[Path, str]]) -> Iterator[Read]:
    """The way to each file, of those named here in the order in which they are asked for.

    A copy of this process begins with the later ones; any other file is read when asked for.
    """
    later = _later(tuple(files))
    if not later:
        yield load_file
        return
    with meanwhile(partial(_read, later)) as told:
        ahead: dict[Path, Document] = {}

        def read(path: Path, name: str) -> Document:
            if later.get(path) != name:
                return load_file(path, name)
            if not ahead:
                ahead.update(told())
            return ahead[path]

        yield read


def _read(files: Mapping[Path, str]) -> dict[Path, Document]:
    return {path: load_file(path, name) for path, name in files.items()}


def _later(files: tuple[tuple[Path, str], ...]) -> dict[Path, str]:
    """The last of the files, up to a share of what there is to read; none where that is little."""
    sizes = [_size(path) for path, _ in files]
    rest = whole = sum(sizes)
    if whole < LARGE:
        return {}
    later = {}
    for (path, name), size in zip(files, sizes, strict=True):
        if rest <= whole * SHARE:
            later[path] = name
        rest -= size
    return later


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0
