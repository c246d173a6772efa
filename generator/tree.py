"""The tree of a YAML document: every value is the text that was typed, with its position."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

Plain = dict[str, "Plain"] | list["Plain"] | str | None
Step = str | int
EMPTY_WORDS = frozenset({"", "~", "null"})


class Scalar(NamedTuple):
    """A piece of text; `quoted` tells `"null"` from a bare null."""

    text: str
    line: int
    column: int
    quoted: bool = False

    def is_empty(self) -> bool:
        return not self.quoted and self.text.strip() in EMPTY_WORDS


@dataclass(slots=True)
class Sequence:
    items: list[Node]
    line: int
    column: int


@dataclass(slots=True)
class Mapping:
    """Keys in the order typed; each text leads to the key as typed and its value."""

    entries: dict[str, tuple[Scalar, Node]]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        entry = self.entries.get(key)
        return entry[1] if entry else None

    def key(self, key: str) -> Scalar | None:
        entry = self.entries.get(key)
        return entry[0] if entry else None


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> Plain:
    """The tree as dicts, lists and strings, for the record models."""
    if isinstance(node, Scalar):
        return None if node.is_empty() else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {text: plain(value) for text, (_, value) in node.entries.items()}


def find(root: Node, path: tuple[Step, ...]) -> Node:
    """The node at a path, or the deepest one on the way to it that exists."""
    node = root
    for step in path:
        below = child(node, step)
        if below is None:
            break
        node = below
    return node


def find_key(root: Node, path: tuple[Step, ...]) -> Node:
    """The key at a path where the last step is a key of a mapping, otherwise the value."""
    parent = find(root, path[:-1]) if path else root
    if path and isinstance(parent, Mapping):
        key = parent.key(str(path[-1]))
        if key is not None:
            return key
    return find(root, path)


def child(node: Node, step: Step) -> Node | None:
    if isinstance(node, Mapping):
        found = node.get(str(step))
        return node if found is None and step == 0 else found  # one record for a list of one
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def mappings(root: Node) -> Iterator[Mapping]:
    """Every mapping of a tree."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            yield node
            waiting.extend(value for _, value in node.entries.values() if type(value) is not Scalar)
        elif isinstance(node, Sequence):
            waiting.extend(item for item in node.items if type(item) is not Scalar)


def scalars(node: Node) -> Iterator[Scalar]:
    """Every key and value of a tree, in the order typed."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for key, value in node.entries.values():
            yield key
            yield from scalars(value)
