"""`ita standards`: the standards as tables."""

from __future__ import annotations

from pathlib import Path

import click

from generator.arguments import language, project_option
from generator.commands.exits import PROBLEMS
from generator.console import Console
from generator.help import Command, Refused, argument, asked_language
from generator.standards_library import Standards
from generator.standards_print import year_tables, years_table
from generator.thai import parse_year


@click.command("standards", cls=Command, help="commands.standards")
@argument("year", required=False, help="commands.option.year")
@project_option
@language
@click.pass_context
def command(ctx: click.Context, year: str | None, project: Path) -> None:
    words = asked_language()
    library = Standards(project)
    if year is None:
        Console(words).tables([years_table(library.all(), words)])
    else:
        number = parse_year(year)
        standard = library.get(number) if number else None
        if standard is None and not library.problems:
            known = ", ".join(map(str, library.years))
            raise Refused(words("commands.no_standard", year=year, known=known))
        if standard is not None:
            Console(words).tables(year_tables(standard, words), words("commands.paraphrased"))
    if library.problems:
        Console(words).report(library.problems)
        ctx.exit(PROBLEMS)
