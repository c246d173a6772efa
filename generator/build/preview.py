"""A preview that follows the files: pages that changed are built again, the rest stay."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import _build_page, _populate_page, build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation

from generator.build.errors import PortTaken
from generator.workspace import Workspace

HOST = "127.0.0.1"
LOOK_EVERY = 0.25


class PreviewSite:
    """The built preview; a page alone takes a fraction of a second, the whole a few."""

    def __init__(self, place: Workspace) -> None:
        os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        self.place = place
        self.folder = place.folder / "preview"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self._config: MkDocsConfig | None = None
        self._text = b""

    def update(self, changed: frozenset[str]) -> None:
        """Build what changed; all of it where the configuration did."""
        text = self.place.config.read_bytes()
        if self._config is None or text != self._text:
            self._config = load_config(str(self.place.config), site_dir=str(self.folder))
            build(self._config)
            self._env = self._config.theme.get_env()
            self._text = text
        elif changed:
            self._build_pages(self._config, changed)

    def _build_pages(self, config: MkDocsConfig, changed: frozenset[str]) -> None:
        """The steps of MkDocs' own build, for some pages; the theme's templates stay compiled."""
        files = get_files(config)
        files.add_files_from_theme(self._env, config)
        navigation = get_navigation(files, config)
        pages = [file for file in files.documentation_pages() if file.src_uri in changed]
        for file in pages:
            assert file.page is not None
            _populate_page(file.page, config, files, dirty=False)
        for file in files.media_files():
            if file.src_uri in changed:
                file.copy_file()
        everything = files.documentation_pages()
        for file in pages:
            assert file.page is not None
            _build_page(file.page, config, everything, navigation, self._env)


class PreviewServer(LiveReloadServer):
    """Serves the preview and reloads browsers; `banner` stands on every page while it is set."""

    def __init__(self, folder: Path, port: int, rebuild: Callable[[], None]) -> None:
        super().__init__(rebuild, HOST, port, str(folder), polling_interval=LOOK_EVERY)
        self.banner = b""
        self.error_handler = lambda _code: self.banner and b"<!doctype html>" + self.banner
        try:
            self.server_bind()
        except OSError as error:
            self.server_close()
            raise PortTaken(str(port)) from error
        self.server_activate()

    def follow(self) -> None:
        """Serve, and build again after each change, until interrupted."""
        self.observer.start()
        self.serve_thread.start()
        try:
            self._build_loop()  # type: ignore[no-untyped-call]
        finally:
            self.shutdown()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        shown = content.replace(b"</body>", self.banner + b"</body>", 1) if self.banner else content
        injected: bytes = super()._inject_js_into_html(shown, epoch)  # type: ignore[no-untyped-call]
        return injected
