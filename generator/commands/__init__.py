"""The commands, in the order of the help; a command is one file and one line here."""

from __future__ import annotations

from generator.commands import (
    audit,
    build,
    check,
    freeze,
    new_year,
    pack,
    rules,
    schema,
    serve,
    standards,
    status,
)

COMMANDS = tuple(
    module.command
    for module in (
        check,
        build,
        serve,
        status,
        new_year,
        audit,
        pack,
        freeze,
        standards,
        rules,
        schema,
    )
)
