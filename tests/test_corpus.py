"""The corpus of bad inputs: each is refused at its place, kept as typed, or mended with a warning."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from generator.decode import decode
from generator.files.inspect import content_fault
from generator.files.location import has_location, without_location
from generator.load import load_text
from generator.pipeline import check_project
from generator.private import find_private, holds_private
from generator.problems import Problem, Severity, has_errors
from generator.records.assessment import Assessment
from generator.report import Format, render_report
from generator.standards_library import Standards
from generator.validate import validate
from generator.words import Language, Words
from tests.corpus import YEAR, Case, addresses, files, numbers, private, syntax, texts
from tests.patience import patience
from tests.projects import TODAY

READ = [*numbers.cases(), *syntax.cases(), *texts.cases()]
STANDARD = Standards().get(YEAR)
SITE = "agency: {name: เทศบาลตำบลตัวอย่าง}\n"
LIST = "content/2568/oit.yaml"
FOLDER = "content/2568/files"


def read(case: Case) -> tuple[Assessment | None, list[Problem]]:
    text, problems = decode(case.data, "f")
    if text is None:
        return None, list(problems)
    document = load_text(text, "f")
    record, others = validate(document, Assessment, STANDARD)
    return record, [*problems, *document.problems, *others]


def told(problems: Iterable[Problem]) -> tuple[str, ...]:
    """As the corpus writes them: a warning begins with `~`."""
    return tuple(
        f"{'' if one.severity is Severity.ERROR else '~'}{one.place.line}:{one.place.column} {one.code}"
        for one in problems
    )


def kept(record: object, path: Iterable[str | int]) -> str:
    for step in path:
        record = record[step] if isinstance(record, Mapping) else getattr(record, str(step))
    return str(record)


def wrong(case: Case) -> str:
    """What differs from what the corpus demands, or nothing."""
    record, problems = read(case)
    found = told(problems)
    if case.told[:1] and case.told[0].startswith("*:*"):
        right = found[:1] and found[0].split()[1] == case.told[0].split()[1]
    else:
        right = found == case.told
    if not right:
        return f"{case.name}: {found}, not {case.told}"
    if record is None and not has_errors(problems):
        return f"{case.name}: neither a record nor an error"
    if case.path and kept(record, case.path) != case.value:
        return f"{case.name}: {kept(record, case.path)!r}, not {case.value!r}"
    return ""


def test_the_corpus_is_large_and_has_no_case_twice() -> None:
    """As many inputs as were measured against the obvious program, and more."""
    names = [case.data for case in READ]
    others = sum(map(len, (*addresses.BAD_URLS.values(), *addresses.BAD_NAMES.values())))
    others += len(addresses.BAD_PAGES) + sum(map(len, files.BAD.values())) + len(files.GOOD)
    others += sum(map(len, private.FOUND.values())) + len(private.NOT_FOUND)
    assert len(set(names)) == len(names)
    assert len(names) + others > 1000


def test_every_input_comes_out_as_demanded() -> None:
    """Refused at the right line and column with the right code, or kept digit for digit."""
    with patience():
        assert [each for case in READ if (each := wrong(case))] == []


def listed(root: Path, entries: Mapping[str, str]) -> dict[str, set[str]]:
    """A disclosure list with one piece of evidence a line; the codes told of each."""
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    (root / "site_config.yaml").write_text(SITE, encoding="utf-8")
    lines = ["items:", "  O1:", "    state: เผยแพร่แล้ว", "    evidence:"]
    lines += [f"      - {{title: ก, {typed}}}" for typed in entries.values()]
    (root / LIST).write_text("\n".join(lines) + "\n", encoding="utf-8")
    with patience():
        _, problems = check_project(root, TODAY)
    found: dict[str, set[str]] = {name: set() for name in entries}
    for problem in problems:
        if problem.place.path == LIST and problem.place.line > 4:
            found[list(entries)[problem.place.line - 5]].add(problem.code)
    return found


def demanded(codes: Mapping[str, Iterable[str]], good: Iterable[str]) -> dict[str, set[str]]:
    return {
        **{typed: {code} for code, all_typed in codes.items() for typed in all_typed},
        **{typed: set() for typed in good},
    }


def test_every_address_comes_out_as_demanded(tmp_path: Path) -> None:
    """Only an address on the public web is linked; one that hides where it leads is warned of."""
    expected = demanded(addresses.BAD_URLS, addresses.GOOD_URLS)
    found = listed(tmp_path, {one: f'url: "{one}"' for one in expected})
    assert found == expected | {"https://user:pass@a.go.th/": {"ADDRESS-FORMAT", "SECRET-IN-TEXT"}}


def test_every_page_of_the_site_is_named_plainly(tmp_path: Path) -> None:
    """What is typed as a page of this site can lead nowhere else."""
    found = listed(tmp_path, {one: f'page: "{one}"' for one in addresses.BAD_PAGES})
    assert found == {one: {"SITE-PATH-FORMAT"} for one in addresses.BAD_PAGES}


def test_every_file_name_comes_out_as_demanded(tmp_path: Path) -> None:
    """A file is named exactly, plainly, and so that every kind of disk can hold it."""
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "plan.pdf").write_bytes(files.GOOD["plain.pdf"])
    expected = demanded(addresses.BAD_NAMES, ["plan.pdf"])
    found = listed(tmp_path, {one: f'file: "{one}"' for one in expected})
    assert found == expected | {
        "e\\u0301.pdf": {"FILE-NAME", "TEXT-REPAIRED"},
        "Plan.pdf": {"EVIDENCE-MISSING", "FILE-NAMES-ALIKE"},
        "plan.pdf": {"FILE-NAMES-ALIKE"},
    }


def test_every_evidence_file_comes_out_as_demanded(tmp_path: Path) -> None:
    """What a file is, and what it would do, is read from its content."""
    (tmp_path / FOLDER).mkdir(parents=True)
    expected = {name: {code} for name, _, code in files.bad_files()}
    expected |= {name: set() for name in files.GOOD}
    contents = {name: data for name, data, _ in files.bad_files()} | dict(files.GOOD)
    for name, data in contents.items():
        (tmp_path / FOLDER / name).write_bytes(data)
    assert listed(tmp_path, {name: f"file: {name}" for name in expected}) == expected


@pytest.mark.parametrize("name", files.LOCATED)
def test_a_place_is_blanked_and_nothing_else(name: str) -> None:
    """A picture without its place is as long as before, sound, and keeps what is not a place."""
    before = files.LOCATED[name]
    after = without_location(before)
    assert len(after) == len(before)
    assert not has_location(after)
    assert files.LEAK not in after and b"13,45.378N" not in after
    assert (b"cam" in after) == (b"cam" in before)
    assert content_fault(after, Path(name).suffix) is None
    assert without_location(after) == after


def test_everything_private_is_found() -> None:
    """A card number in any dress, a mobile number, a free mail address, a key; nothing else."""
    expected = demanded(private.FOUND, private.NOT_FOUND)
    assert {one: {found.code for found in find_private(one)} for one in expected} == expected
    assert [one for one in expected if expected[one] and not holds_private(one)] == []


def test_a_message_does_not_carry_a_card_number_on() -> None:
    """What is told goes to logs: the number is masked there."""
    for line in private.FOUND["PRIVATE-CARD"]:
        (found,) = find_private(line)
        assert "x" in found.shown and find_card(found.hidden_in(line)) == []


def find_card(line: str) -> list[str]:
    return [found.code for found in find_private(line) if found.code == "PRIVATE-CARD"]


def test_every_payload_of_the_corpus_can_be_told_of() -> None:
    """Problems of any input can be written in each form."""
    problems = [problem for case in READ[::7] for problem in read(case)[1]]
    for form in Format:
        for language in Language:
            assert render_report(problems, form, Words(language))
    assert json.loads(render_report(problems, Format.JSON, Words(Language.THAI)))
