"""The answers as a page of its own, to print or to copy from; it asks no one for anything."""

from __future__ import annotations

from generator.pack.answers import Pack
from generator.pack.table import STEP, answer_word
from generator.pages.common import evidence_badge
from generator.render.html_page import html_page
from generator.words import Words


def page_bytes(pack: Pack, t: Words) -> bytes:
    text = html_page(
        "pack",
        pack=pack,
        t=t,
        step=STEP,
        word=lambda answer: answer_word(answer, t),
        state=lambda answer: evidence_badge(answer.state, t).text,
    )
    return text.encode("utf-8")
