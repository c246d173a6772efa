"""What commands take: folders, days, formats; each refusal is in the language asked for."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import click

from generator.help import asked_language, option
from generator.report import Format
from generator.thai import BadDate, parse_date
from generator.words import Language

BANGKOK = timezone(timedelta(hours=7))
CLOCK = "SOURCE_DATE_EPOCH"


class Day(click.ParamType[date]):
    """A day, in any form that the records take; a C.E. ISO date is taken too."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        text = str(value)
        try:
            return date.fromisoformat(text) if text.startswith(("19", "20")) else parse_date(text)
        except (BadDate, ValueError):
            self.fail(asked_language()("commands.bad_date", text=text), param, ctx)


class Folder(click.ParamType[Path]):
    """A folder that exists, as an absolute path."""

    name = "folder"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        path = Path(str(value)).resolve()
        if not path.is_dir():
            self.fail(asked_language()("commands.no_folder", path=value), param, ctx)
        return path


def today_or(asked: date | None) -> date:
    """The day asked for, the one that SOURCE_DATE_EPOCH sets, or the day in Thailand now."""
    if asked is not None:
        return asked
    seconds = os.environ.get(CLOCK, "")
    if seconds.isdecimal():
        return datetime.fromtimestamp(int(seconds), BANGKOK).date()
    return datetime.now(BANGKOK).date()


project = click.argument("project", default=".", type=Folder())
project_option = option("--project", type=Folder(), default=".", help="commands.option.project")
today = option("--today", type=Day(), help="commands.option.today")
report_format = option(
    "--format",
    "form",
    type=click.Choice([str(form) for form in Format]),
    default="text",
    help="commands.option.format",
)
strict = option("--strict", is_flag=True, help="commands.option.strict")
language = option(
    "--lang",
    type=click.Choice([str(each) for each in Language]),
    default="th",
    envvar="ITA_LANG",
    expose_value=False,
    is_eager=True,
    help="commands.option.lang",
)
