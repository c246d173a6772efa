"""`ita serve`: a preview on this machine that follows every saved file."""

from __future__ import annotations

import time
from contextlib import suppress

from generator import redirects, workspace
from generator.build.preview import PreviewServer, PreviewSite
from generator.collecting import collect
from generator.console import Console
from generator.escape import html
from generator.pipeline import Settings, check_project
from generator.problems import Problem, has_errors
from generator.project import CONTENT, SITE_FILE
from generator.render.site import render_site
from generator.report import Format, render_report
from generator.standards_library import PROJECT_FOLDER
from generator.words import Language, Words

STYLE = (
    "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:99;margin:0;"
    "padding:1rem;background:#fff4f4;color:#5c0011;border-top:.25rem solid #a8071a;"
    "font:1rem/1.75 sans-serif;white-space:pre-wrap"
)


def serve_project(settings: Settings, port: int, console: Console) -> None:
    """Serve until interrupted."""
    preview = _Preview(settings, console)
    server = PreviewServer(preview.site.folder, port, preview.rebuild)
    preview.server = server
    preview.rebuild()
    for name in (CONTENT, SITE_FILE, PROJECT_FOLDER, redirects.FOLDER, workspace.CONFIG):
        if (settings.root / name).exists():
            server.watch(str(settings.root / name))
    console.say("commands.serving", url=server.url)
    with suppress(KeyboardInterrupt):
        server.follow()


class _Preview:
    """Keeps the preview in step with the files; a broken file leaves the last good pages."""

    def __init__(self, settings: Settings, console: Console) -> None:
        self.settings = settings
        self.console = console
        self.site = PreviewSite(workspace.locate(settings.root))
        self.server: PreviewServer | None = None

    def rebuild(self) -> None:
        started = time.monotonic()
        collect()
        facts, problems = check_project(self.settings.root, self.settings.today)
        self._show(problems)
        if facts is None or has_errors(problems):
            self.console.say("commands.serve_problems")
            return
        rendered = render_site(facts, Words(Language.THAI))
        with workspace.held(self.settings.root, patient=True):
            _, changed = workspace.write(self.settings.root, facts, rendered)
            self.site.update(changed)
        seconds = f"{time.monotonic() - started:.1f}"
        self.console.say("commands.rebuilt", pages=len(changed), seconds=seconds)

    def _show(self, problems: tuple[Problem, ...]) -> None:
        """Problems in the terminal; errors on the page too."""
        if problems:
            self.console.report(problems)
        if self.server is not None:
            errors = has_errors(problems)
            self.server.banner = _banner(problems, self.console.words) if errors else b""


def _banner(problems: tuple[Problem, ...], words: Words) -> bytes:
    text = "\n".join((words("commands.serve_problems"), "", *_lines(problems, words)))
    lines = "<br>".join(html(line) or "&nbsp;" for line in text.split("\n"))
    return f'<div role="alert" lang="{words.language}" style="{STYLE}">{lines}</div>'.encode()


def _lines(problems: tuple[Problem, ...], words: Words) -> list[str]:
    return render_report(problems, Format.TEXT, words).split("\n")
