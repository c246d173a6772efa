"""What a build publishes, and what it leaves alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publish import MANIFEST
from tests.projects import EXAMPLES, ROOT, TODAY, build, copy_project, in_thai_alone, run, tree

DAY = TODAY.isoformat()
SMALL = """\
agency:
  name: เทศบาลทดสอบ
"""
SCORES = """\
total: 76.81
level: B
indicators: {1: 93.37, 2: 83.33, 3: 89.17, 4: 83.06, 5: 89.65, 6: 84.20, 7: 82.10, 8: 77.08, 9: 87.00, 10: 43.75}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one year, small enough to build often."""
    root = tmp_path / "project"
    year = root / "content" / "2565"
    year.mkdir(parents=True)
    (root / "site_config.yaml").write_text(SMALL, encoding="utf-8")
    (year / "assessment.yaml").write_text(SCORES, encoding="utf-8")
    return root


def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Folder, time zone, locale, hash seed and umask leave no trace in the site."""
    worlds: list[dict[str, str]] = [
        {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "Asia/Bangkok", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
    ]
    sites = []
    for number, world in enumerate(worlds):
        place = tmp_path / f"{number}" / f"place-{number}"
        root = in_thai_alone(copy_project(EXAMPLES / "pak-chong", place))
        done = run("-m", "generator", "build", str(root), "--today", DAY, cwd=ROOT, **world)
        assert done.returncode == 0, done.stderr
        sites.append(tree(root / "site"))
    assert sites[0] == sites[1]


def test_second_build_writes_the_same(project: Path, tmp_path: Path) -> None:
    """Building again over a finished site changes no byte of it."""
    out = tmp_path / "site"
    assert build(project, out).published
    before = tree(out)
    assert build(project, out).published
    assert tree(out) == before


def test_pages_of_a_removed_year_are_gone(project: Path, tmp_path: Path) -> None:
    """What is no longer recorded is no longer published, nor left in the hand-over folder."""
    shutil.copytree(project / "content" / "2565", project / "content" / "2566")
    build(project, tmp_path / "site")
    assert (tmp_path / "site" / "2566" / "assessment" / "index.html").exists()
    shutil.rmtree(project / "content" / "2566")
    build(project, tmp_path / "site")
    assert not (tmp_path / "site" / "2566").exists()
    assert not (project / "build" / "docs" / "2566").exists()


def test_draft_leaves_no_byte(project: Path, tmp_path: Path) -> None:
    """A year marked as draft is in no page, no data file and no search index."""
    draft = project / "content" / "2566"
    draft.mkdir()
    text = (
        f"draft: true\n{SCORES}sections: [{{title: ความลับก่อนประกาศ, text: ห้ามเผยแพร่ก่อนวันแถลง}}]\n"
    )
    (draft / "assessment.yaml").write_text(text, encoding="utf-8")
    assert build(project, tmp_path / "site").published
    for folder in (tmp_path / "site", project / "build"):
        for name, data in tree(folder).items():
            for word in ("ความลับก่อนประกาศ", "ห้ามเผยแพร่ก่อนวันแถลง"):
                assert word.encode() not in data, name


def test_strict_build_stops_at_a_warning(project: Path, tmp_path: Path) -> None:
    """With --strict a warning leaves the site as it was; without it the site is published."""
    year = project / "content" / "2565" / "assessment.yaml"
    year.write_text(SCORES.replace("level: B", "level: A"), encoding="utf-8")
    out = tmp_path / "site"
    assert not build(project, out, strict=True).published
    assert not out.exists()
    assert build(project, out).published


def test_hand_written_page_and_its_files_are_published(project: Path, tmp_path: Path) -> None:
    """A page in content/pages becomes a page of the site with its heading as its title."""
    pages = project / "content" / "pages"
    pages.mkdir()
    (pages / "about.md").write_text("# เกี่ยวกับเรา\n\nข้อความของหน่วยงาน\n", encoding="utf-8")
    assert build(project, tmp_path / "site").published
    built = (tmp_path / "site" / "about" / "index.html").read_text(encoding="utf-8")
    assert "ข้อความของหน่วยงาน" in built
    assert "<title>เกี่ยวกับเรา" in built


def test_project_s_own_standard_takes_the_place_of_the_shipped_one(
    project: Path, tmp_path: Path
) -> None:
    """A standard in the project's folder is used, and a year that nobody ships can be added."""
    own = project / "standards"
    own.mkdir()
    shipped = (ROOT / "generator" / "standards" / "2565.yaml").read_text(encoding="utf-8")
    text = shipped.replace("year: 2565", "year: 2570").replace("การใช้งบประมาณ", "การใช้เงินแผ่นดิน")
    (own / "2570.yaml").write_text(text, encoding="utf-8")
    shutil.copytree(project / "content" / "2565", project / "content" / "2570")
    assert build(project, tmp_path / "site").published
    page = (tmp_path / "site" / "2570" / "assessment" / "index.html").read_text(encoding="utf-8")
    assert "การใช้เงินแผ่นดิน" in page


def test_plain_mkdocs_gives_the_same_pages(tmp_path: Path) -> None:
    """`mkdocs build` beside mkdocs.yml makes byte for byte what `ita build` makes."""
    root = copy_project(EXAMPLES / "pak-chong", tmp_path / "project")
    shutil.copy2(ROOT / "mkdocs.yml", root)
    for name in ("generator", "theme"):
        (root / name).symlink_to(ROOT / name)
    clock = {"SOURCE_DATE_EPOCH": "1743379200", "NO_MKDOCS_2_WARNING": "1"}
    plain = run("-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "plain"), cwd=root, **clock)
    assert plain.returncode == 0, plain.stderr
    ours = run("-m", "generator", "build", "--today", DAY, cwd=root)
    assert ours.returncode == 0, ours.stderr
    assert dict(_without_dates(tmp_path / "plain")) == dict(_without_dates(root / "site"))


def _without_dates(site: Path) -> Iterator[tuple[str, bytes]]:
    """All but the manifest, whose own name says that it differs with the clock of the engine."""
    yield from ((name, data) for name, data in tree(site).items() if name != MANIFEST)
