"""Office files that carry macros or ask for a password."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from generator.files.fault import Fault
from generator.files.kinds import OFFICE, OLE, Data
from generator.problems import WordKey

MOST_PARTS = 10_000
LOCKED = 0x1
# The part that each kind cannot be without.
MAIN = {
    ".docx": "word/",
    ".xlsx": "xl/",
    ".pptx": "ppt/",
    ".odt": "content.xml",
    ".ods": "content.xml",
    ".odp": "content.xml",
}
MACROS = ("vbaproject.bin", "vbadata.xml")
MACRO_FOLDERS = ("basic/", "scripts/", "word/activex/", "xl/activex/", "ppt/activex/")
# The folder of macros in a file of the old kind, as its directory names it.
OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")


def office_fault(ending: str, data: Data) -> Fault | None:
    """What is wrong with a packed document, judged by the names of its parts."""
    if ending in OFFICE and bytes(data[: len(OLE)]) == OLE:
        return Fault("EVIDENCE-LOCKED")  # a document with a password lies in an old container
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return Fault("EVIDENCE-CUT")
    if len(parts) > MOST_PARTS:
        return Fault("EVIDENCE-OPAQUE")
    names = [part.filename.lower() for part in parts]
    if not any(name.startswith(MAIN[ending]) for name in names):
        return Fault("EVIDENCE-TYPE-DIFFERS", {"ending": ending})
    if any(part.flag_bits & LOCKED for part in parts):
        return Fault("EVIDENCE-LOCKED")
    return _macros() if _has_macros(names) else None


def old_office_fault(data: Data) -> Fault | None:
    """The same for files of the kinds before 2007."""
    return _macros() if data.find(OLD_MACROS) >= 0 else None


def _has_macros(names: Iterable[str]) -> bool:
    return any(name.endswith(MACROS) or name.startswith(MACRO_FOLDERS) for name in names)


def _macros() -> Fault:
    return Fault("EVIDENCE-ACTIVE", {"what": WordKey("files.macros")})
