"""The workflows that check and publish: what they may do, and whom they trust."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.projects import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}\Z")
ZIZMOR = Path(sys.executable).parent / "zizmor"
UPLOADS = ("actions/upload-artifact@", "actions/upload-pages-artifact@")


def workflow(path: Path) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506
    return loaded


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in workflow(path)["jobs"].values():
        yield from job["steps"]


def test_zizmor_finds_nothing() -> None:
    """Every workflow can be read, and none has a fault that the checker knows."""
    checked = subprocess.run(
        [str(ZIZMOR), "--offline", "--strict-collection", "--no-progress", str(GITHUB)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_there_is_one_for_each_occasion() -> None:
    """Pull requests, the main branch, and every week."""
    assert [path.stem for path in WORKFLOWS] == ["publish", "pull-request", "weekly"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_do_nothing_but_what_a_job_asks_for(path: Path) -> None:
    """No permission is given to all jobs, and only the one that deploys may write pages."""
    content = workflow(path)
    assert content["permissions"] == {}
    for name, job in content["jobs"].items():
        writes = {key for key, access in job["permissions"].items() if access == "write"}
        allowed = {"deploy": {"pages", "id-token"}, "attest": {"attestations", "id-token"}}
        assert writes == allowed.get(name, set())
        assert not writes or not any("run" in step for step in job["steps"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_and_keep_no_token(path: Path) -> None:
    """An action is one commit; a checkout leaves no token behind; artifacts live 90 days."""
    used = [step for step in steps(path) if "uses" in step]
    assert used
    for step in used:
        assert PINNED.match(step["uses"])
        if step["uses"].startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
        if step["uses"].startswith(UPLOADS):
            assert step["with"]["retention-days"] == "90"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_nothing_is_pasted_into_a_shell(path: Path) -> None:
    """What comes from outside reaches a script as a variable of the environment."""
    assert not [step for step in steps(path) if "${{" in step.get("run", "")]


def test_a_deployment_is_never_cut_off() -> None:
    """The next deployment waits for the one before."""
    content = workflow(GITHUB / "workflows" / "publish.yml")
    assert content["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_the_same_action_is_the_same_commit_everywhere() -> None:
    """No workflow lags behind another."""
    used = {step["uses"] for path in WORKFLOWS for step in steps(path) if "uses" in step}
    assert len({each.partition("@")[0] for each in used}) == len(used)


def test_workflows_run_only_what_the_project_has() -> None:
    """Commands and targets that the workflows name exist."""
    runs = "\n".join(step.get("run", "") for path in WORKFLOWS for step in steps(path))
    targets = set(re.findall(r"^make (\S+)", runs, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert targets
    assert all(re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE) for target in targets)
    asked = set(re.findall(r"\.venv/bin/ita ([a-z-]+)", runs))
    assert asked >= {"check", "build", "verify", "audit", "history"}
    assert all((ROOT / "generator" / "commands" / f"{name}.py").exists() for name in asked)


@pytest.mark.parametrize(
    "lock", sorted(ROOT.glob("requirements*.lock")), ids=lambda path: path.stem
)
def test_every_locked_package_has_its_hash(lock: Path) -> None:
    """Nothing is installed that is not one version with known bytes."""
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    packages = [
        line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")
    ]
    assert packages
    assert all("==" in line and "--hash=sha256:" in line for line in packages)
