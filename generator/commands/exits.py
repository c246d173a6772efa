"""With which number a command ends."""

from __future__ import annotations

from collections.abc import Iterable

from generator.problems import Problem, Severity, has_errors

CLEAN, PROBLEMS, USAGE, ENVIRONMENT, BUG = 0, 1, 2, 3, 4


def of_problems(problems: Iterable[Problem], *, strict: bool) -> int:
    """Errors always count, warnings where the user asked for it."""
    found = tuple(problems)
    warned = any(problem.severity is Severity.WARNING for problem in found)
    return PROBLEMS if has_errors(found) or (strict and warned) else CLEAN
