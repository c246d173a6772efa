"""What must be known of an image to place it: its kind, and how wide and tall it is."""

from __future__ import annotations

import struct

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
PNG_END, JPEG_END = b"IEND", b"\xff\xd9"
# The markers of a JPEG that begin a frame, in whose head the size stands.
FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def image_ending(data: bytes) -> str | None:
    """`png` or `jpeg`; nothing for what is neither, or was cut off."""
    try:
        width, height = image_size(data)
    except (struct.error, IndexError, ValueError):
        return None
    png = data.startswith(PNG)
    whole = PNG_END in data[-12:] if png else JPEG_END in data[-64:]
    if not whole or not width or not height:
        return None
    return "png" if png else "jpeg"


def image_size(data: bytes) -> tuple[int, int]:
    if data.startswith(PNG):
        width, height = struct.unpack_from(">II", data, 16)
        return width, height
    if not data.startswith(JPEG):
        raise ValueError
    place = 2
    while data[place + 1] not in FRAMES:
        place += 2 + struct.unpack_from(">H", data, place + 2)[0]
    height, width = struct.unpack_from(">HH", data, place + 5)
    return width, height
