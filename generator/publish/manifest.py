"""The list of a published site's files: how we know our own, and what was changed since."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from generator.publish.errors import Obstacle, PublishError

MANIFEST = "manifest.json"
_FORMAT = "ita-site-manifest/1"
_LEFT_BY_THE_DESKTOP = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What one published file was made of."""

    sha256: str
    size: int


class Change(StrEnum):
    """How a published folder can differ from its manifest."""

    MISSING = "missing"
    CHANGED = "changed"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Drift:
    """One file that is not as it was published."""

    path: str
    change: Change


def write_manifest(folder: Path) -> None:
    """List a finished site in its root; a page of that name is refused, not overwritten."""
    target = folder / MANIFEST
    files = dict(_files(folder))
    if files.pop(MANIFEST, None) is not None and read_manifest(folder) is None:
        raise PublishError(Obstacle.NOT_OURS, target, files=(MANIFEST,))
    lines = (
        json.dumps({"path": path, "sha256": _sha256(folder / path), "size": found.st_size})
        for path, found in sorted(files.items())
    )
    text = f'{{"format": "{_FORMAT}", "files": [\n' + ",\n".join(lines) + "\n]}\n"
    target.write_bytes(text.encode("ascii"))


def read_manifest(folder: Path) -> dict[str, Entry] | None:
    """The files that a folder was published with, or None where we did not publish it."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return None
    try:
        data = json.loads(manifest.read_bytes())
        if data["format"] != _FORMAT:
            return None
        return {
            str(PurePosixPath(file["path"])): Entry(file["sha256"], file["size"])
            for file in data["files"]
        }
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


def verify(folder: Path) -> list[Drift]:
    """Every file that is missing, changed or extra, by path; each byte is read."""
    entries = read_manifest(folder)
    if entries is None:
        raise PublishError(Obstacle.NOT_OURS, folder)
    found = dict(_files(folder))
    found.pop(MANIFEST)
    missing = [Drift(path, Change.MISSING) for path in entries.keys() - found.keys()]
    present = _drifts(folder, found, entries, trusted_before=-1)
    return sorted([*missing, *present], key=lambda drift: drift.path)


def hand_made(folder: Path) -> list[str]:
    """What a person added to or changed in a published folder; a wholly foreign folder once."""
    entries = read_manifest(folder)
    if entries is None:
        return _foreign(folder)
    found = dict(_files(folder))
    published = found.pop(MANIFEST).st_mtime_ns
    ours = {str(parent) for path in entries for parent in PurePosixPath(path).parents}
    drifts = _drifts(folder, found, entries, trusted_before=published)
    names = (drift.path for drift in drifts if not _is_litter(drift.path))
    return sorted({_outermost(name, ours) for name in names})


def _foreign(folder: Path) -> list[str]:
    # Not looked into, for it may be a whole home folder.
    with os.scandir(folder) as found:
        names = (f"{entry.name}/" if entry.is_dir() else entry.name for entry in found)
        return sorted(name for name in names if not _is_litter(name))


def _drifts(
    folder: Path,
    found: Mapping[str, os.stat_result],
    entries: Mapping[str, Entry],
    *,
    trusted_before: int,
) -> Iterator[Drift]:
    """Files that are not as listed; one last written before that instant is not read."""
    for path, status in found.items():
        entry = entries.get(path)
        if entry is None:
            yield Drift(path, Change.EXTRA)
        elif status.st_size != entry.size or (
            status.st_mtime_ns >= trusted_before and _sha256(folder / path) != entry.sha256
        ):
            yield Drift(path, Change.CHANGED)


def _files(folder: Path, prefix: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder with its POSIX path; links are files, never followed."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder / entry.name, f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}", entry.stat(follow_symlinks=False)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_litter(path: str) -> bool:
    return path.rpartition("/")[2] in _LEFT_BY_THE_DESKTOP


def _outermost(path: str, ours: set[str]) -> str:
    parts = path.split("/")
    folders = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
    return next((f"{folder}/" for folder in folders if folder not in ours), path)
