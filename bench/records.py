"""The records of one synthetic year, as plain data to be written as YAML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from bench.scores import make_scores
from bench.texts import Texts
from generator.compute.effects import compute_ranks
from generator.records.base import HIGHEST
from generator.records.standard import Standard
from generator.records.words import EvidenceState, MeasureState

Plain = Mapping[str, "Plain"] | Sequence["Plain"] | str | int | Decimal | date | None
MEASURES = 14
REPORTS = ((3, 31), (6, 30), (9, 30))
FIRST_HALF = 50
STATES = (EvidenceState.PUBLISHED,) * 8 + (EvidenceState.PARTLY, EvidenceState.MISSING)
WEBSITE = "https://www.example.go.th"


def assessment(standard: Standard) -> dict[str, Plain]:
    """Every kind of score, and an analysis of every indicator."""
    year, texts = standard.year, Texts(f"assessment {standard.year}")
    printed, aggregate = make_scores(standard)
    ranks = compute_ranks(aggregate.indicators)
    return {
        "announced": date(year, 7, 30),
        "source": f"รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {year}",
        "total": printed.total,
        "level": printed.level,
        "instruments": {
            code: {"score": entry.score, "weighted": entry.weighted}
            for code, entry in printed.instruments.items()
        },
        "indicators": {
            str(number): {"score": entry.score, "rank": ranks[number].first}
            for number, entry in printed.indicators.items()
        },
        "sub_indicators": dict(printed.sub_indicators),
        "items": {code: entry.score for code, entry in printed.items.items()},
        "sections": [{"title": "คำนำ", "text": texts.paragraphs(2)}],
        "recommendations": {
            "text": texts.paragraphs(1),
            "entries": [
                {"items": [code], "text": texts.words(2, 4)} for code in _low_items(standard)[:10]
            ],
        },
        "analysis": {
            "text": texts.paragraphs(2),
            "indicators": {str(n): _finding(n, texts) for n in printed.indicators},
            "urgent": [texts.words(2, 3) for _ in range(3)],
            "develop": [texts.words(2, 3) for _ in range(3)],
            "closing": texts.paragraphs(1),
        },
    }


def _finding(number: int, texts: Texts) -> Plain:
    """What is to be mended and what is to be kept never stand under one indicator."""
    weak = {"urgent": texts.lines(1, 2)}
    strong = {"keep": [texts.words(3, 4) for _ in range(2)]}
    return {
        "text": texts.paragraphs(1),
        **(weak if number % 2 else strong),
        "develop": texts.lines(1, 3),
        "advice": texts.lines(1, 2),
    }


def _low_items(standard: Standard) -> list[str]:
    """The items that a plan must answer: those below the pass score of the year."""
    passing = (standard.scoring.passing if standard.scoring else None) or HIGHEST
    items = make_scores(standard)[0].items
    return [code for code, entry in items.items() if entry.score is None or entry.score < passing]


def measures(standard: Standard, results: Standard) -> dict[str, Plain]:
    """A plan whose measures share out the weak items of the year before."""
    year, texts = standard.year, Texts(f"measures {standard.year}")
    low = _low_items(results)
    return {
        "based_on": results.year,
        "approved": date(year, 10, 1),
        "source": f"ประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {year}",
        "text": texts.paragraphs(1),
        "measures": [
            _measure(standard, texts, number, low[number - 1 :: MEASURES])
            for number in range(1, MEASURES + 1)
        ],
    }


def _measure(standard: Standard, texts: Texts, number: int, items: list[str]) -> dict[str, Plain]:
    indicators = tuple(standard.indicators)
    issues = tuple(standard.issues)
    issue: dict[str, Plain] = (
        {"issue": issues[(number - 1) * len(issues) // MEASURES]} if issues else {}
    )
    return {
        "no": str(number),
        "title": texts.words(1, 1),
        "problem": texts.words(1, 2),
        "activities": texts.lines(1, 2),
        "steps": texts.lines(3, 5),
        "responsible": texts.units(),
        "period": f"ต.ค. {standard.year - 1} - ก.ย. {standard.year}",
        "monitoring": texts.lines(1, 1),
        **issue,
        "indicators": [indicators[number % len(indicators)]],
        "items": items,
        "budget": texts.random.randrange(5, 60) * 1000,
    }


def progress(standard: Standard) -> dict[str, Plain]:
    """Three reports on each measure; all but every seventh measure are done at the last."""
    texts = Texts(f"progress {standard.year}")
    return {
        "text": texts.paragraphs(1),
        "measures": {
            str(number): [_update(standard.year, texts, number, report) for report in range(3)]
            for number in range(1, MEASURES + 1)
        },
    }


def _update(year: int, texts: Texts, number: int, report: int) -> Plain:
    done = report == len(REPORTS) - 1 and number % 7 != 0
    return {
        "date": date(year, *REPORTS[report]),
        "state": str(MeasureState.DONE if done else MeasureState.UNDER_WAY),
        "percent": 100 if done else 30 * (report + 1),
        "result": texts.words(1, 3),
        "evidence": [_evidence(year, texts, f"m{number}-{report}")],
        "spent": 4000 * (report + 1),
        "obstacles": texts.words(1, 1),
        "suggestions": texts.words(1, 1),
    }


def _evidence(year: int, texts: Texts, name: str) -> Plain:
    return {
        "title": texts.words(1, 1),
        "url": f"{WEBSITE}/{year}/{name}.pdf",
        "year": year,
        "published": date(year, texts.random.randint(1, 9), texts.random.randint(1, 28)),
    }


def oit(standard: Standard) -> dict[str, Plain]:
    """Every item of the list with evidence, and where each of its elements is found."""
    texts = Texts(f"oit {standard.year}")
    return {
        "text": texts.paragraphs(1),
        "items": {code: _item(standard, texts, code) for code in standard.disclosure_items},
    }


def _item(standard: Standard, texts: Texts, code: str) -> Plain:
    year, entry = standard.year, standard.items[code]
    count = texts.random.randint(1, 4)
    return {
        "state": str(texts.one_of(STATES)),
        "evidence": [_evidence(year, texts, f"{code.lower()}-{n}") for n in range(count)],
        "elements": {str(n): texts.words(1, 1) for n in range(1, len(entry.elements) + 1)},
        "owner": texts.units()[0],
        "updated": date(year, 3, texts.random.randint(1, 28)),
        "review": date(year, 9, 30),
        "how_to_find": texts.words(1, 2),
        "note": texts.words(1, 2),
    }
