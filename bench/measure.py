"""Commands timed in processes of their own, in turn, so that a slow minute is shared by all."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

KILOBYTES = 1024
# As on an ordinary machine: what Python compiled once is compiled for all.
ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONUNBUFFERED": "1",
    "PYTHONDONTWRITEBYTECODE": "",
}


class StepFailed(Exception):
    """A command stopped; the text is its own complaint."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to time; `prepare` runs before each time and is not counted."""

    name: str
    command: tuple[str, ...]
    prepare: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: seconds by the clock and of the processor, megabytes at the peak."""

    wall: float
    cpu: float
    rss: float
    output: str = ""


@dataclass(frozen=True, slots=True)
class Timing:
    """All runs of one step, in the order of the rounds."""

    name: str
    samples: tuple[Sample, ...]

    @property
    def wall(self) -> float:
        return median(sample.wall for sample in self.samples)

    @property
    def cpu(self) -> float:
        return median(sample.cpu for sample in self.samples)

    @property
    def rss(self) -> float:
        return median(sample.rss for sample in self.samples)

    @property
    def output(self) -> str:
        return self.samples[-1].output

    def ratio(self, base: Timing) -> float:
        """The median of the ratios within each round."""
        pairs = zip(self.samples, base.samples, strict=True)
        return median(own.wall / other.wall for own, other in pairs)


def measure(steps: Sequence[Step], runs: int, note: Callable[[str], None]) -> dict[str, Timing]:
    """Every step once a round, A B C A B C."""
    samples: dict[str, list[Sample]] = {step.name: [] for step in steps}
    for number in range(1, runs + 1):
        for step in steps:
            note(f"round {number} of {runs}: {step.name}")
            step.prepare()
            samples[step.name].append(run_once(step))
    return {name: Timing(name, tuple(found)) for name, found in samples.items()}


def run_once(step: Step) -> Sample:
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complaint:
        started = perf_counter()
        process = subprocess.Popen(
            step.command, stdout=said, stderr=complaint, env={**os.environ, **ENVIRONMENT}
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        complaint.seek(0)
        if process.returncode:
            text = complaint.read().decode("utf-8", "replace")
            raise StepFailed(f"{step.name}: {text.strip()[-2000:]}")
        output = said.read().decode("utf-8", "replace")
    cpu = usage.ru_utime + usage.ru_stime
    return Sample(wall, cpu, usage.ru_maxrss / KILOBYTES, output)


def emptied(folder: Path) -> Callable[[], None]:
    """Removes a folder before a run, so that every run starts alike."""

    def remove() -> None:
        shutil.rmtree(folder, ignore_errors=True)

    return remove


def ratios(timings: Mapping[str, Timing], base: str) -> Iterator[tuple[str, float]]:
    """Each step against the base, where the base was measured."""
    if base in timings:
        for name, timing in timings.items():
            yield name, timing.ratio(timings[base])
