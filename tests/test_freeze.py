"""Submitted addresses go on opening: a build that would close one is refused, a move leaves a page."""

from __future__ import annotations

import json
import posixpath
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator import check, pipeline
from generator.build import Engine
from generator.freeze import load_submitted
from generator.pipeline import check_project
from generator.problems import Place, Problem, Severity
from generator.redirects import destination
from generator.render.site import RenderedSite
from generator.words import Language, Words
from tests.projects import TODAY, build, tree
from tests.submission import OIT, SITE, SITE_URL, ita, small_agency

THAI = Words(Language.THAI)
DAY = ("--today", "2568-04-30")
MOVES = """\
/2568/oit-old/o1/: /2568/oit/o1/
/2568/files/structure-2567.pdf: /2568/files/structure.pdf
/old/page.html: /2568/oit/#o2
/older/: /2568/oit-old/o1
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A frozen project with its published site, to be copied."""
    root = small_agency(tmp_path_factory.mktemp("frozen") / "project")
    frozen = ita("freeze", "2568", root, *DAY)
    assert frozen.exit_code == 0, frozen.output
    assert build(root, root / "site").published
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "project")


def without_the_plan(root: Path) -> None:
    """Take away what item O1 showed."""
    path = root / "content" / "2568" / "oit.yaml"
    path.write_text(OIT.replace("file: structure.pdf", "page: /"), encoding="utf-8")


def gone(problems: tuple[Problem, ...]) -> list[str]:
    return [str(each.facts["path"]) for each in problems if each.code == "FROZEN-GONE"]


def errors(problems: tuple[Problem, ...]) -> list[tuple[str, Place]]:
    return [(each.code, each.place) for each in problems if each.severity is Severity.ERROR]


def moved(root: Path, text: str) -> None:
    (root / "frozen").mkdir(exist_ok=True)
    (root / "frozen" / "redirects.yaml").write_text(text, encoding="utf-8")


def test_what_is_recorded(project: Path) -> None:
    """The day, and by item, sorted, the pages and files of this site; nothing of other sites."""
    content = json.loads((project / "frozen" / "2568.json").read_text(encoding="utf-8"))
    assert content["frozen"] == "2568-04-30"
    assert len(content["items"]) == 28
    assert content["items"]["O1"] == ["/2568/files/structure.pdf", "/2568/oit/o1/", "/about/"]
    assert content["items"]["O27"] == ["/2568/measures/", "/2568/oit/o27/"]
    assert all(paths == sorted(set(paths)) for paths in content["items"].values())
    assert content["items"]["O4"] == ["/2568/oit/o4/"]


def test_recorded_once(project: Path) -> None:
    """What is recorded is not written over, unless --again says so."""
    path = project / "frozen" / "2568.json"
    before = path.read_bytes()
    second = ita("freeze", "2568", project, "--today", "2568-05-01")
    assert second.exit_code == 2
    assert THAI("freeze.exists", path="frozen/2568.json") in second.output
    assert path.read_bytes() == before
    assert ita("freeze", "68", project, "--today", "2568-05-01", "--again").exit_code == 0
    assert path.read_bytes() == before.replace(b"2568-04-30", b"2568-05-01")


def test_a_page_that_does_not_exist_is_not_recorded(tmp_path: Path) -> None:
    """An address that does not open today is named, and nothing is written."""
    root = small_agency(tmp_path / "project")
    typed = OIT.replace("page: /about/", "page: /abuot/")
    (root / "content" / "2568" / "oit.yaml").write_text(typed, encoding="utf-8")
    frozen = ita("freeze", "2568", root, *DAY)
    assert frozen.exit_code == 2
    assert THAI("freeze.closed", paths="/abuot/") in frozen.output
    assert not (root / "frozen").exists()


def test_a_frozen_site_goes_on_building(project: Path) -> None:
    """Where every address opens, there is nothing to say."""
    outcome = build(project, project / "site")
    assert outcome.published
    assert gone(outcome.problems) == []


def test_a_removed_file_stops_the_build(project: Path) -> None:
    """The build is refused at the line of the address, and the site stays as it was."""
    before = tree(project / "site")
    without_the_plan(project)
    outcome = build(project, project / "site")
    assert not outcome.published
    assert gone(outcome.problems) == ["/2568/files/structure.pdf"]
    (problem,) = (each for each in outcome.problems if each.code == "FROZEN-GONE")
    lines = (project / "frozen" / "2568.json").read_text(encoding="utf-8").split("\n")
    assert problem.place.path == "frozen/2568.json"
    assert lines[problem.place.line - 1][problem.place.column :].startswith("/2568/files/structure")
    assert tree(project / "site") == before


def test_a_removed_year_stops_the_build(project: Path) -> None:
    """When a year's folder is gone, each of its addresses is named."""
    shutil.rmtree(project / "content" / "2568")
    outcome = build(project, project / "site")
    assert not outcome.published
    assert len(gone(outcome.problems)) == 28 + 4


def test_check_knows_without_building(project: Path) -> None:
    """`ita check` ends with 1 and tells what to do."""
    without_the_plan(project)
    checked = ita("check", project)
    assert checked.exit_code == 1
    assert "frozen/2568.json:5:7: ผิดพลาด FROZEN-GONE" in checked.output
    assert "ita freeze 2568 --again" in checked.output


def test_a_page_that_the_engine_drops_stops_the_build(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The built site itself is looked at, not only what should be in it."""
    before = tree(project / "site")
    without_the_plan(project)
    monkeypatch.setattr(pipeline, "check_addresses", lambda _facts: ())
    outcome = build(project, project / "site")
    assert not outcome.published
    assert gone(outcome.problems) == ["/2568/files/structure.pdf"]
    assert tree(project / "site") == before


def test_recording_again_releases_what_is_gone(project: Path) -> None:
    """After the answer was changed, --again records what there is now."""
    without_the_plan(project)
    assert ita("freeze", "2568", project, *DAY).exit_code == 2
    assert ita("freeze", "2568", project, *DAY, "--again").exit_code == 0
    assert "structure.pdf" not in (project / "frozen" / "2568.json").read_text(encoding="utf-8")
    assert gone(check_project(project, TODAY)[1]) == []


def test_a_redirect_keeps_a_submitted_address_open(project: Path) -> None:
    """A file that moved is answered by its redirect, under the very address that was submitted."""
    without_the_plan(project)
    moved(project, "/2568/files/structure.pdf: /2568/oit/o1/\n")
    outcome = build(project, project / "site")
    assert outcome.published
    assert errors(outcome.problems) == []
    assert (project / "site" / "2568" / "files" / "structure.pdf" / "index.html").is_file()


@pytest.mark.parametrize(
    ("path", "opens"),
    [
        ("/", True),
        ("/about/", True),
        ("/about/#part", True),
        ("/about/#other", False),
        ("/about/#%E0%B8%81", True),
        ("/moved/#part", True),
        ("/plan.pdf", True),
        ("/plan.txt", False),
        ("/empty/", False),
    ],
)
def test_what_opens_in_a_built_site(path: str, opens: bool, project: Path, tmp_path: Path) -> None:
    """A page, a file, a heading of a page; a redirect whatever heading was asked of it."""
    site = tmp_path / "built"
    for name in ("about", "moved", "empty"):
        (site / name).mkdir(parents=True)
    (site / "index.html").write_text("<p>หน้าแรก</p>", encoding="utf-8")
    (site / "about" / "index.html").write_text(
        '<h2 id="part"></h2><i id="ก"></i>', encoding="utf-8"
    )
    (site / "moved" / "index.html").write_text("<a href='../about/'></a>", encoding="utf-8")
    (site / "plan.pdf").write_bytes(b"%PDF")
    rendered = RenderedSite(
        {"moved/index.html": "", "about/index.md": ""}, {}, {}, {}, (), [], {}, ()
    )
    submitted = replace(load_submitted(project)[0][0], path=path)
    assert bool(list(check.check_submitted(site, rendered, [submitted]))) is not opens


class _Redirect(HTMLParser):
    """Where a page leads: at once, by its canonical address, and by its link."""

    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.refresh = self.canonical = self.link = self.robots = ""
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if known.get("http-equiv") == "refresh":
            self.refresh = known["content"]
        elif known.get("rel") == "canonical":
            self.canonical = known["href"]
        elif known.get("name") == "robots":
            self.robots = known["content"]
        elif tag == "a":
            self.link = known["href"]


@pytest.mark.parametrize("engine", Engine)
def test_a_moved_page_leads_to_the_new_one(engine: Engine, project: Path, tmp_path: Path) -> None:
    """With every engine the old address leads on: at once, by a link, and for search engines."""
    moved(project, MOVES)
    site = tmp_path / "site"
    outcome = build(project, site, engine)
    assert outcome.published, outcome.problems
    for old, new in {
        "2568/oit-old/o1/index.html": "2568/oit/o1/",
        "2568/files/structure-2567.pdf/index.html": "2568/files/structure.pdf",
        "old/page.html": "2568/oit/#o2",
        "older/index.html": "2568/oit/o1/",
    }.items():
        page = _Redirect(site / old)
        assert urljoin(f"/{old}", page.link) == f"/{new}"
        assert page.refresh == f"0; url={page.link}"
        assert page.canonical == f"{SITE_URL}/{new.partition('#')[0]}"
        assert page.robots == "noindex"
        path = new.partition("#")[0]
        assert (
            site / (posixpath.join(path, "index.html") if path.endswith("/") else path)
        ).is_file()


def test_a_redirect_without_the_address_of_the_site(tmp_path: Path) -> None:
    """Where site_url is not known, the canonical address is the relative one."""
    root = small_agency(tmp_path / "project")
    config = root / "site_config.yaml"
    config.write_text(SITE.replace("site_url", "# site_url"), encoding="utf-8")
    moved(root, "/older/: /2568/oit/o1/\n")
    assert build(root, root / "site").published
    assert _Redirect(root / "site" / "older" / "index.html").canonical == "../2568/oit/o1/"


def test_redirects_are_neither_searched_nor_listed(project: Path) -> None:
    """A page that says where another is stands in no menu, no search and no sitemap."""
    moved(project, MOVES)
    assert build(project, project / "site").published
    for name, data in tree(project / "site").items():
        ours = name.startswith(("2568/oit-old", "old", "2568/files")) or name == "SHA256SUMS"
        assert ours or b"oit-old" not in data, name


def test_a_redirect_that_is_no_longer_typed_is_gone(project: Path) -> None:
    """Its page goes with the line, from the site and from the hand-over folder."""
    moved(project, MOVES)
    build(project, project / "site")
    moved(project, "/older/: /\n")
    assert build(project, project / "site").published
    for folder in (project / "site", project / "build" / "docs"):
        assert not (folder / "2568" / "oit-old").exists()
        assert (folder / "older" / "index.html").exists()


def test_markup_in_a_redirect_is_refused(project: Path) -> None:
    """An anchor that looks like markup never comes as far as a page."""
    moved(project, "/older/: '/2568/oit/#\"><script>alert(1)</script>'\n")
    outcome = build(project, project / "site")
    assert not outcome.published
    assert {code for code, _ in errors(outcome.problems)} == {"SITE-PATH-FORMAT"}


def test_a_redirect_that_the_engine_drops_stops_the_build(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each redirect page is looked for in the built site."""
    moved(project, "/older/: /\n")
    build_site = pipeline.build.build_site

    def build_less(place: object, out: Path, *rest: object) -> None:
        build_site(place, out, *rest)  # type: ignore[arg-type]
        (out / "older" / "index.html").unlink()

    monkeypatch.setattr(pipeline.build, "build_site", build_less)
    outcome = build(project, project / "site")
    assert not outcome.published
    assert errors(outcome.problems) == [("PAGE-NOT-BUILT", Place("older/index.html"))]


@pytest.mark.parametrize("old", ["/2568/", "/2568/files/structure.pdf", "/2568/data/oit.json"])
def test_no_redirect_lies_over_a_page_or_file(old: str, project: Path) -> None:
    """What the site still has is never covered: the build is refused at the line."""
    moved(project, f"/older/: /\n{old}: /about/\n")
    before = tree(project / "site")
    outcome = build(project, project / "site")
    assert not outcome.published
    assert errors(outcome.problems) == [
        ("REDIRECT-OVER-PAGE", Place("frozen/redirects.yaml", 2, 1))
    ]
    assert tree(project / "site") == before


@pytest.mark.parametrize(
    ("moves", "end"),
    [
        ({"a": "/x/"}, "/x/"),
        ({"a": "/b/", "b": "/x/#y"}, "/x/#y"),
        ({"a": "b/index.html", "b": "/"}, "/"),
        ({"a": "/a/"}, None),
        ({"a": "/b/", "b": "/c/", "c": "/b/#z"}, None),
    ],
)
def test_where_an_address_leads_in_the_end(moves: dict[str, str], end: str | None) -> None:
    """A page that moved more than once leads straight to where it is; a circle leads nowhere."""
    assert destination("a", moves) == end


def test_a_broken_record_is_told_at_its_place(project: Path) -> None:
    """The frozen file is read like every other: what is not in its form has a line."""
    path = project / "frozen" / "2568.json"
    text = path.read_text(encoding="utf-8").replace("2568-04-30", "2025-04-30")
    path.write_text(text.replace('"/2568/oit/o2/"', '"https://x/"'), encoding="utf-8")
    found = {(code, place.line) for code, place in errors(check_project(project, TODAY)[1])}
    lines = path.read_text(encoding="utf-8").split("\n")
    assert found == {("DATE-CHRISTIAN-ERA", 2), ("SITE-PATH-FORMAT", _line(lines, "https://x/"))}


def _line(lines: list[str], text: str) -> int:
    return next(number for number, line in enumerate(lines, 1) if text in line)
