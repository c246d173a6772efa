"""Publishing is a swap: a new site takes the old one's place in one step, or nothing changes."""

from __future__ import annotations

from generator.publish.errors import Obstacle, PublishError
from generator.publish.kept import Kept, Shelf
from generator.publish.manifest import (
    MANIFEST,
    Change,
    Drift,
    digest,
    parse_manifest,
    read_manifest,
    sha256,
    verify,
    write_manifest,
)
from generator.publish.stage import Stage, recover, staging

__all__ = [
    "MANIFEST",
    "Change",
    "Drift",
    "Kept",
    "Obstacle",
    "PublishError",
    "Shelf",
    "Stage",
    "digest",
    "parse_manifest",
    "read_manifest",
    "recover",
    "sha256",
    "staging",
    "verify",
    "write_manifest",
]
