"""A typed block of text becomes the paragraphs and lists that its writer laid out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.prose import DEEPEST, Block, Bullets, Item, Numbered, Paragraph, parse_prose, plain

MAX_FIELD = 4000
quickly = settings(max_examples=300, deadline=None, derandomize=True, database=None)
# Text as people type it, with everything that could be taken for a mark of a list.
typed = st.lists(
    st.sampled_from(
        [
            *("- ", "* ", "• ", "•", "-", "*", "1. ", "๑.", "(1)", "(๑๒) ", "1)", "2.ข", "1.1 "),
            *(
                "85.10 ",
                "50.- บาท",
                "\n",
                "\n",
                "\n\n",
                "\r\n",
                " ",
                "   ",
                "\t",
                "\xa0",
                "ก",
                "ข้อ",
            ),
        ]
    )
    | st.text(max_size=4),
    max_size=40,
).map("".join)


def letters(text: str) -> str:
    """All that must be kept: neither space nor the mark of a list."""
    return "".join(
        letter for letter in text if not letter.isspace() and letter not in {"-", "*", "•"}
    )


def depth(blocks: tuple[Block, ...]) -> int:
    lists = [block for block in blocks if not isinstance(block, Paragraph)]
    return max((1 + depth(item.children) for block in lists for item in block.items), default=0)


def bullets(*items: Item | str) -> Bullets:
    return Bullets(tuple(Item("", item) if isinstance(item, str) else item for item in items))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        (" \n\t\n", []),
        ("ก", ["ก"]),
        ("ก\nข", ["ก ข"]),
        ("  ก  \n\tข\r\n", ["ก ข"]),
        ("ก\n\nข\n \n\nค", ["ก", "ข", "ค"]),
        ("ก  ข", ["ก  ข"]),
    ],
)
def test_blank_lines_part_paragraphs(text: str, paragraphs: list[str]) -> None:
    """Blank lines part paragraphs; the lines of one are joined, and spaces inside are kept."""
    assert parse_prose(text) == tuple(map(Paragraph, paragraphs))


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "•", "-   ", "-\t"])
def test_a_mark_begins_an_entry(mark: str) -> None:
    """`-`, `*` and `•` begin an entry; a line without a mark carries the entry on."""
    assert parse_prose(f"นำ\n{mark}ก\nต่อ\n{mark}ข\n\nท้าย") == (
        Paragraph("นำ"),
        bullets("ก ต่อ", "ข"),
        Paragraph("ท้าย"),
    )


@pytest.mark.parametrize(
    "text", ["-ก", "*ก* ข", "-5 คะแนน", "--- ก", "-", "*", "•", "– ก", "ก - ข"]
)
def test_a_mark_needs_a_space_and_a_text(text: str) -> None:
    """A dash or star that touches its word, stands alone or inside a line is text."""
    assert parse_prose(text) == (Paragraph(text),)


@pytest.mark.parametrize("label", ["๑.", "1.", "12.", "๑๒.", "1)", "๑๐)", "(1)", "(๑)", "(12)"])
@pytest.mark.parametrize("space", ["", " ", "\t", "   "])
def test_a_label_is_kept_as_typed(label: str, space: str) -> None:
    """One or two digits with a point or brackets number an entry; the label is shown as typed."""
    assert parse_prose(f"{label}{space}กิจกรรม") == (Numbered((Item(label, "กิจกรรม"),)),)


def test_labels_need_not_follow_each_other() -> None:
    """Numbers of a list are the writer's: none is counted anew."""
    (block,) = parse_prose("3. ก\n3. ข\n\n๑) ค")
    assert isinstance(block, Numbered)
    assert [item.label for item in block.items] == ["3.", "3.", "๑)"]


@pytest.mark.parametrize(
    "text",
    [
        *("85.10 คะแนน", "๘๕.๑๐ คะแนน", "50.- บาท", "๕๐.-บาท", "50.– บาท", "1.1 หัวข้อย่อย", "๑.๑ ก"),
        *(
            "1.1. ก",
            "10.30 น.",
            "100. ก",
            "2567) ก",
            "(2567) ก",
            "1 ก",
            "12",
            "1.",
            "(1)",
            "1,000 บาท",
        ),
        *("1/2568 ก", "(1 ก)", "()", "5% ของ", "O1. ก", "1 . ก"),
    ],
)
def test_amounts_and_sections_are_text(text: str) -> None:
    """An amount, an hour, a year, a number of a section or one alone does not begin an entry."""
    assert parse_prose(text) == (Paragraph(text),)
    assert parse_prose(f"- นำ\n{text}") == (bullets(f"นำ {text}"),)


def test_deeper_entries_belong_to_the_one_above() -> None:
    """An entry that is indented further than the one above is its child, until one is not."""
    text = "1. ก\n  - ข\n    (1) ค\n  - ง\n2. จ"
    children = Bullets((Item("", "ข", (Numbered((Item("(1)", "ค"),)),)), Item("", "ง")))
    assert parse_prose(text) == (Numbered((Item("1.", "ก", (children,)), Item("2.", "จ"))),)


def test_a_paragraph_ends_a_list() -> None:
    """Text after a blank line stands outside the list, however far it is indented."""
    assert parse_prose("- ก\n\n    ข\n- ค") == (bullets("ก"), Paragraph("ข"), bullets("ค"))


def test_another_mark_at_the_same_depth_is_another_list() -> None:
    """Bullets and numbers that stand equally deep are lists after each other."""
    assert parse_prose("- ก\n1. ข\n- ค") == (
        bullets("ก"),
        Numbered((Item("1.", "ข"),)),
        bullets("ค"),
    )


def test_an_entry_may_come_back_out_anywhere() -> None:
    """An entry that is indented less than all above it stands beside them."""
    assert parse_prose("    - ก\n  - ข\n- ค") == (bullets("ก", "ข", "ค"),)


@pytest.mark.parametrize("mark", ["-", "1."])
def test_lists_are_never_deeper_than_can_be_shown(mark: str) -> None:
    """However deep a text is indented, its lists are three deep and all of it is there."""
    lines: list[str] = []
    while sum(map(len, lines)) < 50 * MAX_FIELD:
        lines.append(f"{' ' * len(lines)}{mark} ก{len(lines)}\n")
    blocks = parse_prose("".join(lines))
    assert depth(blocks) == DEEPEST
    assert letters(plain(blocks)) == letters("".join(lines))


@given(typed)
@quickly
def test_no_word_is_lost(text: str) -> None:
    """Every word typed stands once, in order, in what is shown; only marks of lists may go."""
    blocks = parse_prose(text)
    assert letters(plain(blocks)) == letters(text)
    assert depth(blocks) <= DEEPEST


@given(
    st.lists(
        st.sampled_from(["-", "1.", "(๑)", "ก", ""]).flatmap(
            lambda mark: st.integers(0, 6).map(lambda indent: f"{' ' * indent}{mark} ข้อ")
        ),
        max_size=30,
    )
)
@quickly
def test_each_entry_is_shown_once(lines: list[str]) -> None:
    """However its lines are indented, a text has as many entries as lines that begin one."""
    blocks = parse_prose("\n".join(lines))
    assert count(blocks) == sum(not line.split()[0].startswith(("ก", "ข")) for line in lines)


def count(blocks: tuple[Block, ...]) -> int:
    lists = [block for block in blocks if not isinstance(block, Paragraph)]
    return sum(1 + count(item.children) for block in lists for item in block.items)
