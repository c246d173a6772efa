"""Which files a year begins with, and writing those that do not exist."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.compute.facts import Facts
from generator.compute.plans import YearPlan, compute_plan
from generator.load import load_text
from generator.new_year.measures import measures_lines
from generator.new_year.oit import carried, earlier_items, oit_lines
from generator.new_year.progress import progress_lines
from generator.new_year.weak import find_grouping, find_weak
from generator.project import CONTENT
from generator.records.measures import Measures
from generator.records.standard import Standard
from generator.records.standard_words import WhichYear
from generator.validate import validate
from generator.words import Words


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that a year begins with: its text, or only why it cannot be made yet."""

    name: str
    text: str | None
    says: str
    facts: Mapping[str, object] = field(default_factory=dict)


def year_files(facts: Facts, standard: Standard, t: Words) -> Iterator[NewFile]:
    """The disclosure list and the plan of a year, and the report that the year asks for."""
    yield _oit(facts, standard, t)
    measures = _measures(facts, standard, t)
    yield measures
    yield _progress(facts, standard, measures, t)


def _oit(facts: Facts, standard: Standard, t: Words) -> NewFile:
    name, count = _name(standard.year, "oit"), len(standard.disclosure_items)
    if not count:
        return NewFile(name, None, "new_year.wait.no_items", {"year": standard.year})
    earlier = earlier_items(list(facts.disclosure.values()), standard.year)
    text = _text(facts.project.root, "oit", oit_lines(standard, earlier, t))
    told = {"count": count, "carried": carried(standard, earlier)}
    return NewFile(name, text, "new_year.made.oit", told)


def _measures(facts: Facts, standard: Standard, t: Words) -> NewFile:
    name, before = _name(standard.year, "measures"), standard.year - 1
    results = facts.results.get(before)
    if results is None:
        path = _name(before, "assessment")
        return NewFile(name, None, "new_year.wait.no_results", {"before": before, "path": path})
    grouping = find_grouping(standard, results.standard, facts.project.standards)
    weak = find_weak(results, grouping)
    lines = measures_lines(standard, results, weak, grouping, t)
    text = _text(facts.project.root, "measures", lines)
    return NewFile(name, text, "new_year.made.measures", {"count": len(weak), "before": before})


def _progress(facts: Facts, standard: Standard, measures: NewFile, t: Words) -> NewFile:
    """Progress stands in the folder of the plan that it is of, which may be the year before."""
    report = standard.report
    if report is None or report.measures is None:
        name = _name(standard.year, "progress")
        return NewFile(name, None, "new_year.wait.no_report", {"year": standard.year})
    year = standard.year - 1 if report.measures is WhichYear.PREVIOUS else standard.year
    name = _name(year, "progress")
    plan = facts.plans.get(year)
    if plan is None and year == standard.year:
        plan = _plan_begun(facts, standard, measures)
    if plan is None:
        told = {"plan": year, "path": _name(year, "measures")}
        return NewFile(name, None, "new_year.wait.no_plan", told)
    text = _text(facts.project.root, "progress", progress_lines(plan, standard, t))
    return NewFile(name, text, "new_year.made.progress", {"count": len(plan.measures)})


def _plan_begun(facts: Facts, standard: Standard, measures: NewFile) -> YearPlan | None:
    """The plan that this run begins, where the year has none yet."""
    if measures.text is None or os.path.lexists(facts.project.root / measures.name):
        return None
    record, _ = validate(load_text(measures.text, measures.name), Measures)
    if record is None:
        return None
    named = facts.project.standards.get(record.based_on or standard.year - 1)
    return compute_plan(standard, record, facts.results, named)


def _name(year: int, kind: str) -> str:
    return f"{CONTENT}/{year}/{kind}.yaml"


def _text(root: Path, kind: str, lines: Iterable[str]) -> str:
    return "\n".join([_schema_line(root, kind), *lines]) + "\n"


def _schema_line(root: Path, kind: str) -> str:
    """For editors: the nearest folder of schemas, or where `ita schema` puts it in the project."""
    name = f"schemas/{kind}.schema.json"
    folders = enumerate((root, *root.parents))
    above = next((up for up, folder in folders if (folder / name).is_file()), 0)
    return f"# yaml-language-server: $schema={'../' * (above + 2)}{name}"


def write_new(path: Path, text: str) -> bool:
    """Write a file that does not exist; one that does is left as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True
