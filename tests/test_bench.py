"""The synthetic project of the benchmark: valid, of the size asked for, the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.measure import Sample, Step, StepFailed, Timing, run_once
from bench.plan import scopes
from bench.rivals import for_hugo
from bench.steps import TODAY
from bench.synthetic import Synthetic, write_project
from generator.pages import list_pages
from generator.pipeline import check_project
from generator.words import Language, Words

PAGES = 60


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Synthetic]:
    folder = tmp_path_factory.mktemp("synthetic")
    return folder, write_project(folder, PAGES)


def test_synthetic_project_is_clean(project: tuple[Path, Synthetic]) -> None:
    """`ita check` finds nothing at all in a synthetic project."""
    folder, _ = project
    assert check_project(folder, TODAY)[1] == ()


def test_synthetic_project_has_the_pages_it_reports(project: tuple[Path, Synthetic]) -> None:
    """The pages reported are those that the program makes, give or take trend and errata."""
    folder, made = project
    facts, _ = check_project(folder, TODAY)
    assert facts is not None
    addresses = [page.address for page in list_pages(facts, Words(Language.THAI))]
    assert abs(len(addresses) - made.pages) <= 2
    assert abs(len(addresses) - PAGES) <= 10


def test_synthetic_project_is_the_same_every_time(
    project: tuple[Path, Synthetic], tmp_path: Path
) -> None:
    """Made twice, it is the same byte for byte."""
    folder, made = project
    assert write_project(tmp_path, PAGES) == made
    assert _contents(tmp_path) == _contents(folder)


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")
    }


def test_everything_is_measured_only_at_the_smallest_size() -> None:
    """By default rivals run at the smallest size and MkDocs up to 2,000 pages."""
    found = scopes([8000, 500, 2000], full=False)
    assert [(each.pages, each.engine, each.rivals) for each in found] == [
        (500, True, True),
        (2000, True, False),
        (8000, False, False),
    ]


def test_default_navigation_is_never_built_at_8000_pages() -> None:
    """The default navigation of 8,000 pages would fill tens of gigabytes."""
    assert [each.default_navigation for each in scopes([500, 8000], full=True)] == [True, False]


def test_ratio_is_taken_within_each_round() -> None:
    """A slow minute that hits both steps of a round leaves their ratio alone."""
    own = Timing("own", tuple(Sample(wall, 0, 0) for wall in (1.0, 10.0, 2.0)))
    base = Timing("base", tuple(Sample(wall, 0, 0) for wall in (4.0, 40.0, 8.0)))
    assert own.ratio(base) == 0.25


def test_failed_step_tells_its_complaint() -> None:
    """A step that fails stops the benchmark with the words of its program."""
    with pytest.raises(StepFailed, match=r"broken: .*no such thing"):
        run_once(Step("broken", ("sh", "-c", "echo no such thing >&2; exit 1")))


def test_hugo_gets_its_own_way_of_writing() -> None:
    """Attributes of headings and links to pages are what the two dialects write differently."""
    text = '# หัวข้อ {: #a data-oit="O1" }\n\n[ไป](../measures/index.md#m1) [เว็บ](https://a.th/index.md)\n'
    assert for_hugo(text) == (
        '# หัวข้อ {#a data-oit="O1"}\n\n[ไป](../measures/#m1) [เว็บ](https://a.th/index.md)\n'
    )
