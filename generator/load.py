"""YAML files as trees of typed text with positions; nothing is retyped, merged or guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml.reader import ReaderError

from generator.decode import hidden_character, read_text, repaired
from generator.problems import Place, Problem
from generator.thai import forbidden_characters, normalise
from generator.tree import Mapping, Node, Scalar, Sequence
from generator.yaml_faults import Begun, conflict_mark, syntax_problem

MAX_DEPTH = 12
MAX_NODES = 20_000
MAX_FIELD = 4_000
MERGE_KEY = "<<"
CONFLICT = ("<<<<<<<", ">>>>>>>")
ESCAPING = '"'
QUOTES = ("'", ESCAPING)
CUT_BY_COMMENT = re.compile(r"\s+#\S")


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read; `root` is absent where the text is not a usable mapping."""

    name: str
    root: Mapping | None
    problems: tuple[Problem, ...]
    lines: tuple[str, ...] = ()

    def excerpt(self, line: int) -> str:
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""


def load_file(path: Path, name: str) -> Document:
    """Read one YAML file; `name` is how messages call it."""
    text, problems = read_text(path, name)
    if text is None:
        return Document(name, None, problems)
    document = load_text(text, name, normal=not problems)
    return Document(name, document.root, (*problems, *document.problems), document.lines)


def load_text(text: str, name: str, *, normal: bool = False) -> Document:
    """Compose the tree of one document; `normal` says that the text is in its normal form."""
    lines = tuple(text.split("\n"))
    conflict = conflict_mark(name, lines) if any(mark in text for mark in CONFLICT) else None
    if conflict:
        return Document(name, None, (conflict,), lines)
    reader = _Reader(name, lines, normal=normal)
    try:
        root = reader.read(iter(yaml.CBaseLoader(text).get_event, None))
    except yaml.MarkedYAMLError as error:
        reader.problems.append(syntax_problem(error, name, lines, reader.begun()))
        root = None
    except ReaderError as error:
        reader.problems.append(_unknown_character(chr(error.character), name, lines))
        root = None
    except _Stop:
        root = None
    if not isinstance(root, Mapping) and not reader.problems:
        reader.problems.append(_no_mapping(root, name, lines))
    usable = root if isinstance(root, Mapping) else None
    return Document(name, usable, tuple(reader.problems), lines)


def _unknown_character(character: str, name: str, lines: tuple[str, ...]) -> Problem:
    """A character that YAML itself refuses; `decode` lets none of them through."""
    number = next(index for index, line in enumerate(lines) if character in line)
    place = Place(name, number + 1, lines[number].index(character) + 1)
    return hidden_character(place, character, lines[number])


def _no_mapping(root: Node | None, name: str, lines: tuple[str, ...]) -> Problem:
    if root is None or (isinstance(root, Scalar) and root.is_empty()):
        return Problem(Place(name), "YAML-EMPTY")
    place = Place(name, root.line, root.column)
    return Problem(place, "YAML-NOT-A-MAPPING", excerpt=lines[root.line - 1])


class _Stop(Exception):
    """A limit was passed; reading on would only cost time."""


class _Reader:
    """Builds the tree, keeping the open collections on a stack of its own: no recursion.

    In a text that is in normal form as a whole, only escapes can make a value that is not.
    """

    def __init__(self, name: str, lines: tuple[str, ...], *, normal: bool) -> None:
        self.name = name
        self.lines = lines
        self.normal = normal
        self.marked = frozenset(number for number, line in enumerate(lines) if "#" in line)
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.long_quote: tuple[int, int] | None = None
        self.parent: Mapping | Sequence | None = None
        self.key: Scalar | None = None
        self.open: list[tuple[Mapping | Sequence | None, Scalar | None]] = []

    def read(self, events: Iterator[yaml.Event]) -> Node | None:
        nodes = documents = 0
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                nodes += 1
                if nodes > MAX_NODES:
                    self._refuse(event, "YAML-TOO-MANY-NODES", limit=MAX_NODES)
                    raise _Stop
                if isinstance(event, yaml.ScalarEvent):
                    self._add(self._scalar(event))
                else:
                    self._open_or_refuse(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.parent, self.key = self.open.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                self._check_document(event, documents)
        return self.root

    def _open_or_refuse(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        else:
            self._refuse(event, "YAML-ALIAS", name=event.anchor)
            self._add(self._empty(event))

    def begun(self) -> Begun:
        node = self.parent
        return Begun((node.line, node.column) if node else (1, 1), self.long_quote)

    def _check_document(self, event: yaml.DocumentStartEvent, number: int) -> None:
        if event.version or event.tags:
            self._refuse(event, "YAML-DIRECTIVE")
        if number > 1:
            self._refuse(event, "YAML-SECOND-DOCUMENT")
            raise _Stop

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._check_node(event)
        line, column = _position(event)
        mapping = isinstance(event, yaml.MappingStartEvent)
        node = Mapping({}, line, column) if mapping else Sequence([], line, column)
        self._add(node)
        self.open.append((self.parent, self.key))
        self.parent, self.key = node, None
        if len(self.open) > MAX_DEPTH:
            self._refuse(event, "YAML-TOO-DEEP", limit=MAX_DEPTH)
            raise _Stop

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        if event.anchor or event.tag:
            self._check_node(event)
        text: str = event.value
        if len(text) > MAX_FIELD:
            self._refuse(event, "TEXT-TOO-LONG", length=len(text), limit=MAX_FIELD)
            return self._empty(event)
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        line, column = start.line + 1, start.column + 1
        style = event.style
        if not style:
            if end.line in self.marked:
                self._check_comment(event, end.line, end.column)
        elif style in QUOTES:
            self.long_quote = (line, column) if end.line >= line else None
        if style == ESCAPING and not (text.isascii() and text.isprintable()):
            self._check_escapes(event)
            text = normalise(text)[0]
        elif not (self.normal or text.isascii()):
            text = normalise(text)[0]
        return Scalar(text, line, column, bool(style))

    def _check_escapes(self, event: yaml.ScalarEvent) -> None:
        """An escape can hide a character that does not stand in the file itself."""
        first, last = _lines(event)
        if not any("\\" in line for line in self.lines[first : last + 1]):
            return
        place = Place(self.name, *_position(event))
        excerpt = self.lines[first]
        for _, characters in forbidden_characters(event.value)[:1]:
            self.problems.append(hidden_character(place, characters, excerpt))
        for repair in normalise(event.value)[1][:1]:
            self.problems.append(repaired(place, repair.kind, excerpt))

    def _check_node(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._refuse(event, "YAML-ANCHOR", name=event.anchor)
        if event.tag:
            self._refuse(event, "YAML-TAG", name=event.tag)

    def _check_comment(self, event: yaml.ScalarEvent, line: int, column: int) -> None:
        cut = CUT_BY_COMMENT.match(self.lines[line], column)
        if cut:
            place = Place(self.name, line + 1, cut.end() - 1)
            self._problem(place, "YAML-TEXT-CUT", text=event.value or self._last_key())

    def _last_key(self) -> str:
        return self.key.text if self.key else "-"

    def _add(self, node: Node) -> None:
        parent, key = self.parent, self.key
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif parent is None:
            self.root = node
        elif key is None:
            self.key = self._key(parent, node)
        else:
            parent.entries.setdefault(key.text, (key, node))
            self.key = None

    def _key(self, parent: Mapping, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self._problem(self._place(node), "YAML-KEY-NOT-TEXT")
            raise _Stop
        if node.text == MERGE_KEY and not node.quoted:
            self._problem(self._place(node), "YAML-MERGE")
        if node.text in parent.entries:
            first = parent.entries[node.text][0]
            facts = {"key": node.text, "first": first.line}
            self._problem(self._place(node), "YAML-DUPLICATE-KEY", **facts)
        return node

    def _place(self, node: Node) -> Place:
        return Place(self.name, node.line, node.column)

    def _empty(self, event: yaml.Event) -> Scalar:
        return Scalar("", *_position(event))

    def _refuse(self, event: yaml.Event, code: str, **facts: object) -> None:
        self._problem(Place(self.name, *_position(event)), code, **facts)

    def _problem(self, place: Place, code: str, **facts: object) -> None:
        excerpt = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        self.problems.append(Problem(place, code, facts=facts, excerpt=excerpt))


def _position(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _lines(event: yaml.Event) -> tuple[int, int]:
    """The first and the last line of an event, counted from 0."""
    start, end = event.start_mark, event.end_mark
    return (start.line, end.line) if start and end else (0, 0)
