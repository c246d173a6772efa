"""Whether an evidence file is what its name says, and whether anybody can open it."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.audit.source import Fetched
from generator.files.kinds import BEGINNINGS, END_OF_PDF, OFFICE, OLE
from generator.files.office import MAIN

NOTHING = b"\x00\x20\t\r\n\xef\xbb\xbf"
HTML = (b"<!doctype html", b"<html")
PAGES = ("", ".html", ".htm")
START = 1024


def file_fault(fetched: Fetched) -> str | None:
    """The code of what is wrong with a file, or nothing."""
    data = fetched.data
    if not data.strip(NOTHING):
        return "FILE-EMPTY"
    ending = PurePosixPath(unquote(urlsplit(fetched.url).path)).suffix.lower()
    beginnings = BEGINNINGS.get(ending)
    if ending not in PAGES and data[:START].lstrip(NOTHING).lower().startswith(HTML):
        return "FILE-TYPE"  # such as a page that asks who one is, saved under the file's name
    if beginnings is None:
        return None
    if ending in OFFICE and data.startswith(OLE):
        return "FILE-LOCKED"  # an encrypted Office file is an OLE container
    if not data.lstrip()[: len(max(beginnings, key=len))].startswith(beginnings):
        return "FILE-TYPE"
    if ending in OFFICE and fetched.size == len(data) and not _is_office(data, MAIN[ending]):
        return "FILE-TYPE"
    if ending == ".pdf" and _is_locked_pdf(data):
        return "FILE-LOCKED"
    if ending == ".pdf" and fetched.size == len(data) and b"%%EOF" not in data[-END_OF_PDF:]:
        return "FILE-CUT"
    return None


def _is_office(data: bytes, folder: str) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith(folder) for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError):
        return False


def _is_locked_pdf(data: bytes) -> bool:
    """Only a document that must be decrypted names how in its trailer."""
    return b"/Encrypt" in data
