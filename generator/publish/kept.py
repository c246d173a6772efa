"""The last published builds, kept whole so that one of them can be published again.

They share files among themselves, as hard links, but none with the site: who edits a page there in
place must not edit the build that is to replace it.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.publish.errors import Obstacle, PublishError
from generator.publish.manifest import MANIFEST, Entries, read_manifest, sha256
from generator.publish.swap import discard, exists

_HALF_MADE, _HALF_GONE = ".new", ".old"
# Another file system, one that has no links, and too many links to one file.
_WITHOUT_LINKS = frozenset({errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK})


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept build."""

    number: int
    folder: Path

    @property
    def entries(self) -> Entries:
        return read_manifest(self.folder) or {}

    @property
    def manifest(self) -> bytes:
        return (self.folder / MANIFEST).read_bytes()

    @property
    def published(self) -> datetime:
        """When it was published, by the clock of this machine."""
        return datetime.fromtimestamp((self.folder / MANIFEST).stat().st_mtime, UTC)

    def is_published(self, site: Path) -> bool:
        """Whether the site is this very build."""
        published = site / MANIFEST
        return published.is_file() and published.read_bytes() == self.manifest


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where builds are kept; `most` of them, or all where that is not said."""

    folder: Path
    most: int | None = None

    def builds(self) -> tuple[Kept, ...]:
        """What is kept, oldest first."""
        return tuple(sorted(self._builds(), key=lambda kept: kept.number))

    def _builds(self) -> Iterator[Kept]:
        if not exists(self.folder):
            return
        for entry in self.folder.iterdir():
            if entry.name.isdecimal() and (entry / MANIFEST).is_file():
                yield Kept(int(entry.name), entry)

    def keep(self, site: Path) -> None:
        """Keep a published site before another takes its place; one that is kept already is not."""
        entries = read_manifest(site) if exists(site) else None
        for name in (_HALF_MADE, _HALF_GONE):
            discard(self.folder / name)
        builds = self.builds()
        newest = builds[-1] if builds else None
        if entries is None or (newest and newest.is_published(site)):
            return
        adds = self.most != 0 and _is_whole(site, entries)
        if self.most is not None:
            self._drop(builds[: max(0, len(builds) + adds - self.most)])
        if adds:
            self._add(site, entries, newest)

    def _add(self, site: Path, entries: Entries, newest: Kept | None) -> None:
        target = self.folder / _HALF_MADE
        before = newest.entries if newest and exists(newest.folder) else {}
        for path, digest in {**entries, MANIFEST: ""}.items():
            same = newest is not None and before.get(path) == digest
            source = newest.folder if newest and same else site
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            _link(source / path, target / path)
        number = newest.number + 1 if newest else 1
        os.rename(target, self.folder / str(number))

    def _drop(self, builds: tuple[Kept, ...]) -> None:
        for kept in builds:
            # Renamed first, for a build half removed must not be taken for a whole one.
            os.rename(kept.folder, self.folder / _HALF_GONE)
            discard(self.folder / _HALF_GONE)


def copy_kept(kept: Kept, target: Path) -> None:
    """The files of a kept build as new files; what the disk lost in the meantime is named."""
    damaged = []
    for path, digest in kept.entries.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        if not exists(kept.folder / path):
            damaged.append(path)
            continue
        shutil.copyfile(kept.folder / path, target / path)
        if sha256(target / path) != digest:
            damaged.append(path)
    if damaged:
        raise PublishError(Obstacle.DAMAGED, kept.folder, files=tuple(sorted(damaged)))
    shutil.copyfile(kept.folder / MANIFEST, target / MANIFEST)


def _is_whole(site: Path, entries: Entries) -> bool:
    return all(exists(site / path) for path in entries)


def _link(source: Path, target: Path) -> None:
    """A second name for a file, or a copy where the file system has no such thing."""
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _WITHOUT_LINKS:
            raise
        shutil.copy2(source, target)
