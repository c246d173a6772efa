"""Asks the search worker, run by Node as a browser would run it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.projects import ROOT

WORKER = ROOT / "theme" / "assets" / "search-worker.js"
DRIVER = Path(__file__).parent / "search" / "answers.cjs"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the worker said: while data arrived, which files it fetched, and each answer."""

    early: list[dict[str, Any]]
    fetched: list[str]
    answers: list[dict[str, Any]]


def ask(site: Path, queries: list[str]) -> Asked:
    """Answers of the worker over the search data of a site, one for each query."""
    done = subprocess.run(
        ["node", str(DRIVER), str(WORKER), str(site)],
        input=json.dumps(queries),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return Asked(**json.loads(done.stdout))


def addresses(answer: dict[str, Any]) -> list[str]:
    return [page["address"] for page in answer["pages"]]
