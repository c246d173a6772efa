"""`ita freeze`: the addresses that were submitted, so that they go on opening."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from generator.arguments import language, project, today, today_or
from generator.commands.exits import PROBLEMS
from generator.commands.year_list import asked_list
from generator.console import Console
from generator.freeze import frozen_name, frozen_text, opens, site_paths, submitted_paths
from generator.help import Command, Refused, argument, asked_language, option
from generator.pipeline import check_project
from generator.problems import has_errors
from generator.redirects import load_moves
from generator.words import Language, Words
from generator.workspace import write_if_changed


@click.command("freeze", cls=Command, help="freeze.help")
@argument("year", help="freeze.option.year")
@project
@option("--again", is_flag=True, help="freeze.option.again")
@today
@language
@click.pass_context
def command(ctx: click.Context, year: str, project: Path, again: bool, today: date | None) -> None:
    words = asked_language()
    day = today_or(today)
    facts, problems = check_project(project, day)
    disclosure = asked_list(facts, year) if facts else None
    name = frozen_name(disclosure.year) if disclosure else ""
    others = [problem for problem in problems if problem.place.path != name]
    if facts is None or disclosure is None or has_errors(others):
        Console(words).report(others)
        ctx.exit(PROBLEMS)
    if os.path.lexists(project / name) and not again:
        raise Refused(words("freeze.exists", path=name))
    items = submitted_paths(disclosure, Words(Language.THAI))
    site, moves = site_paths(facts), load_moves(project)[0]
    paths = [path for each in items.values() for path in each]
    closed = [path for path in paths if not opens(path, site, moves)]
    if closed:
        raise Refused(words("freeze.closed", paths=", ".join(closed)))
    write_if_changed(project / name, frozen_text(items, day).encode("utf-8"))
    Console(words).say("freeze.done", path=name, count=len(paths), year=disclosure.year)
