"""`ita rollback`: an earlier build, published again."""

from __future__ import annotations

from pathlib import Path

import click

from generator.arguments import BANGKOK, Folder, language, project_option
from generator.console import Console
from generator.help import Command, Refused, argument, asked_language, option
from generator.pipeline import roll_back
from generator.publish import Kept
from generator.thai import to_arabic
from generator.thai.dates import format_date
from generator.workspace import shelf


@click.command("rollback", cls=Command, help="rollback.help")
@argument("number", required=False, help="rollback.option.number")
@option("--list", "listed", is_flag=True, help="rollback.option.list")
@project_option
@option("--out", type=Folder(exists=False), help="commands.option.out")
@language
def command(number: str | None, listed: bool, project: Path, out: Path | None) -> None:
    words = asked_language()
    console = Console(words)
    site = out or project / "site"
    builds = shelf(project).builds()
    if not builds:
        raise Refused(words("rollback.none"))
    if listed:
        for kept in reversed(builds):
            key = "row_published" if kept.is_published(site) else "row"
            console.say(f"rollback.{key}", files=len(kept.entries), **_facts(kept))
        return
    restored = roll_back(project, site, _number(number))
    if restored is None:
        known = ", ".join(str(each.number) for each in builds if not each.is_published(site))
        raise Refused(words("rollback.no_such", number=number or "", known=known or "-"))
    console.say("rollback.done", out=site, **_facts(restored))


def _number(typed: str | None) -> int | None:
    if typed is None:
        return None
    if not to_arabic(typed).isdecimal():
        raise Refused(asked_language()("rollback.bad_number", text=typed))
    return int(to_arabic(typed))


def _facts(kept: Kept) -> dict[str, object]:
    when = kept.published.astimezone(BANGKOK)
    return {"number": kept.number, "date": f"{format_date(when.date())} {when:%H:%M}"}
