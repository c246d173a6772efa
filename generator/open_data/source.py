"""A table that is reckoned when a file is made of it, and known by its key before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from generator.open_data.addresses import Addresses
from generator.open_data.recipe import recipe_key
from generator.open_data.sets import Found, TableSet
from generator.open_data.table import DataTable, joined, make_table
from generator.open_data.words import set_title
from generator.words import Words


class Source:
    """The same key means the same table."""

    def __init__(
        self,
        entry: TableSet,
        year: int | None,
        identify: Callable[[], str],
        make: Callable[[], DataTable],
    ) -> None:
        self.set = entry
        self.year = year
        self._identify = identify
        self._make = make

    @cached_property
    def key(self) -> str:
        return self._identify()

    @cached_property
    def table(self) -> DataTable:
        return self._make()


def source_of(found: Found, addresses: Addresses, t: Words) -> Source:
    tables = [table for _, table in found.tables]
    parts = (found.set.name, found.year, addresses.site_url, str(t.language), tables)
    return Source(
        found.set,
        found.year,
        lambda: recipe_key(*parts),
        lambda: make_table(found, addresses, t),
    )


def joined_source(sources: Sequence[Source], t: Words) -> Source:
    """The tables of one set over all years as one."""
    entry = sources[0].set
    title = set_title(entry, t)
    return Source(
        entry,
        None,
        lambda: recipe_key("joined", *(source.key for source in sources)),
        lambda: joined([source.table for source in sources], title),
    )
