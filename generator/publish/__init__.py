"""Publishing is a swap: a new site takes the old one's place in one step, or nothing changes."""

from __future__ import annotations

from generator.publish.errors import Obstacle, PublishError
from generator.publish.manifest import MANIFEST, Change, Drift, verify, write_manifest
from generator.publish.stage import Stage, recover, staging

__all__ = [
    "MANIFEST",
    "Change",
    "Drift",
    "Obstacle",
    "PublishError",
    "Stage",
    "recover",
    "staging",
    "verify",
    "write_manifest",
]
