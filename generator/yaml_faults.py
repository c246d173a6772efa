"""What the YAML parser could not read, told as one of a few faults that people really make."""

from __future__ import annotations

import re

import yaml

from generator.problems import Place, Problem

CONFLICT_MARK = re.compile(r"(<{7}|={7}|>{7})( |$)")
# Faults that the parser notices late: their place is where the thing began.
BEGUN_BEFORE = frozenset({"YAML-QUOTE-OPEN", "YAML-NO-COLON", "YAML-BRACKET-OPEN"})
FAULTS = (
    ("mapping values are not allowed", "YAML-COLON"),
    ("could not find expected ':'", "YAML-NO-COLON"),
    ("did not find expected key", "YAML-INDENT"),
    ("did not find expected '-' indicator", "YAML-INDENT"),
    ("block sequence entries are not allowed", "YAML-INDENT"),
    ("block mapping", "YAML-INDENT"),
    ("unexpected end of stream", "YAML-QUOTE-OPEN"),
    ("unexpected document indicator", "YAML-QUOTE-OPEN"),
    ("did not find expected ',' or", "YAML-BRACKET-OPEN"),
    ("cannot start any token", "YAML-CHARACTER"),
    ("did not find expected alphabetic or numeric character", "YAML-CHARACTER"),
    ("unknown escape character", "YAML-ESCAPE"),
)


def syntax_problem(error: yaml.MarkedYAMLError, name: str, lines: tuple[str, ...]) -> Problem:
    """The parser's complaint with the code of the mistake behind it."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line = min(line, len(lines))
    excerpt = lines[line - 1] if lines else ""
    code = _code(f"{error.context or ''} {error.problem or ''}", excerpt, column)
    if code in BEGUN_BEFORE and error.context_mark:
        line, column = error.context_mark.line + 1, error.context_mark.column + 1
        excerpt = lines[line - 1]
    return Problem(Place(name, line, column), code, excerpt=excerpt)


def _code(complaint: str, excerpt: str, column: int) -> str:
    if CONFLICT_MARK.match(excerpt):
        return "YAML-CONFLICT-MARK"
    if "\t" in excerpt[: column + 1]:
        return "YAML-TAB"
    return next((code for words, code in FAULTS if words in complaint), "YAML-SYNTAX")
