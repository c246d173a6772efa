"""Help and refusals of the command line, in the language that it asks for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from generator.words import Language, Words

HEADINGS = {
    "Positional arguments": "commands.help.arguments",
    "Options": "commands.help.options",
    "Commands": "commands.help.commands",
}


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


def _translated(text: str | None) -> str:
    words = asked_language()
    return words(text) if text and words.has(text) else text or ""


class Refused(click.UsageError):
    """A refusal that is in the language asked for already."""


class TooMany(click.UsageError):
    """More arguments than the command takes."""

    def __init__(self, extra: Sequence[str], ctx: click.Context) -> None:
        super().__init__(" ".join(extra), ctx)


class _Formatter(click.HelpFormatter):
    """Click's own headings in our words."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{asked_language()('commands.help.usage')} ")

    def section(self, name: str) -> Any:
        return super().section(_translated(HEADINGS.get(name, name)))


class _Context(click.Context):
    formatter_class = _Formatter


class Option(click.Option):
    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        if record is None or not self.help:
            return record
        return record[0], record[1].replace(self.help, _translated(self.help))


class Argument(click.Argument):
    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        name, text = super().get_help_record(ctx)
        return name, _translated(text)


class Command(click.Command):
    context_class = _Context
    allow_extra_args = True  # so that they are refused in our words

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = asked_language()("commands.option.help")
        return option

    def format_help_text(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_translated(self.help))

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        return _translated(self.help).split("\n")[0]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            rest = super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            error.ctx = ctx  # the parser does not say which command it was
            raise
        if rest and not isinstance(self, click.Group):
            raise TooMany(rest, ctx)
        return rest


class Group(Command, click.Group):
    pass


def option(*names: str, **settings: Any) -> Callable[[Any], Any]:
    """An option whose help is a key."""
    return click.option(*names, cls=Option, **settings)


def argument(name: str, **settings: Any) -> Callable[[Any], Any]:
    """An argument whose help is a key."""
    return click.argument(name, cls=Argument, **settings)


def refusal(error: click.ClickException, words: Words) -> str:
    """What is wrong with a command line, in one line; Click's own texts are English."""
    match error:
        case NoArgsIsHelpError() | Refused():
            return error.message
        case NoSuchCommand():
            return _unknown("command", error.command_name, error.possibilities, words)
        case click.NoSuchOption():
            return _unknown("option", error.option_name, error.possibilities, words)
        case click.BadOptionUsage():
            key = "no_value" if _is_flag(error) else "needs_value"
            return words(f"commands.usage.{key}", name=error.option_name)
        case TooMany():
            return words("commands.usage.extra", text=error.message)
        case click.MissingParameter():
            return words("commands.usage.missing", name=_name(error.param))
        case click.BadParameter():
            return words("commands.usage.value", name=_name(error.param), text=error.message)
    return words("commands.usage.other", text=error.format_message())


def _unknown(kind: str, name: str, close: Sequence[str] | None, words: Words) -> str:
    if close:
        return words(f"commands.usage.{kind}_suggests", name=name, suggestion=close[0])
    return words(f"commands.usage.{kind}", name=name)


def _is_flag(error: click.BadOptionUsage) -> bool:
    """Whether an option takes no value, so that the value was the mistake."""
    options = error.ctx.command.get_params(error.ctx) if error.ctx else []
    named = (each for each in options if error.option_name in each.opts)
    return any(isinstance(each, click.Option) and each.is_flag for each in named)


def _name(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    return parameter.human_readable_name if parameter else ""
