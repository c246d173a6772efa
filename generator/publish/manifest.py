"""The list of a published site's files: how we know our own, and what was changed since.

It has the form of `sha256sum`, so `sha256sum -c SHA256SUMS` in a site checks it without us.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from generator import __version__
from generator.publish.errors import Obstacle, PublishError

MANIFEST = "SHA256SUMS"
_FORMAT = "# ita-site-manifest/1"
_MADE_BY = f"made by ita {__version__}, checked by: ita verify, or sha256sum -c {MANIFEST}"
# A name with a line break or a backslash is escaped, and its line begins with a backslash.
_LINE = re.compile(r"(\\?)([0-9a-f]{64})  (.+)\Z", re.DOTALL)
_ESCAPES = {"\\": r"\\", "\n": r"\n", "\r": r"\r"}
_ESCAPED = re.compile(r"\\(.)")
_LEFT_BY_THE_DESKTOP = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})

Entries = Mapping[str, str]
Signature = tuple[int, int, int, int]


class Change(StrEnum):
    """How a published folder can differ from its manifest."""

    MISSING = "missing"
    CHANGED = "changed"
    EXTRA = "extra"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Drift:
    """One file that is not as it was published, or of which that is not known."""

    path: str
    change: Change


def write_manifest(folder: Path) -> None:
    """List a finished site in its root; a page of that name is refused, not overwritten."""
    target = folder / MANIFEST
    files = dict(files_below(folder))
    if files.pop(MANIFEST, None) is not None and read_manifest(folder) is None:
        raise PublishError(Obstacle.NOT_OURS, target, files=(MANIFEST,))
    sums = {path: sha256(folder / path) for path in files}
    target.write_bytes(f"{_FORMAT} {_MADE_BY}\n{sums_text(sums)}".encode())


def read_manifest(folder: Path) -> Entries | None:
    """The files that a folder was published with, or None where we did not publish it."""
    manifest = folder / MANIFEST
    return parse_manifest(manifest.read_bytes()) if manifest.is_file() else None


def parse_manifest(data: bytes) -> Entries | None:
    """The entries of a manifest, or None where it is not one of ours, or not a whole one."""
    try:
        first, *lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None
    if not first.startswith(f"{_FORMAT} ") or not lines or lines.pop():
        return None
    entries = {}
    for line in lines:
        found = parse_sum(line)
        if found is None or found[0] in entries:
            return None
        entries[found[0]] = found[1]
    return entries


def sums_text(sums: Entries) -> str:
    """Lines as `sha256sum` writes and checks them, by path."""
    return "".join(sum_line(path, sums[path]) for path in sorted(sums))


def sum_line(path: str, digest: str) -> str:
    escaped = "".join(_ESCAPES.get(letter, letter) for letter in path)
    return f"{'' if escaped == path else chr(92)}{digest}  {escaped}\n"


def parse_sum(line: str) -> tuple[str, str] | None:
    """Path and hash of a line; a path that leads out of the folder is none."""
    found = _LINE.match(line)
    if found is None:
        return None
    escaped, digest, path = found.groups()
    if escaped:
        path = _ESCAPED.sub(lambda each: {"n": "\n", "r": "\r"}.get(each[1], each[1]), path)
    inside = PurePosixPath(path)
    if inside.is_absolute() or ".." in inside.parts or str(inside) != path:
        return None
    return path, digest


def verify(folder: Path) -> list[Drift]:
    """Every file that is missing, changed or extra, by path; each byte is read."""
    entries = read_manifest(folder)
    if entries is None:
        raise PublishError(Obstacle.NOT_OURS, folder)
    found = dict(files_below(folder))
    found.pop(MANIFEST)
    missing = [Drift(path, Change.MISSING) for path in entries.keys() - found.keys()]
    present = _drifts(folder, found, entries, {})
    return sorted([*missing, *present], key=lambda drift: drift.path)


def hand_made(folder: Path, seen: dict[str, Signature]) -> list[str]:
    """What a person added to or changed in a published folder; a wholly foreign folder once.

    A file that was read before and was not touched since is not read again.
    """
    entries = read_manifest(folder)
    if entries is None:
        return _foreign(folder)
    found = dict(files_below(folder))
    found.pop(MANIFEST)
    ours = {str(parent) for path in entries for parent in PurePosixPath(path).parents}
    drifts = _drifts(folder, found, entries, seen)
    names = (drift.path for drift in drifts if not is_litter(drift.path))
    return sorted({_outermost(name, ours) for name in names})


def _foreign(folder: Path) -> list[str]:
    # Not looked into, for it may be a whole home folder.
    with os.scandir(folder) as found:
        names = (f"{entry.name}/" if entry.is_dir() else entry.name for entry in found)
        return sorted(name for name in names if not is_litter(name))


def _drifts(
    folder: Path,
    found: Mapping[str, os.stat_result],
    entries: Entries,
    seen: dict[str, Signature],
) -> Iterator[Drift]:
    """Files that are not as listed; what is as listed is remembered in `seen`."""
    for path, status in found.items():
        signature = (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        if path not in entries:
            yield Drift(path, Change.EXTRA)
        elif seen.get(path) == signature:
            continue
        elif stat.S_ISREG(status.st_mode) and sha256(folder / path) == entries[path]:
            seen[path] = signature
        else:
            yield Drift(path, Change.CHANGED)


def files_below(folder: Path, prefix: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder with its POSIX path; links are files, never followed."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from files_below(folder / entry.name, f"{prefix}{entry.name}/")
            else:
                # Not the entry's own: on Windows that one knows no inode.
                yield f"{prefix}{entry.name}", os.lstat(entry.path)


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def is_litter(path: str) -> bool:
    return path.rpartition("/")[2] in _LEFT_BY_THE_DESKTOP


def _outermost(path: str, ours: set[str]) -> str:
    parts = path.split("/")
    folders = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
    return next((f"{folder}/" for folder in folders if folder not in ours), path)
