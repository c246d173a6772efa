"""What the charts of the pages say: the same figures as the tables beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.blocks import Link, Table
from generator.charts import Axis, Bar, Bars, Chart, Part, Point, Radar, ShareRow, Shares, Trend
from generator.compute.disclosure import DisclosureItem, YearDisclosure
from generator.compute.facts import Facts
from generator.compute.follow_up import YearProgress
from generator.compute.results import YearResults
from generator.pages.common import (
    evidence_badge,
    indicator_name,
    level_badge,
    official_name,
    state_badge,
)
from generator.records.words import EvidenceState, MeasureState
from generator.words import Words

# Fewer axes make no surface, and more leave no room for their labels.
LEAST_AXES, MOST_AXES = 3, 12
LEAST_POINTS = 2


def known(*charts: Chart | None) -> tuple[Chart, ...]:
    """The charts that there is something to draw for."""
    return tuple(chart for chart in charts if chart)


def indicator_bars(results: YearResults, t: Words) -> Chart | None:
    """The indicators from the lowest, those without a score last."""
    values = {number: figure.value for number, figure in results.aggregate.indicators.items()}
    scored = sorted((value, number) for number, value in values.items() if value is not None)
    if not scored:
        return None
    order = [*(n for _, n in scored), *(n for n, value in values.items() if value is None)]
    missing = t("charts.bars.missing")
    bars = tuple(Bar(_indicator(results, n, t), values[n], missing) for n in order)
    limit = _pass_score(results)
    line = t("charts.bars.line", line=limit) if limit is not None else ""
    says = (line, *(_bar_says(bar, limit, t) for bar in bars))
    return Chart(
        "chart-indicators",
        t("charts.bars.title", year=results.year),
        _joined(says, t),
        Bars(bars, limit, line, t("charts.bars.low")),
        _indicator_table(results, t),
    )


def _bar_says(bar: Bar, limit: Decimal | None, t: Words) -> str:
    if bar.value is None:
        return t("charts.bars.none", name=bar.label)
    key = "below" if limit is not None and bar.value < limit else "value"
    return t(f"charts.bars.{key}", name=bar.label, value=bar.value)


def indicator_radar(results: YearResults, before: YearResults | None, t: Words) -> Chart | None:
    """A year over the one before, where both have every score and were assessed in the same way."""
    if before is None or before.standard.scheme != results.standard.scheme:
        return None
    scores = _both(results, before)
    if not LEAST_AXES <= len(scores) <= MOST_AXES or len(scores) < len(
        results.aggregate.indicators
    ):
        return None
    axes = tuple(Axis(str(number), now, then) for number, (now, then) in scores.items())
    limit, lowest = (
        _pass_score(results),
        min(50, _ten_below(v for pair in scores.values() for v in pair)),
    )
    picture = Radar(
        axes,
        lowest,
        limit,
        now_says=t("charts.radar.now", year=results.year),
        before_says=t("charts.radar.before", year=before.year),
        line_says=t("charts.radar.line", line=limit) if limit is not None else "",
        scale_says=t("charts.radar.scale", lowest=lowest),
    )
    says = [_axis_says(results, axis, t) for axis in axes]
    title = t("charts.radar.title", year=results.year, before=before.year)
    return Chart("chart-radar", title, _joined(says, t), picture, _indicator_table(results, t))


def _both(results: YearResults, before: YearResults) -> Mapping[int, tuple[Decimal, Decimal]]:
    """The indicators with a score in both years."""
    then = {number: figure.value for number, figure in before.aggregate.indicators.items()}
    return {
        number: (figure.value, last)
        for number, figure in results.aggregate.indicators.items()
        if figure.value is not None and (last := then.get(number)) is not None
    }


def _axis_says(results: YearResults, axis: Axis, t: Words) -> str:
    name = _indicator(results, int(axis.label), t)
    return t("charts.radar.axis", name=name, value=axis.value, before=axis.before)


def total_trend(facts: Facts, address: str, table: Table, t: Words) -> Chart | None:
    """The totals from the first year to the last; a year without one is a gap."""
    totals = [results.total for results in facts.results.values() if results.total is not None]
    if len(totals) < LEAST_POINTS:
        return None
    points = tuple(_points(facts, t))
    return Chart(
        "chart-totals",
        t("charts.trend.title"),
        _joined(_trend_says(points, t), t),
        Trend(points, _ten_below(totals), t("charts.trend.bands")),
        Link(t("charts.table", caption=table.caption), address, table.id),
    )


def _points(facts: Facts, t: Words) -> Iterator[Point]:
    scheme, before = "", 0
    known_years = [year for year, results in facts.results.items() if results.total is not None]
    for year in range(min(known_years), max(known_years) + 1):
        label = t("charts.trend.year", year=year)
        results = facts.results.get(year)
        if results is None or results.total is None:
            yield Point(label, None, missing=t("charts.trend.missing"))
            continue
        changed = scheme not in ("", results.standard.scheme)
        yield Point(
            label,
            results.total,
            level_badge(results.level, results.standard, t),
            tuple(sorted({band.min for band in results.standard.levels.bands}, reverse=True)),
            parted=t("charts.trend.parted", before=before, after=year) if changed else "",
        )
        scheme, before = results.standard.scheme, year


def _trend_says(points: Iterable[Point], t: Words) -> Iterator[str]:
    for point in points:
        if point.parted:
            yield point.parted
        if point.value is None:
            yield t("charts.trend.none", year=point.label)
        elif point.level is None:
            yield t("charts.trend.value", year=point.label, value=point.value)
        else:
            level = point.level.text
            yield t("charts.trend.level", year=point.label, value=point.value, level=level)


def measure_states(progress: YearProgress, t: Words) -> Chart | None:
    """How many measures are in each state."""
    parts = tuple(
        Part(state_badge(state, t), count, hollow=state is MeasureState.CANCELLED)
        for state in MeasureState
        if (count := progress.count(state))
    )
    if not parts:
        return None
    title = t("charts.measures.title", year=progress.year)
    row = ShareRow(t("charts.measures.all", count=len(progress.measures)), parts)
    caption = t("pages.progress.states", year=progress.year)
    link = Link(t("charts.table", caption=caption), f"{progress.year}/progress", "states")
    return Chart("chart-states", title, _shares_say((row,), t), Shares((row,)), link)


def item_states(disclosure: YearDisclosure, t: Words) -> Chart | None:
    """How complete the list is: the whole of it, then each sub-indicator."""
    items = tuple(disclosure.items.values())
    groups: dict[str, list[DisclosureItem]] = {}
    for item in items:
        if item.standard.sub:
            groups.setdefault(item.standard.sub, []).append(item)
    rows = [ShareRow(t("charts.items.all", count=len(items)), _item_parts(items, t))]
    for code, members in groups.items():
        name = official_name(disclosure.standard.sub_indicators[code], t)
        rows.append(ShareRow(f"{code} {name}", _item_parts(members, t)))
    title = t("charts.items.title", year=disclosure.year)
    caption = t("pages.oit.table", year=disclosure.year)
    link = Link(t("charts.table", caption=caption), f"{disclosure.year}/oit", "oit")
    return Chart("chart-items", title, _shares_say(rows, t), Shares(tuple(rows)), link)


def _item_parts(items: Iterable[DisclosureItem], t: Words) -> tuple[Part, ...]:
    states = [item.state for item in items]
    return tuple(
        Part(evidence_badge(state, t), count, hollow=state is None)
        for state in (*EvidenceState, None)
        if (count := states.count(state))
    )


def _shares_say(rows: Iterable[ShareRow], t: Words) -> str:
    says = (
        t(
            "charts.row",
            name=row.label,
            parts=", ".join(f"{p.state.text} {p.number}" for p in row.parts),
        )
        for row in rows
    )
    return _joined(says, t)


def _indicator(results: YearResults, number: int, t: Words) -> str:
    return t("pages.part.indicator", number=number, name=indicator_name(results, number, t))


def _indicator_table(results: YearResults, t: Words) -> Link:
    caption = t("pages.assessment.indicators", year=results.year)
    text = t("charts.table", caption=caption)
    return Link(text, f"{results.year}/assessment", "indicators")


def _pass_score(results: YearResults) -> Decimal | None:
    return results.standard.scoring.passing if results.standard.scoring else None


def _ten_below(scores: Iterable[Decimal]) -> int:
    """Where a scale that does not start at 0 may start, with room below the lowest score."""
    return max(0, int((min(scores) - 5) // 10 * 10))


def _joined(says: Iterable[str], t: Words) -> str:
    return t("charts.between").join(text for text in says if text)
