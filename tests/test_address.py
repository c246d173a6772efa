"""Addresses of pages and the way from one to another."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.address import (
    address_in,
    document_path,
    relative_document,
    relative_file,
    relative_url,
)
from generator.words import Language

pages = st.lists(st.sampled_from(["2567", "2568", "oit", "o1", "data"]), max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("source", "target", "way"),
    [
        ("", "", "./"),
        ("", "2567/oit", "2567/oit/"),
        ("2567/oit/o1", "", "../../../"),
        ("2567/oit/o1", "2567/oit", "../"),
        ("2567/oit", "2567/oit/o1", "o1/"),
        ("2567/oit/o1", "2568/oit/o1", "../../../2568/oit/o1/"),
        ("2567/oit", "2567/oit", "./"),
    ],
)
def test_way_between_pages(source: str, target: str, way: str) -> None:
    """From a folder to another, whether the site lies at the top of its host or below a path."""
    assert relative_url(source, target) == way


@given(source=pages, target=pages)
def test_every_way_leads_to_its_target(source: str, target: str) -> None:
    """Followed from where it stands, a link ends at the page that it names."""
    followed = posixpath.normpath(posixpath.join("/", source, relative_url(source, target)))
    assert followed == posixpath.normpath(f"/{target}")
    document = posixpath.normpath(posixpath.join("/", source, relative_document(source, target)))
    assert document == f"/{document_path(target)}"


def test_anchor_stays_on_its_own_page() -> None:
    """An anchor of the same page names no page."""
    assert relative_url("2567", "2567", "m1") == "#m1"
    assert relative_url("2567", "2568", "m1") == "../2568/#m1"
    assert relative_document("2567", "2568", "m1") == "../2568/index.md#m1"


def test_way_to_a_file() -> None:
    """A file is named without a slash at its end."""
    assert relative_file("2568/oit/o1", "2568/files/a.pdf") == "../../files/a.pdf"


@given(pages)
def test_english_is_below_a_folder_of_its_own(page: str) -> None:
    """Thai stands at the top; English at the same address below, however often it is asked for."""
    assert address_in(Language.THAI, page) == page
    english = address_in(Language.ENGLISH, page)
    assert english == (f"en/{page}" if page else "en")
    assert address_in(Language.ENGLISH, english) == english
