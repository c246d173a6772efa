"""The commands, in the order of the help; a command is one file and one line here."""

from __future__ import annotations

from generator.commands import (
    audit,
    build,
    check,
    freeze,
    history,
    new_year,
    pack,
    report,
    rollback,
    rules,
    schema,
    serve,
    standards,
    status,
    verify,
)

COMMANDS = tuple(
    module.command
    for module in (
        *(check, build, serve, status, new_year, audit, pack, freeze, report),
        *(verify, rollback, history, standards, rules, schema),
    )
)
