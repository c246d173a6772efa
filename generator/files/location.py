"""Where a picture was taken: found in its Exif and XMP data, and blanked without moving a byte.

Cameras store both in the same form in every kind of picture, so the container hardly matters: the
Exif directory is found by its beginning, XMP by the names of its properties.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.files.kinds import Data

EXIF = re.compile(rb"(?:Exif\0\0|eXIf|EXIF.{4}|\xff\xe1..)?(II\*\0|MM\0\*)", re.DOTALL)
XMP = re.compile(rb"""(exif:GPS[A-Za-z]+(?:=["']|>))([^"'<]*[^"'<\s][^"'<]*)""")
GPS = 0x8825
PADDING = 0xEA1C  # the tag that readers skip
ENTRY = 12
MOST_ENTRIES = 512
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class _Directory:
    """The place of a GPS directory: where it is pointed at, and the spans that belong to it."""

    pointer: int
    order: str
    spans: tuple[tuple[int, int], ...]


def has_location(data: Data) -> bool:
    return any(True for _ in _directories(data)) or XMP.search(data) is not None


def without_location(data: bytes) -> bytes:
    """The same picture, as long as before, that no longer says where it was taken."""
    blanked = bytearray(data)
    for found in _directories(data):
        for start, end in found.spans:
            blanked[start:end] = bytes(end - start)
        struct.pack_into(f"{found.order}HHII", blanked, found.pointer, PADDING, 7, 4, 0)
    for match in XMP.finditer(data):
        blanked[match.start(2) : match.end(2)] = b" " * (match.end(2) - match.start(2))
    return _with_checksums(blanked) if data.startswith(PNG) else bytes(blanked)


def _directories(data: Data) -> Iterator[_Directory]:
    for match in EXIF.finditer(data):
        base = match.start(1)
        order = "<" if match[1].startswith(b"II") else ">"
        for tag, _, _, offset, place in _entries(data, base, 4, order):
            if tag == GPS:
                yield _Directory(place, order, tuple(_spans(data, base, offset, order)))


def _entries(
    data: Data, base: int, pointer: int, order: str
) -> Iterator[tuple[int, int, int, int, int]]:
    """Tag, type, count, value and place of each entry of the directory that `pointer` leads to."""
    try:
        (offset,) = struct.unpack_from(f"{order}I", data, base + pointer)
        yield from _entries_at(data, base + offset, order)
    except struct.error:
        return


def _entries_at(data: Data, start: int, order: str) -> Iterator[tuple[int, int, int, int, int]]:
    (count,) = struct.unpack_from(f"{order}H", data, start)
    for number in range(min(count, MOST_ENTRIES)):
        place = start + 2 + number * ENTRY
        yield *struct.unpack_from(f"{order}HHII", data, place), place


def _spans(data: Data, base: int, offset: int, order: str) -> Iterator[tuple[int, int]]:
    """What a directory takes up: itself, and the values that are too long to stand in it."""
    start = min(base + offset, len(data))
    try:
        entries = list(_entries_at(data, start, order))
    except struct.error:
        entries = []
    yield start, min(start + 2 + len(entries) * ENTRY, len(data))
    for _, kind, count, value, _ in entries:
        size = SIZES.get(kind, 0) * count
        if 4 < size <= len(data) - base - value:
            yield base + value, base + value + size


def _with_checksums(data: bytearray) -> bytes:
    """PNG keeps a checksum of each chunk."""
    at = len(PNG)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if at + 12 + length > len(data):
            break  # cut short: there is no place for a checksum
        body = data[at + 4 : at + 8 + length]
        data[at + 8 + length : at + 12 + length] = zlib.crc32(body).to_bytes(4, "big")
        at += 12 + length
    return bytes(data)
