"""The level that a total earns, with the floors that every instrument must reach."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.records.standard import Band, Standard


def compute_level(
    standard: Standard, total: Decimal | None, instruments: Iterable[Decimal | None]
) -> Band | None:
    """The first band from the top whose floors hold; unknown where a floor cannot be checked."""
    if total is None:
        return None
    scores = list(instruments)
    for band in standard.levels.bands:
        if total < band.min:
            continue
        if band.floor is None:
            return band
        if not scores or any(score is None for score in scores):
            return None
        if all(score is not None and score >= band.floor for score in scores):
            return band
    return None


def find_band(standard: Standard, typed: str) -> Band | None:
    """The band that a typed level names, by its code or by its name."""
    wanted = typed.strip().removeprefix("ระดับ").strip().casefold()
    return next(
        (
            band
            for band in standard.levels.bands
            if wanted in (band.code.casefold(), band.name.casefold())
        ),
        None,
    )
