"""Text from records as YAML that reads back the same, and remarks that stay on their line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import yaml

PLAIN_KEY = re.compile(r"[A-Z][0-9]{1,3}\Z")


def quoted(text: str) -> str:
    """A value between double quotes on one line, whatever is in it."""
    dumped: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=float("inf"))
    return dumped.rstrip("\n")


def key(text: str) -> str:
    return text if PLAIN_KEY.match(text) else quoted(text)


def remark(text: str, indent: str = "") -> str:
    """A remark on one line."""
    return f"{indent}# {_one_line(text)}".rstrip()


def remarks(texts: Iterable[str], indent: str = "") -> Iterator[str]:
    return (remark(text, indent) for text in texts)


def entry(name: str, value: str, indent: str = "", told: str = "") -> str:
    """`name: "value"`, with a remark after it."""
    line = f"{indent}{name}: {quoted(value)}"
    return f"{line}   # {_one_line(told)}" if told else line


def blank(name: str, told: str, indent: str = "") -> str:
    """A field to be filled in: as a remark, so that nothing empty counts as filled."""
    return f"{indent}# {name}:   # {_one_line(told)}"


def _one_line(text: str) -> str:
    """Line breaks and runs of spaces as one space, and nothing that a reader would refuse."""
    line = " ".join(text.split())
    return "".join(character for character in line if character.isprintable())
