"""The measures of a new year: a stub for each weak result of the year before."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.figures import Part
from generator.compute.results import YearResults
from generator.new_year.weak import Grouping, WeakResult
from generator.new_year.yaml_text import blank, entry, quoted, remark, remarks
from generator.records.standard import Standard
from generator.words import Language, Words

FIELD = "    "
# The fields of a measure in the order of the plan, and the requirement that each answers.
FIELDS = {
    "title": "",
    "activities": "measure",
    "steps": "steps",
    "responsible": "responsible",
    "period": "period",
    "monitoring": "monitoring",
    "budget": "",
}


def measures_lines(
    plan: Standard,
    results: YearResults,
    weak: tuple[WeakResult, ...],
    grouping: Grouping,
    t: Words,
) -> Iterator[str]:
    facts = {"year": plan.year, "before": results.year, "count": len(weak)}
    yield from remarks(t("new_year.measures.head", **facts).split("\n"))
    yield from remarks(_required(plan, t))
    yield ""
    yield f"draft: {t('new_year.yes')}   {remark(t('new_year.measures.draft'))}"
    yield f"based_on: {results.year}"
    yield blank("title", t("new_year.field.document"))
    yield blank("approved", t("new_year.field.approved", before=results.year))
    yield ""
    yield "measures:" if weak else remark(t("new_year.measures.none", before=results.year))
    for issue, name in _headings(plan, weak, t):
        yield from ("", remark(name, "  "))
        stubs = [each for each in weak if each.issue == issue]
        for each in stubs:
            yield from ("", *_stub(each, plan, results, grouping, t))
        if not stubs:
            yield remark(t("new_year.measures.nothing_weak"), "  ")


def _required(plan: Standard, t: Words) -> Iterator[str]:
    """What the standard of the year asks of a plan, as far as it is known."""
    must = plan.plan.must if plan.plan else ()
    key = "required" if must else "required_unknown"
    yield t(f"new_year.measures.{key}", year=plan.year)
    for requirement in must:
        yield f"- {t.either(requirement.text, requirement.text_en)}"


def _headings(
    plan: Standard, weak: tuple[WeakResult, ...], t: Words
) -> Iterator[tuple[int | None, str]]:
    for number, issue in plan.issues.items():
        name = t.either(issue.name, issue.name_en)
        yield number, t("new_year.measures.issue", number=number, name=name)
    if any(each.issue is None for each in weak):
        key = "other" if plan.issues else "all"
        yield None, t(f"new_year.measures.{key}")


def _stub(
    weak: WeakResult, plan: Standard, results: YearResults, grouping: Grouping, t: Words
) -> Iterator[str]:
    """The result is told in Thai, as it will stand on the page; all else is left to the agency."""
    thai = Words(Language.THAI)
    facts = {"code": weak.code, "name": weak.name, "score": weak.score, "year": results.year}
    below = t("new_year.measures.below", score=weak.score, limit=weak.limit)
    yield entry("- problem", thai(f"new_year.problem.{weak.part}", **facts), "  ", below)
    if weak.issue is not None:
        told = remark(t("new_year.measures.grouped", year=grouping.year))
        yield f"{FIELD}issue: {weak.issue}" + ("" if grouping.year == plan.year else f"   {told}")
    elif plan.issues:
        yield blank("issue", t("new_year.field.issue"), FIELD)
    field = "indicators" if weak.part is Part.INDICATOR else "items"
    yield f"{FIELD}{field}: [{quoted(weak.code)}]"
    for text in _advice(weak, results):
        yield remark(t("new_year.measures.advice", text=text), FIELD)
    must = {requirement.id for requirement in plan.plan.must} if plan.plan else set()
    for name, requirement in FIELDS.items():
        needed = t("new_year.needed") if requirement in must else ""
        told = t(f"new_year.field.{name}", year=plan.year)
        yield blank(name, f"{told} {needed}", FIELD)


def _advice(weak: WeakResult, results: YearResults) -> Iterator[str]:
    """What the assessors advised on this very result."""
    given = results.assessment.recommendations
    for each in given.entries if given else ():
        codes = map(str, each.indicators) if weak.part is Part.INDICATOR else each.items
        if weak.code in codes:
            yield each.text
