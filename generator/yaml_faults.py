"""What the YAML parser could not read, told as one of a few faults that people really make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from generator.problems import Place, Problem

# Text can begin with seven equals signs; the other two marks mean nothing but a conflict.
CONFLICT_MARK = re.compile(r"(<{7}|>{7})( |$)")
ANY_CONFLICT_MARK = re.compile(r"(<{7}|={7}|>{7})( |$)")
WORD_AT_START = re.compile(r" *(- +)*([a-z_]+|[A-Za-z]?[0-9๐-๙]+)\Z")
# Faults that the parser notices late: their place is where the thing began.
BEGUN_BEFORE = frozenset(
    {"YAML-QUOTE-OPEN", "YAML-NO-COLON", "YAML-BRACKET-OPEN", "YAML-DIRECTIVE"}
)
NAMED = {"YAML-TAG": "!", "YAML-ANCHOR": "&", "YAML-ALIAS": "*"}
FAULTS = (
    ("mapping values are not allowed", "YAML-COLON"),
    ("could not find expected ':'", "YAML-NO-COLON"),
    ("while scanning a directive", "YAML-DIRECTIVE"),
    ("while scanning an anchor", "YAML-ANCHOR"),
    ("while scanning an alias", "YAML-ALIAS"),
    ("while scanning a tag", "YAML-TAG"),
    ("while parsing a tag", "YAML-TAG"),
    ("found undefined tag handle", "YAML-TAG"),
    ("did not find expected key", "YAML-INDENT"),
    ("did not find expected '-' indicator", "YAML-INDENT"),
    ("block sequence entries are not allowed", "YAML-INDENT"),
    ("unexpected end of stream", "YAML-QUOTE-OPEN"),
    ("unexpected document indicator", "YAML-QUOTE-OPEN"),
    ("did not find expected ',' or", "YAML-BRACKET-OPEN"),
    ("while parsing a flow node", "YAML-BRACKET-OPEN"),
    ("did not find expected node content", "YAML-CHARACTER"),
    ("cannot start any token", "YAML-CHARACTER"),
    ("while parsing a quoted scalar", "YAML-ESCAPE"),
)


@dataclass(frozen=True, slots=True)
class Begun:
    """Lines and columns of what was read last, where a fault that shows later may have begun."""

    collection: tuple[int, int] = (1, 1)  # the innermost list or mapping without its end
    long_quote: tuple[int, int] | None = None  # a quoted text that ends lines below its beginning


@dataclass(frozen=True, slots=True)
class _Fault:
    code: str
    line: int
    column: int


def syntax_problem(
    error: yaml.MarkedYAMLError, name: str, lines: Sequence[str], begun: Begun
) -> Problem:
    """The parser's complaint as the mistake behind it."""
    conflict = conflict_mark(name, lines, ANY_CONFLICT_MARK)
    if conflict:
        return conflict
    fault = _fault(error, lines, begun)
    line, column = _typed(fault.line, fault.column, lines)
    excerpt = lines[line - 1]
    facts = {}
    if fault.code in NAMED:
        facts["name"] = excerpt[column - 1 :].split(" ")[0].removeprefix(NAMED[fault.code])
    return Problem(Place(name, line, column), fault.code, facts=facts, excerpt=excerpt)


def conflict_mark(
    name: str, lines: Sequence[str], mark: re.Pattern[str] = CONFLICT_MARK
) -> Problem | None:
    """The first line that a version control program left to be resolved."""
    for number, line in enumerate(lines, start=1):
        if mark.match(line):
            return Problem(Place(name, number), "YAML-CONFLICT-MARK", excerpt=line)
    return None


def _fault(error: yaml.MarkedYAMLError, lines: Sequence[str], begun: Begun) -> _Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    excerpt = lines[line - 1] if line <= len(lines) else ""
    if excerpt[column - 1 : column] == "\t":
        return _Fault("YAML-TAB", line, column)
    complaint = f"{error.context or ''} {error.problem or ''}"
    code = next((code for words, code in FAULTS if words in complaint), "YAML-SYNTAX")
    if code == "YAML-COLON" and line > 1 and WORD_AT_START.match(excerpt[: column - 1]):
        return _begun_above(line, lines)
    if code == "YAML-INDENT" and "expected" in complaint and excerpt[: column - 1].strip():
        # Something stands after a value: the quote that ends it was meant to begin another.
        quote = begun.long_quote
        return _Fault("YAML-QUOTE-OPEN", *quote) if quote else _Fault("YAML-SYNTAX", line, column)
    if code == "YAML-BRACKET-OPEN" and "flow node" in complaint:
        at_end = not excerpt[column - 1 :]
        return _Fault(code, *(begun.collection if at_end else (line, column)))
    if error.context_mark and (code in BEGUN_BEFORE or code in NAMED):
        line, column = error.context_mark.line + 1, error.context_mark.column + 1
    return _Fault(code, line, column)


def _begun_above(line: int, lines: Sequence[str]) -> _Fault:
    """A key that the parser takes as the rest of a text begun above it."""
    excerpt = lines[line - 1]
    indent = len(excerpt) - len(excerpt.lstrip(" "))
    if indent:
        return _Fault("YAML-INDENT", line, indent + 1)
    above, column = _typed(line - 1, 1, lines)
    return _Fault("YAML-NO-COLON", above, column)


def _typed(line: int, column: int, lines: Sequence[str]) -> tuple[int, int]:
    """The same place, or the end of the last line before it where something was typed."""
    line = min(line, len(lines))
    if lines[line - 1].strip(" "):
        return line, column
    while line > 1 and not lines[line - 1].strip(" "):
        line -= 1
    return line, len(lines[line - 1]) + 1
