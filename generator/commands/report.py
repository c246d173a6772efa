"""`ita report`: a year as a document to print, to sign and to file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.arguments import Folder, OneOf, language, project_option, today, today_or
from generator.commands.exits import PROBLEMS
from generator.compute.facts import Facts
from generator.console import Console
from generator.help import Command, Refused, argument, asked_language, option
from generator.pages.reports import report_name
from generator.pipeline import check_project
from generator.problems import has_errors
from generator.records.report import ReportFormat
from generator.thai import parse_year
from generator.words import Language, Words
from generator.workspace import write_if_changed


@click.command("report", cls=Command, help="document.help")
@argument("year", help="document.option.year")
@project_option
@option("--part", type=OneOf(["results", "measures", "progress"]), help="document.option.part")
@option(
    "--format",
    "form",
    type=OneOf([str(form) for form in ReportFormat]),
    default="pdf",
    help="document.option.format",
)
@option(
    "--language",
    "spoken",
    type=OneOf([str(each) for each in Language]),
    default="th",
    help="document.option.language",
)
@option("--out", type=Folder(exists=False), help="document.option.out")
@today
@language
@click.pass_context
def command(
    ctx: click.Context,
    year: str,
    project: Path,
    part: str | None,
    form: str,
    spoken: str,
    out: Path | None,
    today: date | None,
) -> None:
    from generator.document.published import WRITERS
    from generator.document.report import ReportPart, compute_report  # only now: they load slowly

    words, t = asked_language(), Words(Language(spoken))
    facts, problems = check_project(project, today_or(today))
    if facts is None or has_errors(problems):
        Console(words).report(problems)
        ctx.exit(PROBLEMS)
    number = _asked_year(facts, year, words)
    asked = ReportPart(part) if part else None
    report = compute_report(facts, number, (asked,) if asked else ReportPart, t)
    if report is None:
        raise Refused(words("document.no_part", year=number, part=part))
    path = (out or project / "report") / report_name(number, ReportFormat(form), asked, t.language)
    write_if_changed(path, WRITERS[ReportFormat(form)](report, t))
    Console(words).say("commands.wrote", path=path)


def _asked_year(facts: Facts, typed: str, words: Words) -> int:
    """The year in any form that it can be typed in; a refusal says which years there are."""
    known = sorted({*facts.results, *facts.plans})
    year = parse_year(typed)
    if year in known:
        return year
    if not known:
        raise Refused(words("document.none_at_all"))
    raise Refused(words("document.no_year", year=typed, known=", ".join(map(str, known))))
