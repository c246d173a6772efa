"""`ita.json`: the agency, its years, totals and levels, and where everything is."""

from __future__ import annotations

from generator.compute.facts import Facts
from generator.open_data.addresses import Addresses
from generator.open_data.forms import AgencySummary, Summary, YearSummary
from generator.open_data.inventory import Inventory

PARTS = ("assessment", "analysis", "measures", "progress", "oit")


def make_summary(facts: Facts, inventory: Inventory, addresses: Addresses) -> Summary:
    agency = facts.project.site.record.agency
    return Summary(
        agency=AgencySummary(
            name=agency.name,
            name_en=agency.name_en,
            district=agency.district,
            province=agency.province,
            website=agency.website,
        ),
        site=addresses.of_page(""),
        years=[
            _year(facts, year, inventory, addresses) for year in sorted(facts.years, reverse=True)
        ],
        files={
            file.about: addresses.of(file.path) for file in inventory.site_files if not file.name
        },
    )


def _year(facts: Facts, year: int, inventory: Inventory, addresses: Addresses) -> YearSummary:
    results = facts.results.get(year)
    announced = results.assessment.announced if results else None
    pages = {part: f"{year}/{part}" for part in PARTS if f"{year}/{part}" in inventory.pages}
    return YearSummary(
        fiscal_year=year,
        total=float(results.total) if results and results.total is not None else None,
        level=results.level.name if results else None,
        announced=announced.isoformat() if announced else None,
        page=addresses.of_page(str(year)),
        pages={part: addresses.of_page(page) for part, page in pages.items()},
        files={file.about: addresses.of(file.path) for file in inventory.files_of[year]},
    )
