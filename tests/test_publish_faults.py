"""Publishing, killed, raced and refused by the system: the site stays old or new, and whole."""

from __future__ import annotations

import errno
import io
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import generator
from generator.publish import (
    MANIFEST,
    Obstacle,
    PublishError,
    Shelf,
    native,
    recover,
    staging,
    verify,
)

A = {f"2567/o{number}/index.html": f"a{number}" for number in range(12)}
B = {f"2568/o{number}/index.html": f"b{number}" for number in range(9)} | {"index.html": "b"}

PUBLISHER = """
import itertools, sys
from pathlib import Path
from generator.publish import PublishError, native, staging
out, swap, rounds, *trees = sys.argv[1:]
if swap == "renames":
    native.exchange = lambda one, other: False
print("ready", flush=True)
sys.stdin.readline()
for _, tree in zip(range(int(rounds)), itertools.cycle(trees)):
    try:
        with staging(Path(out)) as stage:
            for name, text in eval(tree).items():
                page = stage.path / name
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text(text)
            stage.publish()
        print("published")
    except PublishError as error:
        print(error.kind)
"""
CLOSE = os.close
CALLS = ["open", "mkdir", "rename", "link", "fsync", "unlink", "rmdir", "scandir", "lstat", "close"]
EVER = 10_000


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        page = folder / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text)


def publish(out: Path, files: dict[str, str]) -> None:
    with staging(out) as stage:
        write(stage.path, files)
        stage.publish()


def published(out: Path) -> dict[str, str]:
    """The files of a site, each as its manifest says."""
    assert verify(out) == []
    files = (path for path in out.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(out).as_posix(): path.read_text() for path in files}


def start(out: Path, swap: str, rounds: int, *trees: dict[str, str]) -> subprocess.Popen[str]:
    """A process that publishes the trees in turn, waiting for a line before it begins."""
    process = subprocess.Popen(
        [sys.executable, "-c", PUBLISHER, str(out), swap, str(rounds), *map(repr, trees)],
        env=os.environ | {"PYTHONPATH": str(Path(generator.__path__[0]).parent)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def release(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def supports_exchange(folder: Path) -> bool:
    one, other = folder / "one", folder / "other"
    one.mkdir()
    other.mkdir()
    able = native.exchange(one, other)
    one.rmdir()
    other.rmdir()
    return able


@pytest.mark.parametrize("swap", ["exchange", "renames"])
def test_a_killed_build_leaves_a_whole_site(tmp_path: Path, swap: str) -> None:
    """Killed at any instant the site is exactly old or new, and the next run clears the rest."""
    out = tmp_path / "site"
    publish(out, A)
    instants = random.Random(2568)
    in_one_step = swap == "exchange" and supports_exchange(tmp_path)
    interrupted = 0
    for _ in range(50):
        process = start(out, swap, EVER, B, A)
        release(process)
        time.sleep(instants.uniform(0, 0.03))
        process.kill()
        _, errors = process.communicate()
        assert errors == ""
        if in_one_step:
            assert published(out) in (A, B)
        interrupted += list(tmp_path.iterdir()) != [out]
        recover(out)
        assert published(out) in (A, B)
        assert list(tmp_path.iterdir()) == [out]
    publish(out, A)
    assert published(out) == A
    assert interrupted


@pytest.mark.parametrize("swap", ["exchange", "renames"])
def test_builds_at_the_same_time_do_not_mix(tmp_path: Path, swap: str) -> None:
    """Of builds that run together each is published whole or told that another is running."""
    out = tmp_path / "site"
    processes = [start(out, swap, 30, tree) for tree in (A, B, A, B)]
    for process in processes:
        release(process)
    told = []
    for process in processes:
        output, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, "")
        told += output.split()
    assert len(told) == 4 * 30
    assert set(told) == {"published", "locked"}
    assert published(out) in (A, B)
    assert list(tmp_path.iterdir()) == [out]


class Refusals:
    """Lets the system's calls through, but for the n-th, or for all from the n-th on."""

    def __init__(self, at: int, number: int, *, for_good: bool) -> None:
        self.calls = 0
        self.lifted = False
        self.at = at
        self.number = number
        self.for_good = for_good

    def wrap(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **options: Any) -> Any:
            if self.lifted:
                return call(*arguments, **options)
            self.calls += 1
            if self.calls == self.at or (self.for_good and self.calls > self.at):
                if call is CLOSE:
                    call(*arguments)
                raise OSError(self.number, os.strerror(self.number))
            return call(*arguments, **options)

        return wrapped

    @contextmanager
    def in_force(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, self.wrap(getattr(os, name)))
            patch.setattr(io, "open", self.wrap(io.open))
            yield

    def publish(self, out: Path, files: dict[str, str], shelf: Shelf) -> PublishError | None:
        """Open, publish and leave a stage under refusals; what is built there is not refused."""
        try:
            with self.in_force(), staging(out, shelf) as stage:
                self.lifted = True
                write(stage.path, files)
                self.lifted = False
                stage.publish()
        except PublishError as error:
            return error
        return None


@pytest.mark.skipif(os.name == "nt", reason="the calls and their order are those of POSIX")
@pytest.mark.parametrize("native_calls", [True, False], ids=["exchange", "renames"])
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_any_call_that_the_system_refuses(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    for_good: bool,
    native_calls: bool,
) -> None:
    """Whichever call fails, the site is whole: old with the error UNWRITABLE, new without one."""
    if not native_calls:
        monkeypatch.setattr(native, "exchange", lambda *_: False)
        monkeypatch.setattr(native, "sync_file_system", lambda *_: False)
    out = tmp_path / "site"
    in_one_step = native_calls and supports_exchange(tmp_path)
    small_a, small_b = {"2567/a.html": "a"}, {"b.html": "b"}
    for at in range(1, EVER):
        publish(out, small_a)
        refusals = Refusals(at, number, for_good=for_good)
        error = refusals.publish(out, small_b, Shelf(tmp_path / "kept", 2))
        if for_good and not in_one_step:
            recover(out)
        assert published(out) == (small_a if error else small_b)
        assert error is None or error.kind is Obstacle.UNWRITABLE
        recover(out)
        assert {path.name for path in tmp_path.iterdir()} <= {"site", "kept"}
        assert all(verify(kept.folder) == [] for kept in Shelf(tmp_path / "kept").builds())
        if refusals.calls < at:
            break
    assert error is None
    assert at > 30
