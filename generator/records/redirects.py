"""`frozen/redirects.yaml`: old addresses of the site, and where each leads now."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, RootModel, WithJsonSchema

from generator.records.base import Text, refused

_STEPS = r"[A-Za-z0-9_-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._~-]*)*"
OLD_PATH = re.compile(rf"/?{_STEPS}/?\Z")
SITE_PATH = re.compile(rf"(?:/|/?{_STEPS}/?)(?:#\S+)?\Z")


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
SitePath = Annotated[Text, AfterValidator(_site_path), _schema(rf"(?:/|/?{_STEPS}/?)(?:#\S+)?")]


class Redirects(RootModel[dict[OldPath, SitePath]]):
    """ที่อยู่เดิม: ที่อยู่ใหม่"""

    model_config = ConfigDict(
        frozen=True,
        defer_build=True,
        title="การเปลี่ยนที่อยู่",
        json_schema_extra={
            "additionalProperties": False,
            "examples": [{"/2567/oit/o7/": "/2568/oit/o5/", "old.html": "/"}],
        },
    )
