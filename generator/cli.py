"""The command `ita`: the only place that prints and exits."""

from __future__ import annotations

import gc
import sys
import traceback

import click
from click.exceptions import NoArgsIsHelpError

from generator import __version__
from generator.arguments import language
from generator.build import BuildError, EngineMissing, PortTaken
from generator.commands import COMMANDS
from generator.commands.exits import BUG, CLEAN, ENVIRONMENT, USAGE
from generator.document.tools import ToolMissing
from generator.help import Group, Option, asked_language, refusal
from generator.publish import PublishError
from generator.words import Words

# What lives as long as the run need not be searched for garbage often.
RARE_COLLECTION = (50_000, 20, 100)


@click.group(
    cls=Group,
    help="commands.ita",
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
)
@language
@click.version_option(
    __version__, message="ita %(version)s", cls=Option, help="commands.option.version"
)
@click.pass_context
def ita(ctx: click.Context) -> None:
    """All commands; which there are is said where none is asked for."""
    if ctx.invoked_subcommand is None:
        raise NoArgsIsHelpError(ctx)


for _command in COMMANDS:
    ita.add_command(_command)


def main() -> None:
    """Run a command; what a person can mend is one line, a bug is a traceback."""
    words = asked_language()
    gc.set_threshold(*RARE_COLLECTION)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = ita.main(prog_name="ita", standalone_mode=False) or CLEAN
        gc.freeze()  # the process ends: looking through everything once more would be wasted
        sys.exit(code)
    except click.exceptions.Abort:
        sys.exit(ENVIRONMENT)
    except (
        click.ClickException,
        PublishError,
        PortTaken,
        BuildError,
        ToolMissing,
        OSError,
    ) as error:
        click.echo(stopped(error, words), err=True)
        sys.exit(USAGE if isinstance(error, click.ClickException) else ENVIRONMENT)
    except Exception:  # noqa: BLE001
        traceback.print_exc()
        click.echo(words("commands.bug"), err=True)
        sys.exit(BUG)


def stopped(error: Exception, words: Words) -> str:
    """Why a command could not be carried out, in one line."""
    match error:
        case click.ClickException():
            return refusal(error, words)
        case PublishError():
            facts = {"path": error.path, "files": ", ".join(error.files), "reason": error.reason}
            return words(f"commands.publish.{error.kind}", **facts)
        case PortTaken():
            return words("commands.port_taken", port=error)
        case EngineMissing():
            return words("commands.engine_missing", name=error)
        case ToolMissing():
            return words("document.tool_missing", name=error)
        case OSError():
            reason = error.strerror or str(error)
            return words("commands.system", path=error.filename or "", reason=reason)
    return words("commands.build_failed", text=error)
