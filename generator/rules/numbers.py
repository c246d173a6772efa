"""Printed numbers against those that follow from their parts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.facts import Facts
from generator.compute.figures import Figure, Part, Ref, Suspect, Verdict
from generator.compute.levels import find_band
from generator.compute.results import YearResults
from generator.load import Document
from generator.problems import Problem, Severity, WordKey
from generator.records.standard import Standard
from generator.records.words import Change
from generator.rules.place import problem_at
from generator.tree import Step

FIELDS = {
    Part.TOTAL: "total",
    Part.INSTRUMENT: "instruments",
    Part.INDICATOR: "indicators",
    Part.SUB_INDICATOR: "sub_indicators",
    Part.ITEM: "items",
}


def years(facts: Facts) -> Iterator[tuple[YearResults, Document]]:
    """The results of each year with the document that they were typed in."""
    for entry in facts.project.years:
        if entry.assessment:
            yield facts.results[entry.year], entry.assessment.document


def figure_differs(facts: Facts) -> Iterator[Problem]:
    """A printed figure that does not follow from its parts."""
    for results, document in years(facts):
        for figure in results.aggregate.figures():
            yield from _judged(figure, document, results.standard)
        for code, entry in results.aggregate.instruments.items():
            if entry.weighted.verdict is Verdict.DIFFERS:
                path = ("instruments", code, "weighted")
                yield _differs(entry.weighted, code, document, path, "SCORE-WEIGHTED-DIFFERS")


def _judged(figure: Figure, document: Document, standard: Standard) -> Iterator[Problem]:
    path = _path(figure.ref)
    if figure.verdict is Verdict.DIFFERS:
        code = "SCORE-TOTAL-DIFFERS" if figure.ref.part is Part.TOTAL else "SCORE-DIFFERS"
        yield _differs(figure, _named(figure.ref, standard), document, path, code)
    elif figure.verdict is Verdict.NOT_REPRODUCIBLE:
        facts = {"printed": figure.printed, "computed": figure.computed, "code": figure.ref.code}
        yield problem_at(document, path, "SCORE-NOT-REPRODUCIBLE", facts, Severity.NOTE)


def _path(ref: Ref) -> tuple[Step, ...]:
    """The score of a figure, typed bare or beside other fields."""
    field = FIELDS[ref.part]
    return (field, ref.code, "score") if ref.code else (field,)


def _named(ref: Ref, standard: Standard) -> str:
    """A figure as a person would call it: a bare `1` says little."""
    match ref.part:
        case Part.INDICATOR:
            return f"{ref.code} {standard.indicators[int(ref.code)].name}"
        case Part.SUB_INDICATOR:
            return f"{ref.code} {standard.sub_indicators[ref.code].name}"
        case Part.ITEM:
            return f"{ref.code} {standard.items[ref.code].name}"
        case _:
            return ref.code


def _differs(
    figure: Figure, name: str, document: Document, path: tuple[Step, ...], code: str
) -> Problem:
    facts = {
        "code": figure.ref.code,
        "name": name,
        "printed": figure.printed,
        "computed": figure.computed,
        "difference": f"{figure.difference:+.2f}",
        "suggestion": cells(figure.suspects),
    }
    return problem_at(document, path, code, facts, Severity.WARNING)


def cells(suspects: tuple[Suspect, ...]) -> str:
    """The suspected cells, likeliest first: `1 (93.37) + 3 (89.17); 7 (66.15)`."""
    return "; ".join(
        " + ".join(f"{ref.code or 'total'} ({value})" for ref, value in suspect.cells)
        for suspect in suspects
    )


def weight_differs(facts: Facts) -> Iterator[Problem]:
    """A printed weight that is not the weight of the year's standard."""
    for results, document in years(facts):
        for code, typed in results.assessment.instruments.items():
            weight = results.standard.instruments[code].weight
            if typed.weight is not None and weight is not None and typed.weight != weight:
                told = {
                    "name": code,
                    "printed": typed.weight,
                    "official": weight,
                    "year": results.year,
                }
                path = ("instruments", code, "weight")
                yield problem_at(document, path, "WEIGHT-DIFFERS", told)


def table_differs(facts: Facts) -> Iterator[Problem]:
    """Another printed table whose figures give another total."""
    for results, document in years(facts):
        for index, table in enumerate(results.tables):
            if table.total.verdict is Verdict.DIFFERS:
                path = ("tables", index, "title")
                yield _table(table.total, document, path, table.title)
            for ref, printed, record in table.differing:
                where = ("tables", index, *_path(ref))
                told = {
                    "code": ref.code,
                    "name": _named(ref, results.standard),
                    "printed": printed,
                    "record": record,
                }
                yield problem_at(document, where, "SCORE-TWO-VALUES", told)


def _table(total: Figure, document: Document, path: tuple[Step, ...], title: str) -> Problem:
    facts = {
        "title": title,
        "printed": total.printed,
        "computed": total.computed,
        "difference": f"{total.difference:+.2f}",
        "suggestion": cells(total.suspects),
    }
    return problem_at(document, path, "SCORE-TABLE-DIFFERS", facts, Severity.WARNING)


def level_wrong(facts: Facts) -> Iterator[Problem]:
    """A printed level that the year's bands do not give, or that the year does not have."""
    for results, document in years(facts):
        level = results.level
        if level.printed is None:
            continue
        if find_band(results.standard, level.printed) is None:
            known = ", ".join(band.name for band in results.standard.levels.bands)
            told = {"printed": level.printed, "known": known, "year": results.year}
            yield problem_at(document, ("level",), "LEVEL-UNKNOWN", told)
        elif level.differs and level.computed is not None:
            told = {
                "printed": level.printed,
                "computed": level.computed.name,
                "total": results.total,
            }
            yield problem_at(document, ("level",), "LEVEL-DIFFERS", told)


def rank_wrong(facts: Facts) -> Iterator[Problem]:
    """A printed rank that the scores contradict; equal scores may take either place."""
    for results, document in years(facts):
        for number, typed in results.assessment.indicators.items():
            rank = results.ranks.get(number)
            if typed.rank is None or rank is None or rank.first <= typed.rank <= rank.last:
                continue
            told = {"number": number, "printed": typed.rank, "computed": rank.first}
            yield problem_at(document, ("indicators", number, "rank"), "RANK-DIFFERS", told)


def class_wrong(facts: Facts) -> Iterator[Problem]:
    """A printed class that the agency's own thresholds do not give."""
    for results, document in years(facts):
        for number, typed in results.assessment.indicators.items():
            computed = results.classes.get(number)
            if typed.classification is None or computed in (None, typed.classification):
                continue
            told = {
                "number": number,
                "printed": WordKey(f"pages.class.{typed.classification}"),
                "computed": WordKey(f"pages.class.{computed}"),
            }
            path = ("indicators", number, "classification")
            yield problem_at(document, path, "CLASS-DIFFERS", told)


def instrument_mean_wrong(facts: Facts) -> Iterator[Problem]:
    """A mean printed in the analysis that the scores do not give."""
    for results, document in years(facts):
        analysis = results.assessment.analysis
        tolerance = results.standard.scoring.tolerance if results.standard.scoring else None
        for code, finding in (analysis.instruments if analysis else {}).items():
            entry = results.aggregate.instruments.get(code)
            if finding.mean is None or entry is None or entry.figure.computed is None:
                continue
            difference = entry.figure.computed - finding.mean
            if tolerance is not None and abs(difference) > tolerance:
                told = {
                    "name": code,
                    "printed": finding.mean,
                    "computed": entry.figure.computed,
                    "difference": f"{difference:+.2f}",
                }
                path = ("analysis", "instruments", code, "mean")
                yield problem_at(document, path, "SCORE-DIFFERS", told)


def change_word_wrong(facts: Facts) -> Iterator[Problem]:
    """A word for the change from last year that the numbers contradict."""
    for results, document in years(facts):
        analysis = results.assessment.analysis
        for code, finding in (analysis.instruments if analysis else {}).items():
            entry = results.aggregate.instruments.get(code)
            change = results.changes.get(entry.figure.ref) if entry else None
            if finding.change is None or change is None or change.amount is None:
                continue
            moved = (
                Change.UP
                if change.amount > 0
                else Change.DOWN
                if change.amount < 0
                else Change.SAME
            )
            if moved is not finding.change:
                told = {
                    "name": code,
                    "printed": WordKey(f"pages.change_word.{finding.change}"),
                    "amount": f"{change.amount:+.2f}",
                }
                path = ("analysis", "instruments", code, "change")
                yield problem_at(document, path, "CHANGE-WORD", told)


def item_value_unusual(facts: Facts) -> Iterator[Problem]:
    """An item score that the year's marking cannot give."""
    for results, document in years(facts):
        scoring = results.standard.scoring
        for code, figure in results.aggregate.items.items():
            allowed = (
                scoring.item_values.get(results.standard.instrument_of(code) or "")
                if scoring
                else None
            )
            if allowed and figure.printed is not None and figure.printed not in allowed:
                told = {
                    "code": code,
                    "printed": figure.printed,
                    "allowed": ", ".join(map(str, allowed)),
                }
                yield problem_at(document, _path(figure.ref), "SCORE-ITEM-VALUE", told)


RULES = (
    figure_differs,
    weight_differs,
    table_differs,
    level_wrong,
    rank_wrong,
    class_wrong,
    instrument_mean_wrong,
    change_word_wrong,
    item_value_unusual,
)
