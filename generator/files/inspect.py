"""One evidence file: its size and fingerprint, and the reason why it cannot be published."""

from __future__ import annotations

import hashlib
import mmap
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.files.fault import Fault
from generator.files.kinds import (
    ALLOWED,
    OFFICE,
    OLD_OFFICE,
    OPEN_DOCUMENT,
    PICTURES,
    TEXTS,
    Data,
    is_cut,
    is_kind,
)
from generator.files.location import has_location, without_location
from generator.files.office import office_fault, old_office_fault
from generator.files.pdf import pdf_fault
from generator.files.svg import svg_fault
from generator.private import find_private, holds_private
from generator.problems import Severity

# The largest file that code hosts take; what is larger does not open on a phone either.
MAX_BYTES = 100 * 1024 * 1024
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Inspected:
    """What is known of a file; `picture` holds the bytes to publish where they are not its own."""

    size: int = 0
    sha256: str = ""
    fault: Fault | None = None
    picture: bytes | None = None


def inspect(path: Path, *, strip_location: bool = False) -> Inspected:
    """Look into an ordinary file; `strip_location` takes a picture's place out of it."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
            return Inspected(fault=Fault("EVIDENCE-NOT-ORDINARY"))
        if status.st_size > MAX_BYTES:
            limit, size = MAX_BYTES // MEGABYTE, status.st_size // MEGABYTE
            return Inspected(fault=Fault("EVIDENCE-TOO-LARGE", {"size": size, "limit": limit}))
        if status.st_size == 0:
            return Inspected(fault=Fault("EVIDENCE-EMPTY"))
        with _mapped(path) as data:
            return _inspected(data, path.suffix.lower(), strip_location=strip_location)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Inspected(fault=Fault("EVIDENCE-UNREADABLE", {"reason": reason}))


@contextmanager
def _mapped(path: Path) -> Iterator[mmap.mmap]:
    """The bytes of a file without reading it whole into memory; a link is not followed."""
    descriptor = os.open(
        path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        with mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ) as data:
            yield data
    finally:
        os.close(descriptor)


def _inspected(data: mmap.mmap, ending: str, *, strip_location: bool) -> Inspected:
    picture = None
    if strip_location and ending in PICTURES and has_location(data):
        picture = without_location(bytes(data))
    shown: Data = data if picture is None else picture
    return Inspected(len(shown), _sha256(shown), content_fault(shown, ending), picture)


def _sha256(data: Data) -> str:
    return hashlib.sha256(data).hexdigest()


def content_fault(data: Data, ending: str) -> Fault | None:
    """Why a content under a name that ends so must not be published."""
    if ending not in ALLOWED:
        return Fault("EVIDENCE-TYPE", {"ending": ending or "-"})
    if ending in PACKED:
        return office_fault(ending, data)
    if not is_kind(ending, data):
        return Fault("EVIDENCE-TYPE-DIFFERS", {"ending": ending})
    if is_cut(ending, data):
        return Fault("EVIDENCE-CUT")
    if ending in PICTURES:
        return Fault("EVIDENCE-LOCATION") if has_location(data) else None
    look = LOOKS.get(ending)
    return look(data) if look else None


def _text_fault(data: Data) -> Fault | None:
    """A table of people is published most often as text."""
    try:
        text = bytes(data).decode("utf-8")
    except UnicodeDecodeError:
        text = bytes(data).decode("cp874", "replace")
    if not holds_private(text):
        return None
    told = (found for line in text.splitlines() for found in find_private(line))
    worst = next((found for found in told if found.severity is Severity.ERROR), None)
    return Fault(worst.code, {"text": worst.shown}) if worst else None


PACKED = OFFICE | OPEN_DOCUMENT
LOOKS: Mapping[str, Callable[[Data], Fault | None]] = {
    ".pdf": pdf_fault,
    ".svg": svg_fault,
    **dict.fromkeys(OLD_OFFICE, old_office_fault),
    **dict.fromkeys(TEXTS, _text_fault),
}
