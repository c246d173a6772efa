"""The order of the program: load, compute, check, render, hand over, build, publish."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator import build, workspace
from generator.check import check_site, check_submitted
from generator.collecting import uncollected
from generator.compute.facts import Facts, compute_facts
from generator.freeze import check_addresses, load_submitted
from generator.history import continued
from generator.problems import Problem, Severity, has_errors, ordered
from generator.project import load_project
from generator.publish import Kept, staging
from generator.render.site import render_site
from generator.rules import check_facts
from generator.words import Language, Words

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """What one build is asked to do."""

    root: Path
    out: Path
    today: date
    engine: build.Engine = build.Engine.MKDOCS
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it; `published` tells whether the site took its place."""

    problems: tuple[Problem, ...]
    pages: int = 0
    published: bool = False


@uncollected()
def check_project(root: Path, today: date) -> tuple[Facts | None, tuple[Problem, ...]]:
    """Read and reckon a project; facts are absent where its records cannot be used."""
    project, problems = load_project(root)
    if project is None:
        return None, problems
    facts = compute_facts(project, today)
    return facts, ordered([*problems, *check_facts(facts), *check_addresses(facts)])


def build_project(settings: Settings, step: Step) -> Outcome:
    """From YAML to the published site; anything wrong leaves the last one as it was."""
    step("load")
    facts, problems = check_project(settings.root, settings.today)
    if facts is None or _refused(problems, settings):
        return Outcome(problems)
    with workspace.held(settings.root):
        return _build(facts, problems, settings, step)


def _build(facts: Facts, problems: tuple[Problem, ...], settings: Settings, step: Step) -> Outcome:
    shelf = workspace.shelf(settings.root, facts.project.site.record.keep_builds)
    with staging(settings.out, shelf) as stage:
        step("render")
        chain = continued(facts.project.history, settings.out)
        facts = replace(facts, project=replace(facts.project, history=chain))
        rendered = render_site(facts, Words(Language.THAI))
        place, _ = workspace.write(settings.root, facts, rendered)
        step("build")
        build.build_site(place, stage.path, settings.engine, settings.today)
        step("check")
        submitted, _ = load_submitted(settings.root)
        closed = check_submitted(stage.path, rendered, submitted)
        problems = ordered([*problems, *check_site(stage.path, rendered), *closed])
        if _refused(problems, settings):
            return Outcome(problems, len(rendered.pages))
        step("publish")
        stage.publish()
        workspace.write_history(settings.root, rendered.history)
    return Outcome(problems, len(rendered.pages), published=True)


def roll_back(root: Path, out: Path, number: int | None) -> Kept | None:
    """Publish a kept build again, by default the newest that differs; None where there is none."""
    shelf = workspace.shelf(root)
    with workspace.held(root), staging(out, shelf) as stage:
        builds = [kept for kept in shelf.builds() if not kept.is_published(out)]
        if number is not None:
            builds = [kept for kept in builds if kept.number == number]
        if builds:
            stage.publish_kept(builds[-1])
        return builds[-1] if builds else None


def _refused(problems: tuple[Problem, ...], settings: Settings) -> bool:
    warned = any(problem.severity is Severity.WARNING for problem in problems)
    return has_errors(problems) or (settings.strict and warned)
