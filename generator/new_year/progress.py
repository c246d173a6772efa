"""The report on a plan: a place for each of its measures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.plans import PlannedMeasure, YearPlan
from generator.new_year.yaml_text import blank, quoted, remark, remarks
from generator.records.standard import Standard
from generator.thai import format_period
from generator.words import Words


def progress_lines(plan: YearPlan, asking: Standard, t: Words) -> Iterator[str]:
    """`asking` is the standard whose report item asks about the plan."""
    report = asking.report
    item = (report.item if report else None) or "-"
    facts = {"plan": plan.year, "item": item, "year": asking.year}
    yield from remarks(t("new_year.progress.head", **facts).split("\n"))
    for requirement in report.must if report else ():
        yield remark(f"- {t.either(requirement.text, requirement.text_en)}")
    yield from remarks(t("new_year.progress.how").split("\n"))
    # Laid out as it is typed: leading spaces of an example matter.
    yield from (
        f"#   {line}" for line in t("new_year.progress.example", plan=plan.year).split("\n")
    )
    yield ""
    yield f"draft: {t('new_year.yes')}   {remark(t('new_year.progress.draft'))}"
    yield blank("title", t("new_year.field.report"))
    yield ""
    yield "measures:" if plan.measures else remark(t("new_year.progress.none", plan=plan.year))
    for measure in plan.measures:
        yield remark(_about(measure, t), "  ")
        yield f"  {quoted(measure.number)}: []"


def _about(measure: PlannedMeasure, t: Words) -> str:
    """What is to be done, by whom and until when, as far as the plan says."""
    record = measure.record
    period = format_period(measure.period) if measure.period else record.period
    title = record.title or record.problem or measure.title
    parts = [title, ", ".join(record.responsible), period or t("new_year.progress.no_period")]
    return " · ".join(part for part in parts if part)
