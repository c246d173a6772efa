"""What the search of a site reads: the words of its pages, by year."""

from __future__ import annotations

from generator.search.box import box_words
from generator.search.shards import INDEX, read_pages, search_files

__all__ = ["INDEX", "box_words", "read_pages", "search_files"]
