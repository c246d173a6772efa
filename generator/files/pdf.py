"""PDF files that would run something, hide a file, or ask for a password.

All bytes are searched rather than the objects that the file's own index names: two readers of a
damaged index find different objects, but every reader needs these names. Objects packed into
compressed streams are unpacked; what cannot be unpacked here is refused, not trusted.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from generator.files.fault import Fault
from generator.files.kinds import Data
from generator.problems import WordKey

MOST_UNPACKED = 64 * 1024 * 1024
NAMES = re.compile(rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia|Encrypt|ObjStm)(?![A-Za-z0-9#])")
# A name can be written with its letters as numbers: /J#61vaScript.
ESCAPED = re.compile(rb"/[A-Za-z]{0,12}#[0-9A-Fa-f]{2}[A-Za-z#0-9]{0,36}")
PACKED = re.compile(rb"/ObjStm(?![A-Za-z0-9#])")
BODY = re.compile(rb"stream\r?\n")
FARTHEST_BODY = 4096
ACTIVE = {
    "JavaScript": "script",
    "Launch": "launch",
    "EmbeddedFile": "embedded",
    "EmbeddedFiles": "embedded",
    "RichMedia": "embedded",
}


class _Packed(Exception):
    """Objects are packed in a way that this program does not unpack."""


def pdf_fault(data: Data) -> Fault | None:
    """What a PDF must not have, in the order in which it matters."""
    try:
        found = {*_names(data), *_packed_names(data)}
    except (_Packed, zlib.error):
        return Fault("EVIDENCE-OPAQUE")
    if "Encrypt" in found:
        return Fault("EVIDENCE-LOCKED")
    kinds = sorted({ACTIVE[name] for name in found if name in ACTIVE}, reverse=True)
    return Fault("EVIDENCE-ACTIVE", {"what": WordKey(f"files.{kinds[0]}")}) if kinds else None


def _names(data: Data) -> Iterator[str]:
    for match in NAMES.finditer(data):
        yield match[1].decode("ascii")
    for match in ESCAPED.finditer(data):
        name = NAMES.match(re.sub(rb"#([0-9A-Fa-f]{2})", _letter, match[0]))
        if name and name[1] == b"ObjStm":
            raise _Packed
        if name:
            yield name[1].decode("ascii")


def _letter(code: re.Match[bytes]) -> bytes:
    return bytes.fromhex(code[1].decode("ascii"))


def _packed_names(data: Data) -> Iterator[str]:
    room = MOST_UNPACKED
    for match in PACKED.finditer(data):
        body = BODY.search(data, match.end(), match.end() + FARTHEST_BODY)
        if body is None:
            continue
        unpacked = _unpacked(data, match.start(), body, room)
        room -= len(unpacked)
        yield from _names(unpacked)


def _unpacked(data: Data, start: int, body: re.Match[bytes], room: int) -> bytes:
    dictionary = data[max(0, data.rfind(b"obj", 0, start)) : body.start()]
    if b"/Filter" not in dictionary:
        return b""  # its names were found as they stand
    if b"/Predictor" in dictionary:
        raise _Packed
    end = data.find(b"endstream", body.end())
    unpacker = zlib.decompressobj()
    unpacked = unpacker.decompress(data[body.end() : end if end >= 0 else len(data)], room)
    if not unpacker.eof:
        raise _Packed
    return unpacked
