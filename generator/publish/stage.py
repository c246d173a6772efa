"""The way from an empty stage to a published site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.publish.errors import DISK_ERRORS, Obstacle, PublishError, telling_os_errors
from generator.publish.kept import Kept, Shelf, copy_kept
from generator.publish.lock import lock
from generator.publish.manifest import Signature, hand_made, write_manifest
from generator.publish.swap import Places, exists, flush, settle, swap

_NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder to build in; it is published by `publish`, and otherwise forgotten.

    It begins empty: an engine that writes in place would write through a link into the site.
    """

    places: Places
    shelf: Shelf | None = None
    seen: dict[str, Signature] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return self.places.next

    def publish(self) -> None:
        """Let the stage take the published site's place; on PublishError nothing changed."""
        with telling_os_errors(self.places.out):
            write_manifest(self.path)
            self._replace()

    def publish_kept(self, kept: Kept) -> None:
        """Publish a kept build as it was, to the last byte."""
        with telling_os_errors(self.places.out):
            copy_kept(kept, self.path)
            self._replace()

    def _replace(self) -> None:
        self.refuse_hand_made()
        if self.shelf is not None:
            self.shelf.keep(self.places.out)
        flush(self.path)
        self.refuse_hand_made()
        swap(self.places)

    def refuse_hand_made(self) -> None:
        """A build removes only what a build made."""
        out = self.places.out
        if not exists(out):
            return
        if not out.is_dir():
            raise PublishError(Obstacle.NOT_OURS, out)
        if files := hand_made(out, self.seen):
            raise PublishError(Obstacle.NOT_OURS, out, files=tuple(files[:_NAMED_AT_MOST]))


@contextmanager
def staging(out: Path, shelf: Shelf | None = None) -> Iterator[Stage]:
    """An empty stage beside `out`, held alone; whatever happens in it, `out` stays whole."""
    with _alone(out) as places:
        stage = Stage(places, shelf)
        with telling_os_errors(places.out):
            stage.refuse_hand_made()
            places.next.mkdir()
        with telling_os_errors(places.out, only=DISK_ERRORS):
            yield stage


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
