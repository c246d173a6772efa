"""The reports that the website carries beside its pages, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Link, Value
from generator.compute.facts import Facts
from generator.records.report import ReportFormat
from generator.words import Language, Words


def report_name(
    year: int, form: ReportFormat, part: str | None = None, language: Language = Language.THAI
) -> str:
    marks = (str(year), part, None if language is Language.THAI else language)
    return f"report-{'-'.join(mark for mark in marks if mark)}.{form}"


def published_reports(facts: Facts, year: int) -> Iterator[tuple[ReportFormat, str]]:
    """The formats that the settings ask for, each with the path of its file on the site."""
    if year in facts.results or year in facts.plans:
        for form in facts.project.site.record.report.publish:
            yield form, f"{year}/{report_name(year, form)}"


def report_links(facts: Facts, year: int, t: Words) -> Iterator[tuple[Link, Value]]:
    """The way to each report of a year, with what its format is good for."""
    for form, path in published_reports(facts, year):
        text = t("document.link", form=form.upper(), year=year)
        yield Link(text, file=path), t(f"document.link_says.{form}")
