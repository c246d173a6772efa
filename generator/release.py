"""What is public on a day: records, evidence and pages that may not yet be shown are taken out.

Everything after this step works on what is left, so nothing can show what is not there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from pydantic import BaseModel

from generator.project import Loaded, Project, YearRecords, evidence_of
from generator.records.oit import Element, ItemEvidence, Oit
from generator.records.progress import Progress


class _Timed(Protocol):
    @property
    def publish_from(self) -> date | None: ...


TimedType = TypeVar("TimedType", bound=_Timed)
ModelType = TypeVar("ModelType", bound=BaseModel)


def released(project: Project, today: date) -> Project:
    """The project as far as it is public; the same one where nothing is held back."""
    if not _holds_back(project, today):
        return project
    years = tuple(_year(entry, today) for entry in project.years)
    return replace(project, years=years, hand_pages=_public(project.hand_pages, today))


def _is_public(thing: _Timed, today: date) -> bool:
    return thing.publish_from is None or thing.publish_from <= today


def _public(things: Iterable[TimedType], today: date) -> tuple[TimedType, ...]:
    return tuple(thing for thing in things if _is_public(thing, today))


def _holds_back(project: Project, today: date) -> bool:
    timed: list[_Timed] = [*project.hand_pages]
    for entry in project.years:
        timed.extend(evidence_of(entry))
        timed.extend(loaded.record for loaded in entry.loaded)
    return not all(_is_public(thing, today) for thing in timed)


def _year(entry: YearRecords, today: date) -> YearRecords:
    progress, oit = _released(entry.progress, today), _released(entry.oit, today)
    left = replace(
        entry,
        assessment=_released(entry.assessment, today),
        measures=_released(entry.measures, today),
        complaints=_released(entry.complaints, today),
        progress=replace(progress, record=_progress(progress.record, today)) if progress else None,
        oit=replace(oit, record=_oit(oit.record, today)) if oit else None,
    )
    named = {given.file for given in evidence_of(left)}
    known = {name: file for name, file in entry.inspected.items() if name in named}
    return replace(left, inspected=known)


def _released(loaded: Loaded[ModelType] | None, today: date) -> Loaded[ModelType] | None:
    day = getattr(loaded.record, "publish_from", None) if loaded else None
    return None if day and day > today else loaded


def _progress(record: Progress, today: date) -> Progress:
    measures = {
        number: tuple(
            update.model_copy(update={"evidence": _public(update.evidence, today)})
            for update in updates
        )
        for number, updates in record.measures.items()
    }
    return record.model_copy(update={"measures": measures})


def _oit(record: Oit, today: date) -> Oit:
    items = {code: _item(item, today) for code, item in record.items.items()}
    return record.model_copy(update={"items": items})


def _item(item: ItemEvidence, today: date) -> ItemEvidence:
    """Elements name their evidence by its number, which changes when one before it is left out."""
    kept = [number for number, one in enumerate(item.evidence, 1) if _is_public(one, today)]
    numbers = {old: new for new, old in enumerate(kept, 1)}
    elements = {
        number: _element(element, numbers, len(item.evidence))
        for number, element in item.elements.items()
    }
    series = {name: one for name, one in item.series.items() if _is_public(one, today)}
    evidence = _public(item.evidence, today)
    changes = {"evidence": evidence, "elements": elements, "series": series}
    return item.model_copy(update=changes)


def _element(element: Element, numbers: dict[int, int], known: int) -> Element:
    typed = element.evidence
    if typed is None or not 1 <= typed <= known:
        return element
    return element.model_copy(update={"evidence": numbers.get(typed)})
