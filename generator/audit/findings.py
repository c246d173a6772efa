"""What an audit finds, and the verdicts that follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Verdict(StrEnum):
    """As an assessor would mark an item; what only an assessor can say stays open."""

    PASS = "pass"  # noqa: S105
    PARTLY = "partly"
    FAIL = "fail"
    OPEN = "open"


class Weight(StrEnum):
    """What a finding does to the verdict of its item."""

    FAILS = "fails"
    LESSENS = "lessens"
    REMARK = "remark"


# One line a code: the words are in the locale, and the weight decides the verdict.
WEIGHTS: Mapping[str, Weight] = {
    "ITEM-NO-PAGE": Weight.FAILS,
    "ITEM-UNREACHABLE": Weight.FAILS,
    "ITEM-REDIRECTS": Weight.FAILS,
    "ITEM-NOT-LISTED": Weight.LESSENS,
    "ITEM-TOO-FAR": Weight.LESSENS,
    "ITEM-HEADING": Weight.LESSENS,
    "ITEM-NO-STATE": Weight.LESSENS,
    "ITEM-MISSING": Weight.FAILS,
    "ITEM-UNRECORDED": Weight.FAILS,
    "ITEM-PARTLY": Weight.LESSENS,
    "ITEM-NOT-APPLICABLE": Weight.REMARK,
    "ELEMENT-NO-MARK": Weight.LESSENS,
    "ELEMENT-MISSING": Weight.LESSENS,
    "PERIOD-MISSING": Weight.FAILS,
    "EVIDENCE-NONE": Weight.FAILS,
    "EVIDENCE-GONE": Weight.LESSENS,
    "EVIDENCE-ALL-GONE": Weight.FAILS,
    "EVIDENCE-NOWHERE": Weight.LESSENS,
    "EVIDENCE-NO-ANCHOR": Weight.LESSENS,
    "EVIDENCE-LOGIN": Weight.LESSENS,
    "EVIDENCE-SOCIAL-ONLY": Weight.FAILS,
    "EVIDENCE-YEAR": Weight.LESSENS,
    "EVIDENCE-DRAFT": Weight.LESSENS,
    "EVIDENCE-UNKNOWN": Weight.REMARK,
    "FILE-EMPTY": Weight.LESSENS,
    "FILE-TYPE": Weight.LESSENS,
    "FILE-LOCKED": Weight.LESSENS,
    "FILE-CUT": Weight.LESSENS,
    "SITE-LINK": Weight.LESSENS,
    "SITE-ANCHOR": Weight.LESSENS,
    "SITE-LOOP": Weight.LESSENS,
    "SITE-NO-LIST": Weight.FAILS,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: its code, the page where it shows, and the facts that its message needs."""

    code: str
    page: str
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def weight(self) -> Weight:
        return WEIGHTS[self.code]


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """One item as the assessor would mark it, and why."""

    code: str
    name: str
    verdict: Verdict
    page: str
    clicks: int | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class YearAudit:
    """The list of one year with the score that the verdicts would give."""

    year: int
    items: tuple[ItemVerdict, ...]
    score: Decimal | None
    findings: tuple[Finding, ...] = ()

    def count(self, verdict: Verdict) -> int:
        return sum(item.verdict is verdict for item in self.items)


@dataclass(frozen=True, slots=True)
class Audit:
    """The whole of what was found; `findings` are those of the site that belong to no item."""

    years: tuple[YearAudit, ...]
    findings: tuple[Finding, ...]
    pages: int

    @property
    def clean(self) -> bool:
        judged = [item.verdict for year in self.years for item in year.items]
        faults = [*self.findings, *(fault for year in self.years for fault in year.findings)]
        good = all(verdict in (Verdict.PASS, Verdict.OPEN) for verdict in judged)
        return bool(judged) and good and not faults


def verdict_of(findings: tuple[Finding, ...]) -> Verdict:
    weights = {finding.weight for finding in findings}
    if Weight.FAILS in weights:
        return Verdict.FAIL
    if Weight.LESSENS in weights:
        return Verdict.PARTLY
    return Verdict.OPEN if Weight.REMARK in weights else Verdict.PASS
