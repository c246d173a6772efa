"""Which cells, if they were mistyped, would explain a sum that does not come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from generator.compute.figures import Ref, Suspect
from generator.records.base import HIGHEST

MOST_NAMED = 5
CENT = Decimal("0.01")
# Digits that look alike, in Arabic or in Thai type (8 and 9 are ๘ and ๙).
LOOKALIKES = frozenset(map(frozenset, ("38", "17", "68", "56", "08", "89", "45", "37", "69", "09")))

Cells = Mapping[Ref, Decimal]


@dataclass(frozen=True, slots=True)
class Sum:
    """A printed result, the cells that it was made of, and how it is made of them."""

    printed: Decimal
    tolerance: Decimal
    cells: Cells
    compute: Callable[[Cells], Decimal | None]

    def comes_right(self, changed: Cells) -> bool:
        computed = self.compute({**self.cells, **changed})
        return computed is not None and abs(computed - self.printed) <= self.tolerance


def find_suspects(wrong: Sum, elsewhere: Cells, total: Ref) -> tuple[Suspect, ...]:
    """The likeliest mistypings first; `elsewhere` holds what other tables print for the cells."""
    found = list(_contradicted(wrong, elsewhere))
    if not found:
        found = [*_single_cells(wrong), *_sum_itself(wrong, total)]
        if all(suspect.slips > 1 for suspect in found):
            found.extend(_pairs(wrong))
    return tuple(sorted(found, key=lambda each: _likelihood(wrong, each))[:MOST_NAMED])


def _likelihood(
    wrong: Sum, suspect: Suspect
) -> tuple[bool, int, int, int, tuple[tuple[Ref, Decimal], ...]]:
    """Where other tables agree first, then the fewest slips, then slips that are easily made."""
    typed = ((wrong.cells.get(ref, wrong.printed), meant) for ref, meant in suspect.cells)
    strange = sum(_strange_digits(here, meant) for here, meant in typed)
    elsewhere = not suspect.printed_elsewhere
    return elsewhere, suspect.slips, strange, len(suspect.cells), suspect.cells


def _contradicted(wrong: Sum, elsewhere: Cells) -> Iterator[Suspect]:
    """The fewest cells that another table prints otherwise and that together explain the sum."""
    differing = {
        ref: value for ref, value in elsewhere.items() if wrong.cells.get(ref, value) != value
    }
    for count in range(1, len(differing) + 1):
        hits = [
            subset
            for subset in combinations(sorted(differing.items()), count)
            if wrong.comes_right(dict(subset))
        ]
        for subset in hits:
            slips = sum(slip_distance(wrong.cells[ref], value) for ref, value in subset)
            yield Suspect(subset, slips, printed_elsewhere=True)
        if hits:
            return


def _sum_itself(wrong: Sum, total: Ref) -> Iterator[Suspect]:
    computed = wrong.compute(wrong.cells)
    if computed is not None:
        yield Suspect(((total, computed),), slip_distance(wrong.printed, computed))


def _single_cells(wrong: Sum) -> Iterator[Suspect]:
    for ref, typed in wrong.cells.items():
        fits = list(_values_that_fit(wrong, ref))
        if fits:
            best = min(fits, key=lambda value: (_weighed_slips(typed, value), abs(value - typed)))
            yield Suspect(((ref, best),), slip_distance(typed, best))


def _values_that_fit(wrong: Sum, ref: Ref) -> Iterator[Decimal]:
    """Every two-decimal value of one cell that makes the sum right: a small interval."""
    step = _slope(wrong, ref)
    computed = wrong.compute(wrong.cells)
    if not step or computed is None:
        return
    middle = wrong.cells[ref] + (wrong.printed - computed) / step
    reach = (wrong.tolerance + CENT) / abs(step)
    low = max(Decimal(0), (middle - reach).quantize(CENT))
    high = min(HIGHEST, (middle + reach).quantize(CENT))
    value = low
    while value <= high:
        if wrong.comes_right({ref: value}):
            yield value
        value += CENT


def _slope(wrong: Sum, ref: Ref) -> Decimal:
    """How much the sum moves when one cell moves by one point."""
    base = wrong.cells[ref]
    other = base - 50 if base >= 50 else base + 50
    here, there = wrong.compute(wrong.cells), wrong.compute({**wrong.cells, ref: other})
    if here is None or there is None:
        return Decimal(0)
    return (there - here) / (other - base)


def _pairs(wrong: Sum) -> Iterator[Suspect]:
    """Two cells with one slip of look-alike digits each."""
    slopes = {ref: _slope(wrong, ref) for ref in wrong.cells}
    computed = wrong.compute(wrong.cells)
    if computed is None:
        return
    needed, slack = wrong.printed - computed, wrong.tolerance + 2 * CENT
    slips = {ref: list(lookalike_slips(typed)) for ref, typed in wrong.cells.items()}
    for first, second in combinations(wrong.cells, 2):
        for one in slips[first]:
            moved = (one - wrong.cells[first]) * slopes[first]
            for two in slips[second]:
                rest = (two - wrong.cells[second]) * slopes[second]
                near = abs(moved + rest - needed) <= slack
                if near and wrong.comes_right({first: one, second: two}):
                    yield Suspect(((first, one), (second, two)), 2)


def lookalike_slips(typed: Decimal) -> Iterator[Decimal]:
    """The values that one look-alike digit or one swap of neighbours away could have been meant."""
    text = f"{typed:.2f}"
    for index, digit in enumerate(text):
        for pair in LOOKALIKES:
            if digit in pair:
                (other,) = pair - {digit}
                yield from _in_range(text[:index] + other + text[index + 1 :])
    yield from _swaps(text)


def _swaps(text: str) -> Iterator[Decimal]:
    places = [index for index, character in enumerate(text) if character != "."]
    for first, second in pairwise(places):
        digits = list(text)
        digits[first], digits[second] = digits[second], digits[first]
        if digits[first] != digits[second]:
            yield from _in_range("".join(digits))


def _in_range(text: str) -> Iterable[Decimal]:
    value = Decimal(text)
    return (value,) if value <= HIGHEST else ()


def slip_distance(typed: Decimal, meant: Decimal) -> int:
    """How many digits were mistyped; two neighbours swapped count as one."""
    wrong = _wrong_digits(typed, meant)
    return 1 if _is_swap(wrong) else len(wrong)


def _strange_digits(typed: Decimal, meant: Decimal) -> int:
    """How many of the wrong digits are neither look-alikes nor swapped neighbours."""
    wrong = _wrong_digits(typed, meant)
    if _is_swap(wrong):
        return 0
    return sum(frozenset(digits) not in LOOKALIKES for digits in wrong)


def _wrong_digits(typed: Decimal, meant: Decimal) -> list[tuple[str, str]]:
    one, other = (f"{value:06.2f}" for value in (typed, meant))
    return [(here, there) for here, there in zip(one, other, strict=True) if here != there]


def _is_swap(wrong: list[tuple[str, str]]) -> bool:
    return len(wrong) == 2 and wrong[0] == wrong[1][::-1]


def _weighed_slips(typed: Decimal, meant: Decimal) -> tuple[int, int]:
    """Slips, and among equals those of look-alike digits first."""
    return slip_distance(typed, meant), _strange_digits(typed, meant)
