"""Work of a copy of the process: the result is the same, whatever becomes of the copy."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.meanwhile import meanwhile
from generator.pipeline import check_project
from generator.render.site import render_site
from generator.words import Language, Words
from tests.patience import patience
from tests.projects import EXAMPLES, TODAY, run

HERE = os.getpid()


def in_a_copy() -> bool:
    return os.getpid() != HERE


@pytest.fixture(autouse=True)
def copies(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Two cores, whatever the machine has, and the copies that are made."""
    global HERE  # noqa: PLW0603 – the processes that share the tests are copies themselves
    HERE = os.getpid()
    made: list[int] = []
    fork = os.fork

    def noted() -> int:
        made.append(copy := fork())
        return copy

    monkeypatch.setattr(os, "fork", noted)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    return made


def is_gone(copy: int) -> bool:
    """Ended, and waited for."""
    try:
        os.waitpid(copy, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def test_a_copy_reckons_and_is_gone(copies: list[int]) -> None:
    """A long answer comes whole, from another process, which has ended when its block has."""
    with meanwhile(lambda: (in_a_copy(), "ก" * 1_000_000)) as result:
        assert result() == (True, "ก" * 1_000_000)
    assert [is_gone(copy) for copy in copies] == [True]


def killed() -> str:
    if in_a_copy():
        os.kill(os.getpid(), 9)
    return "reckoned"


def failed() -> str:
    if in_a_copy():
        raise OSError
    return "reckoned"


def ended() -> str:
    if in_a_copy():
        raise SystemExit
    return "reckoned"


def unsendable() -> str | Callable[[], None]:
    return (lambda: None) if in_a_copy() else "reckoned"


@pytest.mark.parametrize("work", [killed, failed, ended, unsendable])
def test_what_a_copy_did_not_tell_is_reckoned_here(
    work: Callable[[], str], copies: list[int]
) -> None:
    """A copy that was killed, ran into a fault or had no answer is not missed."""
    with meanwhile(work) as result:
        assert result() == "reckoned"
    assert [is_gone(copy) for copy in copies] == [True]


def test_a_fault_of_the_work_is_raised_here() -> None:
    with meanwhile(lambda: 1 // 0) as result, pytest.raises(ZeroDivisionError):
        result()


def test_a_copy_that_nobody_waits_for_is_ended(copies: list[int]) -> None:
    """The block may be left before the answer is there."""
    with patience(), pytest.raises(KeyError), meanwhile(partial(time.sleep, 3600)):
        raise KeyError
    assert [is_gone(copy) for copy in copies] == [True]


ORPHANED = """
import os, signal, time
from generator.meanwhile import meanwhile

def work():
    print(os.getpid(), flush=True)
    return b"x" * 10_000_000

os.sched_getaffinity = lambda _: {0, 1}
with meanwhile(work):
    time.sleep(1)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_copy_does_not_outlive_a_process_that_was_killed(tmp_path: Path) -> None:
    """It has nobody to tell its answer to, and ends."""
    told = run("-c", ORPHANED, cwd=tmp_path)
    assert told.returncode == -9
    state = Path(f"/proc/{int(told.stdout)}/stat")
    with patience():
        while state.exists() and ") Z " not in state.read_text(encoding="utf-8"):
            time.sleep(0.05)


@pytest.mark.parametrize("refused", ["pipe", "fork"])
def test_without_a_copy_the_work_is_done_here(
    refused: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system may refuse one."""

    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, refused, refuse)
    with meanwhile(in_a_copy) as result:
        assert not result()


def test_pages_are_the_same_with_and_without_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text, in both languages."""
    facts, _ = check_project(EXAMPLES / "bang-tabun", TODAY)
    assert facts is not None
    words = Words(Language.THAI)
    beside = render_site(facts, words)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    alone = render_site(facts, words)
    assert beside.texts == alone.texts
    assert beside.navigation == alone.navigation
    assert "en/index.md" in alone.texts
