"""Whatever is typed is shown as typed, in each of the places where text can land."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import markdown as python_markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.escape import (
    UnsafeAddress,
    attribute,
    csv_cell,
    html,
    json_in_html,
    markdown,
    one_line,
    sheet_cell,
    svg,
    url,
    yaml_string,
)
from tests.patience import patience

MAX_FIELD = 4000
CONFIGURATION = yaml.safe_load(
    (Path(__file__).parent.parent / "mkdocs.yml").read_text(encoding="utf-8")
)
REPLACED = "\N{REPLACEMENT CHARACTER}"
# What no parser of YAML, HTML or XML agrees upon, and what Python-Markdown keeps for itself.
AWKWARD = [
    *("\0", "\x01", "\x02", "\x03", "\x07", "\x1b", "\x1f", "\x7f", "\x80", "\x84", "\x86", "\x9f"),
    *("\t", "\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"),
    *("\ud800", "\udbff", "\udc00", "\udfff", "\ufdd0", "\ufdef", "\ufeff", "\ufffe", "\uffff"),
    *("\U0001fffe", "\U0010ffff", "\ue000", "\U000f0000", "\xa0", "\u200b", "\u3000", "\u202e"),
]
MARKUP = [
    *("<b>", "</b>", "<script>", "</script>", "<!--", "-->", "]]>", "<?", "&lt;", "&#60;", "&amp"),
    *("# ", "## ", "> ", "- ", "* ", "+ ", "1. ", "    ", "```", "~~~", "***", "---", "==="),
    *("*a*", "_a_", "`a`", "[a](b)", "![a](b)", "[a]: b", "[TOC]", "[^1]", "{: #a .b onclick=c }"),
    *(
        "{{ a }}",
        "{% a %}",
        "| a | b |",
        "|---|---|",
        "<a@b.go.th>",
        "<http://a>",
        "\\",
        "\\*",
        ": a",
    ),
    *("klzzwxh:0000", "wzxhzdk:0", "\x02klzzwxh:0000\x03", "*[a]: b", "!!! note", "$a$", "'", '"'),
]
quickly = settings(max_examples=200, deadline=None, derandomize=True, database=None)
texts = st.lists(
    st.sampled_from(AWKWARD)
    | st.sampled_from(MARKUP)
    | st.sampled_from(["ก", "ที่นี่", "๑", "1", " "])
    | st.text(st.characters(exclude_categories=()), max_size=5),
    max_size=12,
).map("".join)


class Reader(HTMLParser):
    """What a browser sees: the tags in order, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[object] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.tags.append(f"!{decl}")

    def handle_pi(self, data: str) -> None:
        self.tags.append(f"?{data}")

    def unknown_decl(self, data: str) -> None:
        self.tags.append(f"![{data}")


def configured() -> python_markdown.Markdown:
    """Python-Markdown with the extensions of mkdocs.yml."""
    names: list[str] = []
    options: dict[str, dict[str, object]] = {}
    for entry in CONFIGURATION["markdown_extensions"]:
        for name, given_options in entry.items() if isinstance(entry, dict) else [(entry, {})]:
            names.append(name)
            options[name] = given_options
    return python_markdown.Markdown(extensions=names, extension_configs=options)


PROCESSOR = configured()


def shown(source: str) -> Reader:
    return Reader(PROCESSOR.reset().convert(source))


@given(texts)
@example("\u3000ก")
@example("ก  ")
@example("    ก")
@quickly
def test_a_paragraph_shows_text_as_typed(text: str) -> None:
    """No text can be anything but text in a paragraph of Markdown."""
    read = shown(markdown(text))
    assert read.text == one_line(text)
    assert read.tags == ([("p", []), "/p"] if text else [])


@given(texts)
@quickly
def test_a_heading_and_a_link_show_text_as_typed(text: str) -> None:
    """Text neither ends the heading, the emphasis or the link it stands in, nor sets attributes."""
    read = shown(
        f"## {markdown(text)} **{markdown(f'ก{text}')}** [ก{markdown(text)}](b.md) {{: #a }}"
    )
    line, after = one_line(text), one_line(f"ก{text}")
    assert [tag[0] if isinstance(tag, tuple) else tag for tag in read.tags] == [
        *("h2", "strong", "/strong", "a", "/a", "/h2")
    ]
    assert read.tags[0] == ("h2", [("id", "a")])
    assert "".join(read.text.split()) == "".join(f"{line}{after}ก{line}".split())


@given(texts)
@quickly
def test_markdown_is_one_line_without_space_at_its_ends(text: str) -> None:
    """Text of one line stays one line, and no one who trims a line can take anything from it."""
    line = markdown(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()


@pytest.mark.parametrize("escape", [html, svg, attribute])
@given(text=texts)
@quickly
def test_html_shows_text_as_typed(escape: Callable[[str], str], text: str) -> None:
    """No text can be anything but text between tags of HTML or SVG."""
    read = Reader(f"<p>{escape(text)}</p>")
    assert read.text == one_line(text)
    assert read.tags == [("p", []), "/p"]


@given(texts)
@example("]]>")
@quickly
def test_svg_is_sound_xml(text: str) -> None:
    """A figure with any text in it can be read by a parser of XML."""
    figure = ET.fromstring(f'<svg a="{attribute(text)}">{svg(text)}</svg>')  # noqa: S314
    assert (figure.text or "") == figure.get("a") == one_line(text)


@given(texts)
@quickly
def test_an_attribute_holds_text_as_typed(text: str) -> None:
    """No text can leave the attribute that it stands in, whichever quotes are around it."""
    for quote in ('"', "'"):
        read = Reader(f"<p a={quote}{attribute(text)}{quote} b></p>")
        assert read.tags == [("p", [("a", one_line(text)), ("b", None)]), "/p"]
        assert read.text == ""


ACCEPTED = [
    *(
        "https://www.example.go.th/",
        "http://example.go.th",
        "HTTPS://EXAMPLE.GO.TH/",
        "https://a:8080/",
    ),
    *("https://ไทย.ไทย/แผน/๒๕๖๘?ก=ข#ค", "https://a/b?c=d&e=f", "https://a/b%20c", "https://a/@b:c"),
    *("https://a/?b=c&copy=1&amp;d", "https://a/(b)", "https://[2001:db8::1]/", "mailto:a@b.go.th"),
    *("mailto:a@b.go.th?subject=c", "tel:+6620000000", "tel:0-2000-0000", "a.pdf", "./a", "../a/"),
    *("/a/b", "/a//b", "#a", "2568/oit/", "a?b=c&d=e", "a%3Ab"),
]
REFUSED = [
    *(
        "",
        " ",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "JAVASCRIPT:a",
        "javascript:",
        "javascript://a/%0aalert(1)",
    ),
    *(
        "java\tscript:a",
        "java\nscript:a",
        "java\rscript:a",
        "\tjavascript:a",
        "\x01javascript:a",
        " javascript:a",
    ),
    *(
        "java\0script:a",
        "javascript\t:a",
        "java\u200bscript:a",
        "java\xadscript:a",
        "\ufeffjavascript:a",
    ),
    *(
        "javascript&#58;a",
        "javascript&#x3a;a",
        "javascript&#0000058a",
        "javascript&colon;a",
        "&#106;avascript:a",
    ),
    *(
        "java&Tab;script&colon;a",
        "javascript&#58",
        "data:text/html,a",
        "data:text/html;base64,PGI+",
        "Data:,a",
    ),
    *(
        "vbscript:a",
        "VBScript:a",
        "file:///etc/passwd",
        "ftp://a/b",
        "blob:https://a/b",
        "about:blank",
        "ws://a",
    ),
    *(
        "view-source:https://a",
        "x:y",
        "1:y",
        "a:b",
        "//a/b",
        "///a",
        "/\\a",
        "\\\\a\\b",
        "https:\\\\a",
        "https://a\\b",
    ),
    *(
        "https://a\\@b",
        "https://user:pass@a/",
        "https://user@a/",
        "https://@a/",
        "https://:@a/",
        "http://a:b@c@d/",
    ),
    *(
        "https:",
        "https:a",
        "https:/a",
        "https://",
        "https:///a",
        "https://?a",
        "https://a:x/",
        "https://a:99999/",
    ),
    *(
        "https://a:0/",
        "https://[::1",
        "https://a]/",
        "https://a b/",
        "https://a/b c",
        " https://a/",
        "https://a/ ",
    ),
    *(
        "https://a/\n",
        "https://a/\tb",
        "https://a/\xa0",
        "https://a/\u3000b",
        "https://a/\x00",
        "https://a/\x7f",
    ),
    *(
        "https://a/\x85",
        "https://a/\u2028",
        "https://a/\u202e",
        "https://a/\u200b",
        "https://a/\ud800",
        "https://a/\ue000",
    ),
    *(
        "https://a/<b>",
        'https://a/"b',
        "https://a/'b",
        "https://a/`b",
        "https://a/{b}",
        "https://a/|b",
        "https://a/^b",
    ),
    *("mailto:", "tel:", "mailto:?subject=a", "?a=b", "&a", ":a", "a/b:c", "https://a\u2100b/"),
]


@pytest.mark.parametrize("address", ACCEPTED)
def test_addresses_that_may_be_linked(address: str) -> None:
    """Web, mail and telephone addresses and ways inside the site are linked as they are."""
    assert url(address) == address


@pytest.mark.parametrize("address", REFUSED)
def test_addresses_that_no_link_may_carry(address: str) -> None:
    """Anything that could run, hide where it leads or break the page is refused."""
    with pytest.raises(UnsafeAddress):
        url(address)


@given(
    st.sampled_from(["javascript", "vbscript", "data", "https", "", "//", "file"]),
    st.text(st.sampled_from("aA:/\\@#?&;%.\t\n\0 \u200bก58x[]"), max_size=15),
)
@quickly
def test_an_accepted_address_is_of_an_allowed_kind(scheme: str, rest: str) -> None:
    """What is accepted has an allowed scheme or no colon at all, and no host of its own choosing."""
    address = f"{scheme}{rest}"
    try:
        url(address)
    except UnsafeAddress:
        return
    assert (
        address.lower().startswith(("https://", "http://", "mailto:", "tel:")) or ":" not in address
    )
    assert not address.startswith("//")
    assert address.isprintable() and " " not in address and "\\" not in address


@given(texts)
@quickly
def test_every_loader_reads_a_yaml_string_back(text: str) -> None:
    """Front matter gives back the very line, by the parser in C, the one in Python, and by JSON."""
    written = f"title: {yaml_string(text)}\n"
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        assert yaml.load(written, loader) == {"title": one_line(text)}  # noqa: S506
    assert json.loads(yaml_string(text)) == one_line(text)


@pytest.mark.parametrize(
    "character", [*AWKWARD, *"\u061c\u180e\u2060\ufe0f\ufffc\ufffd\U0001fffe\U0001f600"]
)
def test_every_loader_reads_an_awkward_character_back(character: str) -> None:
    """A character that some parser of YAML refuses does not stand in front matter."""
    for text in (character, f"ก{character}", f"{character}ก", f"ก{character}ก", character * 2):
        for loader in (yaml.CSafeLoader, yaml.SafeLoader):
            assert yaml.load(yaml_string(text), loader) == one_line(text)  # noqa: S506


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ก\nข", "ก ข"),
        ("ก \r\n\t ข", "ก ข"),
        ("ก\u2028ข\x85ค", "ก ข ค"),
        ("ก  ข", "ก  ข"),
        ("ก\tข", "ก ข"),
        ("\0ก\ud800", f"{REPLACED}ก{REPLACED}"),
        ("\ufeffก\ufffe\ufdd0", f"{REPLACED}ก{REPLACED}{REPLACED}"),
        ("เปลี่ยน\xa0é \U0001f600", "เปลี่ยน\xa0é \U0001f600"),
    ],
)
def test_a_text_of_many_lines_is_one_line(text: str, line: str) -> None:
    """A line break is a space; what no page can hold is seen to be missing; all else stays."""
    assert one_line(text) == line
    assert one_line(line) == line


@pytest.mark.parametrize(
    "text", [" " * MAX_FIELD * 50 + "\x01", "\n " * MAX_FIELD * 50, " \x01" * MAX_FIELD * 50]
)
def test_one_line_ends_on_any_text(text: str) -> None:
    """The work grows with the length of a text, not with its square."""
    with patience():
        one_line(text)


@given(
    st.recursive(
        texts | st.integers() | st.none() | st.booleans(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
        max_leaves=6,
    )
)
@quickly
def test_json_cannot_leave_its_script(content: object) -> None:
    """JSON in a script element neither ends it, comments it out, nor breaks a line; it reads back."""
    written = json_in_html(content)
    for unwanted in ("<", ">", "&", "\u2028", "\u2029", "\n"):
        assert unwanted not in written
    written.encode("utf-8")
    assert json.loads(written) == json.loads(json.dumps(content))


def test_json_is_the_same_each_time() -> None:
    """The same content gives the same bytes, and a number that JSON does not know is refused."""
    assert (
        json_in_html({"ข": 1, "ก": "</script><!--"})
        == '{"ก": "\\u003c/script\\u003e\\u003c!--", "ข": 1}'
    )
    with pytest.raises(ValueError, match="JSON"):
        json_in_html(float("nan"))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\u00a0=1",
        "＝1+1",
        "－1",
        "＠x",
        "＋1",
    ],
)
def test_formulas_are_defused(text: str) -> None:
    """What any spreadsheet might reckon is put behind an apostrophe."""
    assert csv_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["มี", "https://example.go.th/=1", "1-2", ""])
def test_other_cells_are_left_as_they_are(value: str) -> None:
    """What no spreadsheet reckons is not changed."""
    assert csv_cell(value) == value


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x00a\x1f", "\ufffda\ufffd"),
        ("\ud800\uffff", "\ufffd\ufffd"),
        ("_x0041_\nb", "_x0041_\nb"),
        ("ก" * 32_767, "ก" * 32_767),
        ("ก" * 32_768, "ก" * 32_766 + "…"),
    ],
    ids=["control", "no-text", "like-an-escape", "longest", "longer"],
)
def test_a_cell_of_a_workbook_holds_what_xml_and_excel_hold(text: str, kept: str) -> None:
    """What XML cannot hold is replaced; what Excel has no room for is cut with a mark."""
    assert sheet_cell(text) == kept
