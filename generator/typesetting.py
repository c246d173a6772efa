"""The typesetter and its fonts, which are in the packages of the extra `pdf`."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

from generator.document.tools import ToolMissing

if TYPE_CHECKING:
    from typst import Fonts

NEEDED = ("typst", "fontpkg_sarabun")


def can_typeset() -> bool:
    return all(find_spec(name) for name in NEEDED)


def typeset(source: bytes, form: Literal["pdf", "png"], **options: Any) -> bytes:
    """The same source gives the same bytes: no clock, and only the fonts of the extra."""
    try:
        import typst
    except ImportError:
        raise ToolMissing("pdf") from None
    made = typst.compile(source, font_paths=_fonts(), format=form, **options)
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> Fonts:
    try:
        import fontpkg_sarabun
        from typst import Fonts
    except ImportError:
        raise ToolMissing("pdf") from None
    folder = str(fontpkg_sarabun.ROOT / "files")
    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
