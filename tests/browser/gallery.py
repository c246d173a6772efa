"""What the browser tests saw, for a person to look at: open screenshots/index.html after a run.

A run replaces the pictures that it takes; the index lists all that are there.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.kinds import PICTURED, SCHEMES, SHOWN
from tests.projects import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = ROOT / "screenshots"
STYLE = (
    "body{font-family:sans-serif;margin:1rem}section{border-top:1px solid;padding:.5rem 0}"
    "div{display:flex;gap:1rem;align-items:flex-start;overflow:auto}figure{margin:0}"
    "img{height:22rem;border:1px solid #999}"
)


def keep_picture(page: Page, kind: str, width: int, scheme: str) -> None:
    """The page as it is now, as far down as its window goes."""
    if width in PICTURED:
        path = _folder(kind) / f"{width}-{scheme}.jpg"
        page.screenshot(path=path, quality=80)


def keep_sheets(kind: str, pictures: list[bytes]) -> None:
    """The page on paper, each sheet as a JPEG."""
    folder = _folder(kind)
    for earlier in folder.glob("paper-*.jpg"):
        earlier.unlink()
    for number, picture in enumerate(pictures, start=1):
        (folder / f"paper-{number:02}.jpg").write_bytes(picture)


def write_index() -> None:
    """One page of all pictures, in the order of the kinds."""
    if FOLDER.is_dir():
        inside = "\n".join(_section(kind) for kind in SHOWN if (FOLDER / _name(kind)).is_dir())
        text = (
            f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Screenshots</title>'
            f"<style>{STYLE}</style>\n{inside}\n</html>\n"
        )
        (FOLDER / "index.html").write_text(text, encoding="utf-8")


def _section(kind: str) -> str:
    pictures = "".join(
        f'<figure><a href="{path}"><img src="{path}" alt="{escape(path)}" loading="lazy"></a>'
        f"<figcaption>{escape(label)}</figcaption></figure>"
        for path, label in _pictures(kind)
    )
    return f"<section><h2>{escape(kind)}</h2><div>{pictures}</div></section>"


def _pictures(kind: str) -> Iterator[tuple[str, str]]:
    """Screens from the narrowest, light before dark; then the sheets of paper."""
    folder = FOLDER / _name(kind)
    names = [f"{width}-{scheme}" for width in PICTURED for scheme in SCHEMES]
    names += sorted(path.stem for path in folder.glob("paper-*.jpg"))
    for name in names:
        if (folder / f"{name}.jpg").is_file():
            yield f"{_name(kind)}/{name}.jpg", name.replace("-", " ")


def _folder(kind: str) -> Path:
    folder = FOLDER / _name(kind)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _name(kind: str) -> str:
    return kind.replace(" ", "-")
