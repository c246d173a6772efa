"""Pieces that several page kinds show the same way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Protocol

from generator.blocks import Badge, Link, Listing, Tone, Value
from generator.compute.disclosure import YearDisclosure
from generator.compute.facts import Facts
from generator.compute.figures import Part, Ref, Verdict
from generator.compute.plans import PlannedMeasure, YearPlan
from generator.compute.results import Change, LevelResult, YearResults
from generator.records.standard import Band, Standard
from generator.records.standard_words import Sure
from generator.records.words import ClassificationWord, EvidenceState, MeasureState
from generator.words import Words

CLASS_TONES = {
    ClassificationWord.URGENT: Tone.BAD,
    ClassificationWord.DEVELOP: Tone.FAIR,
    ClassificationWord.KEEP: Tone.GOOD,
}
STATE_TONES = {
    MeasureState.DONE: Tone.GOOD,
    MeasureState.UNDER_WAY: Tone.FAIR,
    MeasureState.NOT_STARTED: Tone.PLAIN,
    MeasureState.LATE: Tone.BAD,
    MeasureState.CANCELLED: Tone.PLAIN,
}
EVIDENCE_TONES = {
    EvidenceState.PUBLISHED: Tone.GOOD,
    EvidenceState.PARTLY: Tone.FAIR,
    EvidenceState.MISSING: Tone.BAD,
    EvidenceState.NOT_APPLICABLE: Tone.PLAIN,
}
VERDICT_TONES = {
    Verdict.MATCH: Tone.GOOD,
    Verdict.DIFFERS: Tone.BAD,
    Verdict.NOT_REPRODUCIBLE: Tone.PLAIN,
}


def item_address(year: int, code: str) -> str:
    """`/2568/oit/o27/`: the address of an item for as long as the site lives."""
    return f"{year}/oit/{code.lower()}"


def class_badge(word: ClassificationWord | None, t: Words) -> Badge | None:
    return Badge(t(f"pages.class.{word}"), CLASS_TONES[word]) if word else None


def state_badge(state: MeasureState, t: Words) -> Badge:
    return Badge(t(f"pages.state.{state}"), STATE_TONES[state])


def evidence_badge(state: EvidenceState | None, t: Words) -> Badge:
    if state is None:
        return Badge(t("pages.evidence.unrecorded"), hooks=(("state", "unrecorded"),))
    hooks = (("state", str(state)),)
    return Badge(t(f"pages.evidence.{state}"), EVIDENCE_TONES[state], hooks)


def disclosure_states(disclosure: YearDisclosure, t: Words) -> Iterator[tuple[Value, Value]]:
    """How many items of a list are in each state."""
    for state in EvidenceState:
        if disclosure.count(state):
            yield evidence_badge(state, t), t("pages.items", count=disclosure.count(state))
    if disclosure.unrecorded:
        yield evidence_badge(None, t), t("pages.items", count=disclosure.unrecorded)


def verdict_badge(verdict: Verdict | None, t: Words) -> Badge | None:
    return Badge(t(f"pages.verdict.{verdict}"), VERDICT_TONES[verdict]) if verdict else None


def agency_name(facts: Facts, t: Words) -> str:
    """The agency in the language of the page, as far as it has a name in it."""
    agency = facts.project.site.record.agency
    return t.either(agency.name, agency.name_en or agency.name)


class Named(Protocol):
    """What a standard names; its English is a translation of ours."""

    @property
    def name(self) -> str: ...

    @property
    def name_en(self) -> str | None: ...


def official_name(entry: Named, t: Words) -> str:
    return t.either(entry.name, entry.name_en or entry.name)


def printed_or_official(printed: str | None, entry: Named | None, t: Words) -> str:
    """The name that the agency printed, or the official one; of what is official, its English."""
    if entry is None:
        return printed or ""
    return t.either(printed or entry.name, entry.name_en or entry.name)


def level_name(level: LevelResult, t: Words) -> str | None:
    """The level as printed, or as it follows where none was printed."""
    band = level.printed_band or (None if level.printed else level.computed)
    return official_name(band, t) if band else level.name


def level_badge(level: LevelResult, standard: Standard, t: Words) -> Badge | None:
    name = level_name(level, t)
    if name is None:
        return None
    band = level.printed_band or level.computed
    return Badge(name, _level_tone(band, standard) if band else Tone.PLAIN)


def _level_tone(band: Band, standard: Standard) -> Tone:
    """Passing is good; of the bands below, the upper half is fair and the lower half bad."""
    passing = standard.scoring.passing if standard.scoring else None
    if passing is None:
        return Tone.PLAIN
    if band.min >= passing:
        return Tone.GOOD
    below = [entry for entry in standard.levels.bands if entry.min < passing]
    return Tone.FAIR if below.index(band) < len(below) / 2 else Tone.BAD


def ref_name(ref: Ref, standard: Standard, t: Words) -> str:
    """A figure in words: its number and its official name."""
    match ref.part:
        case Part.TOTAL:
            return t("pages.part.total")
        case Part.INSTRUMENT:
            return t("pages.part.instrument", code=ref.code)
        case Part.INDICATOR:
            name = official_name(standard.indicators[int(ref.code)], t)
            return t("pages.part.indicator", number=ref.code, name=name)
        case Part.SUB_INDICATOR:
            name = official_name(standard.sub_indicators[ref.code], t)
            return t("pages.part.sub_indicator", number=ref.code, name=name)
        case Part.ITEM:
            name = official_name(standard.items[ref.code], t)
            return t("pages.part.item", code=ref.code, name=name)


def indicator_name(results: YearResults, number: int, t: Words) -> str:
    typed = results.assessment.indicators.get(number)
    entry = results.standard.indicators[number]
    return printed_or_official(typed.name if typed else None, entry, t)


def figure_name(results: YearResults, ref: Ref, t: Words, printed: str | None = None) -> str:
    """A figure in words, with the name that the agency printed where it printed one."""
    if ref.part is Part.INDICATOR:
        name = indicator_name(results, int(ref.code), t)
        name = t.either(printed or name, name)
        return t("pages.part.indicator", number=ref.code, name=name)
    if ref.part is Part.INSTRUMENT and printed:
        name = printed_or_official(printed, results.standard.instruments[ref.code], t)
        return t("pages.instrument_name", code=ref.code, name=name)
    return ref_name(ref, results.standard, t)


def instrument_name(results: YearResults, code: str, t: Words) -> str:
    typed = results.assessment.instruments.get(code)
    entry = results.standard.instruments[code]
    return printed_or_official(typed.name if typed else None, entry, t)


def change_text(change: Change | None, t: Words) -> Value:
    if change is None:
        return None
    return change.amount if change.comparable else t("pages.not_comparable")


def direction(amount: Decimal, t: Words) -> str:
    key = "up" if amount > 0 else "down" if amount < 0 else "same"
    return t(f"pages.direction.{key}", amount=f"{abs(amount):.2f}")


def measure_link(plan: YearPlan, measure: PlannedMeasure, t: Words) -> Link:
    text = t("pages.measure_link", number=measure.number, title=measure.title, year=plan.year)
    return Link(text, page=f"{plan.year}/measures", anchor=measure.anchor)


def listing(items: Iterable[Value], *, ordered: bool = False, short: bool = False) -> Listing:
    return Listing(tuple(items), ordered, short)


def sure_note(sure: Sure, t: Words) -> str | None:
    """The mark that a part of a standard is not verified."""
    return None if sure.verified else t(f"pages.sure.{sure}")
