"""The page of each rule as Markdown, made from the rule, its wrong example and the same mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.problems import Problem
from generator.report import message, next_step, visible
from generator.rulebook import Rule, describe_rule, describe_rules
from generator.words import Words

CONTENTS = "index.md"
LANGUAGES = {".yaml": "yaml", ".json": "json", ".md": "markdown"}
Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """What was typed, what the program said of it, and what should have been typed."""

    problem: Problem
    wrong: Files
    right: Files


def render_pages(examples: Mapping[str, Example], words: Words) -> dict[str, str]:
    """Every page by its file name, and the table of contents."""
    pages = {
        f"{code}.md": "\n".join(_page(describe_rule(code, words), example, words))
        for code, example in examples.items()
    }
    return {CONTENTS: "\n".join(_contents(words)), **pages}


def _contents(words: Words) -> Iterator[str]:
    yield from (f"# {words('rules.contents')}", "", words("rules.contents_says"), "")
    yield f"| {words('rules.column_code')} | {words('rules.column_what')} |"
    yield "|---|---|"
    for rule in describe_rules(words):
        yield f"| [{rule.code}]({rule.code}.md) | {_escaped(rule.what)} |"
    yield ""


def _page(rule: Rule, example: Example, words: Words) -> Iterator[str]:
    yield from (f"# {rule.code}", "", _escaped(rule.what), "")
    yield from (f"**{words('rules.why')}** {_escaped(rule.why)}", "")
    yield from (f"**{words('rules.source')}**", "")
    yield from (f"- {source}" for source in rule.basis)
    yield from ("", f"## {words('rules.wrong')}", "")
    yield from _files(example.wrong) if example.wrong else (words("rules.no_example"), "")
    yield from (f"{words('rules.told')}:", "")
    level = words(f"report.{example.problem.severity}")
    yield f"> {level}: {_escaped(message(example.problem, words))}"
    yield ">"
    yield from (f"> → {_escaped(next_step(example.problem, words))}", "")
    if example.right:
        yield from (f"## {words('rules.right')}", "")
        yield from _files(example.right)


def _files(files: Files) -> Iterator[str]:
    """Each file under its name, as a block of code."""
    for name, text in files.items():
        kind = LANGUAGES.get(PurePosixPath(name).suffix, "")
        lines = text.rstrip("\n").split("\n")
        yield from (f"`{name}`", "", f"```{kind}", *map(_line, lines), "```", "")


def _line(text: str) -> str:
    """Tabs are what some examples are about; other hidden characters get their sign."""
    return "\t".join(visible(part) for part in text.split("\t"))


def _escaped(text: str) -> str:
    """Our sentences as text: what Markdown would take for a mark is kept as it is."""
    shown = visible(text)
    for mark in "\\`*_<>|#[]":
        shown = shown.replace(mark, f"\\{mark}")
    return shown
