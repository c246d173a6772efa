"""The reports that the website carries: those years and formats that its settings name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.compute.facts import Facts
from generator.document.docx import docx_bytes
from generator.document.pdf import pdf_bytes
from generator.document.report import Report, ReportPart, compute_report
from generator.pages.reports import published_reports
from generator.records.report import ReportFormat
from generator.words import Words

WRITERS: Mapping[ReportFormat, Callable[[Report, Words], bytes]] = {
    ReportFormat.PDF: pdf_bytes,
    ReportFormat.DOCX: docx_bytes,
}


def report_files(facts: Facts, t: Words) -> Iterator[tuple[str, bytes]]:
    """Every report of the site, made."""
    for year in facts.years:
        wanted = tuple(published_reports(facts, year))
        report = compute_report(facts, year, ReportPart, t) if wanted else None
        for form, path in wanted:
            assert report is not None
            yield path, WRITERS[form](report, t)
