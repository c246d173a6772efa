"""Publishing, as the person who runs a build sees it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from generator.publish import MANIFEST, Obstacle, PublishError, native, recover, staging
from generator.publish import lock as locking
from generator.publish import manifest as manifests
from generator.publish import stage as stages
from generator.publish import swap as swapping

OPEN_FILES = Path("/proc/self/fd")
OLD = {"index.html": "เก่า", "2567/index.html": "old year", "2567/oit/o1/index.html": "o1"}
NEW = {"index.html": "ใหม่", "2568/index.html": "new year"}


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def publish(out: Path, files: Mapping[str, str]) -> None:
    with staging(out) as stage:
        write(stage.path, files)
        stage.publish()


def published(out: Path) -> dict[str, str]:
    """The files of a site without its manifest."""
    files = (path for path in out.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(out).as_posix(): path.read_text("utf-8") for path in files}


def beside(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir() if path != out)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "เว็บไซต์"


@pytest.fixture(params=["in one step", "by two renames"])
def any_swap(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "by two renames":
        monkeypatch.setattr(native, "exchange", lambda *_: False)


def refusal(out: Path, files: Mapping[str, str] = NEW) -> PublishError:
    with pytest.raises(PublishError) as caught:
        publish(out, files)
    return caught.value


@pytest.mark.usefixtures("any_swap")
def test_a_new_site_takes_the_old_ones_place(out: Path) -> None:
    """A published site is the new files and no others, and nothing is left beside it."""
    publish(out, OLD)
    assert published(out) == OLD
    publish(out, NEW)
    assert (published(out), beside(out)) == (NEW, [])


def test_an_empty_folder_is_replaced(out: Path) -> None:
    """A folder with nothing in it, or only what the desktop leaves, may be taken."""
    write(out, {".DS_Store": "", "Thumbs.db": ""})
    publish(out, NEW)
    assert published(out) == NEW


def test_a_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    """The parents of the output folder are made too."""
    publish(tmp_path / "a" / "b" / "site", NEW)
    assert published(tmp_path / "a" / "b" / "site") == NEW


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_linked_folder_stays_a_link(tmp_path: Path) -> None:
    """Where the output folder is a link, the folder it points to is replaced."""
    (tmp_path / "site").symlink_to(tmp_path / "www")
    publish(tmp_path / "site", OLD)
    publish(tmp_path / "site", NEW)
    assert (tmp_path / "site").is_symlink()
    assert published(tmp_path / "www") == NEW


def test_a_stage_that_is_not_published_is_forgotten(out: Path) -> None:
    """Leaving without publishing changes nothing and leaves nothing."""
    publish(out, OLD)
    with staging(out) as stage:
        write(stage.path, NEW)
    assert (published(out), beside(out)) == (OLD, [])


def test_a_failed_build_keeps_the_last_site(out: Path) -> None:
    """An error while building passes through and changes nothing."""
    publish(out, OLD)
    with pytest.raises(ZeroDivisionError), staging(out) as stage:
        write(stage.path, NEW)
        raise ZeroDivisionError
    assert (published(out), beside(out)) == (OLD, [])


def test_a_full_disk_while_building_is_an_obstacle(out: Path) -> None:
    """A disk that is full during the build is told like one that is full while publishing."""
    with pytest.raises(PublishError) as caught, staging(out):
        raise OSError(errno.ENOSPC, "No space left on device")
    error = caught.value
    assert (error.kind, error.path) == (Obstacle.UNWRITABLE, out)
    assert error.reason == "No space left on device"


def test_a_file_that_the_build_misses_is_its_own_error(out: Path) -> None:
    """An error of the build that has nothing to do with the disk is not disguised."""
    with pytest.raises(FileNotFoundError), staging(out) as stage:
        (stage.path / "missing").read_text()


def test_a_second_build_is_told_at_once(out: Path) -> None:
    """While one build holds the folder another is refused, and the first is not disturbed."""
    with staging(out) as stage:
        write(stage.path, NEW)
        assert refusal(out, OLD).kind is Obstacle.LOCKED
        with pytest.raises(PublishError):
            recover(out)
        stage.publish()
    assert (published(out), beside(out)) == (NEW, [])


@pytest.mark.parametrize(
    ("added", "named"),
    [
        ({"CNAME": "example.go.th"}, ("CNAME",)),
        ({".git/config": "", ".git/refs/main": ""}, (".git/",)),
        ({"2567/my/notes.txt": "", "2567/a.pdf": ""}, ("2567/a.pdf", "2567/my/")),
        ({f"{number}.pdf": "" for number in range(9)}, tuple(f"{n}.pdf" for n in range(5))),
        ({"index.html": "OLD!"}, ("index.html",)),
        ({"2567/index.html": "OLD year"}, ("2567/index.html",)),
    ],
)
def test_what_a_person_put_in_the_site_is_not_deleted(
    out: Path, added: dict[str, str], named: tuple[str, ...]
) -> None:
    """A file added to the site, or edited there, stops the build and is named."""
    publish(out, OLD)
    write(out, added)
    error = refusal(out)
    assert (error.kind, error.path, error.files) == (Obstacle.NOT_OURS, out, named)
    assert (published(out), beside(out)) == (OLD | added, [])


def test_a_build_that_could_not_be_published_does_not_begin(out: Path) -> None:
    """What a person put in the site is named before the work of building, not after."""
    write(out, {"CNAME": "example.go.th"})
    with pytest.raises(PublishError), staging(out):
        pytest.fail("the build began")


def test_an_edit_that_keeps_size_and_date_is_seen(out: Path) -> None:
    """What a person changed is told by its bytes: a copied file may bring any date along."""
    publish(out, OLD)
    page = out / "2567" / "index.html"
    dates = page.stat()
    page.write_text("OLD year")
    os.utime(page, ns=(dates.st_atime_ns, dates.st_mtime_ns))
    assert refusal(out).files == ("2567/index.html",)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_page_replaced_by_a_link_is_not_ours(out: Path, tmp_path: Path) -> None:
    """A link is not the file that was published, even where it leads to the same bytes."""
    publish(out, OLD)
    (out / "index.html").rename(tmp_path / "moved.html")
    (out / "index.html").symlink_to(tmp_path / "moved.html")
    assert refusal(out).files == ("index.html",)


def test_a_file_is_read_once_a_build(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked at again before the swap, only a file that was touched since is read again."""
    publish(out, OLD)
    read: list[str] = []
    hashed = manifests.sha256
    with staging(out) as stage:
        write(stage.path, NEW)
        (out / "index.html").touch()
        monkeypatch.setattr(
            manifests, "sha256", lambda path: read.append(path.name) or hashed(path)
        )
        stage.refuse_hand_made()
    assert read == ["index.html"]


def test_a_file_added_during_the_build_is_not_deleted(out: Path) -> None:
    """The site is looked at once more just before it is replaced."""
    publish(out, OLD)
    with pytest.raises(PublishError) as caught, staging(out) as stage:
        write(stage.path, NEW)
        write(out, {"CNAME": "example.go.th"})
        stage.publish()
    assert caught.value.files == ("CNAME",)
    assert published(out) == OLD | {"CNAME": "example.go.th"}


def test_a_file_added_while_the_disk_is_written_is_not_deleted(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Flushing a large site takes long; the last look comes after it."""
    publish(out, OLD)
    flush = stages.flush

    def flush_slowly(folder: Path) -> None:
        write(out, {"CNAME": "example.go.th"})
        flush(folder)

    monkeypatch.setattr(stages, "flush", flush_slowly)
    assert refusal(out).files == ("CNAME",)
    assert published(out) == OLD | {"CNAME": "example.go.th"}


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "[]",
        f"{'0' * 64}  thesis/chapter.txt\n",
        "# ita-site-manifest/2 made by another\n",
        "# ita-site-manifest/1",
        "# ita-site-manifest/1 made by us\nnot a line\n",
        f"# ita-site-manifest/1 made by us\n{'0' * 64}  ../thesis\n",
        f"# ita-site-manifest/1 made by us\n{'0' * 64}  /thesis\n",
        f"# ita-site-manifest/1 made by us\n{'0' * 64}  thesis/cut",
        "# ita-site-manifest/1 made by us\n" + f"{'0' * 64}  twice\n" * 2,
    ],
)
def test_a_folder_of_another_program_is_not_replaced(out: Path, manifest: str) -> None:
    """A folder with files but without our manifest is not ours, whatever its SHA256SUMS."""
    write(out, {"thesis/chapter.txt": "years of work", MANIFEST: manifest})
    error = refusal(out)
    assert (error.kind, error.files) == (Obstacle.NOT_OURS, (MANIFEST, "thesis/"))
    assert (out / "thesis" / "chapter.txt").read_text() == "years of work"


def test_a_whole_disk_is_not_replaced(tmp_path: Path) -> None:
    """The root of a disk is never an output folder."""
    assert refusal(Path(tmp_path.anchor)).kind is Obstacle.NOT_OURS


def test_a_folder_named_like_the_manifest_makes_no_site_ours(out: Path) -> None:
    """Where the manifest should be and a folder is, nothing says that the site is ours."""
    write(out, {f"{MANIFEST}/index.html": ""})
    assert refusal(out).files == (f"{MANIFEST}/",)


def test_a_file_in_the_folders_place_is_not_replaced(out: Path) -> None:
    """Where the output folder should be and a file is, the file stays."""
    out.write_text("a file")
    assert refusal(out).kind is Obstacle.NOT_OURS
    assert out.read_text() == "a file"


def test_a_deleted_page_or_a_new_date_does_not_stop_a_build(out: Path) -> None:
    """A published file that is gone, or touched without a change, holds nothing to lose."""
    publish(out, OLD)
    (out / "2567" / "index.html").unlink()
    (out / "index.html").touch()
    publish(out, NEW)
    assert published(out) == NEW


def test_a_lock_file_removed_while_it_is_taken_is_no_lock(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that opened the file of a build just ending takes a new one, and holds it."""
    hold = locking._hold
    ending = [True]

    def hold_after_removal(descriptor: int) -> bool:
        if ending and ending.pop():
            (out.parent / f".{out.name}.lock").unlink()
        return hold(descriptor)

    monkeypatch.setattr(locking, "_hold", hold_after_removal)
    close, closed = os.close, []
    monkeypatch.setattr(os, "close", lambda descriptor: close(descriptor) or closed.append(1))
    with staging(out):
        assert closed == [1]
        assert refusal(out).kind is Obstacle.LOCKED


def test_every_byte_is_on_the_disk_before_the_swap(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file and folder of the stage is flushed, then the stage is renamed, which is flushed too."""
    calls: list[str] = []
    flush, rename = os.fsync, os.rename
    monkeypatch.setattr(native, "sync_file_system", lambda *_: False)

    def flush_noted(descriptor: int) -> None:
        calls.append("flush")
        flush(descriptor)

    def rename_noted(source: Path, target: Path) -> None:
        calls.append("rename")
        rename(source, target)

    monkeypatch.setattr(os, "fsync", flush_noted)
    monkeypatch.setattr(os, "rename", rename_noted)
    publish(out, {"index.html": "", "2567/index.html": ""})
    files, folders = 3, 0 if os.name == "nt" else 2
    assert calls.index("rename") == files + folders
    assert calls[-1] == ("rename" if os.name == "nt" else "flush")


@pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="Only Linux lists open files")
def test_no_file_stays_open(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many files are flushed, one by one: a process may hold only so many."""
    monkeypatch.setattr(native, "sync_file_system", lambda *_: False)
    before = len([*OPEN_FILES.iterdir()])
    publish(out, OLD)
    assert len([*OPEN_FILES.iterdir()]) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows flushes no folders")
@pytest.mark.parametrize(("number", "left"), [(errno.EINVAL, NEW), (errno.EIO, OLD)])
def test_only_a_system_that_flushes_no_folders_may_refuse_to(
    number: int, left: Mapping[str, str], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network file systems say that they cannot; any other refusal is a bad disk."""
    publish(out, OLD)
    flush = os.fsync
    monkeypatch.setattr(native, "sync_file_system", lambda *_: False)

    def flush_files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", flush_files_only)
    with suppress(PublishError):
        publish(out, NEW)
    assert published(out) == left


def test_a_folder_held_for_a_moment_is_asked_again(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system lets go after a pause, as Windows does, the swap goes on."""
    answers = iter([PermissionError(), PermissionError()])
    rename = os.rename

    def held(source: Path, target: Path) -> None:
        for error in answers:
            raise error
        rename(source, target)

    monkeypatch.setattr(swapping, "_PAUSES", (0.0, 0.0))
    monkeypatch.setattr(os, "rename", held)
    publish(out, NEW)
    assert published(out) == NEW
