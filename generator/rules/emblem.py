"""The emblem on the cover of reports: a file of the project, and an image."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.compute.facts import Facts
from generator.image import image_ending
from generator.problems import Problem, Severity
from generator.project import CONTENT
from generator.rules.place import problem_at
from generator.validate import nearest


def emblem_unusable(facts: Facts) -> Iterator[Problem]:
    """The emblem is not in the folder content under exactly that name, or is no image."""
    site = facts.project.site
    name = site.record.report.emblem
    if name is None:
        return
    folder = facts.project.root / CONTENT
    files = [path.name for path in sorted(folder.iterdir()) if _ordinary(path)]
    told = {"name": name, "suggestion": nearest(name, files)}
    if name not in files:
        code = "EMBLEM-MISSING"
    elif image_ending((folder / name).read_bytes()) is None:
        code = "EMBLEM-FORMAT"
    else:
        return
    yield problem_at(site.document, ("report", "emblem"), code, told, Severity.ERROR)


def _ordinary(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


RULES = (emblem_unusable,)
