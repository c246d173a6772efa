"""What five published reports print, typed in as data, and short ways to reckon with it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.compute.results import YearResults, compute_results
from generator.records.assessment import Assessment
from generator.records.standard import Standard
from generator.standards_library import Standards

Content = Mapping[str, object]

KHLONG_MAI = "93.37 83.33 89.17 83.06 89.65 84.20 82.10 77.08 87.00 43.75"
KHLONG_MAI_SECOND = "83.37 83.33 88.17 83.06 88.65 84.20 82.10 77.08 87.00 43.75"
THAP_KHLO = "100.00 99.50 100.00 99.45 100.00 88.21 66.15 81.35 74.21 25.00"
BANG_TABUN = "92.68 96.99 99.14 84.30 92.26 95.84 93.09 84.00 93.57 100.00"
PAK_CHONG = "83.68 74.51 77.92 67.74 73.36 84.25 81.66 79.41 36.06 6.25"
SENA = "83.61 73.29 80.93 71.35 75.00 85.69 59.57 74.91 75.00 12.50"

BANG_TABUN_ITEMS = {
    **dict(
        zip(
            (f"I{number}" for number in range(1, 16)),
            [
                "87.74",
                "90.32",
                "100",
                "93.55",
                "98.06",
                "99.35",
                "98.06",
                "99.35",
                "100",
                "67.74",
                "98.71",
                "86.45",
                "94.87",
                "90.32",
                "91.61",
            ],
            strict=True,
        )
    ),
    **dict(
        zip(
            (f"E{number}" for number in range(1, 10)),
            ["97.43", "94.00", "98.57", "96.00", "94.54", "94.86", "93.43", "93.71", "40.00"],
            strict=True,
        )
    ),
    **{f"O{number}": "100" for number in range(1, 36)},
    "O10": "50",
    "O19": "0",
}

# Each: fiscal year, indicators 1–10, the printed total, the printed level.
REPORTS = {
    "khlong-mai": (2565, KHLONG_MAI, "76.81", "B"),
    "thap-khlo": (2565, THAP_KHLO, "73.35", "C"),
    "bang-tabun": (2567, BANG_TABUN, "93.93", "ผ่านดี"),
    "pak-chong": (2563, PAK_CHONG, "55.62", "D"),
    "sena": (2565, SENA, "62.57", "D"),
}


def standard_of(year: int) -> Standard:
    found = Standards().get(year)
    assert found is not None
    return found


def scores(printed: str) -> dict[str, str]:
    """Ten scores in a row as the indicators 1–10."""
    return {str(number): score for number, score in enumerate(printed.split(), 1)}


def record(year: int, **content: object) -> Assessment:
    return Assessment.model_validate(content, context={"catalogue": standard_of(year)})


def results(year: int, before: YearResults | None = None, **content: object) -> YearResults:
    return compute_results(standard_of(year), record(year, **content), None, before)


def report(name: str, **more: object) -> YearResults:
    """The results of one of the five reports, with more typed in where asked."""
    year, indicators, total, level = REPORTS[name]
    content: dict[str, object] = {"total": total, "level": level, "indicators": scores(indicators)}
    return results(year, **{**content, **more})
