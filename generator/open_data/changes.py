"""What changed and when, as far as the records say: results, plans, updates, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.blocks import Link
from generator.compute.disclosure import DisclosureItem, YearDisclosure
from generator.compute.facts import Facts
from generator.compute.follow_up import YearProgress
from generator.compute.results import YearResults
from generator.pages.common import item_address
from generator.words import Words


@dataclass(frozen=True, slots=True)
class Event:
    """One change: its day, what it is, and where it is told."""

    day: date
    title: str
    link: Link


def has_changes(facts: Facts) -> bool:
    return any(
        (
            any(results.assessment.announced for results in facts.results.values()),
            any(plan.record.approved for plan in facts.plans.values()),
            any(entry.updates for each in facts.progress.values() for entry in each.measures),
            any(
                _has_day(item) for each in facts.disclosure.values() for item in each.items.values()
            ),
        )
    )


def _has_day(item: DisclosureItem) -> bool:
    return bool(item.record and item.record.updated) or any(_documents(item))


def list_changes(facts: Facts, t: Words) -> tuple[Event, ...]:
    """Newest first; those of one day in the order of the site."""
    found = [
        *(event for results in facts.results.values() for event in _announced(results, t)),
        *(event for year in facts.plans for event in _approved(facts, year, t)),
        *(event for progress in facts.progress.values() for event in _updates(progress, t)),
        *(event for listed in facts.disclosure.values() for event in _published(listed, t)),
    ]
    return tuple(sorted(found, key=lambda event: event.day, reverse=True))


def _announced(results: YearResults, t: Words) -> Iterator[Event]:
    day, year = results.assessment.announced, results.year
    if day is None:
        return
    title = t("open_data.feed.announced", year=year)
    if results.total is not None:
        level = results.level.name or ""
        title = t("open_data.feed.announced_total", year=year, total=results.total, level=level)
    yield Event(day, title.strip(), Link(title, f"{year}/assessment"))


def _approved(facts: Facts, year: int, t: Words) -> Iterator[Event]:
    day = facts.plans[year].record.approved
    if day is not None:
        title = t("open_data.feed.approved", year=year)
        yield Event(day, title, Link(title, f"{year}/measures"))


def _updates(progress: YearProgress, t: Words) -> Iterator[Event]:
    for entry in progress.measures:
        for update in entry.updates:
            title = t(
                "open_data.feed.update",
                number=entry.measure.number,
                title=entry.measure.title,
                state=t(f"pages.state.{update.state}"),
            )
            link = Link(title, f"{progress.year}/progress", f"p-{entry.measure.anchor}")
            yield Event(update.date, title, link)


def _published(listed: YearDisclosure, t: Words) -> Iterator[Event]:
    for code, item in listed.items.items():
        link = Link(code, item_address(listed.year, code))
        for day, name in _documents(item):
            yield Event(day, t("open_data.feed.evidence", code=code, title=name), link)
        if item.record and item.record.updated:
            title = t("open_data.feed.updated", code=code, name=item.standard.name)
            yield Event(item.record.updated, title, link)


def _documents(item: DisclosureItem) -> Iterator[tuple[date, str]]:
    for given in item.evidence:
        if given.published:
            yield given.published, given.title
    for step in item.series.steps if item.series else ():
        if step.entry and step.entry.published and step.entry.title:
            yield step.entry.published, step.entry.title
