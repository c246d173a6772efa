"""Whether an evidence file is what its name says, and whether anybody can open it."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.audit.source import Fetched
from generator.files.kinds import BEGINNINGS, END_OF_PDF, OFFICE, OLE


def file_fault(fetched: Fetched) -> str | None:
    """The code of what is wrong with a file, or nothing."""
    if fetched.size == 0:
        return "FILE-EMPTY"
    ending = PurePosixPath(unquote(urlsplit(fetched.url).path)).suffix.lower()
    beginnings = BEGINNINGS.get(ending)
    if beginnings is None:
        return None
    data = fetched.data
    if ending in OFFICE and data.startswith(OLE):
        return "FILE-LOCKED"  # an encrypted Office file is an OLE container
    if not data.lstrip()[: len(max(beginnings, key=len))].startswith(beginnings):
        return "FILE-TYPE"
    if ending == ".pdf" and _is_locked_pdf(data):
        return "FILE-LOCKED"
    if ending == ".pdf" and fetched.size == len(data) and b"%%EOF" not in data[-END_OF_PDF:]:
        return "FILE-CUT"
    return None


def _is_locked_pdf(data: bytes) -> bool:
    """Only a document that must be decrypted names how in its trailer."""
    return b"/Encrypt" in data
