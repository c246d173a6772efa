"""Engines and the preview server; nothing outside this package knows MkDocs."""

from __future__ import annotations

from generator.build.engines import Engine, build_site
from generator.build.errors import BuildError, EngineMissing, PortTaken

__all__ = ["BuildError", "Engine", "EngineMissing", "PortTaken", "build_site"]
