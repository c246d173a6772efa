"""`ita verify`: whether every file of a site is as it was published."""

from __future__ import annotations

from collections import Counter

import click

from generator.arguments import Folder, language
from generator.commands.exits import CLEAN, ENVIRONMENT, PROBLEMS
from generator.console import Console
from generator.escape import is_web_address
from generator.help import Command, Refused, argument, asked_language
from generator.project import SITE_FILE
from generator.publish import Change, Drift, read_manifest, verify

OUT = "site"


@click.command("verify", cls=Command, help="verify.help")
@argument("target", default=".", help="verify.option.target")
@language
@click.pass_context
def command(ctx: click.Context, target: str) -> None:
    console = Console(asked_language())
    found = _live(target, console) if is_web_address(target) else _local(ctx, target)
    if isinstance(found, int):
        ctx.exit(found)
    count, drifts = found
    for drift in drifts:
        console.say(f"verify.{drift.change}", path=drift.path)
    changes = Counter(drift.change for drift in drifts)
    unknown = changes.pop(Change.UNKNOWN, 0)
    if drifts:
        console.say("verify.differs", count=count, changed=changes.total(), unknown=unknown)
    else:
        console.say("verify.same", count=count)
    ctx.exit(PROBLEMS if changes else ENVIRONMENT if unknown else CLEAN)


def _local(ctx: click.Context, typed: str) -> tuple[int, list[Drift]]:
    target = Folder().convert(typed, None, ctx)
    site = target / OUT if (target / SITE_FILE).exists() else target
    entries = read_manifest(site)
    if entries is None:
        raise Refused(asked_language()("verify.no_manifest", place=site))
    return len(entries), verify(site)


def _live(address: str, console: Console) -> tuple[int, list[Drift]] | int:
    """What differs, or how the command ends where there is nothing to compare with."""
    from generator.live_site import Lack, LackingError, LiveSite

    site = LiveSite(address)
    try:
        entries = site.manifest()
    except LackingError as error:
        gone = error.kind is Lack.GONE
        key = "no_manifest" if gone else "unreachable"
        console.say(f"verify.{key}", place=error.url, reason=error.reason)
        return PROBLEMS if gone else ENVIRONMENT
    return len(entries), list(site.drifts(entries))
