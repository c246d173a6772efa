"""Warnings that were waived with a reason are told as notes; a waiver of nothing is told too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.compute.facts import Facts
from generator.load import Document
from generator.problems import Problem, Severity
from generator.records.waiver import Waiver
from generator.rules.place import problem_at
from generator.thai import to_arabic
from generator.tree import Step
from generator.validate import nearest


@dataclass(slots=True)
class _Given:
    """One waiver with the place where it was typed, and whether anything was waived by it."""

    document: Document
    path: tuple[Step, ...]
    waiver: Waiver
    used: bool = False


@dataclass(slots=True)
class _File:
    """The waivers of one file, and the codes that could have been waived there."""

    given: list[_Given] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)


def waive(facts: Facts, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems that remain; an error cannot be waived."""
    files = _files(facts)
    for problem in problems:
        known = files.get(problem.place.path)
        if known is None or problem.severity is Severity.ERROR:
            yield problem
            continue
        known.codes.add(problem.code)
        given = next((each for each in known.given if _covers(each.waiver, problem)), None)
        if given is None:
            yield problem
        else:
            given.used = True
    for known in {id(known): known for known in files.values()}.values():
        for given in known.given:
            yield _told(given, known.codes)


def _files(facts: Facts) -> Mapping[str, _File]:
    site = facts.project.site
    general = _File(
        [_Given(site.document, ("waivers", i), w) for i, w in enumerate(site.record.waivers)]
    )
    pages = (page.file for page in facts.project.hand_pages)
    found: dict[str, _File] = dict.fromkeys((site.document.name, *pages), general)
    for entry in facts.project.years:
        for loaded in (entry.assessment, entry.measures, entry.progress, entry.oit):
            if loaded is None:
                continue
            known = found.setdefault(loaded.document.name, _File())
            for index, waiver in enumerate(loaded.record.waivers):
                known.given.append(_Given(loaded.document, ("waivers", index), waiver))
    return found


def _covers(waiver: Waiver, problem: Problem) -> bool:
    if waiver.rule != problem.code:
        return False
    about = to_arabic(waiver.about or "")
    return not about or about in {str(value) for value in problem.facts.values()}


def _told(given: _Given, codes: set[str]) -> Problem:
    waiver = given.waiver
    about = f" ({waiver.about})" if waiver.about else ""
    told: dict[str, object] = {"rule": waiver.rule, "about": about}
    if given.used:
        told["reason"] = waiver.reason
        return problem_at(given.document, given.path, "WAIVER-USED", told, Severity.NOTE)
    told["suggestion"] = nearest(waiver.rule, {code.lower() for code in codes}).upper()
    return problem_at(given.document, (*given.path, "rule"), "WAIVER-UNUSED", told)
