"""The hand-over folder: `build/docs`, and a MkDocs configuration that any engine can read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.compute.facts import Facts
from generator.escape import attribute
from generator.history import FILE as HISTORY
from generator.history import Chain, history_text
from generator.made import bring_up_to_date, write_whole
from generator.publish import Shelf
from generator.publish.lock import lock
from generator.recipes import follow_recipes, remembered_text
from generator.render.frame import site_title
from generator.render.site import RenderedSite
from generator.words import Language, Words

PACKAGE = Path(__file__).parent
DOCS = "docs"
CONFIG = "mkdocs.yml"
BUILD = "build"
RECIPES = "recipes.json"
THEME = "theme"
KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where the engines find their input."""

    folder: Path
    theme: Path

    @property
    def docs(self) -> Path:
        return self.folder / DOCS

    @property
    def config(self) -> Path:
        return self.folder / CONFIG


def locate(root: Path) -> Workspace:
    return Workspace(root / BUILD, _theme(root))


@contextmanager
def held(root: Path, *, patient: bool = False) -> Iterator[None]:
    """The workspace for one build alone; who is patient waits for it."""
    (root / BUILD).mkdir(exist_ok=True)
    with lock(root / BUILD / ".lock", patient=patient):
        yield


def write(root: Path, facts: Facts, rendered: RenderedSite) -> tuple[Workspace, frozenset[str]]:
    """Bring `build/` up to date: only what changed is written, only what is stale is deleted.

    Tells which documents changed.
    """
    place = locate(root)
    contents = {name: text.encode("utf-8") for name, text in rendered.texts.items()}
    contents.update(rendered.documents)
    contents.update({name: source.read_bytes() for name, source in rendered.copies.items()})
    contents.update(follow_recipes(rendered.recipes, place.docs, place.folder / RECIPES))
    changed = bring_up_to_date(place.docs, contents)
    remembered = remembered_text(rendered.recipes, contents)
    write_if_changed(place.folder / RECIPES, remembered.encode("utf-8"))
    config = {**configuration(facts, rendered), "INHERIT": str(_base_configuration(root))}
    config["theme"] = {"custom_dir": str(place.theme)}
    text = "# ไฟล์นี้โปรแกรมสร้างขึ้น อย่าแก้ไข\n" + json.dumps(config, ensure_ascii=False, indent=1)
    write_if_changed(place.config, text.encode("utf-8"))
    return place, changed


def shelf(root: Path, most: int | None = None) -> Shelf:
    """Where the builds of a project are kept that were published before."""
    return Shelf(root / BUILD / KEPT, most)


def write_history(root: Path, chain: Chain) -> None:
    """What the next build goes on from."""
    write_if_changed(root / HISTORY, history_text(chain).encode("utf-8"))


def configuration(facts: Facts, rendered: RenderedSite) -> dict[str, object]:
    """What only the project knows, on top of an ordinary mkdocs.yml."""
    site = facts.project.site.record
    config: dict[str, object] = {
        "site_name": attribute(site_title(facts, Words(Language.THAI))),
        "site_author": attribute(site.agency.name),
        "docs_dir": DOCS,
        "exclude_docs": "",
        "site_dir": "site",
        "nav": rendered.navigation,
        "hooks": [],
        "extra": {"ita": rendered.frame},
    }
    if site.site_url:
        config["site_url"] = site.site_url
    return config


def write_if_changed(path: Path, data: bytes) -> bool:
    """Leave a file with the same bytes alone: writing costs far more than finding it unchanged."""
    try:
        if path.read_bytes() == data:
            return False
    except (FileNotFoundError, NotADirectoryError):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)
    return True


def _base_configuration(root: Path) -> Path:
    """The project's own mkdocs.yml, or the one that ships with the program."""
    own = root / CONFIG
    return own.resolve() if own.exists() else shipped(CONFIG)


def _theme(root: Path) -> Path:
    """The folder of theme overrides that the project's mkdocs.yml names, or the shipped one."""
    own = root / CONFIG
    named = _custom_dir(own) if own.exists() else None
    return (root / named).resolve() if named else shipped(THEME)


def _custom_dir(config: Path) -> str | None:
    """Read one key without caring for the tags that a mkdocs.yml may carry."""
    tree = yaml.compose(config.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    theme = _entry(tree, "theme")
    folder = _entry(theme, "custom_dir") if isinstance(theme, yaml.MappingNode) else None
    return folder.value if isinstance(folder, yaml.ScalarNode) else None


def _entry(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def shipped(name: str) -> Path:
    """A file or folder that the wheel carries inside the package, and a checkout beside it."""
    inside = PACKAGE / name
    return inside if inside.exists() else PACKAGE.parent / name
