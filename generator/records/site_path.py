"""Addresses within this site, as people type them: `/2568/measures/#list`."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from generator.records.base import Text, refused

_STEPS = r"[A-Za-z0-9_-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._~-]*)*"
OLD_PATH = re.compile(rf"/?{_STEPS}/?\Z")
# What could end an attribute, a link or a script has no place in an anchor.
_ANCHOR = r"#[^\s\"'<>`\\(){}|^#]+"
SITE_PATH = re.compile(rf"(?:/|/?{_STEPS}/?)(?:{_ANCHOR})?\Z")


def _schema(pattern: str) -> WithJsonSchema:
    """The same pattern for editors, which know no other sign for the end of a text."""
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


def _old_path(typed: str) -> str:
    if OLD_PATH.match(typed):
        return typed
    raise refused("SITE-PATH-FORMAT", text=typed)


def _site_path(typed: str) -> str:
    if SITE_PATH.match(typed):
        return typed
    raise refused("SITE-PATH-FORMAT", text=typed)


OldPath = Annotated[Text, AfterValidator(_old_path), _schema(rf"/?{_STEPS}/?")]
SitePath = Annotated[
    Text, AfterValidator(_site_path), _schema(rf"(?:/|/?{_STEPS}/?)(?:{_ANCHOR})?")
]
