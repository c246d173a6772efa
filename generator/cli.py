"""The command `ita`: the only place that prints and exits."""

from __future__ import annotations

import gc
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import click

from generator import __version__
from generator.build import BuildError, Engine, EngineMissing
from generator.console import Console
from generator.help import Command, Group, asked_language, option
from generator.pipeline import Settings, build_project, check_project
from generator.problems import Problem, Severity, has_errors
from generator.publish import PublishError
from generator.report import Format
from generator.schema import write_schemas
from generator.serve import PortTaken, serve_project
from generator.standards_library import Standards
from generator.standards_print import year_tables, years_table
from generator.thai import BadDate, parse_date, parse_year
from generator.words import Language

CLEAN, PROBLEMS, ENVIRONMENT, BUG = 0, 1, 2, 3
# Records live as long as the run: looking for garbage among them often is a fifth of the time.
RARE_COLLECTION = (50_000, 20, 100)
BANGKOK = timezone(timedelta(hours=7))


class Today(click.ParamType[date]):
    """A day, in any form that the records take; a C.E. ISO date is taken too."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return (
                date.fromisoformat(str(value))
                if str(value).startswith(("19", "20"))
                else parse_date(str(value))
            )
        except (BadDate, ValueError):
            self.fail(asked_language()("commands.bad_date", text=value), param, ctx)


project = click.argument(
    "project",
    default=".",
    type=click.Path(path_type=Path, exists=True, file_okay=False, resolve_path=True),
)
today = option("--today", type=Today(), help="commands.option.today")
report_format = option(
    "--format",
    "form",
    type=click.Choice([str(form) for form in Format]),
    default="text",
    help="commands.option.format",
)
strict = option("--strict", is_flag=True, help="commands.option.strict")
language = option(
    "--lang",
    type=click.Choice([str(each) for each in Language]),
    default="th",
    envvar="ITA_LANG",
    expose_value=False,
    is_eager=True,
    help="commands.option.lang",
)


@click.group(cls=Group, help="commands.ita")
@language
@click.version_option(__version__, package_name="ita", message="ita %(version)s")
def ita() -> None:
    """All commands."""


@ita.command(cls=Command, help="commands.check")
@project
@today
@report_format
@strict
@language
@click.pass_context
def check(ctx: click.Context, project: Path, today: date | None, form: str, strict: bool) -> None:
    console = Console(asked_language(), Format(form))
    _, problems = check_project(project, today or _now())
    console.report(problems)
    ctx.exit(_status(problems, strict))


@ita.command(cls=Command, help="commands.build")
@project
@option("--out", type=click.Path(path_type=Path, file_okay=False), help="commands.option.out")
@today
@option(
    "--engine",
    type=click.Choice([str(engine) for engine in Engine]),
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
        today=today or _now(),
        words=asked_language(),
        engine=Engine(engine),
        strict=strict,
    )
    with console.steps() as step:
        outcome = build_project(settings, step)
    console.report(outcome.problems)
    console.built(outcome, settings.out)
    ctx.exit(CLEAN if outcome.published else PROBLEMS)


@ita.command(cls=Command, help="commands.standards")
@click.argument("year", required=False)
@option(
    "--project",
    type=click.Path(path_type=Path, exists=True, file_okay=False, resolve_path=True),
    default=".",
    help="commands.option.project",
)
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
            raise click.BadParameter(words("commands.no_standard", year=year, known=known))
        if standard is not None:
            Console(words).tables(year_tables(standard, words), words("commands.paraphrased"))
    if library.problems:
        Console(words).report(library.problems)
        ctx.exit(PROBLEMS)


@ita.command(cls=Command, help="commands.schema")
@option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default="schemas",
    help="commands.option.schema_out",
)
@language
def schema(out: Path) -> None:
    for path in write_schemas(out):
        click.echo(asked_language()("commands.wrote", path=path))


@ita.command(cls=Command, help="commands.serve")
@project
@option("--port", type=click.IntRange(1, 65535), default=8000, help="commands.option.port")
@today
@language
def serve(project: Path, port: int, today: date | None) -> None:
    words = asked_language()
    settings = Settings(project, project / "site", today or _now(), words)
    serve_project(settings, port, Console(words))


def _now() -> date:
    """The day in Thailand; the only look at the clock."""
    return datetime.now(BANGKOK).date()


def _status(problems: tuple[Problem, ...], strict: bool) -> int:
    warned = any(problem.severity is Severity.WARNING for problem in problems)
    return PROBLEMS if has_errors(problems) or (strict and warned) else CLEAN


def main() -> None:
    """Run a command; a fault of the environment is one line, a bug is a traceback and exit 3."""
    words = asked_language()
    gc.set_threshold(*RARE_COLLECTION)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        ita(standalone_mode=True)
    except PublishError as error:
        facts = {"path": error.path, "files": ", ".join(error.files), "reason": error.reason}
        click.echo(words(f"commands.publish.{error.kind}", **facts), err=True)
        sys.exit(ENVIRONMENT)
    except PortTaken as error:
        click.echo(words("commands.port_taken", port=error), err=True)
        sys.exit(ENVIRONMENT)
    except EngineMissing as error:
        click.echo(words("commands.engine_missing", name=error), err=True)
        sys.exit(ENVIRONMENT)
    except BuildError as error:
        click.echo(words("commands.build_failed", text=error), err=True)
        sys.exit(ENVIRONMENT)
