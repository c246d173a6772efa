"""What commands take: folders, days, words; each refusal is in the language asked for."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import click

from generator.help import Refused, argument, asked_language, option
from generator.report import Format
from generator.thai import BadDate, Reason, parse_date
from generator.validate import nearest
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
            return _day(text)
        except ValueError:
            self.fail(asked_language()("commands.bad_date", text=text), param, ctx)


def _day(text: str) -> date:
    try:
        return parse_date(text)
    except BadDate as error:
        if error.reason is not Reason.CHRISTIAN_ERA:
            raise
        return date.fromisoformat(text)


class Folder(click.ParamType[Path]):
    """A folder: one that exists, as an absolute path, or one that can be made."""

    name = "folder"

    def __init__(self, *, exists: bool = True) -> None:
        self.exists = exists

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        typed = str(value)
        if not os.path.isdir(typed) and (self.exists or not typed or os.path.lexists(typed)):
            key = "commands.no_folder" if self.exists else "commands.not_a_folder"
            self.fail(asked_language()(key, path=typed), param, ctx)
        return Path(typed).resolve() if self.exists else Path(typed)


class OneOf(click.Choice[str]):
    """One word of a few; the one that was likely meant is named."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            meant = nearest(str(value), self.choices)
            key = "commands.usage.choice_suggests" if meant else "commands.usage.choice"
            facts = {"value": value, "known": ", ".join(self.choices), "suggestion": meant}
            self.fail(asked_language()(key, **facts), param, ctx)
        return str(value)


class Port(click.IntRange):
    """A number that a program can listen at."""

    def __init__(self) -> None:
        super().__init__(1, 65535)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            self.fail(asked_language()("commands.bad_port", text=value), param, ctx)


def today_or(asked: date | None) -> date:
    """The day asked for, the one that SOURCE_DATE_EPOCH sets, or the day in Thailand now."""
    if asked is not None:
        return asked
    seconds = os.environ.get(CLOCK)
    if not seconds:
        return datetime.now(BANGKOK).date()
    try:
        return datetime.fromtimestamp(int(seconds), BANGKOK).date()
    except (ValueError, OverflowError, OSError):
        raise Refused(asked_language()("commands.bad_clock", text=seconds)) from None


project = argument("project", default=".", type=Folder(), help="commands.option.project")
project_option = option("--project", type=Folder(), default=".", help="commands.option.project")
today = option("--today", type=Day(), help="commands.option.today")
report_format = option(
    "--format",
    "form",
    type=OneOf([str(form) for form in Format]),
    default="text",
    help="commands.option.format",
)
strict = option("--strict", is_flag=True, help="commands.option.strict")
language = option(
    "--lang",
    type=OneOf([str(each) for each in Language]),
    default="th",
    envvar="ITA_LANG",
    expose_value=False,
    is_eager=True,
    help="commands.option.lang",
)
