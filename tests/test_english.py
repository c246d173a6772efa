"""English pages: the same pages below `en/`, in our words, with the agency's own text marked Thai."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pymupdf
import pytest
import yaml

from generator.document.published import WRITERS
from generator.document.report import ReportPart, compute_report
from generator.english import translations
from generator.open_data.forms import FORMS
from generator.pages.data_forms import field_table
from generator.pipeline import check_project
from generator.records.report import ReportFormat
from generator.records.site import Site
from generator.render.site import render_site
from generator.standards_library import Standards
from generator.words import Language, Words
from generator.words import _texts as texts_of
from tests.projects import ROOT, TODAY, build, copy_project

THAI_LETTERS = re.compile("[\u0e01-\u0e5b]+")
LATIN_WORDS = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source"})
UNSEEN = frozenset({"script", "style"})
ENGLISH = Words(Language.ENGLISH)
SWITCH = "tool--language"


SITE_URL = "https://ita.example.go.th/"


@dataclass(slots=True)
class Spoken:
    """The text nodes of a page, each with the language it is marked as, and its attributes."""

    texts: list[tuple[str, str, str]] = field(default_factory=list)
    attributes: list[tuple[str, str]] = field(default_factory=list)
    switch: list[tuple[str, str]] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    hooks: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.spoken = Spoken()
        self.open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        by_rule = tag == "span" and known.get("lang") == "en"  # any phrase that looks English
        own = "" if by_rule else known.get("lang")
        language = own or (self.open[-1][1] if self.open else "")
        if SWITCH in known.get("class", ""):
            self.spoken.switch.append((known["hreflang"], known["href"]))
        if known.get("rel") == "alternate" and "hreflang" in known:
            self.spoken.alternates[known["hreflang"]] = known["href"]
        if "id" in known and tag != "h1":
            self.spoken.anchors.add(known["id"])
        self.spoken.hooks += [f"{name}={known[name]}" for name in known if "data-oit" in name]
        for name in ("alt", "aria-label", "title", "data-label", "placeholder", "content"):
            if name in known:
                self.spoken.attributes.append((name, known[name]))
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open and self.open[-1][0] not in UNSEEN:
            tag, language = self.open[-1]
            self.spoken.texts.append((tag, language, data))


def _read(path: Path) -> Spoken:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.spoken


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("english")
    project = copy_project(ROOT, folder / "project")
    with (project / "site_config.yaml").open("a", encoding="utf-8") as config:
        config.write(f"site_url: {SITE_URL}\n")
    outcome = build(project, folder / "site")
    assert outcome.published
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Spoken]:
    """Every page by its address."""
    return {
        path.parent.relative_to(site).as_posix().removeprefix("."): _read(path)
        for path in sorted(site.rglob("index.html"))
    }


def _is_english(address: str) -> bool:
    return address.split("/", maxsplit=1)[0] == "en"


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def typed() -> str:
    """All that people typed and all official names, without space."""
    files = [ROOT / "site_config.yaml", *(ROOT / "content").rglob("*.yaml")]
    files += [*(ROOT / "content").rglob("*.md")]
    standards = map(Standards(ROOT).get, range(2561, 2570))
    names = [
        entry.name
        for standard in standards
        if standard
        for part in (
            standard.instruments,
            standard.indicators,
            standard.sub_indicators,
            standard.items,
            standard.issues,
        )
        for entry in part.values()
    ]
    return _bare("".join([*(path.read_text(encoding="utf-8") for path in files), *names]))


def test_thai_on_english_pages_is_marked_and_was_typed(
    pages: dict[str, Spoken], typed: str
) -> None:
    """Each run of Thai is inside lang="th" and is the agency's text or an official name.

    The name of a page in the head of the document can carry no mark.
    """
    for address, page in pages.items():
        if not _is_english(address):
            continue
        for tag, language, text in page.texts:
            for run in THAI_LETTERS.findall(text):
                assert language == "th" or tag == "title", (address, text)
                assert run in typed or text == "ไทย", (address, run)


def test_attributes_of_english_pages_hold_thai_from_the_records_alone(
    pages: dict[str, Spoken], typed: str
) -> None:
    """Labels and descriptions are ours; only a name or a title in them may be Thai."""
    for address, page in pages.items():
        for _, text in page.attributes if _is_english(address) else ():
            assert all(run in typed for run in THAI_LETTERS.findall(text)), (address, text)


def test_thai_pages_hold_no_english_of_ours(pages: dict[str, Spoken]) -> None:
    """No text of the English words stands on a Thai page, unless it was put there as English.

    The page about the data says in both languages what files hold.
    """
    ours = {
        text
        for key, text in texts_of(Language.ENGLISH).items()
        if LATIN_WORDS.search(text) and text != texts_of(Language.THAI)[key]
    }
    for address, page in pages.items():
        if not _is_english(address) and address != "data":
            for _, language, text in page.texts:
                assert language == "en" or text.strip() not in ours, (address, text)


def test_every_page_is_there_in_both_languages(pages: dict[str, Spoken]) -> None:
    """The same addresses, anchors and marks for machines, so that a link holds in either.

    The engines name the heading of a page by its words; nothing of ours leads there.
    """
    thai = {address: page for address, page in pages.items() if not _is_english(address)}
    english = {
        a.removeprefix("en").removeprefix("/"): p for a, p in pages.items() if _is_english(a)
    }
    assert thai.keys() == english.keys()
    for address, page in thai.items():
        assert page.anchors == english[address].anchors, address
        assert page.hooks == english[address].hooks, address


def test_every_page_says_in_its_own_language_that_the_agency_is_invented(
    pages: dict[str, Spoken],
) -> None:
    """No English page of the example to copy from can be taken for a real agency's either."""
    for address, page in pages.items():
        assert any("This municipality is invented." in text for _, _, text in page.texts) == (
            _is_english(address)
        ), address


def test_the_switch_leads_to_the_same_page_and_back(site: Path, pages: dict[str, Spoken]) -> None:
    """One plain link in the head, named in the language that it leads to; search engines are told."""
    for address, page in pages.items():
        folder = site / address
        ((language, href),) = page.switch
        assert language == ("th" if _is_english(address) else "en")
        there = (folder / href).resolve().relative_to(site).as_posix()
        other = address.removeprefix("en").removeprefix("/")
        assert there == (other or "." if _is_english(address) else f"en/{address}".rstrip("/"))
        below = f"{other}/" if other else ""
        assert page.alternates == {
            "th": f"{SITE_URL}{below}",
            "en": f"{SITE_URL}en/{below}",
            "x-default": f"{SITE_URL}{below}",
        }


def test_english_pages_lead_to_english_pages(site: Path, pages: dict[str, Spoken]) -> None:
    """The switch alone leaves the language; files are where they are, once."""
    for path in sorted((site / "en").rglob("index.html")):
        html = path.read_text(encoding="utf-8")
        html = re.sub(rf'<a class="[^"]*{SWITCH}.*?</a>', "", html)
        for href in re.findall(r'<a [^>]*?href="([^"#:]+)', html):
            target = (path.parent / href).resolve().relative_to(site)
            if (site / target).is_dir():
                assert target.parts[:1] == ("en",), (path, href)
    made = {path.suffix for path in (site / "en").rglob("*") if path.is_file()}
    assert made == {".html", ".json"}
    assert {path.parent.name for path in (site / "en").rglob("*.json")} == {"search"}


def test_the_history_tells_of_each_page_once() -> None:
    """English pages say what the Thai ones say, so a change is told as one."""
    facts, _ = check_project(ROOT, TODAY)
    assert facts is not None
    rendered = render_site(facts, Words(Language.THAI))
    assert rendered.history
    assert not [path for path in rendered.history[-1].added if path.startswith("/en/")]


def test_switched_off_nothing_english_is_built(tmp_path: Path) -> None:
    """No page, no search data, no switch, no other language told to search engines."""
    root = copy_project(ROOT / "examples" / "pak-chong", tmp_path / "project")
    settings = root / "site_config.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "\nenglish: ไม่ใช่\n", encoding="utf-8"
    )
    assert build(root, tmp_path / "site").published
    assert not (tmp_path / "site" / "en").exists()
    for path in (tmp_path / "site").rglob("*.html"):
        page = _read(path)
        assert not page.switch
        assert not page.alternates


def test_no_page_written_by_hand_takes_the_place_of_the_english_ones(tmp_path: Path) -> None:
    """`content/pages/en.md` would be at `/en/`."""
    root = copy_project(ROOT / "examples" / "pak-chong", tmp_path)
    (root / "content" / "pages").mkdir()
    (root / "content" / "pages" / "en.md").write_text("# English\n", encoding="utf-8")
    _, problems = check_project(root, TODAY)
    assert "PAGE-NAME" in {problem.code for problem in problems}


def test_english_is_there_unless_it_is_switched_off() -> None:
    assert Site.model_fields["english"].default is True


def test_every_text_of_ours_inside_data_has_english() -> None:
    """Notes on the standards that ship, and titles of fields; nothing is kept that none says."""
    said: set[str] = set()
    for path in sorted((ROOT / "generator" / "standards").glob("*.yaml")):
        said.update(_notes(yaml.safe_load(path.read_text(encoding="utf-8"))))
    for kind in FORMS:
        for part in ("record", "computed"):
            rows = field_table(kind, part, Words(Language.THAI)).rows
            said.update(str(cell) for row in rows for cell in row.cells[1:] if cell)
    thai = {text for text in said if THAI_LETTERS.search(text)}
    known = translations()
    assert thai - known.keys() == set()
    assert known.keys() - thai == set()
    assert not [text for text in known.values() if THAI_LETTERS.search(text)]


def _notes(standard: dict[str, object]) -> Iterator[str]:
    levels = standard["levels"]
    assert isinstance(levels, dict)
    for holder in (standard, standard.get("scoring"), levels, *levels["bands"]):
        if isinstance(holder, dict) and holder.get("note"):
            yield holder["note"]
    for name in ("unconfirmed", "sources"):
        texts = standard.get(name, [])
        assert isinstance(texts, list)
        yield from texts


@pytest.mark.parametrize("form", ReportFormat)
def test_the_report_in_english_is_in_our_english_words(form: ReportFormat) -> None:
    """Headings and labels are English, the agency's text stays Thai, all digits are Arabic."""
    facts, _ = check_project(ROOT, TODAY)
    assert facts is not None
    report = compute_report(facts, 2568, ReportPart, ENGLISH)
    assert report is not None
    made = WRITERS[form](report, ENGLISH)
    assert WRITERS[form](report, ENGLISH) == made
    if form is ReportFormat.DOCX:
        return
    with pymupdf.open(stream=made) as document:
        text = "".join(page.get_text() for page in document)
        assert document.metadata["title"] == report.title
    assert ENGLISH("document.contents") in text
    assert ENGLISH("pages.measures.list") in text
    assert not re.search("[๐-๙]", text)


def test_years_say_which_western_years_they_are() -> None:
    """A reader of English need not know the Buddhist era."""
    assert ENGLISH("pages.year_name", year=2568) == "Fiscal year B.E. 2568 (2024–25)"
    assert ENGLISH("pages.year_name", year=2543) == "Fiscal year B.E. 2543 (1999–00)"


@pytest.mark.parametrize(("count", "said"), [(0, "0 items"), (1, "1 item"), (2, "2 items")])
def test_one_is_not_said_as_many(count: int, said: str) -> None:
    assert ENGLISH("pages.items", count=count) == said
