"""`ita rules`: the rules that are checked, or one of them explained."""

from __future__ import annotations

import click
from rich.table import Table

from generator.arguments import language
from generator.console import Console
from generator.help import Command, Refused, argument, asked_language
from generator.rulebook import PAGES, bases, describe_rules
from generator.validate import nearest
from generator.words import Words
from generator.workspace import shipped


@click.command("rules", cls=Command, help="rules.help")
@argument("code", required=False, help="rules.code")
@language
def command(code: str | None) -> None:
    words = asked_language()
    if code is None:
        Console(words).tables([_table(words)])
        return
    asked = code.strip().upper().replace("_", "-")
    if asked not in bases():
        suggestion = nearest(asked, {known.lower() for known in bases()}).upper()
        key = "rules.suggests" if suggestion else "rules.unknown"
        raise Refused(words(key, code=code, suggestion=suggestion))
    page = shipped(PAGES) / words.language / f"{asked}.md"
    click.echo(page.read_text(encoding="utf-8").rstrip("\n"))


def _table(words: Words) -> Table:
    table = Table(title=words("rules.table", count=len(bases())), title_justify="left")
    table.add_column(words("rules.column_code"), no_wrap=True)
    table.add_column(words("rules.column_what"), overflow="fold")
    for rule in describe_rules(words):
        table.add_row(rule.code, rule.what)
    return table
