"""A whole site: crawled once, each list judged, every link followed."""

from __future__ import annotations

import re

from generator.audit.crawl import crawl
from generator.audit.findings import Audit
from generator.audit.history import History
from generator.audit.judge import broken_links, judge_year
from generator.audit.source import Source
from generator.standards_library import Standards

LIST = re.compile(r"([0-9]{4})/oit/")


def audit_site(
    source: Source, standards: Standards, year: int | None = None, history: History | None = None
) -> Audit:
    """One year of a site, the newest unless asked otherwise, and every link of it."""
    found = crawl(source, history)
    years = sorted({int(match[1]) for path in found.by_path if (match := LIST.match(path))})
    wanted = [year] if year else years[-1:]
    audits = tuple(
        judge_year(found, standard)
        for number in wanted
        if (standard := standards.get(number)) is not None
    )
    audit = Audit(audits, tuple(broken_links(found)), len(found.pages))
    if history is not None:
        history.add(found.asked.values())
    return audit
