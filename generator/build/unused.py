"""Files that a theme brings along and no page asks for."""

from __future__ import annotations

from pathlib import Path

from generator.workspace import Workspace

ASSETS = "assets"
# Material's own frame loads more files by names that it puts together in its script.
FRAME_OF_MATERIAL = b"assets/javascripts/bundle"


def drop_unused(site: Path, place: Workspace) -> None:
    """Delete what came from the base theme, but for the stylesheets that ours imports."""
    home = site / "index.html"
    if not home.exists() or FRAME_OF_MATERIAL in home.read_bytes():
        return
    own = {
        path.relative_to(folder).as_posix()
        for folder in (place.theme, place.docs)
        for path in (folder / ASSETS).rglob("*")
    }
    built = {path.relative_to(site).as_posix(): path for path in (site / ASSETS).rglob("*")}
    sheets = sorted(name for name in own & built.keys() if name.endswith(".css"))
    styles = b"".join(built[name].read_bytes() for name in sheets)
    for name, path in sorted(built.items(), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif name not in own and path.name.encode() not in styles:
            path.unlink()
