"""Addresses of pages: ASCII, lower case, permanent; and the way from one page to another."""

from __future__ import annotations

import posixpath

from generator.words import Language

HOME = ""
ENGLISH = "en"


def address_in(language: Language, page: str) -> str:
    """Where a page stands in a language: Thai at the top of the site, English the same below `en/`.

    Everything but the last step of rendering names a page by its Thai address.
    """
    if language is Language.THAI or page == ENGLISH or is_english(page):
        return page
    return posixpath.join(ENGLISH, page).rstrip("/")


def is_english(path: str) -> bool:
    """Whether a page or a file stands below `en/`."""
    return path.startswith(f"{ENGLISH}/")


def thai_path(path: str) -> str:
    """The page or file in Thai of which this is the English one."""
    return path.removeprefix(f"{ENGLISH}/")


def document_path(page: str) -> str:
    """The Markdown file of a page; every page is the index of its own folder."""
    return posixpath.join(page, "index.md")


def page_path(document: str) -> str:
    """Where the page of a Markdown file is opened; any other file is opened by its name."""
    return document.removesuffix("index.md")


def relative_document(source: str, target: str, anchor: str = "") -> str:
    """From one page's Markdown file to another's, for a Markdown link."""
    path = _relative(source, document_path(target))
    return f"{path}#{anchor}" if anchor else path


def relative_url(source: str, target: str, anchor: str = "") -> str:
    """From one built page to another, for an HTML link."""
    if source == target:
        return f"#{anchor}" if anchor else "./"
    path = _relative(source, target)
    return f"{path}/#{anchor}" if anchor else f"{path}/"


def relative_file(source: str, path: str) -> str:
    """From one built page to a file of the site."""
    return _relative(source, path)


def _relative(folder: str, path: str) -> str:
    """From a folder to a path, both of them plain names from the top of the site."""
    here = folder.split("/") if folder else []
    there = path.split("/") if path else []
    shared = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."
