"""Words for a trend against the totals of the years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compute.facts import Facts
from generator.compute.figures import Part
from generator.problems import Problem, WordKey
from generator.records.assessment import Assessment
from generator.rules.numbers import years
from generator.rules.place import narrowed, problem_at
from generator.tree import Step

# "มีแนวโน้มของคะแนนที่ดีขึ้น": the word and its direction within one phrase.
TREND = re.compile(r"แนวโน้ม[^\s]{0,30}?(?:(ดีขึ้น|เพิ่มขึ้น|สูงขึ้น)|(ลดลง|ต่ำลง|แย่ลง))")


def trend_wrong(facts: Facts) -> Iterator[Problem]:
    """The report says that results are on the way up or down, and the total went the other way."""
    for results, document in years(facts):
        change = results.changes.get(results.aggregate.total.ref)
        if change is None or not change.amount:
            continue
        for path, text in _texts(results.assessment):
            for found in TREND.finditer(text):
                if (change.amount > 0) != bool(found[1]):
                    told = {
                        "name": WordKey(f"pages.part.{Part.TOTAL}"),
                        "printed": found[0],
                        "amount": f"{change.amount:+.2f}",
                    }
                    problem = problem_at(document, path, "CHANGE-WORD", told)
                    yield narrowed(problem, document, found[0])


def _texts(record: Assessment) -> Iterator[tuple[tuple[Step, ...], str]]:
    """What is written about the whole result rather than about one part of it."""
    for index, section in enumerate(record.sections):
        yield ("sections", index, "text"), section.text
    analysis = record.analysis
    for name in ("text", "summary_text", "closing") if analysis else ():
        text = getattr(analysis, name)
        if text:
            yield ("analysis", name), text


RULES = (trend_wrong,)
