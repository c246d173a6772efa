"""Files as one ZIP archive that says nothing of when or where it was made."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

READABLE = 0o644 << 16
UNIX = 3


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """The same files give the same bytes on every system."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files.items():
            entry = ZipInfo(name)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, READABLE
            entry.create_system = UNIX
            archive.writestr(entry, data)
    return out.getvalue()
