"""The manifest of a published site, and what it tells about the site."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator import __version__
from generator.publish import (
    MANIFEST,
    Change,
    Drift,
    Obstacle,
    PublishError,
    digest,
    read_manifest,
    sha256,
    staging,
    verify,
    write_manifest,
)

PAGES = ("index.html", "2567/index.html", "2567/oit/o1/index.html")


def listed(folder: Path, pages: Iterable[str] = PAGES) -> Path:
    """A folder with its manifest, each page's text being its own name."""
    for name in pages:
        page = folder / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(name)
    write_manifest(folder)
    return folder


def test_the_manifest_lists_every_file_in_order(tmp_path: Path) -> None:
    """Each file stands in the manifest once, by path, with its size and SHA-256."""
    site = listed(tmp_path, ("b/index.html", "a.html", "b.csv"))
    assert (site / MANIFEST).read_text("ascii") == (
        f"# ita-site-manifest/1 made by ita {__version__}, checked by: ita verify,"
        " or sha256sum -c SHA256SUMS\n"
        "7aa267cfbf8eb1a78126330fc578814a7c7fb5dcaba0103bd27a965c05304357  a.html\n"
        "010326a323b77cee3ebf1a3480107ef1110620ec86521d1fb8c21995520e0e24  b.csv\n"
        "68243bc953450dd13d295f883a233e92ad9f3dfec933f045f85d99afcd1a1832  b/index.html\n"
    )


def test_bytes_and_files_have_the_hash_that_sha256sum_gives(tmp_path: Path) -> None:
    """The same for both, as the standard has it."""
    (tmp_path / "a").write_bytes(b"abc")
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digest(b"abc") == sha256(tmp_path / "a") == known


ODD_NAMES = [
    "files/รายงาน ผล.pdf",
    " leading",
    "a\\b",
    "two\nlines",
    "\\n",
    "trailing ",
    "a\rb",
    "#x",
]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_name_comes_back_from_the_manifest(tmp_path: Path, name: str) -> None:
    """Any name that the disk can hold is read as it was written, by us and by `sha256sum`."""
    site = listed(tmp_path, (name, "index.html"))
    assert read_manifest(site).keys() == {name, "index.html"}
    assert verify(site) == []
    checker = shutil.which("sha256sum")
    if checker:
        subprocess.run([checker, "--check", "--strict", MANIFEST], cwd=site, check=True)
    (site / name).write_text("changed")
    assert verify(site) == [Drift(name, Change.CHANGED)]


def test_the_same_site_has_the_same_manifest(tmp_path: Path) -> None:
    """The order in which files were written, where they lie, and a second look do not show."""
    one = listed(tmp_path / "one", PAGES)
    two = listed(tmp_path / "two", reversed(PAGES))
    write_manifest(two)
    assert (one / MANIFEST).read_bytes() == (two / MANIFEST).read_bytes()


def test_a_page_named_like_the_manifest_is_refused(tmp_path: Path) -> None:
    """A site's own SHA256SUMS is not overwritten in silence."""
    (tmp_path / MANIFEST).write_text('{"name": "an app"}')
    with pytest.raises(PublishError) as caught:
        write_manifest(tmp_path)
    assert (caught.value.kind, caught.value.files) == (Obstacle.NOT_OURS, (MANIFEST,))
    assert (tmp_path / MANIFEST).read_text() == '{"name": "an app"}'


def test_a_folder_listed_by_another_build_is_ours(tmp_path: Path) -> None:
    """A site that was built in place and listed may be replaced by a published one."""
    site = listed(tmp_path / "site")
    with staging(site) as stage:
        listed(stage.path, ("index.html",)).joinpath("new.html").touch()
        stage.publish()
    assert sorted(path.name for path in site.iterdir()) == [MANIFEST, "index.html", "new.html"]
    assert verify(site) == []


def test_verify_names_what_is_not_as_published(tmp_path: Path) -> None:
    """Missing, changed and added files are told apart, even where date and size are as before."""
    site = listed(tmp_path)
    assert verify(site) == []
    page = site / "2567" / "index.html"
    dates = page.stat()
    page.write_text(page.read_text().upper())
    os.utime(page, ns=(dates.st_atime_ns, dates.st_mtime_ns))
    (site / "index.html").unlink()
    (site / "extra.html").touch()
    assert verify(site) == [
        Drift("2567/index.html", Change.CHANGED),
        Drift("extra.html", Change.EXTRA),
        Drift("index.html", Change.MISSING),
    ]


@pytest.mark.parametrize("folder", [".", "nowhere"])
def test_verify_needs_a_manifest(tmp_path: Path, folder: str) -> None:
    """A folder that was not published cannot be verified."""
    with pytest.raises(PublishError) as caught:
        verify(tmp_path / folder)
    assert caught.value.kind is Obstacle.NOT_OURS
