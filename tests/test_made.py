"""A folder of made files: brought up to date by what is listed, and by nothing else."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest

from generator import made
from generator.made import LIST, bring_up_to_date
from generator.publish import Obstacle, PublishError
from tests.projects import AGENCIES, EXAMPLES, build, copy_project, in_thai_alone, tree

SEQUENCES = 1000
NAMES = ("index.md", "2567/index.md", "2567/oit/o1.md", "2568/index.md", "2568/files/a.pdf")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "docs"


def bring(folder: Path, contents: dict[str, bytes]) -> frozenset[str] | tuple[str, ...]:
    """What was written, or what stands in the way."""
    try:
        return bring_up_to_date(folder, contents)
    except PublishError as error:
        return error.files if error.kind is Obstacle.NOT_OURS else ()


def test_only_what_changed_is_written(folder: Path) -> None:
    """A file with the same bytes is left alone, and a stale one goes with its empty folders."""
    assert bring(folder, {"a/b.md": b"1", "c.md": b"2"}) == {"a/b.md", "c.md"}
    before = (folder / "c.md").stat()
    assert bring(folder, {"c.md": b"2", "d.md": b"3"}) == {"d.md"}
    assert (folder / "c.md").stat() == before
    assert tree(folder) == {"c.md": b"2", "d.md": b"3"}
    assert not (folder / "a").exists()


def test_a_folder_takes_the_place_of_a_file(folder: Path) -> None:
    """What was a file may become a folder, and back."""
    bring(folder, {"a": b"1"})
    bring(folder, {"a/b": b"2"})
    assert tree(folder) == {"a/b": b"2"}
    bring(folder, {"a": b"3"})
    assert tree(folder) == {"a": b"3"}


def test_what_the_desktop_leaves_is_cleared(folder: Path) -> None:
    """A thumbnail cache is no one's work, and must not be published."""
    bring(folder, {"a": b"1"})
    (folder / "Thumbs.db").touch()
    assert bring(folder, {"a": b"1"}) == frozenset()
    assert tree(folder) == {"a": b"1"}


@pytest.mark.parametrize("calls", range(1, 12))
def test_a_run_killed_half_way_is_gone_on_from(
    folder: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    """Wherever a run ends, the next one takes what it left for its own."""
    bring(folder, {"a": b"1", "b": b"1", "old": b"1"})
    count = iter(range(1, 100))
    whole = made.write_whole

    def die(path: Path, data: bytes) -> None:
        number = next(count)
        if number == (calls + 1) // 2 and calls % 2:
            path.with_name(f".{path.name}{made.HALF_WRITTEN}").write_bytes(data[:1])
            raise KeyboardInterrupt
        whole(path, data)
        if number == calls // 2 and not calls % 2:
            raise KeyboardInterrupt

    wanted = {"a": b"2", "b": b"2", "c": b"2"}
    with monkeypatch.context() as patch:
        patch.setattr(made, "write_whole", die)
        with suppress(KeyboardInterrupt):
            bring_up_to_date(folder, wanted)
    bring_up_to_date(folder, wanted)
    assert tree(folder) == wanted


def test_a_thousand_sequences_of_builds_and_edits(tmp_path: Path) -> None:
    """What a person added or changed is named and never touched; nothing stale is left."""
    for seed in range(SEQUENCES):
        _one_sequence(tmp_path / str(seed), random.Random(seed))


def _one_sequence(folder: Path, chance: random.Random) -> None:
    by_hand: dict[str, bytes] = {}
    contents: dict[str, bytes] = {}
    bring_up_to_date(folder, contents)
    for _ in range(4):
        if chance.random() < 0.5:
            name = chance.choice([*NAMES, "notes.txt", "2567/my/notes.txt"])
            by_hand[name] = b"by hand %d" % chance.randrange(2)
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(by_hand[name])
        elif by_hand:
            gone = chance.choice(sorted(by_hand))
            (folder / gone).unlink()
            del by_hand[gone]
        contents = {name: b"%d" % chance.randrange(2) for name in NAMES if chance.random() < 0.6}
        result = bring(folder, contents)
        if by_hand:
            assert result == tuple(sorted(by_hand))
            assert {name: (folder / name).read_bytes() for name in by_hand} == by_hand
        else:
            assert tree(folder) == contents


def test_an_edit_in_the_hand_over_folder_stops_the_build(tmp_path: Path) -> None:
    """A page edited in build/docs, or added there, is named; site and edit stay as they are."""
    project = in_thai_alone(copy_project(EXAMPLES / AGENCIES[0], tmp_path / "project"))
    build(project, project / "site")
    before = tree(project / "site")
    docs = project / "build" / "docs"
    (docs / "index.md").write_text("ของฉัน", encoding="utf-8")
    (docs / "note.md").write_text("โน้ต", encoding="utf-8")
    with pytest.raises(PublishError) as caught:
        build(project, project / "site")
    assert caught.value.files == ("index.md", "note.md")
    assert (docs / "index.md").read_text(encoding="utf-8") == "ของฉัน"
    assert tree(project / "site") == before
    (docs / "index.md").unlink()
    (docs / "note.md").unlink()
    assert build(project, project / "site").published


def test_the_list_stands_beside_the_folder(folder: Path) -> None:
    """It has the form that `sha256sum` checks."""
    bring(folder, {"a": b""})
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert folder.with_name(folder.name + LIST).read_text() == f"{empty}  a\n"
