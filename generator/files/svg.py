"""SVG figures that are more than a figure: a browser runs what stands in them."""

from __future__ import annotations

import re
from xml.parsers import expat

from generator.files.fault import Fault
from generator.files.kinds import Data
from generator.problems import WordKey

SVG = "http://www.w3.org/2000/svg"
# Elements of these would be shown by a browser; those of drawing programs' own are not.
FOREIGN = frozenset(
    {"", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"}
    | {"http://www.w3.org/1999/XSL/Transform"}
)
DRAWING = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"}
    | {"tspan", "textPath", "title", "desc", "metadata", "defs", "symbol", "image", "style"}
    | {"linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker"}
)
ADDRESSES = frozenset({"href", "src"})
INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp);base64,)", re.IGNORECASE)
FETCHING = re.compile(r"@import|url\((?!\s*['\"]?#)|\\|javascript:", re.IGNORECASE)
SEPARATOR = " "


class _Active(Exception):
    """Something in the figure would run, or fetch."""


def svg_fault(data: Data) -> Fault | None:
    """Anything but shapes, pictures and text; entities are refused with the document type."""
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.buffer_text = True
    parser.StartElementHandler = _check_element
    parser.StartDoctypeDeclHandler = _refuse
    parser.ProcessingInstructionHandler = _refuse
    parser.CharacterDataHandler = _check_style
    try:
        parser.Parse(bytes(data), True)
    except _Active:
        return Fault("EVIDENCE-ACTIVE", {"what": WordKey("files.script")})
    except expat.ExpatError:
        return Fault("EVIDENCE-TYPE-DIFFERS", {"ending": ".svg"})
    return None


def _refuse(*_: object) -> None:
    raise _Active


def _check_element(name: str, attributes: dict[str, str]) -> None:
    namespace, _, tag = name.rpartition(SEPARATOR)
    if namespace in FOREIGN or (namespace == SVG and tag not in DRAWING):
        raise _Active
    for key, value in attributes.items():
        plain = key.rpartition(SEPARATOR)[2].lower()
        leads_away = plain in ADDRESSES and not INSIDE.match(value)
        if plain.startswith("on") or leads_away or FETCHING.search(value):
            raise _Active


def _check_style(text: str) -> None:
    """A style sheet is text like any other here: nothing in a figure needs these words."""
    if FETCHING.search(text):
        raise _Active
