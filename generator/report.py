"""Problems as people and other programs read them: text, JSON, GitHub annotations, SARIF."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from urllib.parse import quote

from rich.cells import cell_len

from generator import __version__
from generator.problems import Problem, Severity, WordKey, ordered
from generator.rulebook import describe_rule
from generator.words import Words

MOST_IN_FULL = 50
WIDEST_EXCERPT = 100
INVISIBLE = "▯"
SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def message(problem: Problem, words: Words) -> str:
    return words(f"problems.{problem.code}.says", **_facts(problem, words))


def next_step(problem: Problem, words: Words) -> str:
    """What to do about it; a suggestion is put first where there is one."""
    facts = _facts(problem, words)
    suggested = f"problems.{problem.code}.suggests"
    if facts.get("suggestion") and words.has(suggested):
        return words(suggested, **facts)
    return words(f"problems.{problem.code}.fix", **facts)


def _facts(problem: Problem, words: Words) -> dict[str, object]:
    """Facts that are words of ours are put into the language."""
    return {
        name: words(value.key) if isinstance(value, WordKey) else value
        for name, value in problem.facts.items()
    }


def render_report(problems: Sequence[Problem], form: Format, words: Words) -> str:
    """All problems by place in one form; the text form ends with a count."""
    problems = ordered(problems)
    match form:
        case Format.JSON:
            return _json(problems, words)
        case Format.SARIF:
            return _sarif(problems, words)
        case Format.GITHUB:
            return "\n".join(_github(problem, words) for problem in problems)
        case Format.TEXT:
            return _text(problems, words)


def _text(problems: Sequence[Problem], words: Words) -> str:
    shown = [_paragraph(problem, words) for problem in problems[:MOST_IN_FULL]]
    if len(problems) > MOST_IN_FULL:
        shown.append(words("report.more", count=len(problems) - MOST_IN_FULL))
    return "\n\n".join([*shown, summary(problems, words)])


def _paragraph(problem: Problem, words: Words) -> str:
    level = words(f"report.{problem.severity}")
    says = visible(message(problem, words))
    lines = [f"{visible(str(problem.place))}: {level} {problem.code} {says}"]
    if problem.excerpt:
        lines.extend(_excerpt(problem))
    lines.append(f"  → {visible(next_step(problem, words))}")
    return "\n".join(lines)


def _excerpt(problem: Problem) -> list[str]:
    """The line as typed, and a caret under the column."""
    start = max(0, problem.place.column - WIDEST_EXCERPT // 2)
    line = visible(problem.excerpt[start : start + WIDEST_EXCERPT])
    before = line[: problem.place.column - 1 - start]
    return [f"    {line}", f"    {' ' * cell_len(before)}^"]


def visible(text: str) -> str:
    """On one line, with a sign for each character that a terminal would hide or obey."""
    if text.isprintable():
        return text
    shown = (" " if character in "\t\n" else character for character in text)
    return "".join(character if character.isprintable() else INVISIBLE for character in shown)


def summary(problems: Sequence[Problem], words: Words) -> str:
    counts = {level: sum(p.severity is level for p in problems) for level in Severity}
    if not problems:
        return words("report.none")
    return words("report.summary", **{str(level): count for level, count in counts.items()})


def _as_dict(problem: Problem, words: Words) -> dict[str, object]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": str(problem.severity),
        "code": problem.code,
        "message": message(problem, words),
        "fix": next_step(problem, words),
    }


def _json(problems: Sequence[Problem], words: Words) -> str:
    content = {"problems": [_as_dict(problem, words) for problem in problems]}
    return json.dumps(content, ensure_ascii=False, indent=2)


def _github(problem: Problem, words: Words) -> str:
    place = (
        f"file={_property(problem.place.path)},line={problem.place.line},col={problem.place.column}"
    )
    text = f"{message(problem, words)} → {next_step(problem, words)}"
    level = GITHUB_LEVELS[problem.severity]
    return f"::{level} {place},title={_property(problem.code)}::{_workflow_text(text)}"


def _workflow_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _workflow_text(text).replace(":", "%3A").replace(",", "%2C")


def _sarif(problems: Sequence[Problem], words: Words) -> str:
    codes = sorted({problem.code for problem in problems})
    rules = [_sarif_rule(code, words) for code in codes]
    driver = {"name": "ita", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(problem, words) for problem in problems],
    }
    content = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _sarif_rule(code: str, words: Words) -> dict[str, object]:
    """What a viewer shows beside a finding: the rule, the reason, and where to read on."""
    rule = describe_rule(code, words)
    more = words("rules.more", code=code)
    return {
        "id": code,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.why},
        "help": {"text": "\n".join((rule.why, *rule.basis, more))},
    }


def _sarif_result(problem: Problem, words: Words) -> dict[str, object]:
    region = {"startLine": problem.place.line, "startColumn": problem.place.column}
    location = {"artifactLocation": {"uri": quote(problem.place.path)}, "region": region}
    text = f"{message(problem, words)} → {next_step(problem, words)}"
    return {
        "ruleId": problem.code,
        "level": SARIF_LEVELS[problem.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
    }
