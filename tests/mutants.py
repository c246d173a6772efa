"""Whether the tests notice: `make mutants` makes one line of the program wrong, and runs them.

A sample of the changes that can be made to what reads, escapes and publishes, the same at each run.
What no test notices is told, to be looked at: a test that is lacking, or a change without a meaning.
"""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import SimpleQueue

import click

from tests.projects import ROOT

LONGEST = 300
PARTS = {
    "reading": (
        ("load", "decode", "tree", "yaml_faults", "thai/text"),
        ("load", "decode", "tree", "thai", "bad", "limits", "corpus", "reading"),
    ),
    "escapes": (("escape",), ("escape", "hostile_site")),
    "publishing": (
        tuple(f"publish/{name}" for name in ("kept", "lock", "manifest", "stage", "swap")),
        ("publish", "publish_manifest", "rollback", "publish_faults"),
    ),
}
OPPOSITES = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Lt: ast.LtE, ast.LtE: ast.Lt,
    ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change to a file: the source with it, and how it is told."""

    part: str
    file: str
    line: int
    change: str
    source: str


def mutants(part: str, name: str) -> Iterator[Mutant]:
    """Every change that is tried on a file of the program."""
    file = f"generator/{name}.py"
    text = (ROOT / file).read_text(encoding="utf-8")
    count = sum(1 for node in _nodes(ast.parse(text)) for _ in _changes(node))
    for number in range(count):
        tree = ast.parse(text)
        every = ((node, change) for node in _nodes(tree) for change in _changes(node))
        node, change = next(islice(every, number, None))
        before = ast.unparse(node)
        change()
        told = f"{before}  →  {ast.unparse(node)}"
        yield Mutant(part, file, getattr(node, "lineno", 0), told, ast.unparse(tree))


def _nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """All but what decorators are told (how large a cache is), and what only Windows runs."""
    every = tuple(ast.walk(tree))
    told = {decorator for node in every for decorator in getattr(node, "decorator_list", ())}
    elsewhere = {part for node in every for part in _only_on_windows(node)}
    passed_over = {node for part in told | elsewhere for node in ast.walk(part)}
    return (node for node in every if node not in passed_over)


def _only_on_windows(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, (ast.If, ast.IfExp)) and "sys.platform" in ast.unparse(node.test):
        yield node.test
        yield from node.body if isinstance(node, ast.If) else (node.body,)


def _changes(node: ast.AST) -> Iterator[Callable[[], None]]:
    """What can be made wrong about one node."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in OPPOSITES:
            yield lambda: setattr(node, "ops", [OPPOSITES[type(op)]()])
        case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in OPPOSITES:
            yield lambda: setattr(node, "op", OPPOSITES[type(op)]())
        case ast.Constant(value=bool(value)):
            yield lambda: setattr(node, "value", not value)
        case ast.Constant(value=int(value)):
            yield lambda: setattr(node, "value", value + 1)
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield lambda: setattr(node, "value", ast.Constant(None))
        case ast.If(test=test) | ast.IfExp(test=test):
            yield lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), test))
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom() as value):
            yield lambda: setattr(node, "value", _nothing(value))


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _nothing(value: ast.expr) -> ast.expr:
    """In the place of a call or a yield; a generator stays one."""
    if isinstance(value, ast.Call):
        return ast.Constant(None)
    return ast.IfExp(ast.Constant(False), value, ast.Constant(None))


def noticed(mutant: Mutant, copy: Path) -> bool:
    """Whether a test fails in a copy of the program with this change."""
    place = copy / mutant.file
    whole = place.read_bytes()
    place.write_text(mutant.source, encoding="utf-8")
    try:
        return not passes(mutant.part, copy)
    finally:
        place.write_bytes(whole)


def passes(part: str, copy: Path) -> bool:
    """Whether the tests of a part come to an end and none fails."""
    tests = [f"tests/test_{name}.py" for name in PARTS[part][1]]
    command = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests)
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def copied(folder: Path) -> Path:
    """The program and its tests as they are known to git, to be changed."""
    told = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, told.stdout.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    return folder


@click.command()
@click.option("--sample", default=60, show_default=True, help="How many changes of each part.")
@click.option("--jobs", default=2, show_default=True, help="How many at a time.")
@click.option("--part", "parts", multiple=True, type=click.Choice(list(PARTS)), help="Only this.")
def main(sample: int, jobs: int, parts: tuple[str, ...]) -> None:
    """Make the program wrong in one place at a time, and count what the tests notice."""
    with tempfile.TemporaryDirectory(prefix="ita-mutants-") as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            copies.put(copied(Path(folder) / str(number)))

        def tried(mutant: Mutant) -> bool:
            copy = copies.get()
            try:
                return noticed(mutant, copy)
            finally:
                copies.put(copy)

        for part in parts or PARTS:
            if not passes(part, Path(folder) / "0"):
                raise click.ClickException(f"{part}: the tests fail without any change")
            every = [mutant for name in PARTS[part][0] for mutant in mutants(part, name)]
            chosen = random.Random(part).sample(every, min(sample, len(every)))
            with ThreadPoolExecutor(jobs) as pool:
                results = list(zip(chosen, pool.map(tried, chosen), strict=True))
            for mutant, seen in results:
                if not seen:
                    click.echo(f"{mutant.file}:{mutant.line}: {mutant.change}")
            count = sum(seen for _, seen in results)
            click.echo(f"{part}: {count} of {len(chosen)} noticed, of {len(every)} possible")


if __name__ == "__main__":
    main()
