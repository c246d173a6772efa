"""The one step: a finished tree takes the published one's place, or gives it back."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.publish import native

# On Windows a virus scanner or the search indexer may hold a fresh folder for a moment.
_PAUSES: tuple[float, ...] = (0.1, 0.3, 1.0) if sys.platform == "win32" else ()


@dataclass(frozen=True, slots=True)
class Places:
    """The published folder and what may stand beside it while a site is being published."""

    out: Path

    @property
    def lock(self) -> Path:
        return self._beside("lock")

    @property
    def next(self) -> Path:
        """Never published, or no longer: may be removed at any time by the lock's holder."""
        return self._beside("next")

    @property
    def old(self) -> Path:
        """A whole published tree, put aside: belongs back in `out` when `out` is missing."""
        return self._beside("old")

    def _beside(self, role: str) -> Path:
        return self.out.with_name(f".{self.out.name}.{role}")


def swap(places: Places) -> None:
    """Publish `next`; the tree that was published is `next` or `old` afterwards."""
    if not exists(places.out):
        _rename(places.next, places.out)
    elif not native.exchange(places.next, places.out):
        _rename(places.out, places.old)
        _rename(places.next, places.out)
    # The new site is in place: a power cut now could at worst bring the old one back.
    with suppress(OSError):
        _flush_folder(places.out.parent)


def settle(places: Places) -> None:
    """Undo a half-made swap and clear what any run left, so that only `out` remains, whole."""
    if exists(places.old) and not exists(places.out):
        _rename(places.old, places.out)
    discard(places.next)
    if exists(places.old):
        # Renamed first, for a tree half removed must not be taken for one put aside.
        _rename(places.old, places.next)
        discard(places.next)


def flush(folder: Path) -> None:
    """Put a whole tree on the disk, for a rename may outlive the bytes it stands for."""
    if native.sync_file_system(folder):
        return
    for parent, _, names in os.walk(folder, onerror=_raise):
        for name in names:
            _flush_file(Path(parent, name))
        _flush_folder(Path(parent))


def exists(path: Path) -> bool:
    """Whether something is there; unlike the library's, a failure to look is not a no."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    return True


def discard(folder: Path) -> None:
    if exists(folder):
        shutil.rmtree(folder)


def _rename(source: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            os.rename(source, target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.rename(source, target)


def _raise(error: OSError) -> None:
    raise error


def _flush_file(path: Path, flags: int = os.O_RDWR) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _flush_folder(path: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        _flush_file(path, os.O_RDONLY)
    except OSError as error:
        # Some network file systems cannot flush a folder, and say so this way.
        if error.errno != errno.EINVAL:
            raise
