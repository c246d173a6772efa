"""An audit as text, as JSON and as a page of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum

from generator.audit.findings import Audit, Finding, ItemVerdict, Verdict, YearAudit
from generator.render.html_page import html_page
from generator.words import Words


class Form(StrEnum):
    TEXT = "text"
    JSON = "json"
    HTML = "html"


def render_audit(audit: Audit, form: Form, words: Words) -> str:
    match form:
        case Form.JSON:
            return json.dumps(_plain(audit, words), ensure_ascii=False, indent=1)
        case Form.HTML:
            return _html(audit, words)
        case Form.TEXT:
            return "\n".join(_text(audit, words))


def says(finding: Finding, words: Words) -> str:
    return words(f"audit.{finding.code}.says", **finding.facts)


def fix(finding: Finding, words: Words) -> str:
    return words(f"audit.{finding.code}.fix", **finding.facts)


def _text(audit: Audit, words: Words) -> Iterator[str]:
    if not audit.years:
        yield words("audit.no_years")
    for year in audit.years:
        yield summary(year, words)
        yield from _findings(year.findings, words)
        for item in year.items:
            if item.findings:
                yield ""
                yield f"{item.code} {words(f'audit.verdict.{item.verdict}')}: {item.name}"
                yield from _findings(item.findings, words)
    if audit.findings:
        yield ""
        yield words("audit.whole_site", count=len(audit.findings))
        yield from _findings(audit.findings, words)


def summary(year: YearAudit, words: Words) -> str:
    counts = {verdict.value: year.count(verdict) for verdict in Verdict}
    score = "-" if year.score is None else str(year.score)
    return words("audit.summary", year=year.year, score=score, count=len(year.items), **counts)


def _findings(findings: tuple[Finding, ...], words: Words) -> Iterator[str]:
    for finding in findings:
        yield f"  /{finding.page} {finding.code} {says(finding, words)}"
        yield f"    → {fix(finding, words)}"


def _plain(audit: Audit, words: Words) -> dict[str, object]:
    return {
        "clean": audit.clean,
        "pages": audit.pages,
        "years": [
            {
                "year": year.year,
                "score": None if year.score is None else float(year.score),
                "items": [_item(item, words) for item in year.items],
                "findings": [_finding(finding, words) for finding in year.findings],
            }
            for year in audit.years
        ],
        "findings": [_finding(finding, words) for finding in audit.findings],
    }


def _item(item: ItemVerdict, words: Words) -> dict[str, object]:
    return {
        "code": item.code,
        "name": item.name,
        "verdict": item.verdict,
        "page": f"/{item.page}",
        "clicks": item.clicks,
        "findings": [_finding(finding, words) for finding in item.findings],
    }


def _finding(finding: Finding, words: Words) -> dict[str, object]:
    return {
        "code": finding.code,
        "page": f"/{finding.page}",
        "message": says(finding, words),
        "fix": fix(finding, words),
        **{name: str(value) for name, value in finding.facts.items() if name != "code"},
    }


def _html(audit: Audit, words: Words) -> str:
    """Complete in itself: no script, no other file; every text is escaped."""
    return html_page("audit", audit=audit, t=words, says=says, fix=fix, summary=summary)
