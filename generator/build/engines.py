"""Engines: each turns the hand-over folder into a built site. The only place that knows MkDocs."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, time
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

from generator.build.errors import BuildError, EngineMissing
from generator.build.unused import drop_unused
from generator.workspace import Workspace


class Engine(StrEnum):
    MKDOCS = "mkdocs"
    PROPERDOCS = "properdocs"
    ZENSICAL = "zensical"


def build_site(place: Workspace, out: Path, engine: Engine, today: date) -> None:
    """Build the workspace with an engine into an empty folder, its clock standing at `today`."""
    midnight = datetime.combine(today, time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    match engine:
        case Engine.MKDOCS:
            _build_with_mkdocs(place, out)
        case Engine.PROPERDOCS:
            _build_with_command(
                ["properdocs", "build", "-q", "-f", str(place.config), "-d", str(out)]
            )
        case Engine.ZENSICAL:
            _build_with_zensical(place, out)
    drop_unused(out, place)


def _build_with_mkdocs(place: Workspace, out: Path) -> None:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        build(load_config(config_file=str(place.config), site_dir=str(out)))
    except (Abort, ConfigurationError) as error:
        raise BuildError(str(error)) from error


def _build_with_command(command: list[str], cwd: Path | None = None) -> None:
    program = Path(sys.executable).parent / command[0]
    if not program.exists():
        raise EngineMissing(command[0])
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": ""}
    done = subprocess.run(  # noqa: S603
        [str(program), *command[1:]],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildError((done.stderr or done.stdout).strip()[-2000:])


def _build_with_zensical(place: Workspace, out: Path) -> None:
    """Zensical builds only inside the folder of its configuration, so its site is moved."""
    inside = place.folder / "site"
    shutil.rmtree(inside, ignore_errors=True)
    _build_with_command(["zensical", "build", "-f", str(place.config)], cwd=place.folder)
    for entry in inside.iterdir():
        shutil.move(entry, out / entry.name)
    inside.rmdir()
    _lay_base_styles(out / "assets" / "stylesheets")


def _lay_base_styles(folder: Path) -> None:
    """Zensical names the stylesheet of its theme otherwise; ours imports that of Material."""
    spec = find_spec("material")
    assert spec is not None
    assert spec.origin is not None
    folder.mkdir(parents=True, exist_ok=True)
    source = Path(spec.origin).parent / "templates" / "assets" / "stylesheets"
    for path in source.glob("main.*.css"):
        shutil.copyfile(path, folder / path.name)
