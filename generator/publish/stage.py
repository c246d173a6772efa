"""The way from an empty stage to a published site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.publish.errors import DISK_ERRORS, Obstacle, PublishError, telling_os_errors
from generator.publish.lock import lock
from generator.publish.manifest import hand_made, write_manifest
from generator.publish.swap import Places, exists, flush, settle, swap

_NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder to build in; it is published by `publish`, and otherwise forgotten."""

    places: Places

    @property
    def path(self) -> Path:
        return self.places.next

    def publish(self) -> None:
        """Let the stage take the published site's place; on PublishError nothing changed."""
        with telling_os_errors(self.places.out):
            write_manifest(self.path)
            flush(self.path)
            _refuse_hand_made(self.places.out)
            swap(self.places)


@contextmanager
def staging(out: Path) -> Iterator[Stage]:
    """An empty stage beside `out`, held alone; whatever happens in it, `out` stays whole."""
    with _alone(out) as places:
        with telling_os_errors(places.out):
            _refuse_hand_made(places.out)
            places.next.mkdir()
        with telling_os_errors(places.out, only=DISK_ERRORS):
            yield Stage(places)


def recover(out: Path) -> None:
    """Finish or undo what a killed run left beside `out`; harmless when there is nothing."""
    with _alone(out):
        pass


@contextmanager
def _alone(out: Path) -> Iterator[Places]:
    """Hold the lock, with nothing but the last whole site before and after."""
    places = Places(Path(os.path.realpath(out)))
    if not places.out.name:
        raise PublishError(Obstacle.NOT_OURS, places.out)
    with telling_os_errors(places.out):
        places.out.parent.mkdir(parents=True, exist_ok=True)
    with lock(places.lock):
        try:
            with telling_os_errors(places.out):
                settle(places)
            yield places
        finally:
            # What cannot be cleared now is hidden, and the next run will say why.
            with suppress(OSError):
                settle(places)


def _refuse_hand_made(out: Path) -> None:
    """A build removes only what a build made."""
    if not exists(out):
        return
    if not out.is_dir():
        raise PublishError(Obstacle.NOT_OURS, out)
    if files := hand_made(out):
        raise PublishError(Obstacle.NOT_OURS, out, files=tuple(files[:_NAMED_AT_MOST]))
