"""Our own words: both languages say the same things, and nothing asks for a word in vain."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml
from jinja2 import Environment, nodes

import generator
from generator.audit.findings import WEIGHTS
from generator.compute.figures import Verdict
from generator.problems import Severity
from generator.publish import Obstacle
from generator.records.standard_words import Confidence, DataYear, Sure
from generator.records.words import Change, ClassificationWord, EvidenceState, MeasureState
from generator.thai import Reason
from generator.words import FOLDER, Language, Words, keys

PACKAGE = Path(generator.__file__).parent
THAI, ENGLISH = Words(Language.THAI), Words(Language.ENGLISH)
CODE = re.compile(r"[A-Z]+(-[A-Z]+)+\Z")
THAI_LETTERS = re.compile("[\u0e00-\u0e7f]+")
FILES = sorted(path.name for path in (FOLDER / Language.THAI).iterdir())
NOT_KEYS = (".jinja", *(name.removesuffix("yaml") for name in FILES))
OURS = tuple(name.removesuffix("yaml") for name in FILES)
# What is typed into files and shown to be typed, in the English texts too.
THAI_EXAMPLES = {
    "commands.option.today": ["31 มี.ค. 2568"],
    "problems.TEXT-REPAIRED.fix": ["แ", "เ"],
    "problems.NUMBER-FORMAT.fix": ["๙"],
    "problems.SCORE-FORMAT.fix": ["๘๕.๑๐"],
    "problems.YES-NO.fix": ["ไม่ใช่", "ใช่"],
    "problems.DATE-FORMAT.fix": ["31 มี.ค. 2568"],
    "problems.DATE-CHRISTIAN-ERA.fix": ["31 มี.ค. 2568"],
    "problems.PERIOD-UNREADABLE.fix": ["ต.ค. 2567 - ก.ย. 2568"],
}
CLOSED_SETS: list[tuple[str, type[StrEnum]]] = [
    ("pages.class", ClassificationWord),
    ("pages.change_word", Change),
    ("pages.state", MeasureState),
    ("pages.evidence", EvidenceState),
    ("pages.verdict", Verdict),
    ("pages.confidence", Confidence),
    ("commands.sure", Sure),
    ("commands.data_year", DataYear),
    ("commands.publish", Obstacle),
    ("report", Severity),
]


def _text(language: Language, key: str) -> str:
    """A text as written, with its places for facts still open."""
    return generator.words._texts(language)[key]


def _facts_named(text: str) -> set[str]:
    """A text without an opening brace is shown as it is written."""
    return {name for _, name, _, _ in Formatter().parse(text) if name} if "{" in text else set()


def _keys_in_order(language: Language, name: str) -> list[str]:
    def leaves(tree: dict[str, Any], prefix: str) -> Iterator[str]:
        for key, value in tree.items():
            at = f"{prefix}.{key}"
            yield from leaves(value, at) if isinstance(value, dict) else [at]

    text = (FOLDER / language / name).read_text(encoding="utf-8")
    return list(leaves(yaml.load(text, Loader=yaml.CBaseLoader), name))  # noqa: S506


def _modules() -> Iterator[ast.Module]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"), str(path))


def _templates() -> Iterator[nodes.Template]:
    for path in sorted(PACKAGE.rglob("*.jinja")):
        yield Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))


def _constants() -> set[str]:
    """Every string constant of the program and its templates; the pieces of f-strings are not."""
    found = {
        node.value
        for module in _modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    consts = (node.value for each in _templates() for node in each.find_all(nodes.Const))
    return found | {value for value in consts if isinstance(value, str)}


def _patterns() -> set[str]:
    """Every f-string of the program as a pattern of the keys that it may make."""
    return {
        "".join(re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in parts)
        for module in _modules()
        for node in ast.walk(module)
        if isinstance(node, ast.JoinedStr) and (parts := node.values)
    }


def _asked() -> tuple[set[str], set[str]]:
    """The keys that the program asks for: whole ones, and patterns of those made at run time."""
    whole = {text.removeprefix("@") for text in _constants()}
    whole = {text for text in whole if text.startswith(OURS) and not text.endswith(NOT_KEYS)}
    patterns = {text.removeprefix("@") for text in _patterns()}
    patterns = {text for text in patterns if text.replace("\\", "").startswith(OURS)}
    begun = {text for text in whole if text.endswith((".", "_"))}
    return whole - begun, patterns | {f"{re.escape(text)}.+" for text in begun}


def _codes() -> set[str]:
    """Every problem code that the program can give."""
    dates = {f"DATE-{reason.name.replace('_', '-')}" for reason in Reason}
    return {text for text in _constants() if CODE.match(text) and text not in WEIGHTS} | dates


def _worded_codes() -> set[str]:
    return {key.split(".")[1] for key in keys(Language.THAI) if key.startswith("problems.")}


@pytest.mark.parametrize("name", FILES)
def test_languages_have_the_same_keys(name: str) -> None:
    """What can be said in one language can be said in the other, in the same order."""
    assert _keys_in_order(Language.ENGLISH, name) == _keys_in_order(Language.THAI, name)


def test_languages_have_the_same_files() -> None:
    """A file of words stands in both languages."""
    files = {
        language: {path.name for path in (FOLDER / language).iterdir()} for language in Language
    }
    assert files[Language.ENGLISH] == files[Language.THAI]


def test_languages_name_the_same_facts() -> None:
    """A text names the same facts in both languages."""
    differing = {
        key
        for key in keys(Language.THAI)
        if _facts_named(_text(Language.THAI, key)) != _facts_named(_text(Language.ENGLISH, key))
    }
    assert differing == set()


@pytest.mark.parametrize("language", Language)
def test_no_text_is_empty(language: Language) -> None:
    """Every key has words."""
    assert [key for key in keys(language) if not _text(language, key).strip()] == []


def test_english_holds_thai_only_in_examples() -> None:
    """English texts hold Thai letters only in the examples of what is typed into files."""
    for key in keys(Language.ENGLISH):
        text = _text(Language.ENGLISH, key)
        for example in THAI_EXAMPLES.get(key, []):
            assert example in text
            text = text.replace(example, "")
        assert not THAI_LETTERS.search(text), key


def test_every_code_has_words() -> None:
    """Every problem that the program can find is told with what happened and what to do."""
    lacking = {
        f"{code}.{part}"
        for code in _codes()
        for part in ("says", "fix")
        if not THAI.has(f"problems.{code}.{part}")
    }
    assert lacking == set()


def test_every_problem_text_belongs_to_a_code() -> None:
    """No words are kept for a problem that the program cannot find."""
    assert _worded_codes() - _codes() == set()


def test_codes_made_at_run_time_are_known() -> None:
    """The only codes put together at run time are those of dates."""
    begun = re.compile(r"[A-Z]+(\\-[A-Z]+)*\\-\.\+\Z")
    assert {text for text in _patterns() if begun.match(text)} == {r"DATE\-.+"}


def test_problem_texts_have_known_parts() -> None:
    """A problem is told by says and fix, and by suggests where the word meant can be guessed."""
    parts = {key.split(".")[2] for key in keys(Language.THAI) if key.startswith("problems.")}
    assert parts == {"says", "fix", "suggests"}
    for code in _worded_codes():
        if THAI.has(f"problems.{code}.suggests"):
            assert "suggestion" in _facts_named(_text(Language.THAI, f"problems.{code}.suggests"))


def test_every_key_asked_for_exists() -> None:
    """The program and its templates ask only for keys that exist."""
    whole, patterns = _asked()
    known = keys(Language.THAI)
    assert whole - known == set()
    assert {each for each in patterns if not any(re.fullmatch(each, key) for key in known)} == set()


def test_every_key_is_asked_for() -> None:
    """No words are kept that nothing asks for."""
    whole, patterns = _asked()
    known = {key for key in keys(Language.THAI) if not key.startswith("problems.")}
    dead = {key for key in known - whole if not any(re.fullmatch(each, key) for each in patterns)}
    assert dead == set()


@pytest.mark.parametrize(("prefix", "members"), CLOSED_SETS)
def test_every_member_of_a_closed_set_has_words(prefix: str, members: type[StrEnum]) -> None:
    """Each word of a closed set can be said."""
    assert [member for member in members if not THAI.has(f"{prefix}.{member}")] == []


def test_every_fact_that_a_text_names_is_given() -> None:
    """Whoever asks for a text gives all facts that it names."""
    lacking = [
        (key, fact)
        for key, given in (*_calls_in_python(), *_calls_in_templates())
        if THAI.has(key)
        for fact in _facts_named(_text(Language.THAI, key)) - given
    ]
    assert lacking == []


def _calls_in_python() -> Iterator[tuple[str, set[str]]]:
    for module in _modules():
        for node in ast.walk(module):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            key, given = node.args[0], {keyword.arg for keyword in node.keywords}
            if (
                isinstance(key, ast.Constant)
                and str(key.value).startswith(OURS)
                and None not in given
            ):
                yield str(key.value), {name for name in given if name}


def _calls_in_templates() -> Iterator[tuple[str, set[str]]]:
    for template in _templates():
        for call in template.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "t":
                given = {keyword.key for keyword in call.kwargs}
                for key in (node.value for node in call.args[0].find_all(nodes.Const)):
                    yield str(key), given
                if isinstance(call.args[0], nodes.Const):
                    yield str(call.args[0].value), given


def test_a_missing_key_is_a_fault_of_the_program() -> None:
    """A key that does not exist stops the program instead of showing nothing."""
    with pytest.raises(KeyError):
        THAI("pages.no_such_key")


def test_facts_are_put_as_they_are() -> None:
    """Braces inside a fact are not taken for places of further facts."""
    assert "{count}" in THAI("problems.FIELD-UNKNOWN.says", field="{count}")
    assert "{count}" in ENGLISH("problems.FIELD-UNKNOWN.says", field="{count}")
