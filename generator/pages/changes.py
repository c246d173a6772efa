"""`/changes/`: what was published, changed and withdrawn on which day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.blocks import Column, Link, Row, Table, Value
from generator.compute.facts import Facts
from generator.dates import day_text
from generator.history import ADDRESS, FILE, Entry, published_files
from generator.pages.common import agency_name, listing
from generator.pages.page import Page
from generator.words import Words

NEWEST = 50
LISTED_AT_MOST = 20


def pages(facts: Facts, t: Words) -> Iterator[Page]:
    chain = facts.project.history
    agency = agency_name(facts, t)
    yield Page(
        address=ADDRESS,
        kind="changes",
        title=t("changes.title"),
        description=t("changes.description", agency=agency),
        nav_title=t("changes.nav"),
        view={"older": max(0, len(chain) - NEWEST), "file": Link(FILE, file=FILE)},
        tables=(entry_table(chain[-NEWEST:], published_files(chain), t),) if chain else (),
    )


def entry_table(entries: tuple[Entry, ...], standing: Mapping[str, str], t: Words) -> Table:
    """Newest first."""
    columns = (
        Column("number", t("changes.column.number")),
        Column("date", t("changes.column.date"), header=True),
        Column("added", t("changes.column.added")),
        Column("changed", t("changes.column.changed")),
        Column("removed", t("changes.column.removed")),
    )
    rows = tuple(_row(entry, standing, t) for entry in reversed(entries))
    return Table("changes", t("changes.table"), columns, rows)


def _row(entry: Entry, standing: Mapping[str, str], t: Words) -> Row:
    first = not entry.previous
    parts = (entry.added, entry.changed, entry.removed)
    shown = (
        t("changes.first", count=len(entry.added)) if first and part else _cell(part, standing, t)
        for part in parts
    )
    return Row((entry.number, day_text(entry.date, t.language), *shown))


def _cell(paths: Mapping[str, str], standing: Mapping[str, str], t: Words) -> Value:
    if not paths:
        return None
    named = [_named(path, standing) for path in list(paths)[:LISTED_AT_MOST]]
    more = len(paths) - len(named)
    return listing([*named, t("changes.more", count=more)] if more else named)


def _named(path: str, standing: Mapping[str, str]) -> Value:
    """A link where it can still be opened."""
    if path not in standing:
        return path
    if path.endswith("/"):
        return Link(path, page=path.strip("/"))
    return Link(path, file=path.removeprefix("/"))
