"""A project of about so many pages: one invented agency, many fiscal years, each with everything.

Every year has a standard of its own in the project, a copy of the shipped one with the longest
list, so that the pages per year are the same at every size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import click
import yaml

from bench.records import Plain, assessment, measures, oit, progress
from generator.project import CONTENT, SITE_FILE
from generator.records.standard import Standard
from generator.standards_library import BUILT_IN, PROJECT_FOLDER, Standards
from generator.thai.dates import LAST_YEAR

YEAR_LINE = re.compile(r"^year:.*$", re.MULTILINE)
PAGES_OF_A_YEAR = 6
PAGES_OF_THE_SITE = 16
SITE: dict[str, Plain] = {
    "agency": {
        "name": "เทศบาลตำบลทดสอบความเร็ว",
        "district": "สมมติ",
        "province": "สมมติ",
        "website": "https://www.example.go.th/",
    },
    "notice": "หน่วยงานและข้อมูลทั้งหมดสมมติขึ้นเพื่อวัดความเร็วของโปรแกรม",
}


@dataclass(frozen=True, slots=True)
class Synthetic:
    """What was written."""

    years: int
    pages: int
    yaml_bytes: int


class _Dumper(yaml.CSafeDumper):
    """Writes as a person types: no aliases, scores and dates bare, paragraphs as blocks."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _number(dumper: yaml.CSafeDumper, value: Decimal) -> yaml.ScalarNode:
    kind = "int" if value == value.to_integral_value() and "." not in str(value) else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", str(value))


def _text(dumper: yaml.CSafeDumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(Decimal, _number)
_Dumper.add_representer(str, _text)


def write_project(folder: Path, pages: int) -> Synthetic:
    """Write a project of about that many pages into an empty folder."""
    base = longest_standard()
    per_year = PAGES_OF_A_YEAR + len(base.disclosure_items)
    years = max(1, round((pages - PAGES_OF_THE_SITE) / per_year))
    written = _write(folder / SITE_FILE, _yaml(SITE))
    for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1):
        written += _write_year(folder, base, year)
    return Synthetic(years, years * per_year + PAGES_OF_THE_SITE, written)


@cache
def longest_standard() -> Standard:
    """The shipped standard with the most pages to a year."""
    shipped = Standards().all().values()
    return max(shipped, key=lambda standard: (len(standard.disclosure_items), standard.year))


def _write_year(folder: Path, base: Standard, year: int) -> int:
    standard = base.model_copy(update={"year": year})
    results = base.model_copy(update={"year": year - 1})
    typed = (BUILT_IN / f"{base.year}.yaml").read_text(encoding="utf-8")
    texts = {
        f"{PROJECT_FOLDER}/{year}.yaml": YEAR_LINE.sub(f"year: {year}", typed, count=1),
        f"{CONTENT}/{year}/assessment.yaml": _yaml(assessment(standard)),
        f"{CONTENT}/{year}/measures.yaml": _yaml(measures(standard, results)),
        f"{CONTENT}/{year}/progress.yaml": _yaml(progress(standard)),
        f"{CONTENT}/{year}/oit.yaml": _yaml(oit(standard)),
    }
    return sum(_write(folder / name, text) for name, text in texts.items())


def _yaml(content: dict[str, Plain]) -> str:
    return yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def _write(path: Path, text: str) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(text.encode("utf-8"))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--pages", default=500, show_default=True, help="About how many pages in Thai.")
def main(folder: Path, pages: int) -> None:
    """Write a synthetic project into FOLDER."""
    made = write_project(folder, pages)
    click.echo(f"{made.pages} pages, {made.years} years, {made.yaml_bytes / 1e6:.1f} MB of YAML")


if __name__ == "__main__":
    main()
