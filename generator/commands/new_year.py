"""`ita new-year`: the files that a year begins with."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.arguments import language, project, today_or
from generator.commands.exits import PROBLEMS
from generator.console import Console
from generator.help import Command, Refused, argument, asked_language
from generator.new_year import write_new, year_files
from generator.pipeline import check_project
from generator.records.standard import Standard
from generator.standards_library import Standards
from generator.thai import parse_year


@click.command("new-year", cls=Command, help="new_year.help")
@argument("year", help="new_year.option.year")
@project
@language
@click.pass_context
def command(ctx: click.Context, year: str, project: Path) -> None:
    console = Console(asked_language())
    library = Standards(project)
    standard = _standard(year, library)
    facts, problems = check_project(project, today_or(None))
    if facts is None or standard is None:
        console.report(problems if facts is None else library.problems)
        ctx.exit(PROBLEMS)
    for file in tuple(year_files(facts, standard, console.words)):
        told = console.words(file.says, **file.facts)
        if file.text is not None and write_new(project / file.name, file.text):
            console.say("new_year.made.says", path=file.name, what=told)
        elif os.path.lexists(project / file.name):
            console.say("new_year.kept", path=file.name)
        else:
            console.say("new_year.wait.says", path=file.name, why=told)
    console.say("new_year.then", year=standard.year)


def _standard(typed: str, library: Standards) -> Standard | None:
    """The standard of a year typed in any form; absent where its file cannot be read."""
    words, known = asked_language(), ", ".join(map(str, library.years))
    year = parse_year(typed)
    if year is None:
        raise Refused(words("new_year.no_year", text=typed))
    if not library.has_file(year):
        newest = max(library.years)
        raise Refused(words("new_year.no_standard", year=year, known=known, newest=newest))
    return library.get(year)
