"""`ita audit`: the built site, or the published one, as an assessor sees it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.arguments import Folder, OneOf, language, today, today_or
from generator.audit.history import FILE, History
from generator.audit.report import Form, render_audit
from generator.audit.site import audit_site
from generator.audit.source import INDEX, FolderSource, Source
from generator.commands.exits import CLEAN, PROBLEMS
from generator.escape import is_web_address
from generator.help import Command, Refused, argument, asked_language, option
from generator.project import SITE_FILE
from generator.standards_library import Standards
from generator.thai import parse_year


@click.command("audit", cls=Command, help="audit.help")
@argument("target", default=".", type=Folder(), help="audit.option.target")
@option("--year", help="audit.option.year")
@option("--live", metavar="URL", help="audit.option.live")
@option(
    "--format",
    "form",
    type=OneOf([str(form) for form in Form]),
    default="text",
    help="audit.option.format",
)
@today
@language
@click.pass_context
def command(
    ctx: click.Context,
    target: Path,
    year: str | None,
    live: str | None,
    form: str,
    today: date | None,
) -> None:
    words = asked_language()
    number = parse_year(year) if year else None
    standards = Standards(target)
    if year and (number is None or not standards.has_file(number)):
        known = ", ".join(map(str, standards.years))
        raise Refused(words("commands.no_standard", year=year, known=known))
    if live:
        history = History(target / FILE, today_or(today))
        audit = audit_site(_published(live), standards, number, history)
    else:
        audit = audit_site(FolderSource(_site_of(target)), standards, number)
    click.echo(render_audit(audit, Form(form), words))
    ctx.exit(CLEAN if audit.clean else PROBLEMS)


def _site_of(target: Path) -> Path:
    """The site of a project, or the folder itself where it holds a site."""
    site = target / "site" if (target / SITE_FILE).exists() else target
    if not (site / INDEX).is_file():
        raise Refused(asked_language()("audit.no_site", path=site))
    return site


def _published(address: str) -> Source:
    """A website, where the address is one; the libraries for it are loaded only here."""
    from generator.audit.live import LiveSource

    if not is_web_address(address):
        raise Refused(asked_language()("audit.bad_address", text=address))
    return LiveSource(address)
