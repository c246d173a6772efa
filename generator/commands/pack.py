"""`ita pack`: what is typed into the assessment system."""

from __future__ import annotations

from pathlib import Path

import click

from generator.arguments import Folder, language, project, today_or
from generator.commands.exits import PROBLEMS
from generator.commands.year_list import asked_list
from generator.console import Console
from generator.help import Command, Refused, argument, asked_language, option
from generator.pipeline import check_project
from generator.problems import has_errors
from generator.words import Language, Words
from generator.workspace import write_if_changed


@click.command("pack", cls=Command, help="pack.help")
@argument("year", help="pack.option.year")
@project
@option("--out", type=Folder(exists=False), help="pack.option.out")
@language
@click.pass_context
def command(ctx: click.Context, year: str, project: Path, out: Path | None) -> None:
    from generator.pack.answers import compute_pack
    from generator.pack.files import pack_files  # the writer of workbooks takes a while to load

    console = Console(asked_language())
    facts, problems = check_project(project, today_or(None))
    if facts is None or has_errors(problems):
        console.report(problems)
        ctx.exit(PROBLEMS)
    asked = asked_list(facts, year).year
    site_url = facts.project.site.record.site_url
    if site_url is None:
        raise Refused(asked_language()("pack.no_site_url"))
    thai = Words(Language.THAI)
    folder = out or project / "pack"
    for name, data in pack_files(compute_pack(facts, asked, site_url, thai), thai):
        write_if_changed(folder / name, data)
        console.say("commands.wrote", path=folder / name)
