"""What keeps an engine or the preview from its work."""

from __future__ import annotations


class BuildError(Exception):
    """The engine stopped; the text is its own complaint."""


class EngineMissing(BuildError):
    """The engine asked for is not installed."""


class PortTaken(Exception):
    """The port asked for cannot be had: another program listens on it, or the system keeps it."""
