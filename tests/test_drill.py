"""Bad days of a whole build: killed, refused by the system, crowded, and on a strange machine.

A sample runs with the other tests; `make drill` sets ITA_DRILL and runs all of it.
"""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.commands.exits import CLEAN, ENVIRONMENT, PROBLEMS
from generator.publish import verify
from tests.projects import ROOT, run, tree
from tests.submission import small_agency

DRILL = bool(os.environ.get("ITA_DRILL"))
KILLED = 100 if DRILL else 3
REFUSED = 2000 if DRILL else 4
ROUNDS = 20 if DRILL else 2
BUILDS = 4
DAY = "2568-03-31"
BUILD = ("-m", "generator", "build", "--today", DAY)
LEFT_BESIDE = {"build", "content", "history.json", "site", "site_config.yaml"}
NOT_READ = ("FILE-UNREADABLE", "EVIDENCE-UNREADABLE", "HISTORY-BROKEN")
ERRORS = (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO)
# The command, with one call of the system refused; tells how many there were.
REFUSING = """
import io, os, sys
at, number, *arguments = sys.argv[1:]
calls = 0
def wrap(call):
    def wrapped(*given, **named):
        global calls
        calls += 1
        if calls == int(at):
            if call is close:
                call(*given)
            raise OSError(int(number), os.strerror(int(number)), *given[:1])
        return call(*given, **named)
    return wrapped
import mkdocs.commands.build, material.plugins.search.plugin, generator.cli, encodings.idna
close = os.close
flags = os.O_WRONLY | os.O_RDWR | os.O_CREAT
for name in ("mkdir", "rename", "replace", "link", "fsync", "unlink", "rmdir", "close"):
    setattr(os, name, wrap(getattr(os, name)))
opened, opened_low = io.open, os.open
refused, refused_low = wrap(opened), wrap(opened_low)
def is_ours(path):
    return isinstance(path, (str, os.PathLike)) and os.fspath(path).startswith(os.getcwd())
def open_some(path, mode="r", *given, **named):
    return (refused if is_ours(path) else opened)(path, mode, *given, **named)
def open_low(path, *given, **named):
    return (refused_low if is_ours(path) else opened_low)(path, *given, **named)
io.open = open_some
__builtins__.open = open_some
os.open = open_low
sys.argv = ["ita", *arguments]
try:
    generator.cli.main()
finally:
    with opened(os.environ["CALLS"], "w") as file:
        file.write(str(calls))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small agency whose site is published, then changed so that another build has work."""
    root = small_agency(tmp_path / "project")
    assert run(*BUILD, cwd=root).returncode == CLEAN
    return root


def change(root: Path, text: str) -> None:
    page = root / "content" / "pages" / "news.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(f"# ข่าว\n\n{text}\n", encoding="utf-8")


def litter(root: Path) -> set[str]:
    """What stands in the project that no one put there."""
    hidden = {path.name for path in (root / "build").iterdir() if path.name.startswith(".")}
    return {path.name for path in root.iterdir()} - LEFT_BESIDE | hidden


def test_a_build_killed_at_any_instant(project: Path) -> None:
    """The site is a whole one, and the next build needs no cleaning and leaves nothing."""
    instants = random.Random(2568)
    began = time.monotonic()
    change(project, "0")
    assert run(*BUILD, cwd=project).returncode == CLEAN
    whole = time.monotonic() - began
    for number in range(1, KILLED + 1):
        change(project, str(number))
        process = subprocess.Popen(
            [sys.executable, *BUILD], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        time.sleep(instants.uniform(0.3, whole))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert verify(project / "site") == []
    done = run(*BUILD, cwd=project)
    assert (done.returncode, litter(project)) == (CLEAN, set()), done.stdout + done.stderr
    assert str(KILLED) in (project / "site" / "news" / "index.html").read_text(encoding="utf-8")
    assert verify(project / "site") == []


def refused(root: Path, at: int, number: int, calls: Path) -> subprocess.CompletedProcess[str]:
    arguments = ("-c", REFUSING, str(at), str(number), "build", "--today", DAY)
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    return run(*arguments, cwd=root, CALLS=str(calls), PYTHONPATH=path)


def test_any_call_of_a_whole_build_refused(project: Path, tmp_path: Path) -> None:
    """Whichever call fails: the old site or the new one, status 3, no traceback, no cleaning.

    What cannot be opened to be read is told as a fault of that file.
    """
    counted = tmp_path / "calls"
    change(project, "0")
    assert refused(project, 0, 0, counted).returncode == CLEAN
    count = int(counted.read_text())
    assert count > 300
    chance = random.Random(2568)
    places = chance.sample(range(1, count + 1), min(REFUSED, count))
    for turn, at in enumerate(places, 1):
        before = tree(project / "site")
        change(project, str(turn))
        done = refused(project, at, ERRORS[turn % len(ERRORS)], counted)
        told = f"call {at}: {done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr, told
        unreadable = done.returncode == PROBLEMS and any(code in done.stdout for code in NOT_READ)
        assert unreadable or done.returncode in (CLEAN, ENVIRONMENT), told
        assert verify(project / "site") == [], told
        assert done.returncode == CLEAN or _old_or_new(project, before, turn), told
    assert run(*BUILD, cwd=project).returncode == CLEAN
    assert litter(project) == set()


def _old_or_new(project: Path, before: dict[str, bytes], turn: int) -> bool:
    site = tree(project / "site")
    return site == before or f"<p>{turn}</p>".encode() in site["news/index.html"]


def test_builds_at_the_same_time(project: Path) -> None:
    """Of builds of one project each is published whole or told that another is running."""
    for number in range(ROUNDS):
        change(project, str(number))
        processes = [
            subprocess.Popen(
                [sys.executable, *BUILD],
                cwd=project,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for _ in range(BUILDS)
        ]
        ends = [(process.communicate(), process.returncode) for process in processes]
        assert not [errors for (_, errors), _ in ends if "Traceback" in errors]
        statuses = [status for _, status in ends]
        assert set(statuses) <= {CLEAN, ENVIRONMENT} and CLEAN in statuses, ends
        assert verify(project / "site") == []
        assert litter(project) == set()


def machines(tmp_path: Path) -> Iterator[tuple[Path, int, dict[str, str]]]:
    """A place, a umask and an environment each."""
    yield tmp_path / "a", 0o022, {"TZ": "Asia/Bangkok", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
    yield (
        tmp_path / "ที่ อื่น" / "deeper",
        0o077,
        {
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "LANG": "C",
            "PYTHONHASHSEED": "4711",
            "PYTHONIOENCODING": "ascii:strict",
            "SOURCE_DATE_EPOCH": "junk",
        },
    )
    yield (
        tmp_path / "c",
        0o002,
        {
            "TZ": "America/St_Johns",
            "LC_ALL": "th_TH.UTF-8",
            "PYTHONHASHSEED": "random",
            "SOURCE_DATE_EPOCH": "",
            "PYTHONUTF8": "0",
        },
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_every_machine_builds_the_same_bytes(tmp_path: Path) -> None:
    """Zone, language, umask, hash seed, place, clock and the order of files do not show."""
    sites = []
    for number, (place, mask, environment) in enumerate(machines(tmp_path)):
        source = small_agency(tmp_path / "source" / str(number))
        files = sorted(path for path in source.rglob("*") if path.is_file())
        for path in reversed(files) if number else files:
            target = place / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
            os.utime(target, (number * 10**8, number * 10**8))
        done = subprocess.run(
            [sys.executable, *BUILD],
            cwd=place,
            env={**os.environ, **environment},
            umask=mask,
            capture_output=True,
            check=False,
        )
        assert done.returncode == CLEAN, done.stderr
        sites.append(tree(place / "site"))
    assert sites[0] == sites[1] == sites[2]
    assert len(sites[0]) > 20
