"""`<year>/badge.svg`: the score and the level of a year, to be shown on another website."""

from __future__ import annotations

from generator.blocks import Tone
from generator.escape import attribute, svg
from generator.open_data.workbook import letters

LETTER, PADDING, HEIGHT = 7.2, 12, 28
COLOURS = {Tone.GOOD: "#1b6b3a", Tone.FAIR: "#8a5300", Tone.BAD: "#a3161f", Tone.PLAIN: "#4a5568"}
FONT = "Sarabun, 'Noto Sans Thai', 'Leelawadee UI', Tahoma, sans-serif"


def badge_text(label: str, value: str, spoken: str, tone: Tone) -> str:
    """A picture of two words that needs no font, script or address of its own."""
    left, right = (round(letters(text) * LETTER + 2 * PADDING) for text in (label, value))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{HEIGHT}"'
        f' viewBox="0 0 {left + right} {HEIGHT}" role="img" aria-label="{attribute(spoken)}">\n'
        f"<title>{svg(spoken)}</title>\n"
        f'<rect width="{left + right}" height="{HEIGHT}" rx="4" fill="{COLOURS[tone]}"/>\n'
        f'<path d="M4 0h{left - 4}v{HEIGHT}H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z" fill="#1f2937"/>\n'
        f'<g fill="#fff" font-family="{attribute(FONT)}" font-size="14" text-anchor="middle">\n'
        f'<text x="{left / 2:g}" y="19">{svg(label)}</text>\n'
        f'<text x="{left + right / 2:g}" y="19" font-weight="700">{svg(value)}</text>\n'
        "</g>\n</svg>\n"
    )
