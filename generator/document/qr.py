"""A web address as a QR code, drawn by a library that is Python alone."""

from __future__ import annotations

import io

import segno

QUIET_ZONE = 4  # modules, as the standard asks
DOTS = 8


def qr_svg(address: str) -> str:
    return str(segno.make(address, error="m", micro=False).svg_inline(border=QUIET_ZONE))


def qr_png(address: str) -> bytes:
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="png", border=QUIET_ZONE, scale=DOTS)
    return out.getvalue()
