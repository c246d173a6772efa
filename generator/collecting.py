"""Python's search for garbage, kept out of the way of work that leaves none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Records and pages live to the end: neither now nor later are they searched for garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


def collect() -> None:
    """For what runs on and on: search all there is, also what was set aside before."""
    gc.unfreeze()
    gc.collect()
