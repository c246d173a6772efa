"""What keeps a report from being made."""

from __future__ import annotations


class ToolMissing(Exception):
    """The optional extra of that name is not installed."""
