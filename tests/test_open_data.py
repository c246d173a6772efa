"""Open data: every table of the pages, read back by programs that are not ours."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import frictionless
import jsonschema
import pytest
from openpyxl import load_workbook

from generator.blocks import Column, Kind, Link, Listing, Prose, Row, Table
from generator.compute.facts import Facts
from generator.escape import MOST_IN_A_CELL, csv_cell, json_in_html
from generator.open_data import card
from generator.open_data.addresses import Addresses
from generator.open_data.badge import badge_text
from generator.open_data.cells import cell
from generator.open_data.csv_file import csv_text
from generator.open_data.inventory import make_inventory
from generator.open_data.sets import SETS, Found, TableSet, set_of
from generator.open_data.table import make_table
from generator.open_data.words import set_title
from generator.open_data.workbook import Sheet, SheetColumn, workbook_bytes
from generator.pages.page import Page
from generator.pipeline import check_project
from generator.render.site import RenderedSite, render_site
from generator.words import Language, Words
from generator.workspace import write
from tests.projects import ROOT, TODAY, copy_project, project_folders, run

THAI, ENGLISH = Words(Language.THAI), Words(Language.ENGLISH)
SITE_URL = "https://ita.example.go.th/"
ATOM = "{http://www.w3.org/2005/Atom}"
SVG = "{http://www.w3.org/2000/svg}"
FORMULAS = ["=1+1", "+66", "-cmd|'/c calc'!A1", "@SUM(A1)", "\t=1", "＝1", '=HYPERLINK("http://a")']
# The page of changes is made of its own file, and after all others.
WITHOUT_FILES = {"data", "data_fields", "data_forms", "data_form", "changes"}
FORBIDDEN_IN_SHEET_NAMES = set("[]:*?/\\")


def _rendered(root: Path) -> tuple[Facts, RenderedSite]:
    facts, _ = check_project(root, TODAY)
    assert facts is not None
    return facts, render_site(facts, THAI)


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration at an address of its own."""
    root = copy_project(ROOT, tmp_path_factory.mktemp("open-data") / "project")
    settings = root / "site_config.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}\nsite_url: {SITE_URL}\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def site(demonstration: Path) -> tuple[Facts, RenderedSite]:
    return _rendered(demonstration)


@pytest.fixture(scope="module")
def docs(demonstration: Path, site: tuple[Facts, RenderedSite]) -> Path:
    place, _ = write(demonstration, *site)
    return place.docs


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("root", [*project_folders()], ids=lambda root: root.name)
def test_every_table_of_a_page_is_given_away(root: Path) -> None:
    """A table belongs to exactly one set; only the page about the files has tables without."""
    _, rendered = _rendered(root)
    alone = {
        (page.kind, table.id)
        for page in rendered.pages
        if page.kind not in WITHOUT_FILES
        for table in page.tables
        if set_of(page.kind, table.id) is None
    }
    assert alone == set()


@pytest.mark.parametrize("root", [*project_folders()], ids=lambda root: root.name)
def test_the_list_of_files_is_the_files(root: Path) -> None:
    """What the data page, the redirects and the frozen addresses know is what is made."""
    facts, rendered = _rendered(root)
    thai = [page for page in rendered.pages if page.address.split("/")[0] != "en"]
    known = set(make_inventory(facts, thai).paths())
    made = {*rendered.recipes, *rendered.texts}
    assert known <= made
    assert {name for name in made if "/tables/" in name or name in rendered.recipes} <= known


def test_csv_gives_the_scores_as_typed(site: tuple[Facts, RenderedSite], docs: Path) -> None:
    """Two decimals stay two decimals, and nothing is rounded or moved."""
    facts, _ = site
    for year, results in facts.results.items():
        typed = results.aggregate.indicators
        path = docs / f"{year}/data/tables/indicators.csv"
        read = {row["number"]: row["score"] for row in _rows(path)} if path.exists() else {}
        assert read == {str(n): str(figure.value) for n, figure in typed.items()}
        assert bool(typed) == path.exists()


def test_csv_begins_with_a_mark_and_english_names(docs: Path) -> None:
    """A spreadsheet takes it for UTF-8, a program for a table with snake_case names."""
    for path in sorted(docs.glob("*/data/tables/*.csv")):
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        head = next(csv.reader([data.decode("utf-8-sig").split("\r\n", 1)[0]]))
        assert head[0] == "fiscal_year"
        assert all(name.isidentifier() and name == name.lower() for name in head)


def test_all_forms_of_a_table_hold_the_same(docs: Path) -> None:
    """CSV, JSON and XLSX have the same rows; each types its cells as it can."""
    for path in sorted(docs.glob("*/data/tables/*.csv")):
        rows = _rows(path)
        given = json.loads(path.with_suffix(".json").read_bytes())
        numbers = {field["name"] for field in given["fields"] if field["type"] != "string"}
        (sheet,) = load_workbook(path.with_suffix(".xlsx")).worksheets
        lines = list(sheet.iter_rows(min_row=2, values_only=True))
        assert len(given["rows"]) == len(rows) == len(lines) - bool(given["total"])
        for row, plain, line in zip(rows, given["rows"], lines, strict=False):
            for (name, text), value in zip(row.items(), line, strict=True):
                assert _same(text, plain[name], is_typed=name in numbers), (path, name)
                assert _same(text, value, is_typed=name in numbers), (path, name)


def _same(text: str, value: Any, *, is_typed: bool) -> bool:
    if text == "":
        return value is None
    if is_typed and isinstance(value, int | float):
        return Decimal(str(value)) == Decimal(text)
    if is_typed:
        return str(value)[:10] == text
    return text in (value, f"'{value}")


def test_workbooks_are_typed_and_fit_to_be_read(docs: Path) -> None:
    """Numbers, days and text are cells of those types; the head stays; no cell is a formula."""
    book = load_workbook(docs / "2568/data/ita-2568.xlsx")
    sheet = book[THAI("open_data.set.updates")]
    assert [c.data_type for c in sheet[2]][:6] == ["n", "s", "d", "s", "n", "s"]
    for each in book.worksheets:
        assert each.freeze_panes == "B2"
        assert all(size.width >= 8 for size in each.column_dimensions.values())
        assert all(c.data_type != "f" for row in each.iter_rows() for c in row)


def test_a_year_and_all_years_are_one_file(docs: Path) -> None:
    """One workbook has every table as a sheet with a Thai name; one archive has every CSV."""
    for folder, name in ((docs / "2567/data", "ita-2567"), (docs / "data", "ita")):
        tables = sorted(path.stem for path in folder.glob("tables/*.csv"))
        sheets = load_workbook(folder / f"{name}.xlsx", read_only=True).sheetnames
        assert sorted(sheets) == sorted(THAI(f"open_data.set.{table}") for table in tables)
        with ZipFile(folder / f"{name}.zip") as archive:
            inside = {entry for entry in archive.namelist() if entry.endswith(".csv")}
            assert inside == {f"tables/{table}.csv" for table in tables}
            for entry in inside:
                assert archive.read(entry) == (folder / entry).read_bytes()


def test_all_years_are_the_years_together(docs: Path) -> None:
    """The file of all years has the rows of each year, and says of which year they are."""
    whole = _rows(docs / "data/tables/indicators.csv")
    parts = [
        row for path in sorted(docs.glob("*/data/tables/indicators.csv")) for row in _rows(path)
    ]
    assert whole == parts
    assert len({row["fiscal_year"] for row in whole}) > 1


def test_packages_are_valid_for_frictionless(docs: Path) -> None:
    """Every file named is there, and every cell is of the type that its field names."""
    for path in (docs / "data/datapackage.json", docs / "2568/data/datapackage.json"):
        report = frictionless.validate(str(path), type="package")
        assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
        package = json.loads(path.read_bytes())
        assert package["resources"]
        for resource in package["resources"]:
            assert all(
                field["title"] and field["description"] and field["description_en"]
                for field in resource["schema"]["fields"]
            )


def test_published_json_is_as_its_schemas_say(docs: Path) -> None:
    """The schemas lie beside the data and fit it."""
    named = {
        "ita": [docs / "ita.json"],
        "table": sorted(docs.glob("*/data/tables/*.json")),
        **{
            kind: sorted(docs.glob(f"*/data/{kind}.json"))
            for kind in ("assessment", "measures", "progress", "oit")
        },
    }
    for name, paths in named.items():
        schema = json.loads((docs / f"data/schemas/{name}.schema.json").read_bytes())
        checker = jsonschema.Draft202012Validator(schema)
        assert paths
        for path in paths:
            checker.validate(json.loads(path.read_bytes()))


def test_the_summary_leads_to_what_is_there(site: tuple[Facts, RenderedSite], docs: Path) -> None:
    """`ita.json` has the totals and levels of all years, and only addresses that open."""
    facts, _ = site
    summary = json.loads((docs / "ita.json").read_bytes())
    totals = {year["fiscal_year"]: year["total"] for year in summary["years"]}
    for year, results in facts.results.items():
        assert totals[year] == (None if results.total is None else float(results.total))
    for address in _addresses(summary):
        path = address.removeprefix(SITE_URL)
        assert (docs / path).is_file() or (docs / path / "index.md").is_file()


def _addresses(content: object) -> Iterator[str]:
    if isinstance(content, dict):
        for value in content.values():
            yield from _addresses(value)
    elif isinstance(content, list):
        for value in content:
            yield from _addresses(value)
    elif isinstance(content, str) and content.startswith(SITE_URL):
        yield content


def test_the_feed_is_atom_with_the_days_of_the_records(docs: Path) -> None:
    """Newest first, each with an identity of its own and an address that opens."""
    feed = ET.fromstring((docs / "feed.xml").read_bytes())  # noqa: S314
    entries = feed.findall(f"{ATOM}entry")
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0]
    identities = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(identities)) == len(identities) > 0
    for entry in entries:
        (link,) = entry.findall(f"{ATOM}link")
        path = link.attrib["href"].removeprefix(SITE_URL).partition("#")[0]
        assert (docs / path / "index.md").is_file()


def _linked_data(docs: Path, page: str) -> dict[str, Any]:
    text = (docs / page).read_text(encoding="utf-8")
    start, end = '<script type="application/ld+json">', "</script>"
    return dict(json.loads(text.partition(start)[2].partition(end)[0]))


def test_pages_tell_search_engines_what_they_are(docs: Path) -> None:
    """The home page names the agency, a year its data, the data page all of them."""
    home = _linked_data(docs, "index.md")
    assert [node["@type"] for node in home["@graph"]] == ["GovernmentOrganization", "WebSite"]
    year = _linked_data(docs, "2567/index.md")
    assert year["@type"] == "Dataset"
    assert year["temporalCoverage"] == "2023-10-01/2024-09-30"
    assert 50 <= len(year["description"]) <= 5000
    for content in (year, _linked_data(docs, "data/index.md")):
        assert {"@context", "@type", "name", "url"} <= set(content)
        for address in _addresses(content):
            path = address.removeprefix(SITE_URL)
            assert (docs / path).is_file() or (docs / path / "index.md").is_file()


def test_the_catalogue_is_dcat(docs: Path) -> None:
    """A catalogue of data sets, each with title, description, publisher and distributions."""
    catalog = json.loads((docs / "data/catalog.jsonld").read_bytes())
    prefixes = set(catalog["@context"])
    assert catalog["@type"] == "dcat:Catalog"
    for dataset in catalog["dcat:dataset"]:
        assert {"dct:title", "dct:description", "dct:publisher"} <= set(dataset)
        assert all(key.startswith("@") or key.partition(":")[0] in prefixes for key in dataset)
        for given in dataset["dcat:distribution"]:
            path = given["dcat:downloadURL"]["@id"].removeprefix(SITE_URL)
            assert (docs / path).is_file()
    identities = [dataset["@id"] for dataset in catalog["dcat:dataset"]]
    assert len(set(identities)) == len(identities)


def test_linked_data_cannot_end_its_script() -> None:
    """Text that closes a script stays text."""
    text = json_in_html({"name": "</script><script>alert(1)</script>", "more": "<!--"})
    assert "<" not in text
    assert json.loads(text)["name"].startswith("</script>")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text: str) -> None:
    """In CSV it stands behind an apostrophe; in a workbook it is a string as it was typed."""
    (shown,) = list(csv.reader(io.StringIO(csv_text(["a"], [(text,)]), newline="")))[1]
    assert shown == csv_cell(text) == f"'{text}"
    data = workbook_bytes("x", [Sheet("x", (SheetColumn("a"),), ((text,),))])
    found = load_workbook(io.BytesIO(data)).worksheets[0]["A2"]
    assert (found.data_type, found.value) == ("s", text)


def test_a_number_below_zero_is_no_formula() -> None:
    """A fall in the score stays a number in every form."""
    assert csv_text(["a"], [(Decimal("-4.14"),)]).endswith('"-4.14"\r\n')


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x00a\x1f", "\ufffda\ufffd"),
        ("\ud800\uffff", "\ufffd\ufffd"),
        ("_x0041_\nb", "_x0041_\nb"),
        ("ก" * (MOST_IN_A_CELL + 1), "ก" * (MOST_IN_A_CELL - 1) + "…"),
    ],
    ids=["control", "no-text", "like-an-escape", "long"],
)
def test_a_workbook_holds_what_xml_holds(text: str, kept: str) -> None:
    """What a workbook cannot hold is replaced, and what has no room is cut with a mark."""
    data = workbook_bytes("x", [Sheet("x", (SheetColumn("a"),), ((text,),))])
    assert load_workbook(io.BytesIO(data)).worksheets[0]["A2"].value == kept


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (Decimal("85.10"), Kind.SCORE, Decimal("85.10")),
        ("เทียบไม่ได้", Kind.CHANGE, None),
        (None, Kind.SCORE, None),
        (Link("ปีงบประมาณ พ.ศ. 2567", page="2567"), Kind.YEAR, 2567),
        (date(2025, 3, 14), Kind.DATE, date(2025, 3, 14)),
        (Listing((Prose("ก"), Link("ข"))), Kind.TEXT, "ก\nข"),
        ("", Kind.TEXT, None),
    ],
)
def test_a_cell_is_what_its_column_holds(value: Any, kind: Kind, expected: Any) -> None:
    """Words in a column of numbers are no value; nothing known is not zero."""
    assert cell(value, kind) == expected


def test_headings_within_a_table_become_a_field() -> None:
    """A row carries the headings above it; two that follow each other belong together."""
    rows = (
        Row(("หนึ่ง",), group=True),
        Row(("ก",), group=True),
        Row(("1",)),
        Row(("สอง",), group=True),
        Row(("2",)),
    )
    table = Table("measures", "x", (Column("measure", "x"),), rows)
    entry = TableSet("measures", "measures", "measures", parted=True)
    page = Page("2568/measures", "measures", "x", "x", tables=(table,))
    made = make_table(Found(entry, 2568, ((page, table),)), Addresses(None), THAI)
    assert made.rows == ((2568, "หนึ่ง / ก", "1"), (2568, "สอง", "2"))


def test_addresses_are_whole_where_the_site_is_known() -> None:
    """With no address of the site they begin at its top."""
    link = Link("x", file="2568/files/a.pdf")
    assert Addresses(SITE_URL).of_link(link) == f"{SITE_URL}2568/files/a.pdf"
    assert Addresses(None).of_link(link) == "/2568/files/a.pdf"
    assert Addresses(SITE_URL).of_link(Link("x", url="https://a.go.th/")) == "https://a.go.th/"


def test_names_of_sets_are_fit_for_sheets() -> None:
    """Short enough for a spreadsheet, without the signs that it refuses, and all different."""
    for t in (THAI, ENGLISH):
        names = [set_title(entry, t) for entry in SETS]
        assert len({name.lower() for name in names}) == len(names)
        assert all(len(name) <= 31 and not FORBIDDEN_IN_SHEET_NAMES & set(name) for name in names)


def test_the_badge_is_a_picture_of_its_words() -> None:
    """It is XML that says the result, whatever stands in it."""
    from generator.blocks import Tone

    picture = ET.fromstring(badge_text("ITA", "<b>&", '"></svg>', Tone.GOOD))  # noqa: S314
    assert [text.text for text in picture.iter(f"{SVG}text")] == ["ITA", "<b>&"]
    assert picture.attrib["aria-label"] == '"></svg>'


def test_the_card_is_drawn_at_its_size(docs: Path) -> None:
    """A PNG of 1200 by 630, named by the page of its year under a whole address."""
    data = (docs / "2567/card.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert tuple(int.from_bytes(data[at : at + 4], "big") for at in (16, 20)) == (1200, 630)
    page = (docs / "2567/index.md").read_text(encoding="utf-8")
    assert f'card: "{SITE_URL}2567/card.png"' in page


def test_without_the_extra_there_are_no_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site is built all the same, and no page names a card."""
    monkeypatch.setattr("generator.open_data.inventory.can_typeset", lambda: False)
    _, rendered = _rendered(ROOT)
    assert not [name for name in rendered.recipes if name.endswith("card.png")]
    assert "/2567/card.png" not in rendered.texts["ita.json"]


def test_words_on_a_card_are_no_markup() -> None:
    """A name with signs of the typesetter is drawn as it is."""
    words = card.Card("th", '#panic() "$_*', "[x", None, "", None, card.Tone.PLAIN)
    assert card.card_bytes(words) != card.card_bytes(replace(words, agency="x"))


def test_drafts_are_in_no_file(demonstration: Path, tmp_path: Path) -> None:
    """A record that is kept back leaves no table behind."""
    root = copy_project(demonstration, tmp_path / "draft")
    path = root / "content" / "2568" / "progress.yaml"
    path.write_text(f"draft: true\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    facts, rendered = _rendered(root)
    assert 2568 not in facts.progress
    kept_back = ("progress", "updates")
    assert not [
        n
        for n in rendered.recipes
        if n.startswith("2568/data/tables/") and n.rpartition("/")[2].partition(".")[0] in kept_back
    ]
    assert "กำลังดำเนินการ" not in rendered.texts["feed.xml"].partition("2024-10")[0]


def test_only_what_changed_is_made_again(demonstration: Path, tmp_path: Path) -> None:
    """A second run makes nothing; a run after a change makes the files of that table anew."""
    root = copy_project(demonstration, tmp_path / "again")
    facts, rendered = _rendered(root)
    write(root, facts, rendered)
    made: list[str] = []

    def spied(site: RenderedSite) -> RenderedSite:
        recipes = {
            name: replace(
                recipe, make=lambda name=name, recipe=recipe: made.append(name) or recipe.make()
            )  # type: ignore[misc]
            for name, recipe in site.recipes.items()
        }
        return replace(site, recipes=recipes)

    write(root, facts, spied(_rendered(root)[1]))
    assert made == []
    path = root / "content" / "2567" / "assessment.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("92.93", "92.94"), encoding="utf-8")
    write(root, facts, spied(_rendered(root)[1]))
    assert "2567/data/tables/indicators.csv" in made
    assert "2565/data/tables/oit.csv" not in made
    assert "92.94" in (root / "build/docs/2567/data/tables/indicators.csv").read_text("utf-8")


def test_the_same_records_give_the_same_bytes_everywhere(docs: Path, tmp_path: Path) -> None:
    """Neither the zone of the clock nor the seed of hashes shows in any file."""
    root = copy_project(docs.parent.parent, tmp_path / "elsewhere")
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from generator.pipeline import check_project; from generator.render.site import render_site\n"
        "from generator.words import Language, Words; from generator.workspace import write\n"
        "root = Path(sys.argv[1]); facts, _ = check_project(root, date.fromisoformat(sys.argv[2]))\n"
        "write(root, facts, render_site(facts, Words(Language.THAI)))"
    )
    done = run(
        "-c",
        code,
        str(root),
        TODAY.isoformat(),
        cwd=ROOT,
        TZ="Pacific/Kiritimati",
        PYTHONHASHSEED="7",
    )
    assert done.returncode == 0, done.stderr
    other = root / "build" / "docs"
    for path in sorted(each for each in docs.rglob("*") if each.is_file()):
        assert (other / path.relative_to(docs)).read_bytes() == path.read_bytes(), path
