"""Lets plain `mkdocs build` and `mkdocs serve` make the same pages as `ita build`.

The hook brings build/docs up to date, lets MkDocs read that instead of content/, and supplies what
only the project knows: names, address and navigation. Without it the same pages come out of
build/mkdocs.yml.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator import redirects, workspace
from generator.arguments import today_or
from generator.build.unused import drop_unused
from generator.document.tools import ToolMissing
from generator.help import asked_language
from generator.pipeline import check_project
from generator.problems import has_errors
from generator.project import CONTENT, SITE_FILE
from generator.publish import write_manifest
from generator.render.site import render_site
from generator.report import Format, render_report
from generator.standards_library import PROJECT_FOLDER
from generator.words import Language, Words

OF_THE_ENGINE = frozenset({"docs_dir", "exclude_docs", "site_dir", "hooks"})


def on_config(config: Any) -> Any:
    """Write build/docs and fill in the configuration; problems stop the build."""
    root = Path(config.config_file_path).parent
    facts, problems = check_project(root, today_or(None))
    if facts is None or has_errors(problems):
        raise SystemExit(render_report(problems, Format.TEXT, asked_language()))
    try:
        rendered = render_site(facts, Words(Language.THAI))
    except ToolMissing as missing:
        raise SystemExit(asked_language()("document.tool_missing", name=missing)) from None
    place, _ = workspace.write(root, facts, rendered)
    config.docs_dir, config.exclude_docs = str(place.docs), None
    for key, value in workspace.configuration(facts, rendered).items():
        if key not in OF_THE_ENGINE:
            config[key] = value
    return config


def on_serve(server: Any, config: Any, **_: Any) -> Any:
    """Watch what people edit rather than what the program writes."""
    root = Path(config.config_file_path).parent
    server.unwatch(config.docs_dir)
    for name in (CONTENT, SITE_FILE, PROJECT_FOLDER, redirects.FOLDER):
        if (root / name).exists():
            server.watch(str(root / name))
    return server


def on_post_build(config: Any) -> None:
    """Drop what no page uses, and list the rest, so that `ita build` may replace it."""
    site = Path(config.site_dir)
    drop_unused(site, workspace.locate(Path(config.config_file_path).parent))
    write_manifest(site)
