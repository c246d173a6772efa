"""Engines and the preview server; nothing outside this package knows MkDocs."""

from __future__ import annotations

from generator.build.engines import BuildError, Engine, EngineMissing, build_site

__all__ = ["BuildError", "Engine", "EngineMissing", "build_site"]
