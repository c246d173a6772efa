"""The answers as one table, which the workbook and the CSV file hold alike."""

from __future__ import annotations

from generator.blocks import Column, Kind, Row, Table
from generator.pack.answers import Answer, Pack
from generator.pages.common import evidence_badge
from generator.words import Words

STEP = " > "


def pack_table(pack: Pack, t: Words) -> Table:
    """One row an item; each address has a column of its own, so that it is copied whole."""
    most = max((len(answer.addresses) for answer in pack.answers), default=0)
    columns = (
        Column("number", t("pack.column.number"), Kind.NUMBER),
        Column("code", t("pack.column.code"), header=True),
        Column("name", t("pack.column.name")),
        Column("answer", t("pack.column.answer")),
        Column("state", t("pack.column.state")),
        Column("way", t("pack.column.way")),
        Column("explanation", t("pack.column.explanation")),
        Column("count", t("pack.column.count"), Kind.NUMBER),
        *(Column("address", t("pack.column.address", number=n + 1)) for n in range(most)),
    )
    rows = (_row(number, answer, most, t) for number, answer in enumerate(pack.answers, 1))
    return Table("pack", t("pack.title", year=pack.year), columns, tuple(rows))


def _row(number: int, answer: Answer, most: int, t: Words) -> Row:
    addresses = [address.url for address in answer.addresses]
    return Row(
        (
            number,
            answer.code,
            answer.name,
            answer_word(answer, t),
            evidence_badge(answer.state, t).text,
            STEP.join(answer.way),
            answer.explanation or None,
            len(addresses),
            *addresses,
            *[None] * (most - len(addresses)),
        )
    )


def answer_word(answer: Answer, t: Words) -> str:
    return t("pack.answer.yes") if answer.yes else t("pack.answer.no")
