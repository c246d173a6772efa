"""What can stand in the way of publishing, told as a value."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

DISK_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


class Obstacle(StrEnum):
    """The kinds of obstacle, one message each."""

    DAMAGED = "damaged"
    LOCKED = "locked"
    NOT_OURS = "not-ours"
    UNWRITABLE = "unwritable"


class PublishError(Exception):
    """Publishing stopped: `files` names what is in the way, `reason` is the system's own word."""

    def __init__(
        self, kind: Obstacle, path: Path, *, files: tuple[str, ...] = (), reason: str = ""
    ) -> None:
        super().__init__(": ".join(filter(None, (kind, str(path), reason, ", ".join(files)))))
        self.kind = kind
        self.path = path
        self.files = files
        self.reason = reason


@contextmanager
def telling_os_errors(about: Path, *, only: frozenset[int] | None = None) -> Iterator[None]:
    """Any refusal of the system becomes UNWRITABLE; with `only`, just these error numbers do."""
    try:
        yield
    except OSError as error:
        if only is not None and error.errno not in only:
            raise
        raise _unwritable(error, about) from error


def _unwritable(error: OSError, about: Path) -> PublishError:
    named = Path(error.filename) if isinstance(error.filename, str) else about
    path = named if named.is_absolute() else about
    return PublishError(Obstacle.UNWRITABLE, path, reason=error.strerror or str(error))
