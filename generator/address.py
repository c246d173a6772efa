"""Addresses of pages: ASCII, lower case, permanent; and the way from one page to another."""

from __future__ import annotations

import posixpath

HOME = ""


def document_path(page: str) -> str:
    """The Markdown file of a page; every page is the index of its own folder."""
    return posixpath.join(page, "index.md")


def relative_document(source: str, target: str, anchor: str = "") -> str:
    """From one page's Markdown file to another's, for a Markdown link."""
    path = posixpath.relpath(document_path(target), source or ".")
    return f"{path}#{anchor}" if anchor else path


def relative_url(source: str, target: str, anchor: str = "") -> str:
    """From one built page to another, for an HTML link."""
    if source == target:
        return f"#{anchor}" if anchor else "./"
    path = posixpath.relpath(target or ".", source or ".")
    return f"{path}/#{anchor}" if anchor else f"{path}/"


def relative_file(source: str, path: str) -> str:
    """From one built page to a file of the site."""
    return posixpath.relpath(path, source or ".")
