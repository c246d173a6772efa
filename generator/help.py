"""Help texts by key, shown in the language that the command line asks for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from generator.words import Language, Words

KEY = "commands."


def asked_language() -> Words:
    """The words of the language asked for by --lang or ITA_LANG, wherever the option stands."""
    chosen = os.environ.get("ITA_LANG", "th")
    arguments = sys.argv[1:]
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
        elif argument == "--lang" and index + 1 < len(arguments):
            chosen = arguments[index + 1]
    return Words(Language(chosen) if chosen in set(Language) else Language.THAI)


def _translated(text: str | None) -> str | None:
    return asked_language()(text) if text and text.startswith(KEY) else text


class Option(click.Option):
    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        if record is None or not self.help or not self.help.startswith(KEY):
            return record
        return record[0], record[1].replace(self.help, _translated(self.help) or "")


class Command(click.Command):
    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with _help_in_language(self):
            super().format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        return (_translated(self.help) or "").split("\n")[0]


class Group(click.Group):
    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with _help_in_language(self):
            super().format_help_text(ctx, formatter)


class _help_in_language:  # noqa: N801
    """The command's help text in the language asked for, for as long as it is printed."""

    def __init__(self, command: click.Command) -> None:
        self.command = command
        self.key = command.help

    def __enter__(self) -> None:
        self.command.help = _translated(self.key)

    def __exit__(self, *_: object) -> None:
        self.command.help = self.key


def option(*names: str, **settings: Any) -> Callable[[Any], Any]:
    """An option whose help is a key."""
    return click.option(*names, cls=Option, **settings)
