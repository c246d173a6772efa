"""Charts show the figures of their table, in their place, whole and readable."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.address import address_in
from generator.blocks import Badge, Link, Tone
from generator.charts import (
    Axis,
    Bar,
    Bars,
    Chart,
    Part,
    Point,
    Radar,
    ShareRow,
    Shares,
    Trend,
    draw_chart,
)
from generator.charts.bars import TRACK
from generator.charts.model import Picture
from generator.charts.pen import COLOURS, LINE, LOOKS, RISE, SIZE, WIDTH
from generator.charts.wrap import text_width, wrap_text
from generator.pipeline import check_project
from generator.render.markdown import MarkdownBlocks
from generator.render.site import RenderedSite, render_site
from generator.thai import Numerals
from generator.words import Language, Words
from tests.projects import ROOT, TODAY

STYLES = (ROOT / "theme" / "assets" / "charts.css").read_text(encoding="utf-8")
EXAMPLES = [ROOT, *sorted((ROOT / "examples").iterdir())]
PAYLOAD = """</title></svg><script>alert(1)</script>" onload='x' &lt; ]]> {{ a }} ก"""
SVG = "{http://www.w3.org/2000/svg}"
ENOUGH = 4.5
Box = tuple[float, float, float, float]

GOOD, BAD = Badge("ผ่านดีเยี่ยม", Tone.GOOD), Badge("ต้องปรับปรุงโดยด่วน", Tone.BAD)
SCORES = [Decimal(text) for text in ("0", "47.05", "85.00", "99.99", "100")]
BARS = Bars(
    (*(Bar(f"ตัวชี้วัดที่ {score}", score) for score in SCORES), Bar("ไม่มี", None, "ไม่มีคะแนน")),
    Decimal(85),
    "เส้นตั้ง",
    "แท่งโปร่ง",
)
AXES = tuple(Axis(str(n), Decimal(50 + 5 * n), Decimal(100 - 5 * n)) for n in range(1, 11))
RADAR = Radar(AXES, 40, Decimal(85), "ปีนี้", "ปีก่อน", "คะแนนผ่าน", "จุดกลาง")
BANDS = (Decimal(95), Decimal(85), Decimal(70), Decimal(0))
TREND = Trend(
    (
        Point("ปี 2561", Decimal("80.00"), None, (Decimal(80), Decimal(60), Decimal(0))),
        Point("ปี 2562", Decimal("91.50"), GOOD, BANDS, parted="เทียบกันไม่ได้"),
        Point("ปี 2563", None, missing="ไม่มีข้อมูล"),
        Point("ปี 2564", Decimal("65.25"), BAD, BANDS),
        Point("ปี 2565", Decimal(100), GOOD, BANDS),
    ),
    60,
    "ตัวเลขเหนือแถบ",
)
SHARES = Shares(
    (
        ShareRow("ทั้งหมด", (Part(GOOD, 40), Part(BAD, 1), Part(Badge("ยังไม่บันทึก"), 2, hollow=True))),
        ShareRow("9.1", (Part(GOOD, 3), Part(BAD, 1))),
        ShareRow("9.2", (Part(GOOD, 37), Part(BAD, 2))),
    )
)
PICTURES: dict[str, Picture] = {"bars": BARS, "radar": RADAR, "trend": TREND, "shares": SHARES}


def chart(picture: Picture, title: str = "ชื่อ", says: str = "ทุกค่า") -> Chart:
    return Chart("chart-a", title, says, picture, Link("ตาราง", "a", "b"))


def drawn(picture: Picture, numerals: Numerals = Numerals.ARABIC) -> ET.Element:
    return ET.fromstring(draw_chart(chart(picture), numerals))  # noqa: S314


def height(svg: ET.Element) -> float:
    return float(svg.get("viewBox", "").split()[3])


def of_look(svg: ET.Element, look: str, tag: str) -> list[ET.Element]:
    return [one for one in svg.iter(f"{SVG}{tag}") if one.get("class") == f"chart__{look}"]


def number(element: ET.Element, name: str) -> float:
    return float(element.get(name, "nan"))


def text_box(text: ET.Element) -> Box:
    """Left, top, right, bottom of the ink that a text can have at most."""
    wide = text_width(text.text or "", SIZE)
    share = {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor", ""), 0.0)
    left, top = number(text, "x") - wide * share, number(text, "y") - SIZE
    return left, top, left + wide, top + SIZE + 4


def words_of(svg: ET.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
@pytest.mark.parametrize("numerals", list(Numerals))
def test_every_text_is_inside_the_drawing_and_clear_of_the_others(
    picture: Picture, numerals: Numerals
) -> None:
    """No word leaves the view box, and no two overlap, in Thai digits as in Arabic."""
    svg = drawn(picture, numerals)
    boxes = [text_box(text) for text in svg.iter(f"{SVG}text")]
    for index, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0 and right <= WIDTH + 1
        assert top >= 0 and bottom <= height(svg)
        for other in boxes[index + 1 :]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart, (words_of(svg)[index], other)


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_every_shape_is_inside_the_drawing(picture: Picture) -> None:
    """Bars, rings, marks and lines stay within the view box."""
    svg = drawn(picture)
    for rect in svg.iter(f"{SVG}rect"):
        assert number(rect, "x") >= 0 and number(rect, "y") >= 0
        assert number(rect, "x") + number(rect, "width") <= WIDTH
        assert number(rect, "y") + number(rect, "height") <= height(svg)
    for circle in svg.iter(f"{SVG}circle"):
        assert number(circle, "r") <= number(circle, "cx") <= WIDTH - number(circle, "r")
        assert number(circle, "r") <= number(circle, "cy") <= height(svg) - number(circle, "r")
    for line in [*svg.iter(f"{SVG}polyline"), *svg.iter(f"{SVG}polygon")]:
        for place in line.get("points", "").split():
            x, y = map(float, place.split(","))
            assert 0 <= x <= WIDTH and 0 <= y <= height(svg)


def test_a_bar_is_as_long_as_its_score() -> None:
    """From the left end of the track, outline included, a bar covers its hundredths of it."""
    svg = drawn(BARS)
    ends = [
        number(bar, "x") + number(bar, "width") + 1
        for look in ("low", "bar")
        for bar in of_look(svg, look, "rect")
        if number(bar, "height") == 16 and number(bar, "x") == 1 and number(bar, "width") != 16
    ]
    wanted = [float(score) * TRACK / 100 for score in SCORES]
    assert sorted(ends)[1:] == pytest.approx(wanted[1:], abs=0.1)


def test_the_pass_line_crosses_every_bar_at_its_score() -> None:
    """The pass line stands at the pass score, once for each bar that there is."""
    lines = of_look(drawn(BARS), "pass", "line")
    at_score = [line for line in lines if number(line, "x1") == pytest.approx(85 * TRACK / 100)]
    assert len(at_score) == len(SCORES)


def test_only_a_score_below_the_line_is_outlined() -> None:
    """A score at the line has passed; without a line nothing is low."""
    keys = 1
    assert len(of_look(drawn(BARS), "low", "rect")) == 2 + keys
    assert not of_look(drawn(Bars(BARS.bars, None, "", "")), "low", "rect")


def test_a_missing_score_has_words_and_no_bar() -> None:
    """What was not assessed is not drawn as nought."""
    svg = drawn(BARS)
    assert len(of_look(svg, "track", "rect")) == len(SCORES)
    assert any("ไม่มีคะแนน" in words for words in words_of(svg))


def test_radar_points_lie_on_their_axes_at_their_scores() -> None:
    """The lowest score of the scale is the centre, 100 the outer ring."""
    svg = drawn(RADAR)
    points = of_look(svg, "now-point", "circle")[: len(AXES)]
    rings = [number(ring, "r") for ring in of_look(svg, "rule", "circle")]
    middle = of_look(svg, "rule", "circle")[0]
    for axis, point in zip(AXES, points, strict=True):
        away = (
            (number(point, "cx") - number(middle, "cx")) ** 2
            + (number(point, "cy") - number(middle, "cy")) ** 2
        ) ** 0.5
        assert away == pytest.approx(max(rings) * (float(axis.value) - 40) / 60, abs=0.2)
    assert len(rings) == 6


def test_radar_labels_stand_outside_the_outer_ring() -> None:
    """No number or value covers the shapes that it explains."""
    svg = drawn(RADAR)
    ring = max(of_look(svg, "rule", "circle"), key=lambda one: number(one, "r"))
    x, y, radius = (number(ring, name) for name in ("cx", "cy", "r"))
    for text in list(svg.iter(f"{SVG}text"))[: 2 * len(AXES)]:
        left, top, right, bottom = text_box(text)
        nearest = (max(left - x, 0, x - right), max(top - y, 0, y - bottom))
        assert nearest[0] ** 2 + nearest[1] ** 2 > radius**2, text.text


def test_a_trend_line_is_cut_where_years_cannot_be_compared() -> None:
    """Neither a change of method nor a missing year is bridged, and both are said in words."""
    svg = drawn(TREND)
    (line,) = svg.iter(f"{SVG}polyline")
    assert len(line.get("points", "").split()) == 2
    assert {"เทียบกันไม่ได้", "ไม่มีข้อมูล"} <= set(words_of(svg))
    assert len(of_look(svg, "parted", "line")) == 2


def test_a_trend_point_stands_among_its_own_bands() -> None:
    """A point is right of the limit of its level and left of the next, and limits are numbered."""
    svg = drawn(TREND)
    limits = {
        text.text: number(text, "x") for text in svg.iter(f"{SVG}text") if text.get("text-anchor")
    }
    first = number(next(svg.iter(f"{SVG}rect")), "x")
    assert {"95", "85", "70", "80"} == set(limits)
    marks = [
        number(mark, "cx") for mark in of_look(svg, "good", "circle") if number(mark, "r") == 8
    ]
    assert limits["85"] < marks[0] < limits["95"] < marks[1]
    assert first == pytest.approx(limits["80"])


def test_the_parts_of_a_whole_fill_it_by_their_numbers() -> None:
    """Parts are as wide as their share, and none is left out of the key however small."""
    svg = drawn(SHARES)
    first = next(svg.iter(f"{SVG}rect")).get("y")
    widths = [number(r, "width") + 2 for r in svg.iter(f"{SVG}rect") if r.get("y") == first]
    assert widths == pytest.approx([WIDTH * n / 43 for n in (40, 1, 2)], abs=0.2)
    assert {"ผ่านดีเยี่ยม 40", "ต้องปรับปรุงโดยด่วน 1", "ยังไม่บันทึก 2"} <= set(words_of(svg))
    assert {"3", "1", "37", "2"} <= set(words_of(svg))


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_values_are_printed_in_the_numerals_of_the_site(picture: Picture) -> None:
    """Thai numerals leave no Arabic digit in any word of a chart."""
    svg = drawn(picture, Numerals.THAI)
    assert not re.search(r"[0-9]", "".join(words_of(svg)))
    assert re.search("[๐-๙]", "".join(words_of(svg)))


@pytest.mark.parametrize(
    "picture",
    [
        Bars((Bar(PAYLOAD, Decimal(5)), Bar(PAYLOAD, None, PAYLOAD)), Decimal(9), PAYLOAD, PAYLOAD),
        Radar(AXES, 40, Decimal(85), PAYLOAD, PAYLOAD, PAYLOAD, PAYLOAD),
        Trend((Point(PAYLOAD, Decimal(5), Badge(PAYLOAD), BANDS, PAYLOAD),), 0, PAYLOAD),
        Shares((ShareRow(PAYLOAD, (Part(Badge(PAYLOAD), 5),)),)),
    ],
)
def test_text_in_a_chart_is_only_text(picture: Picture) -> None:
    """Nothing typed can be a tag, an attribute or the end of the drawing."""
    text = draw_chart(chart(picture, PAYLOAD, PAYLOAD), Numerals.ARABIC)
    svg = ET.fromstring(text)  # noqa: S314
    tags = {element.tag.removeprefix(SVG) for element in svg.iter()}
    assert tags <= {"svg", "title", "desc", "text", "rect", "line", "polyline", "polygon", "circle"}
    assert [one.text for one in svg if one.tag in (f"{SVG}title", f"{SVG}desc")] == [PAYLOAD] * 2
    names = {name for element in svg.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on") or name in ("style", "href")}


def test_a_figure_names_itself_and_leads_to_its_table() -> None:
    """Caption, drawing with role, title and description, and a link to the table."""
    text = MarkdownBlocks("a", Numerals.ARABIC).figure(chart(BARS))
    figure = ET.fromstring(text)  # noqa: S314
    svg = figure.find(f"{SVG}svg")
    assert svg is not None
    assert figure.get("id") == "chart-a" and figure.findtext("figcaption") == "ชื่อ"
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == svg[0].get("id") == "chart-a-title"
    assert svg.get("aria-describedby") == svg[1].get("id") == "chart-a-desc"
    assert [link.get("href") for link in figure.iter("a")] == ["#b"]
    assert "\n\n" not in text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",)),
        (
            "10.1 การดำเนินการเพื่อป้องกันการทุจริตในประเด็นสินบน",
            ("10.1 การดำเนินการ", "เพื่อป้องกันการทุจริตในประเด็นสินบน"),
        ),
        ("", ("",)),
    ],
)
def test_a_label_is_cut_where_a_reader_would(text: str, lines: tuple[str, ...]) -> None:
    """Between words or before a conjunction, as long as that fits."""
    assert wrap_text(text, WIDTH, SIZE) == lines


@pytest.mark.parametrize("text", ["ที่" * 200, "น้ำ" * 200, "a" * 400, "กิ่งไม้ " * 90, "เป็" * 99])
def test_a_line_never_begins_with_a_mark_nor_leaves_its_room(text: str) -> None:
    """However long a label is, its lines fit, keep marks with their letters, and say if cut."""
    lines = wrap_text(text, WIDTH, SIZE)
    assert len(lines) == 3 and lines[-1].endswith("…")
    for line in lines:
        assert text_width(line, SIZE) <= WIDTH
        assert not re.match("[ะัาำิีึืฺุู็่้๊๋์ํ๎]", line)


def test_a_line_has_room_for_stacked_marks() -> None:
    """Thai ink reaches 121 % of the size above the line and 54 % below it."""
    assert RISE >= 1.21 * SIZE
    assert LINE - RISE >= 0.5 * SIZE


# -- the pages -------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.name)
def site(request: pytest.FixtureRequest) -> RenderedSite:
    root: Path = request.param
    facts, _ = check_project(root, TODAY)
    assert facts is not None
    return render_site(facts, Words(Language.THAI))


def test_charts_of_a_project_say_every_value_they_draw(site: RenderedSite) -> None:
    """The description has each number of the picture, and the link leads to a table of the page."""
    charts = [(page, one) for page in site.pages for one in page.charts]
    assert charts
    for page, one in charts:
        assert {value for value in _values(one.picture) if value not in one.description} == set()
        led = one.table.page or ""
        assert page.address in {address_in(language, led) for language in Language}
        assert one.table.anchor in {table.id for table in page.tables}


def _values(picture: Picture) -> set[str]:
    match picture:
        case Bars():
            return {str(bar.value) for bar in picture.bars if bar.value is not None}
        case Radar():
            return {str(v) for axis in picture.axes for v in (axis.value, axis.before)}
        case Trend():
            return {str(point.value) for point in picture.points if point.value is not None}
        case Shares():
            return {f"{p.state.text} {p.number}" for row in picture.rows for p in row.parts}


def test_ids_are_unique_on_every_page(site: RenderedSite) -> None:
    """A chart brings no id that the page has already."""
    for text in site.texts.values():
        ids = re.findall(r'(?: id="|^#+ .*{: #)([\w-]+)', text, re.MULTILINE)
        assert len(set(ids)) == len(ids)


def test_bars_are_sorted_from_the_lowest(site: RenderedSite) -> None:
    """What needs attention stands first; what has no score stands last."""
    for page in site.pages:
        for one in page.charts:
            if isinstance(one.picture, Bars):
                values = [bar.value for bar in one.picture.bars]
                scored = [value for value in values if value is not None]
                assert values == [*sorted(scored), *[None] * (len(values) - len(scored))]


def test_a_radar_compares_only_years_of_one_scheme() -> None:
    """The year after a change of method has bars and no radar."""
    facts, _ = check_project(ROOT / "examples" / "khlong-mai", TODAY)
    assert facts is not None
    pages = {page.address: page for page in render_site(facts, Words(Language.THAI)).pages}
    trend = pages["trend"].charts[0].picture
    assert isinstance(trend, Trend)
    assert [point.label for point in trend.points if point.parted] == ["ปี 2562"]
    assert "chart-radar" not in {one.id for page in pages.values() for one in page.charts}


# -- the style sheet -------------------------------------------------------------------------------


def _light_and_dark() -> tuple[dict[str, str], dict[str, str]]:
    pairs = re.findall(r"--chart-([\w-]+): light-dark\((#\w+), (#\w+)\);", STYLES)
    return {name: one for name, one, _ in pairs}, {name: other for name, _, other in pairs}


def test_the_style_sheet_and_the_drawing_agree() -> None:
    """Each class has its rule and each colour its dark and its forced one; light ones are equal."""
    plain = dict(re.findall(r"--chart-([\w-]+): (#\w+);", STYLES))
    assert plain == _light_and_dark()[0] == COLOURS
    forced = STYLES.partition("forced-colors")[2]
    for name in COLOURS:
        assert re.search(rf"--chart-{name}: [A-Z]\w+;", forced)
    for look, (fill, stroke, _) in LOOKS.items():
        rule = re.search(rf"\.chart__{look} {{(.*)}}", STYLES)
        assert rule is not None, look
        assert (f"fill: var(--chart-{fill});" in rule[1]) == bool(fill)
        assert (f"stroke: var(--chart-{stroke});" in rule[1]) == bool(stroke)


@pytest.mark.parametrize("colours", _light_and_dark(), ids=["light", "dark"])
def test_words_and_shapes_stand_out(colours: dict[str, str]) -> None:
    """Text has 4.5:1 on each ground it is on, and a shape 3:1 on its own."""
    grounds = ["ground", "good-ground", "fair-ground", "bad-ground", "plain-ground"]
    for ground in grounds:
        assert _contrast(colours["text"], colours[ground]) >= ENOUGH
    for shape in ("now", "before", "low", "rule"):
        assert _contrast(colours[shape], colours["ground"]) >= 3
    for tone in Tone:
        for ground in ("ground", f"{tone}-ground", "band", "band-next"):
            assert _contrast(colours[tone], colours[ground]) >= 3


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
