"""`ita status`: what is missing and what is due when, on one screen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click
from rich.table import Table

from generator.arguments import OneOf, language, project, today, today_or
from generator.commands.exits import CLEAN, PROBLEMS
from generator.console import Console
from generator.help import Command, asked_language, option
from generator.pipeline import check_project
from generator.standards_library import Standards
from generator.status import Due, Lack, Status, compute_status
from generator.thai import format_date
from generator.thai.dates import BE
from generator.words import Language, Words

SHOWN = 10
# What the standards call the events that this program helps with, and what to say of them.


@click.command("status", cls=Command, help="status.help")
@project
@today
@option(
    "--format", "form", type=OneOf(["text", "json"]), default="text", help="status.option.format"
)
@language
@click.pass_context
def command(ctx: click.Context, project: Path, today: date | None, form: str) -> None:
    words, day = asked_language(), today_or(today)
    facts, problems = check_project(project, day)
    library = facts.project.standards if facts else Standards(project)
    status = compute_status(facts, library, problems, day)
    if form == "json":
        click.echo(json.dumps(_as_json(status, words), ensure_ascii=False, indent=2))
    else:
        _show(status, Console(words))
    ctx.exit(PROBLEMS if status.lacks else CLEAN)


def _show(status: Status, console: Console) -> None:
    t = console.words
    console.say("status.title", year=status.year, today=_day(status.today, t))
    tables = [_due_table(status, t)]
    if status.lacks:
        tables.append(_lacks_table(status, t))
    warnings = t("status.warnings", count=status.warnings) if status.warnings else ""
    nothing = "" if status.lacks else t("status.nothing")
    console.tables(tables, "\n".join(text for text in (nothing, warnings) if text))


def _due_table(status: Status, t: Words) -> Table:
    table = _table(t, "due", "when", "event", "left", "next")
    for due in status.due:
        event = f"{_event(due, t)} {due.year}"
        table.add_row(_when(due, t), event, _left(due, status.today, t), _prepare(due, t))
    for year in status.no_dates:
        table.add_row(t("status.no_dates.when"), str(year), "", t("status.no_dates.next"))
    return table


def _lacks_table(status: Status, t: Words) -> Table:
    table = _table(t, "lacks", "year", "lack", "next")
    for lack in status.lacks:
        told = _told(lack, t)
        table.add_row(str(lack.year), told["says"], told["next"])
    return table


def _table(t: Words, title: str, *columns: str) -> Table:
    table = Table(title=t(f"status.table.{title}"), title_justify="left")
    for column in columns:
        table.add_column(t(f"status.column.{column}"), overflow="fold")
    return table


def _event(due: Due, t: Words) -> str:
    return t.either(due.event.event, due.event.event_en)


def _when(due: Due, t: Words) -> str:
    """The days of an event; those that nobody has confirmed say so."""
    days = _day(due.first, t)
    if due.last != due.first:
        days = t("status.period", first=days, last=_day(due.last, t))
    return days if due.event.sure.verified else f"{days} ({t('status.unverified')})"


def _day(day: date, t: Words) -> str:
    """In the Buddhist era; month names are Thai words."""
    return f"{day.year + BE}-{day:%m-%d}" if t.language is Language.ENGLISH else format_date(day)


def _left(due: Due, today: date, t: Words) -> str:
    if due.last == today:
        return t("status.left.today")
    if due.begun:
        return t("status.left.to_end", days=(due.last - today).days)
    return t("status.left.to_day", days=due.days)


def _prepare(due: Due, t: Words) -> str:
    return t(f"status.prepare.{due.event.kind}", year=due.year)


def _told(lack: Lack, t: Words) -> dict[str, str]:
    """What is missing and what to do, with the first of its parts by name."""
    which = ", ".join(lack.which[:SHOWN])
    if len(lack.which) > SHOWN:
        which += t("status.more", count=len(lack.which) - SHOWN)
    facts: Mapping[str, object] = {
        "year": lack.year,
        "count": len(lack.which),
        "which": which,
        **lack.facts,
    }
    return {part: t(f"status.lack.{lack.kind}.{part}", **facts) for part in ("says", "next")}


def _as_json(status: Status, t: Words) -> dict[str, object]:
    """The same for programs; its days are of the Christian era, as in the data of the site."""
    return {
        "today": status.today.isoformat(),
        "fiscal_year": status.year,
        "due": [
            {
                "fiscal_year": due.year,
                "event": _event(due, t),
                "from": due.first.isoformat(),
                "to": due.last.isoformat(),
                "verified": due.event.sure.verified,
                "next": _prepare(due, t),
            }
            for due in status.due
        ],
        "years_without_dates": list(status.no_dates),
        "missing": [
            {
                "kind": each.kind,
                "fiscal_year": each.year,
                "which": list(each.which),
                **_told(each, t),
            }
            for each in status.lacks
        ],
        "errors": status.errors,
        "warnings": status.warnings,
    }
