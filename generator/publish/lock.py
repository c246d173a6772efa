"""One build at a time: a lock that the system releases when its holder dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.publish.errors import Obstacle, PublishError, telling_os_errors

_LOOK_EVERY = 0.1

if sys.platform == "win32":
    import msvcrt

    def _hold(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(path: Path, descriptor: int) -> None:
        # Windows removes no file that is open here or, after us, in another process.
        os.close(descriptor)
        os.unlink(path)

else:
    import fcntl

    def _hold(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(path: Path, descriptor: int) -> None:
        try:
            os.unlink(path)
        finally:
            os.close(descriptor)


@contextmanager
def lock(path: Path, *, patient: bool = False) -> Iterator[None]:
    """Hold the lock file; where another does, say LOCKED at once, or wait until it is free."""
    with telling_os_errors(path):
        descriptor = _acquire(path, patient=patient)
    try:
        yield
    finally:
        # A lock file that cannot be removed is hidden, free, and taken over by the next run.
        with suppress(OSError):
            _release(path, descriptor)


def _acquire(path: Path, *, patient: bool) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if _hold(descriptor):
                if _is_still_at(path, descriptor):
                    return descriptor
            elif patient:
                time.sleep(_LOOK_EVERY)
            else:
                raise PublishError(Obstacle.LOCKED, path)  # noqa: TRY301
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _is_still_at(path: Path, descriptor: int) -> bool:
    """Whether no one removed the file between our opening and our locking it."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))
    except FileNotFoundError:
        return False
