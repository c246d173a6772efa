"""Templates are compiled once, and never read from what another source or program left."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment

from generator.render import templates

SOURCE = "{{ word }} of {{ number + 1 }}\n"
SAID = "a word of 3\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one template, in the place of ours; compiled code may be kept."""
    (tmp_path / "words.md.jinja").write_text(SOURCE, encoding="utf-8")
    monkeypatch.setattr(templates, "TEMPLATES", tmp_path)
    monkeypatch.setattr(templates, "COMPILED", tmp_path / "kept")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that were compiled."""
    names: list[str] = []
    compile_template = Environment.compile

    def noted(self: Environment, source: str, name: str, *given: object) -> object:
        names.append(name)
        return compile_template(self, source, name, *given)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", noted)
    return names


def said(*, escaping: bool = False) -> str:
    """By an environment that has read nothing yet, as that of a new process."""
    fresh: Callable[..., Environment] = templates.environment.__wrapped__
    return fresh(escaping=escaping).get_template("words.md.jinja").render(word="a word", number=2)


def test_a_template_is_compiled_once(folder: Path, compiled: list[str]) -> None:
    """The second process finds it, and says the same."""
    assert [said(), said()] == [SAID, SAID]
    assert len(compiled) == 1
    assert list((folder / "kept").iterdir())


def test_a_changed_source_is_compiled_anew(folder: Path, compiled: list[str]) -> None:
    said()
    (folder / "words.md.jinja").write_text("{{ word }}!\n", encoding="utf-8")
    assert said() == "a word!\n"
    assert len(compiled) == 2


def test_escaping_code_and_other_code_are_kept_apart(folder: Path, compiled: list[str]) -> None:
    """Code that does not escape must never be taken for code that does."""
    (folder / "words.md.jinja").write_text("{{ word }}<{{ '<' }}\n", encoding="utf-8")
    assert [said(), said(escaping=True)] == ["a word<<\n", "a word<&lt;\n"]
    assert len(compiled) == 2


@pytest.mark.parametrize("left", [b"", b"j2", b"\0" * 100])
def test_what_was_torn_is_compiled_anew(left: bytes, folder: Path, compiled: list[str]) -> None:
    """A process may have been killed while it wrote."""
    said()
    for path in (folder / "kept").iterdir():
        path.write_bytes(left)
    assert said() == SAID
    assert len(compiled) == 2


def test_nothing_is_kept_where_nothing_may_be_written(
    folder: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of somebody else's, or a Python that is told to keep nothing."""
    (folder / "kept").write_text("in the way", encoding="utf-8")
    assert [said(), said()] == [SAID, SAID]
    (folder / "kept").unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert said() == SAID
    assert len(compiled) == 3
    assert not (folder / "kept").exists()
