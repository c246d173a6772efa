"""Other ways to build the same Markdown: stock Material, and Hugo."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

HUGO = Path(__file__).with_name("hugo")
HUGO_PACKAGE = "hugo"
PAGE = "index.md"
SECTION = "_index.md"
# What Python-Markdown and Hugo write differently: attributes of headings, links to pages.
ATTRIBUTES = re.compile(r"(?m)^(#{1,6} .*)\{: (.*) \}$")
PAGE_LINK = re.compile(r"\]\(([^):]*?)index\.md(#[^)]*)?\)")


def stock_configuration(folder: Path, docs: Path, *, prune: bool) -> Path:
    """Material as it comes, with the navigation that MkDocs makes of the folders."""
    features = ["navigation.prune"] if prune else []
    config = {
        "site_name": "ITA",
        "docs_dir": str(docs),
        "theme": {"name": "material", "language": "th", "font": False, "features": features},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "tables"],
    }
    path = folder / f"stock-{'pruned' if prune else 'default'}.yml"
    path.write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")
    return path


def write_hugo_project(folder: Path, docs: Path) -> Path:
    """The same pages as Hugo wants them; other files are published as they are."""
    shutil.copytree(HUGO, folder)
    for path in sorted(docs.rglob("*")):
        if path.is_dir():
            continue
        place = path.relative_to(docs)
        if path.suffix != ".md":
            target = folder / "static" / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            continue
        name = SECTION if _has_pages_below(path.parent) else PAGE
        target = folder / "content" / place.with_name(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(for_hugo(path.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def _has_pages_below(folder: Path) -> bool:
    return any((entry / PAGE).exists() for entry in folder.iterdir())


def for_hugo(text: str) -> str:
    return PAGE_LINK.sub(r"](\1\2)", ATTRIBUTES.sub(r"\1{\2}", text))
