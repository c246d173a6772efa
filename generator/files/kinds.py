"""The kinds of files that can be evidence, and how each begins and ends."""

from __future__ import annotations

from mmap import mmap

Data = bytes | mmap
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
JPEG = (b"\xff\xd8\xff",)
OFFICE = frozenset({".docx", ".xlsx", ".pptx"})
OPEN_DOCUMENT = frozenset({".odt", ".ods", ".odp"})
OLD_OFFICE = frozenset({".doc", ".xls", ".ppt"})
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic"})
TEXTS = frozenset({".csv", ".txt", ".json"})
# How files of each kind begin; what is not listed has no one beginning.
BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
    ".zip": (ZIP,),
    **dict.fromkeys(OFFICE | OPEN_DOCUMENT, (ZIP,)),
    **dict.fromkeys(OLD_OFFICE, (OLE,)),
}
ALLOWED = (BEGINNINGS.keys() - {".zip"}) | TEXTS | {".heic", ".mp3", ".mp4", ".svg"}
# Where some kinds have their mark, if not at the very beginning.
_MARKS: dict[str, tuple[int, tuple[bytes, ...]]] = {
    ".webp": (8, (b"WEBP",)),
    ".mp4": (4, (b"ftyp",)),
    ".heic": (4, (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftyphevc")),
    ".mp3": (0, (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
}
# What stands at the end of a whole file; cameras and scanners add some bytes after it.
_ENDINGS = {
    ".pdf": b"%%EOF",
    ".jpg": b"\xff\xd9",
    ".jpeg": b"\xff\xd9",
    ".png": b"IEND",
    ".gif": b"\x3b",
}
END_OF_PDF = 2048
_UNLIKELY_IN_TEXT = b"\0"


def is_kind(ending: str, data: Data) -> bool:
    """Whether the content is what the name says."""
    if ending in TEXTS:
        return data.find(_UNLIKELY_IN_TEXT) < 0
    offset, marks = _MARKS.get(ending, (0, ()))
    begins = BEGINNINGS.get(ending)
    longest = max(map(len, marks), default=0)
    return not (
        (begins and not bytes(data[:8]).startswith(begins))
        or (marks and not bytes(data[offset : offset + longest]).startswith(marks))
    )


def is_cut(ending: str, data: Data) -> bool:
    """Whether the end of the file is missing, as after a broken upload."""
    if ending == ".webp":
        return int.from_bytes(data[4:8], "little") + 8 > len(data)
    end = _ENDINGS.get(ending)
    if end is None:
        return False
    return data.rfind(end, max(0, len(data) - END_OF_PDF) if ending == ".pdf" else 0) < 0
