"""Whatever stands in a project's files: a usable project, or problems with places in those files."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.load import MAX_FIELD, load_text
from generator.pipeline import check_project
from generator.problems import Problem, has_errors
from generator.project import Project, load_project
from generator.records.assessment import Assessment
from generator.report import Format, render_report
from generator.standards_library import Standards
from generator.thai import forbidden_characters, normalise
from generator.tree import plain
from generator.validate import validate
from generator.words import Language, Words
from tests.patience import patience

TODAY = date(2026, 7, 1)
SITE = "agency:\n  name: เทศบาลตำบลตัวอย่าง\n"
RESULTS = "content/2565/assessment.yaml"
EXAMPLE = Path(__file__).parent.parent / "examples" / "khlong-mai" / RESULTS
GOOD = EXAMPLE.read_text(encoding="utf-8")
STANDARD = Standards().get(2565)
# What people type wrongly, and what has a meaning in YAML.
PIECES = [
    *("\n", " ", "  ", "\t", "\r", "#", " #x", ":", ": ", "- ", "-", '"', "'", "[", "]", "{", "}"),
    *(
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        ",",
        "?",
        "<<: ",
        "~",
        "null",
        "---\n",
        "...\n",
        "\\",
    ),
    *(
        "๙",
        "9",
        ".",
        "1",
        "0",
        "เเ",
        "\u0e4d\u0e32",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\0",
        "\u00a0",
        "่",
    ),
    *(
        "<<<<<<< HEAD\n",
        "=======\n",
        "indicators:\n",
        "  1: 85\n",
        "total",
        "O1",
        "ก",
        "\U0001f600",
    ),
]


@contextmanager
def project(results: bytes) -> Iterator[Path]:
    """A project folder with one year's results."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / RESULTS).parent.mkdir(parents=True)
        (root / RESULTS).write_bytes(results)
        (root / "site_config.yaml").write_text(SITE, encoding="utf-8")
        yield root


def assert_usable_or_told(usable: Project | None, told: tuple[Problem, ...], data: bytes) -> None:
    """Either there is a project, or an error says where it went wrong."""
    assert (usable is None) == has_errors(told)
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.removeprefix("\ufeff").split("\n")
    for problem in told:
        assert problem.place.path == RESULTS
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        assert problem.excerpt in ("", lines[problem.place.line - 1])
    assert render_report(told, Format.TEXT, WORDS)
    assert json.loads(render_report(told, Format.JSON, WORDS))


WORDS = Words(Language.THAI)


def test_text_that_begins_with_an_at_sign_can_be_told_of() -> None:
    """What a person typed is shown in a message as it is."""
    with project("total: '@ศูนย์'\n".encode()) as root:
        _, told = load_project(root)
    assert "“@ศูนย์”" in render_report(told, Format.TEXT, WORDS)


def read(data: bytes) -> None:
    with project(data) as root, patience():
        usable, told = load_project(root)
        assert_usable_or_told(usable, told, data)
        if usable is not None:
            check_project(root, TODAY)


quickly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
EXAMPLES = quickly.max_examples  # of the profile: `--hypothesis-profile` makes all of them more


@quickly
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    """No sequence of bytes makes a traceback."""
    read(data)


@quickly
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    """No text makes a traceback."""
    read(text.encode("utf-8", "surrogatepass"))


@quickly
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_marks(text: str) -> None:
    """No order of the marks that mean something to YAML makes a traceback."""
    read(text.encode())


Keys = st.sampled_from(
    [
        *Assessment.model_fields,
        *("1", "๑", "IIT", "I1", "o 7", "9.1", "score", "text", "[key]", "", "x"),
    ]
)
Values = st.recursive(
    st.sampled_from(
        [None, "", "85.10", "85.1", "ก", "1", "O7", "2567", "31 มี.ค. 2568", "ใช่", "null"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(Keys, inner, max_size=4),
    max_leaves=12,
)


@quickly
@given(st.dictionaries(Keys, Values, max_size=5))
def test_any_shape(content: dict[str, object]) -> None:
    """No shape of lists and mappings under known keys makes a traceback."""
    read(json.dumps(content, ensure_ascii=False).encode())


def _characters(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text))
    end = start + chance.randrange(4)
    piece = chance.choice([*PIECES, "", text[start:end] * 2])
    return text[:start] + piece + text[end:]


def _lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    change = chance.randrange(5)
    match change:
        case 0:
            del lines[one]
        case 1:
            lines.insert(one, lines[other])
        case 2:
            lines[one] = " " * chance.randrange(1, 5) + lines[one]
        case 3:
            lines[one] = lines[one].lstrip()
        case _:
            lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def mutated(text: str, change: Callable[[str, random.Random], str], chance: random.Random) -> str:
    for _ in range(chance.choice([1, 1, 1, 2, 3, 8])):
        text = change(text, chance)
    return text


@settings(quickly, max_examples=EXAMPLES * 3 // 2)
@given(st.sampled_from([_characters, _lines]), st.randoms(use_true_random=False))
def test_damaged_results(
    change: Callable[[str, random.Random], str], chance: random.Random
) -> None:
    """A real file with a few letters or lines lost, moved or doubled is read or told of."""
    read(mutated(GOOD, change, chance).encode())


@quickly
@given(st.randoms(use_true_random=False))
def test_damaged_bytes(chance: random.Random) -> None:
    """A real file with damaged bytes is read or told of."""
    data = bytearray(GOOD.encode())
    for _ in range(chance.choice([1, 1, 3])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    read(bytes(data))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874"]
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_real_results_in_every_encoding(encoding: str, ending: str) -> None:
    """A real file in UTF-8 with any line ends is read as it is; in another encoding it is refused."""
    data = GOOD.replace("\n", ending).encode(encoding, "replace")
    with project(data) as root:
        usable, told = load_project(root)
    assert [problem.code for problem in told] == (
        [] if encoding.startswith("utf-8") else ["FILE-ENCODING"]
    )
    if usable is not None:
        results = usable.years[0].assessment
        assert results is not None
        expected, _ = validate(load_text(GOOD, "f"), Assessment, STANDARD)
        assert results.record == expected


typed_text = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"])
    | st.sampled_from("กขคเแทำาํ่้๊๋ีิึืุูั์ๆฯ๑๒๓:#-\"'\\|<>{}[]&*!%@` \n\u00a0\u200b\u00ad"),
    max_size=60,
)


def _single_quoted(text: str) -> str:
    return "'" + text.replace("'", "''").replace("\n", "\n\n  ") + "'"


def _double_quoted(text: str) -> str:
    escaped = (f"\\U{ord(one):08X}" if ord(one) > 126 else json.dumps(one)[1:-1] for one in text)
    return f'"{"".join(escaped)}"'


def _block(text: str) -> str:
    return "|-\n" + "\n".join(f"    {line}" for line in text.split("\n"))


@settings(quickly, max_examples=EXAMPLES * 3)
@given(typed_text, st.sampled_from([_single_quoted, _double_quoted, _block]))
def test_text_comes_out_as_it_was_typed(text: str, quoted: Callable[[str], str]) -> None:
    """Character for character after the declared normalisation, however it was quoted."""
    expected = normalise(text)[0].strip("\n ")
    if quoted is not _double_quoted:  # blanks at line ends are layout there
        text = "\n".join(line.strip(" \u00a0\u200b\u00ad\t") for line in text.split("\n")).strip(
            "\n"
        )
        expected = normalise(text)[0].strip("\n ")
    document = load_text(f"source: {quoted(text)}\n", "f")
    if forbidden_characters(text):
        if quoted is _double_quoted:
            assert "TEXT-HIDDEN-CHARACTER" in {problem.code for problem in document.problems}
        return
    assert not has_errors(document.problems)
    record, told = validate(document, Assessment, STANDARD)
    if not expected:
        assert [problem.code for problem in told] == ["VALUE-MISSING"]
        return
    assert record is not None
    assert record.source == expected


@settings(quickly, max_examples=EXAMPLES * 2)
@given(st.integers(0, 10_000), st.booleans(), st.booleans())
def test_score_comes_out_digit_for_digit(hundredths: int, thai: bool, quoted: bool) -> None:
    """Every score from 0.00 to 100.00 is read exactly, in either kind of digits."""
    score = f"{hundredths // 100}.{hundredths % 100:02d}"
    typed = score.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) if thai else score
    text = f"total: '{typed}'\n" if quoted else f"total: {typed}\n"
    record, told = validate(load_text(text, "f"), Assessment, STANDARD)
    assert not told
    assert record is not None
    assert str(record.total) == score


@pytest.mark.parametrize("name", ["content", "content/2565", RESULTS, "site_config.yaml"])
def test_missing_parts_are_told_of(name: str, tmp_path: Path) -> None:
    """A project without one of its parts is read without it or says what is missing."""
    for part in (RESULTS, "site_config.yaml"):
        if not part.startswith(name):
            (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / part).write_text(SITE if part.startswith("site") else GOOD)
    usable, told = load_project(tmp_path)
    assert (usable is None) == has_errors(told)


def test_longest_text_is_still_read() -> None:
    """A text at the limit of a field is kept whole."""
    text = "ก" * MAX_FIELD
    root = load_text(f"source: {text}\n", "f").root
    assert root is not None
    assert plain(root) == {"source": text}
