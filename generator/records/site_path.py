"""Addresses within this site, as people type them: `/2568/measures/#list`."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from generator.records.base import Text, refused

_STEPS = r"[A-Za-z0-9_-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._~-]*)*"
OLD_PATH = re.compile(rf"/?{_STEPS}/?\Z")
SITE_PATH = re.compile(rf"(?:/|/?{_STEPS}/?)(?:#[^\s\"'<>`\\(){{}}|^#]+)?\Z")


def _old_path(typed: str) -> str:
    if OLD_PATH.match(typed):
        return typed
    raise refused("SITE-PATH-FORMAT", text=typed)


def _site_path(typed: str) -> str:
    if SITE_PATH.match(typed):
        return typed
    raise refused("SITE-PATH-FORMAT", text=typed)


OldPath = Annotated[Text, AfterValidator(_old_path)]
SitePath = Annotated[Text, AfterValidator(_site_path)]
