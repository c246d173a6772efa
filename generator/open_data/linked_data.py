"""What the site holds, as JSON-LD: schema.org for search engines, DCAT for data catalogues."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from generator.compute.facts import Facts
from generator.open_data.addresses import Addresses
from generator.open_data.inventory import DataFile, Inventory
from generator.thai import fiscal_year_span
from generator.words import Words

Node = dict[str, object]
SCHEMA_ORG = "https://schema.org"
CONTEXT: Node = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
DATA = frozenset({"workbook", "zip", "package", "summary", "year_workbook", "year_zip"})


class LinkedData:
    """The nodes of one site; an address that is not known as a whole is left out or relative."""

    def __init__(
        self, facts: Facts, inventory: Inventory, addresses: Addresses, words: Words
    ) -> None:
        self.facts = facts
        self.inventory = inventory
        self.addresses = addresses
        self.words = words
        self.agency = facts.project.site.record.agency

    def page_nodes(self, address: str) -> Node | None:
        """What is said of a page for search engines, where there is something to be said."""
        if address == "":
            return {"@context": SCHEMA_ORG, "@graph": [self._organization(), self._website()]}
        if address == "data":
            return {"@context": SCHEMA_ORG, **self._data_catalog()}
        if address.isdecimal() and self._data_files(int(address)):
            return {"@context": SCHEMA_ORG, **self._dataset(int(address))}
        return None

    def catalog_text(self) -> str:
        """The whole as a DCAT catalogue."""
        years = [year for year in sorted(self.facts.years) if self._data_files(year)]
        catalog: Node = {
            "@context": CONTEXT,
            "@id": self.addresses.of_page("data"),
            "@type": "dcat:Catalog",
            "dct:title": self._thai(self._title(None)),
            "dct:publisher": self._publisher(),
            "foaf:homepage": {"@id": self.addresses.of_page("")},
            "dcat:dataset": [self._dcat_dataset(year) for year in (None, *years)],
        }
        return json.dumps(catalog, ensure_ascii=False, indent=1) + "\n"

    def _organization(self) -> Node:
        named = {
            "alternateName": self.agency.name_en,
            "url": self.agency.website,
            "email": self.agency.email,
            "telephone": self.agency.phone,
            "address": self.agency.address,
        }
        given = {name: value for name, value in named.items() if value}
        return {"@type": "GovernmentOrganization", "name": self.agency.name, **given}

    def _website(self) -> Node:
        title = self.facts.project.site.record.site_name or f"ITA {self.agency.name}"
        return {
            "@type": "WebSite",
            "name": title,
            "url": self.addresses.of_page(""),
            "inLanguage": str(self.words.language),
        }

    def _data_catalog(self) -> Node:
        years = [year for year in sorted(self.facts.years) if self._data_files(year)]
        return {
            "@type": "DataCatalog",
            "name": self._title(None),
            "url": self.addresses.of_page("data"),
            "publisher": self._organization(),
            "dataset": [self._dataset(year) for year in (None, *years)],
        }

    def _dataset(self, year: int | None) -> Node:
        found: Node = {
            "@type": "Dataset",
            "name": self._title(year),
            "description": self._description(year),
            "url": self.addresses.of_page(str(year) if year else "data"),
            "creator": self._organization(),
            "isAccessibleForFree": True,
            "inLanguage": str(self.words.language),
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": file.path.rpartition("/")[2],
                    "encodingFormat": file.media_type,
                    "contentUrl": self.addresses.of(file.path),
                }
                for file in self._data_files(year)
            ],
        }
        if year:
            found["temporalCoverage"] = "/".join(day.isoformat() for day in _span(year))
        return found

    def _dcat_dataset(self, year: int | None) -> Node:
        found: Node = {
            "@id": f"{self.addresses.of_page(str(year) if year else 'data')}#dataset",
            "@type": "dcat:Dataset",
            "dct:title": self._thai(self._title(year)),
            "dct:description": self._thai(self._description(year)),
            "dct:publisher": self._publisher(),
            "dcat:distribution": [self._distribution(file) for file in self._data_files(year)],
        }
        if year:
            start, end = _span(year)
            found["dct:temporal"] = {
                "@type": "dct:PeriodOfTime",
                "dcat:startDate": {"@type": "xsd:date", "@value": start.isoformat()},
                "dcat:endDate": {"@type": "xsd:date", "@value": end.isoformat()},
            }
        return found

    def _distribution(self, file: DataFile) -> Node:
        return {
            "@type": "dcat:Distribution",
            "dct:title": self._thai(self.words(f"open_data.file.{file.about}")),
            "dcat:downloadURL": {"@id": self.addresses.of(file.path)},
            "dcat:mediaType": {"@id": f"{MEDIA_TYPES}{file.media_type}"},
        }

    def _data_files(self, year: int | None) -> list[DataFile]:
        files: Iterable[DataFile] = self.inventory.site_files
        if year:
            files = self.inventory.files_of[year]
        return [file for file in files if file.about in DATA]

    def _title(self, year: int | None) -> str:
        if year:
            return self.words("open_data.package_title_year", agency=self.agency.name, year=year)
        return self.words("open_data.package_title", agency=self.agency.name)

    def _description(self, year: int | None) -> str:
        found = (
            self.words(f"open_data.set.{entry.set.name}") for entry in self.inventory.of_year(year)
        )
        return f"{self._title(year)}: {', '.join(found)}"

    def _publisher(self) -> Node:
        return {"@type": "foaf:Agent", "foaf:name": self._thai(self.agency.name)}

    def _thai(self, text: str) -> Node:
        return {"@language": str(self.words.language), "@value": text}


def _span(year: int) -> Iterator[date]:
    period = fiscal_year_span(year)
    yield period.start
    yield period.end
