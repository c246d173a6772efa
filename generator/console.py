"""What a person sees on the terminal: progress while it works, then results."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console as RichConsole
from rich.table import Table

from generator.problems import Problem, ordered
from generator.report import Format, render_report
from generator.words import Words

if TYPE_CHECKING:
    from generator.pipeline import Outcome

PIPED_WIDTH = 160


class Console:
    """Results go to standard output; progress only to a terminal."""

    def __init__(self, words: Words, form: Format = Format.TEXT) -> None:
        self.words = words
        self.form = form

    @contextmanager
    def steps(self) -> Iterator[Callable[[str], None]]:
        """Show which step runs while it runs; nothing when output is piped."""
        screen = RichConsole(stderr=True)
        if not sys.stderr.isatty():
            yield lambda _: None
            return
        with screen.status("") as status:
            yield lambda step: status.update(self.words(f"commands.step.{step}"))

    def report(self, problems: Sequence[Problem]) -> None:
        text = render_report(problems, self.form, self.words)
        if text:
            click.echo(text)
        if problems and self.form is Format.TEXT and sys.stdout.isatty():
            click.echo(self.words("rules.more", code=ordered(problems)[0].code))

    def tables(self, tables: Iterable[Table], note: str = "") -> None:
        """Tables as wide as the terminal, or as wide as they need where output is piped."""
        width = None if sys.stdout.isatty() else PIPED_WIDTH
        screen = RichConsole(width=width, highlight=False, markup=False, emoji=False)
        for table in tables:
            screen.print(table)
        if note:
            screen.print(note)

    def say(self, key: str, **facts: object) -> None:
        click.echo(self.words(key, **facts))

    def built(self, outcome: Outcome, out: Path) -> None:
        if self.form is not Format.TEXT:
            return
        key = "commands.built" if outcome.published else "commands.not_built"
        click.echo(self.words(key, pages=outcome.pages, out=out))
