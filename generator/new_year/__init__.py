"""The files that a year begins with: what recurs is carried over, what is missing is named."""

from __future__ import annotations

from generator.new_year.files import NewFile, write_new, year_files

__all__ = ["NewFile", "write_new", "year_files"]
