"""What a standard asks of a document, line by line, and whether it is there."""

from __future__ import annotations

from collections.abc import Iterable

from generator.blocks import Badge, Column, Row, Table, Tone
from generator.compute.requirements import RequirementState
from generator.pages.common import sure_note
from generator.words import Words

TONES = {True: Tone.GOOD, False: Tone.BAD, None: Tone.PLAIN}
WORDS = {True: "met", False: "lacking", None: "to_read"}


def requirement_table(states: Iterable[RequirementState], caption: str, t: Words) -> Table:
    columns = (
        Column("requirement", t("pages.column.requirement"), header=True),
        Column("present", t("pages.column.present")),
        Column("sure", t("pages.column.sure")),
    )
    rows = tuple(
        Row(
            (
                t.either(state.requirement.text, state.requirement.text_en),
                Badge(t(f"pages.requirement.{WORDS[state.met]}"), TONES[state.met]),
                sure_note(state.sure, t),
            )
        )
        for state in states
    )
    return Table("requirements-table", caption, columns, rows)
