"""`ita history`: what changed when, and going on from the history of the published site."""

from __future__ import annotations

from pathlib import Path

import click

from generator.arguments import language, project
from generator.commands.exits import CLEAN, ENVIRONMENT, PROBLEMS
from generator.console import Console
from generator.dates import day_text
from generator.help import Command, Refused, asked_language, option
from generator.history import FILE, Broken, Chain, load_history, parse_history
from generator.hosts import is_web_address
from generator.workspace import write_history


@click.command("history", cls=Command, help="changes.help")
@project
@option("--from", "url", metavar="URL", help="changes.option.from")
@language
@click.pass_context
def command(ctx: click.Context, project: Path, url: str | None) -> None:
    console = Console(asked_language())
    chain, problems = load_history(project)
    if url:
        ctx.exit(_go_on(project, chain, url, console))
    console.report(problems)
    for entry in chain:
        sizes = {key: len(getattr(entry, key)) for key in ("added", "changed", "removed")}
        day = day_text(entry.date, console.words.language)
        console.say("changes.row", number=entry.number, date=day, **sizes)
    ctx.exit(PROBLEMS if problems else CLEAN)


def _go_on(project: Path, chain: Chain, url: str, console: Console) -> int:
    """What was published counts; only a site without a history leaves the project's own."""
    from generator.live_site import Lack, LackingError, LiveSite

    if not is_web_address(url):
        raise Refused(console.words("audit.bad_address", text=url))
    try:
        published = parse_history(LiveSite(url).read(FILE))
    except LackingError as error:
        if error.kind is Lack.GONE:
            console.say("changes.not_published", url=url, count=len(chain))
            return CLEAN
        console.say("changes.unreachable", url=url, reason=error.reason)
        return ENVIRONMENT
    except Broken:
        console.say("changes.broken", url=url)
        return PROBLEMS
    write_history(project, published)
    console.say("changes.fetched", url=url, count=len(published))
    return CLEAN
