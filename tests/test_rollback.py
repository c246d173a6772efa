"""Kept builds, and the way back to one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.pipeline import roll_back
from generator.publish import MANIFEST, Obstacle, PublishError, Shelf, kept, staging, verify
from generator.workspace import shelf as shelf_of
from tests.projects import run, tree

ONE = {"index.html": "one", "same.pdf": "the same in all", "2567/oit/o1/index.html": "O1"}
TWO = {"index.html": "two", "same.pdf": "the same in all", "new.html": "new"}
THREE = {"index.html": "three", "same.pdf": "the same in all"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "project"


def publish(root: Path, files: dict[str, str], most: int = 5) -> dict[str, bytes]:
    with staging(root / "site", shelf_of(root, most)) as stage:
        for name, text in files.items():
            (stage.path / name).parent.mkdir(parents=True, exist_ok=True)
            (stage.path / name).write_text(text)
        stage.publish()
    return tree(root / "site")


def numbers(root: Path) -> list[int]:
    return [each.number for each in shelf_of(root).builds()]


def test_a_build_is_kept_when_another_takes_its_place(root: Path) -> None:
    """Each build that was replaced is kept whole, under the next number."""
    first = publish(root, ONE)
    assert numbers(root) == []
    second = publish(root, TWO)
    publish(root, THREE)
    assert numbers(root) == [1, 2]
    assert tree(root / "build" / "kept" / "1") == first
    assert tree(root / "build" / "kept" / "2") == second
    assert all(verify(each.folder) == [] for each in shelf_of(root).builds())


@pytest.mark.parametrize(("most", "left"), [(0, []), (1, [4]), (3, [2, 3, 4])])
def test_only_the_last_are_kept(root: Path, most: int, left: list[int]) -> None:
    """As many as asked for, the oldest go first; none where none are asked for."""
    for text in "abcde":
        publish(root, {"index.html": text})
    assert numbers(root) == [1, 2, 3, 4]
    (root / "site" / "index.html").write_text("e")
    publish(root, {"index.html": "f"}, most)
    assert numbers(root) == ([*left[1:], 5] if left else [])


def test_kept_builds_share_what_is_the_same(root: Path) -> None:
    """A file that is the same in two kept builds is on the disk once, but not shared with the site."""
    for files in (ONE, TWO, THREE):
        publish(root, files)
    one, two = (each.folder / "same.pdf" for each in shelf_of(root).builds())
    assert os.path.samefile(one, two)
    assert not os.path.samefile(one, root / "site" / "same.pdf")
    assert not os.path.samefile(
        shelf_of(root).builds()[0].folder / "index.html", root / "site" / "index.html"
    )


def test_the_way_back_and_forth(root: Path) -> None:
    """An earlier build comes back to the last byte; what it replaced is kept, and can come back."""
    first, second = publish(root, ONE), publish(root, TWO)
    restored = roll_back(root, root / "site", None)
    assert restored is not None
    assert (restored.number, tree(root / "site")) == (1, first)
    again = roll_back(root, root / "site", None)
    assert again is not None
    assert (again.number, tree(root / "site")) == (2, second)
    assert roll_back(root, root / "site", 7) is None
    assert tree(root / "site") == second


def test_a_page_edited_in_place_does_not_edit_what_is_kept(root: Path) -> None:
    """Whatever is done to the files of the site, the way back leads to what was published."""
    first = publish(root, ONE)
    publish(root, TWO)
    with pytest.raises(PublishError) as caught, (root / "site" / "same.pdf").open("w") as page:
        page.write("edited")
        page.flush()
        roll_back(root, root / "site", 1)
    assert caught.value.kind is Obstacle.NOT_OURS
    (root / "site" / "same.pdf").unlink()
    roll_back(root, root / "site", 1)
    assert tree(root / "site") == first


def test_a_damaged_kept_build_is_not_published(root: Path) -> None:
    """What the disk lost or changed is named, and the site stays."""
    publish(root, ONE)
    second = publish(root, TWO)
    folder = shelf_of(root).builds()[0].folder
    (folder / "index.html").write_text("rotten")
    (folder / "same.pdf").unlink()
    with pytest.raises(PublishError) as caught:
        roll_back(root, root / "site", 1)
    assert (caught.value.kind, caught.value.files) == (
        Obstacle.DAMAGED,
        ("index.html", "same.pdf"),
    )
    assert tree(root / "site") == second


def test_a_file_system_without_links(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file can have but one name, builds are kept as copies."""

    def no_link(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_link)
    first = publish(root, ONE)
    publish(root, TWO)
    assert tree(shelf_of(root).builds()[0].folder) == first


def test_what_a_killed_run_left_is_no_build(root: Path) -> None:
    """A kept build half made or half removed is not listed, and the next build clears it."""
    publish(root, ONE)
    shelf = shelf_of(root)
    for name in (kept._HALF_MADE, kept._HALF_GONE):
        (shelf.folder / name).mkdir(parents=True)
        (shelf.folder / name / "index.html").touch()
        (shelf.folder / name / MANIFEST).touch()
    (shelf.folder / "7").mkdir()
    assert shelf.builds() == ()
    (shelf.folder / "7").rmdir()
    publish(root, TWO)
    assert [path.name for path in shelf.folder.iterdir()] == ["1"]


def test_a_build_tried_again_is_kept_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that failed after the keeping does not fill the shelf."""
    publish(root, ONE)
    for _ in range(3):
        with staging(root / "site", Shelf(root / "build" / "kept", 2)) as stage:
            assert stage.shelf is not None
            stage.shelf.keep(root / "site")
    assert numbers(root) == [1]


def rollback(*arguments: object, root: Path) -> tuple[int, str]:
    command = ("-m", "generator", "rollback", "--lang", "en", *map(str, arguments))
    done = run(*command, cwd=root)
    assert "Traceback" not in done.stderr
    return done.returncode, (done.stdout + done.stderr).strip()


def test_the_command(root: Path) -> None:
    """It lists, goes back without looking at the records, and says what is not there."""
    root.mkdir()
    assert rollback(root=root)[0] == 2
    first = publish(root, ONE)
    publish(root, TWO)
    (root / "site_config.yaml").write_text("broken: [")
    status, listed = rollback("--list", root=root)
    assert (status, listed[:12]) == (0, "1  published")
    assert rollback("9", root=root) == (2, "There is no build 9 to return to; there are 1")
    assert rollback("x", root=root)[0] == 2
    assert rollback("๑", root=root)[0] == 0
    assert tree(root / "site") == first
    assert "(the present site)" in rollback("--list", root=root)[1]
