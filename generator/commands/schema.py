"""`ita schema`: JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path

import click

from generator.arguments import Folder, language
from generator.help import Command, asked_language, option
from generator.schema import write_schemas


@click.command("schema", cls=Command, help="commands.schema")
@option(
    "--out",
    type=Folder(exists=False),
    default="schemas",
    help="commands.option.schema_out",
)
@language
def command(out: Path) -> None:
    for path in write_schemas(out):
        click.echo(asked_language()("commands.wrote", path=path))
