"""The history of changes: a chain that goes on, and in which nothing can be edited."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator.history import (
    FILE,
    Broken,
    Chain,
    continued,
    extended,
    history_text,
    load_history,
    parse_history,
    published_files,
)
from generator.open_data.inventory import make_inventory
from generator.pipeline import check_project
from generator.render.site import render_changes
from generator.words import Language, Words
from tests.projects import AGENCIES, EXAMPLES, ROOT, TODAY, build, copy_project, in_thai_alone, tree

DAYS = [date(2025, 3, day) for day in (1, 2, 3)]
SHORT = {"/": "a" * 64, "/2567/": "b" * 64, "/2567/data/oit.json": "c" * 64}
LONGER = SHORT | {"/": "d" * 64, "/2568/": "e" * 64}
LONGER.pop("/2567/")
MANY = {f"/{number}/": "f" * 64 for number in range(2500, 2530)}


def chain_of(*states: dict[str, str]) -> Chain:
    chain: Chain = ()
    for files, day in zip(states, DAYS, strict=False):
        chain = extended(chain, files, day)
    return chain


CHAIN = chain_of(SHORT, LONGER, LONGER | MANY)


def test_an_entry_tells_what_differs() -> None:
    """Added, changed and removed pages and files stand apart, with their hashes."""
    entry = CHAIN[1]
    assert (entry.number, entry.date, entry.previous) == (2, DAYS[1], CHAIN[0].hash)
    assert entry.added == {"/2568/": "e" * 64}
    assert entry.changed == {"/": "d" * 64}
    assert entry.removed == {"/2567/": "b" * 64}
    assert published_files(CHAIN) == LONGER | MANY


def test_the_same_content_adds_no_entry() -> None:
    """Publishing again what is published is no change, on whatever day."""
    assert extended(CHAIN, LONGER | MANY, date(2030, 1, 1)) == CHAIN
    assert extended((), {}, DAYS[0]) == ()


def test_a_correction_taken_back_is_two_entries() -> None:
    """What was published for a day stays in the history after it is as before."""
    assert [entry.changed for entry in chain_of(SHORT, SHORT | {"/": "x"}, SHORT)[1:]] == [
        {"/": "x"},
        {"/": "a" * 64},
    ]


def test_a_history_is_read_as_it_was_written() -> None:
    """Its text holds the whole chain, and the same chain has the same text."""
    text = history_text(CHAIN)
    assert parse_history(text.encode()) == CHAIN
    assert history_text(parse_history(text.encode())) == text


def edits() -> list[str]:
    """One history for each value of the second entry, with that value edited, and other damage."""
    edited = []
    for key, value in (
        ("number", 3),
        ("date", "2025-03-03"),
        ("date", "2025-02-30"),
        ("added", {}),
        ("changed", {"/": "d" * 63 + "e"}),
        ("removed", {"/2566/": "b" * 64}),
        ("previous", "0" * 64),
        ("hash", "0" * 64),
    ):
        content = json.loads(history_text(CHAIN))
        content["entries"][1][key] = value
        edited.append(json.dumps(content))
    content = json.loads(history_text(CHAIN))
    del content["entries"][1]
    return [*edited, json.dumps(content), "", "[]", "{}", history_text(CHAIN)[:-9]]


@pytest.mark.parametrize("text", edits())
def test_an_edited_history_is_refused(tmp_path: Path, text: str) -> None:
    """No value of an entry can be edited, and no entry taken out, without its being seen."""
    with pytest.raises(Broken):
        parse_history(text.encode())
    (tmp_path / FILE).write_text(text)
    chain, problems = load_history(tmp_path)
    assert (chain, [problem.code for problem in problems]) == ((), ["HISTORY-BROKEN"])


def test_what_a_killed_build_published_is_gone_on_from(tmp_path: Path) -> None:
    """The site's history counts where it goes on from the project's, and not where it forks."""
    assert continued(CHAIN, tmp_path) == CHAIN
    (tmp_path / FILE).write_text(history_text(CHAIN))
    assert continued(CHAIN[:1], tmp_path) == CHAIN
    assert continued((), tmp_path) == CHAIN
    other = chain_of(LONGER)
    assert continued(other, tmp_path) == other


def test_the_page_of_changes(request: pytest.FixtureRequest) -> None:
    """Newest first; what still stands is a link, what is gone is text, and long lists are cut."""
    facts, _ = check_project(ROOT, TODAY)
    assert facts is not None
    text = render_changes(facts, CHAIN, Words(Language.THAI), make_inventory(facts, ()))
    golden = Path(__file__).parent / "pages" / "changes.md"
    if request.config.getoption("--update-golden"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_builds_go_on_with_the_history(tmp_path: Path) -> None:
    """A build adds what changed, a second one nothing; a fresh checkout with its file goes on."""
    project = in_thai_alone(copy_project(EXAMPLES / AGENCIES[0], tmp_path / "project"))
    assert build(project, project / "site").published
    first, _ = load_history(project)
    before = tree(project / "site")
    assert build(project, project / "site").published
    assert tree(project / "site") == before
    page = project / "content" / "pages" / "news.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("# ข่าว\n", encoding="utf-8")
    (project / FILE).unlink()
    assert build(project, project / "site").published
    chain, _ = load_history(project / "site")
    assert chain[:1] == first and chain == load_history(project)[0]
    assert "/news/" in chain[1].added
    assert build(project, tmp_path / "elsewhere").published
    assert load_history(tmp_path / "elsewhere")[0] == chain
