"""The command `ita`: the only place that prints and exits."""

from __future__ import annotations

import gc
import sys
import traceback
from datetime import date
from pathlib import Path

import click
from click.exceptions import NoArgsIsHelpError

from generator import __version__
from generator.arguments import (
    Folder,
    OneOf,
    Port,
    language,
    project,
    project_option,
    report_format,
    strict,
    today,
    today_or,
)
from generator.build import BuildError, Engine, EngineMissing, PortTaken
from generator.console import Console
from generator.help import (
    Command,
    Group,
    Option,
    Refused,
    argument,
    asked_language,
    option,
    refusal,
)
from generator.pipeline import Settings, build_project, check_project
from generator.problems import Problem, Severity, has_errors
from generator.publish import PublishError
from generator.report import Format
from generator.schema import write_schemas
from generator.standards_library import Standards
from generator.standards_print import year_tables, years_table
from generator.thai import parse_year
from generator.words import Words

CLEAN, PROBLEMS, ENVIRONMENT, BUG = 0, 1, 2, 3
# Records live as long as the run: looking for garbage among them often is a fifth of the time.
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


@ita.command(cls=Command, help="commands.check")
@project
@today
@report_format
@strict
@language
@click.pass_context
def check(ctx: click.Context, project: Path, today: date | None, form: str, strict: bool) -> None:
    console = Console(asked_language(), Format(form))
    _, problems = check_project(project, today_or(today))
    console.report(problems)
    ctx.exit(_status(problems, strict))


@ita.command(cls=Command, help="commands.build")
@project
@option("--out", type=Folder(exists=False), help="commands.option.out")
@today
@option(
    "--engine",
    type=OneOf([str(engine) for engine in Engine]),
    default="mkdocs",
    help="commands.option.engine",
)
@report_format
@strict
@language
@click.pass_context
def build(
    ctx: click.Context,
    project: Path,
    out: Path | None,
    today: date | None,
    engine: str,
    form: str,
    strict: bool,
) -> None:
    console = Console(asked_language(), Format(form))
    settings = Settings(
        root=project,
        out=out or project / "site",
        today=today_or(today),
        engine=Engine(engine),
        strict=strict,
    )
    with console.steps() as step:
        outcome = build_project(settings, step)
    console.report(outcome.problems)
    console.built(outcome, settings.out)
    ctx.exit(CLEAN if outcome.published else PROBLEMS)


@ita.command(cls=Command, help="commands.standards")
@argument("year", required=False, help="commands.option.year")
@project_option
@language
@click.pass_context
def standards(ctx: click.Context, year: str | None, project: Path) -> None:
    words = asked_language()
    library = Standards(project)
    if year is None:
        Console(words).tables([years_table(library.all(), words)])
    else:
        number = parse_year(year)
        standard = library.get(number) if number else None
        if standard is None and not library.problems:
            known = ", ".join(map(str, library.years))
            raise Refused(words("commands.no_standard", year=year, known=known))
        if standard is not None:
            Console(words).tables(year_tables(standard, words), words("commands.paraphrased"))
    if library.problems:
        Console(words).report(library.problems)
        ctx.exit(PROBLEMS)


@ita.command(cls=Command, help="commands.schema")
@option(
    "--out",
    type=Folder(exists=False),
    default="schemas",
    help="commands.option.schema_out",
)
@language
def schema(out: Path) -> None:
    for path in write_schemas(out):
        click.echo(asked_language()("commands.wrote", path=path))


@ita.command(cls=Command, help="commands.serve")
@project
@option("--port", type=Port(), default=8000, help="commands.option.port")
@today
@language
def serve(project: Path, port: int, today: date | None) -> None:
    from generator.serve import serve_project  # MkDocs takes a while to load

    settings = Settings(project, project / "site", today_or(today))
    serve_project(settings, port, Console(asked_language()))


def _status(problems: tuple[Problem, ...], strict: bool) -> int:
    warned = any(problem.severity is Severity.WARNING for problem in problems)
    return PROBLEMS if has_errors(problems) or (strict and warned) else CLEAN


def main() -> None:
    """Run a command; what a person can mend is one line, a bug is a traceback and exit 3."""
    words = asked_language()
    gc.set_threshold(*RARE_COLLECTION)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        sys.exit(ita.main(prog_name="ita", standalone_mode=False) or CLEAN)
    except click.exceptions.Abort:
        sys.exit(ENVIRONMENT)
    except (click.ClickException, PublishError, PortTaken, BuildError, OSError) as error:
        click.echo(stopped(error, words), err=True)
        sys.exit(ENVIRONMENT)
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
        case OSError():
            reason = error.strerror or str(error)
            return words("commands.system", path=error.filename or "", reason=reason)
    return words("commands.build_failed", text=error)
