"""`frozen/redirects.yaml`: old addresses of the site, and where each leads now."""

from __future__ import annotations

from pydantic import ConfigDict, RootModel

from generator.records.site_path import OldPath, SitePath


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
