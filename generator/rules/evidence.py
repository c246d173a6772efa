"""Evidence: its file exists under its exact name, its link is safe, and no period is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compute.facts import Facts
from generator.hosts import host_of, is_private_host, is_web_address
from generator.load import Document
from generator.problems import Problem, Severity
from generator.project import CONTENT, FILES, YearRecords
from generator.records.evidence import Addressed
from generator.records.words import EvidenceState
from generator.rules.place import problem_at
from generator.thai import format_months
from generator.tree import Step
from generator.validate import nearest

SAFE_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9_-])?\Z")
# Windows keeps these names for devices, whatever their ending: a copy of the site cannot hold them.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)
# Nobody can see where these lead, and they end when their owner does.
SHORTENERS = frozenset(
    {"bit.ly", "cutt.ly", "goo.gl", "is.gd", "lin.ee", "ow.ly", "rb.gy", "s.id", "shorturl.asia"}
    | {"shorturl.at", "t.co", "t.ly", "tinyurl.com"}
)


def _given(entry: YearRecords) -> Iterator[tuple[Document, tuple[Step, ...], Addressed]]:
    """Every piece of evidence of a year with the place where it was typed."""
    if entry.oit:
        for code, item in entry.oit.record.items.items():
            for index, given in enumerate(item.evidence):
                yield entry.oit.document, ("items", code, "evidence", index), given
            for period, part in item.series.items():
                yield entry.oit.document, ("items", code, "series", period), part
    if entry.progress:
        for number, updates in entry.progress.record.measures.items():
            for row, update in enumerate(updates):
                for index, given in enumerate(update.evidence):
                    path = ("measures", number, row, "evidence", index)
                    yield entry.progress.document, path, given


def file_missing(facts: Facts) -> Iterator[Problem]:
    """A named file is not in the year's folder under exactly that name."""
    for entry in facts.project.years:
        for document, path, given in _given(entry):
            if given.file is None:
                continue
            where = (*path, "file")
            told = {"name": given.file, "folder": f"{CONTENT}/{entry.year}/{FILES}"}
            if not SAFE_NAME.match(given.file):
                yield problem_at(document, where, "FILE-NAME", told, Severity.ERROR)
            elif DEVICES.match(given.file):
                yield problem_at(document, where, "FILE-NAME-RESERVED", told, Severity.ERROR)
            elif given.file not in entry.files:
                told["suggestion"] = nearest(given.file, entry.files)
                yield problem_at(document, where, "EVIDENCE-MISSING", told, Severity.ERROR)


def file_unfit(facts: Facts) -> Iterator[Problem]:
    """A file is not what its name says, would run something, or shows where a picture was taken."""
    for entry in facts.project.years:
        for document, path, given in _given(entry):
            known = entry.inspected.get(given.file or "")
            if known and known.fault:
                told = {"name": given.file, **known.fault.facts}
                where = (*path, "file")
                yield problem_at(document, where, known.fault.code, told, Severity.ERROR)


def names_alike(facts: Facts) -> Iterator[Problem]:
    """Two files whose names differ only in case are one file on Windows and macOS."""
    for entry in facts.project.years:
        first: dict[str, str] = {}
        for document, path, given in _given(entry):
            if given.file is None:
                continue
            other = first.setdefault(given.file.lower(), given.file)
            if other != given.file:
                told = {"name": given.file, "other": other}
                where = (*path, "file")
                yield problem_at(document, where, "FILE-NAMES-ALIKE", told, Severity.ERROR)


def address_unsafe(facts: Facts) -> Iterator[Problem]:
    """An outside address that no page may link to, or that may not lead there for long."""
    for entry in facts.project.years:
        for document, path, given in _given(entry):
            if given.url is None:
                continue
            where, told = (*path, "url"), {"text": given.url}
            if not is_web_address(given.url):
                yield problem_at(document, where, "ADDRESS-FORMAT", told, Severity.ERROR)
            elif is_private_host(given.url):
                yield problem_at(document, where, "ADDRESS-PRIVATE", told, Severity.ERROR)
            elif host_of(given.url) in SHORTENERS:
                yield problem_at(document, where, "ADDRESS-SHORTENED", told)
            elif given.url.lower().startswith("http:"):
                yield problem_at(document, where, "ADDRESS-NOT-SECURE", told)


def reason_missing(facts: Facts) -> Iterator[Problem]:
    """An item is called not applicable without a reason, or published without any evidence."""
    for entry in facts.project.years:
        if not entry.oit:
            continue
        for code, item in entry.oit.record.items.items():
            own_page = facts.disclosure[entry.year].items[code].own_page
            path = ("items", code, "state")
            told = {"code": code}
            if item.state is EvidenceState.NOT_APPLICABLE and not item.reason:
                yield problem_at(entry.oit.document, path, "NOT-APPLICABLE-NO-REASON", told)
            claimed = item.state in (EvidenceState.PUBLISHED, EvidenceState.PARTLY)
            if claimed and not (item.evidence or item.series or own_page):
                yield problem_at(entry.oit.document, path, "PUBLISHED-NO-EVIDENCE", told)


def series_incomplete(facts: Facts) -> Iterator[Problem]:
    """A period of a series is missing, or is typed so that it cannot be read."""
    for entry in facts.project.years:
        disclosure = facts.disclosure.get(entry.year)
        if not entry.oit or disclosure is None:
            continue
        for code in entry.oit.record.items:
            series = disclosure.items[code].series if code in disclosure.items else None
            path: tuple[Step, ...] = ("items", code, "series")
            for text in series.unread if series else ():
                where = (*path, text)
                told = {"text": text}
                yield problem_at(entry.oit.document, where, "PERIOD-UNREADABLE", told, key=True)
            if series and series.gaps:
                missing = ", ".join(format_months(gap) for gap in series.gaps)
                told = {"code": code, "missing": missing}
                yield problem_at(entry.oit.document, path, "SERIES-GAP", told, key=True)


def element_unknown(facts: Facts) -> Iterator[Problem]:
    """An element is ticked that the item does not have, or by evidence that is not there."""
    for entry in facts.project.years:
        for code, item in entry.oit.record.items.items() if entry.oit else ():
            assert entry.oit is not None
            known = len(entry.standard.items[code].elements)
            for number, element in item.elements.items():
                path = ("items", code, "elements", number)
                if not 1 <= number <= known:
                    told = {"code": code, "number": number, "known": known}
                    yield problem_at(entry.oit.document, path, "ELEMENT-UNKNOWN", told, key=True)
                given = element.evidence
                if given is not None and not 1 <= given <= len(item.evidence):
                    told = {"code": code, "number": given, "known": len(item.evidence)}
                    where = (*path, "evidence")
                    yield problem_at(entry.oit.document, where, "ELEMENT-EVIDENCE", told)


RULES = (
    file_missing,
    file_unfit,
    names_alike,
    address_unsafe,
    reason_missing,
    series_incomplete,
    element_unknown,
)
