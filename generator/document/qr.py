"""A web address as a QR code, drawn by a library that is Python alone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

QUIET_ZONE = 4  # modules, as the standard asks
DOTS = 8


def qr_svg(address: str) -> str:
    return str(_code(address).svg_inline(border=QUIET_ZONE))


def qr_png(address: str) -> bytes:
    out = io.BytesIO()
    _code(address).save(out, kind="png", border=QUIET_ZONE, scale=DOTS)
    return out.getvalue()


def _code(address: str) -> QRCode:
    import segno  # only where a report is made: it takes a while to load

    return segno.make_qr(address, error="m")
