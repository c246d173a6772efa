"""yamldoc, yamltag, dupkey: what YAML gives a meaning that nobody who types a record has in mind."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus import Case, text_case

DOCUMENTS = {
    "alias of nothing": ("level: *t\n", "1:8 YAML-ALIAS"),
    "alias in a list": ("errata:\n  - *t\n", "2:5 YAML-ALIAS"),
    "alias in Thai": ("source: *สำคัญ\n", "1:9 YAML-ALIAS"),
    "anchor": ("source: &a ข้อความ\n", "1:9 YAML-ANCHOR"),
    "anchor in Thai": ("source: &สำคัญ\n", "1:9 YAML-ANCHOR"),
    "anchor of a mapping": ("indicators: &a\n  1: 85\n", "1:13 YAML-ANCHOR"),
    "merge": ("total: 85\n<<: {level: ก}\n", "2:1 YAML-MERGE"),
    "directive": ("%YAML 1.2\n---\ntotal: 85\n", "1:1 YAML-DIRECTIVE"),
    "directive of tags": ("%TAG ! tag:a,2000:\n---\ntotal: 85\n", "1:1 YAML-DIRECTIVE"),
    "unknown directive": ("%FOO\ntotal: 85\n", "1:1 YAML-DIRECTIVE"),
    "two documents": ("total: 85\n---\ntotal: 86\n", "2:1 YAML-SECOND-DOCUMENT"),
    "three documents": ("a: 1\n---\nb: 2\n---\nc: 3\n", "2:1 YAML-SECOND-DOCUMENT"),
    "tab before a key": ("indicators:\n\t1: 85\n", "2:1 YAML-TAB"),
    "tab before a list mark": ("errata:\n\t- a\n", "2:1 YAML-TAB"),
    "number sign": ("source: งบ #1\n", "1:12 YAML-TEXT-CUT"),
    "number sign alone": ("source: #1\n", "1:9 YAML-TEXT-CUT"),
    "number sign in a list": (
        "recommendations:\n  - งบ #1\n",
        "2:8 YAML-TEXT-CUT",
        "2:3 VALUE-NOT-A-MAPPING",
    ),
    "conflict": (
        "<<<<<<< HEAD\ntotal: 85\n=======\ntotal: 86\n>>>>>>> b\n",
        "1:1 YAML-CONFLICT-MARK",
    ),
    "end of a conflict": ("total: 85\n>>>>>>> b\n", "2:1 YAML-CONFLICT-MARK"),
    "half a conflict": ("total: 85\n=======\nlevel: ก\n", "2:1 YAML-CONFLICT-MARK"),
    "braces of a template": ("source: {{TEXT}}\n", "1:10 YAML-KEY-NOT-TEXT"),
    "brace of a template after a list mark": ("errata:\n  - {{A}}\n", "2:6 YAML-KEY-NOT-TEXT"),
    "template statement": ("source: {% if a %}\n", "1:10 YAML-CHARACTER"),
    "at sign": ("source: @ศูนย์\n", "1:9 YAML-CHARACTER"),
    "back quote": ("source: `ก`\n", "1:9 YAML-CHARACTER"),
    "per cent": ("source: %ก\n", "1:9 YAML-CHARACTER"),
    "colon in a text": ("source: ข้อ 1: ก\n", "1:14 YAML-COLON"),
    "colon in a list": ("errata:\n  - text: ข้อ: ก\n", "2:14 YAML-COLON"),
    "time after a word": ("source: เวลา: 10.00\n", "1:13 YAML-COLON"),
    "open double quote": ('source: "ก\nlevel: ข\n', "1:9 YAML-QUOTE-OPEN"),
    "open single quote": ("source: 'ก\nlevel: ข\n", "1:9 YAML-QUOTE-OPEN"),
    "text after a quote": ('source: "ก" ข\n', "1:13 YAML-SYNTAX"),
    "back slash": ('source: "C:\\ผล"\n', "1:12 YAML-ESCAPE"),
    "unknown escape": ('source: "a\\qb"\n', "1:11 YAML-ESCAPE"),
    "open bracket": ("source: [ก\nlevel: ข\n", "1:9 YAML-BRACKET-OPEN"),
    "open brace": ("indicators: {1: 85\n", "1:13 YAML-BRACKET-OPEN"),
    "closing bracket alone": ("source: ]\n", "1:9 YAML-CHARACTER"),
    "comma first": ("source: [,]\n", "1:10 YAML-BRACKET-OPEN"),
    "key without a colon": ("total 85\nlevel: ก\n", "1:1 YAML-NO-COLON"),
    "key without a space": ("total:85\nlevel: ก\n", "1:1 YAML-NO-COLON"),
    "less indentation": ("indicators:\n    1: 85\n  2: 86\n", "3:3 YAML-INDENT"),
    "more indentation": ("total: 85\n  level: ก\n", "2:3 YAML-INDENT"),
    "list beside keys": ("total: 85\n- ก\n", "2:1 YAML-INDENT"),
    "a list": ("- ก\n- ข\n", "1:1 YAML-NOT-A-MAPPING"),
    "a text": ("ก\n", "1:1 YAML-NOT-A-MAPPING"),
    "a number": ("85.10\n", "1:1 YAML-NOT-A-MAPPING"),
    "an empty list": ("[]\n", "1:1 YAML-NOT-A-MAPPING"),
    "nothing": ("", "1:1 YAML-EMPTY"),
    "spaces": ("   \n\n", "1:1 YAML-EMPTY"),
    "remarks": ("# ก\n# ข\n", "1:1 YAML-EMPTY"),
    "null": ("null\n", "1:1 YAML-EMPTY"),
    "tilde": ("~\n", "1:1 YAML-EMPTY"),
    "document marks": ("---\n...\n", "1:1 YAML-EMPTY"),
    "a list as a key": ("[ก]: 1\n", "1:1 YAML-KEY-NOT-TEXT"),
    "a mapping as a key": ("{ก: 1}: 1\n", "1:1 YAML-KEY-NOT-TEXT"),
    "a question mark": ("? [ก]\n: 1\n", "1:3 YAML-KEY-NOT-TEXT"),
    "2000 brackets": (f"source: {'[' * 2000}\n", "1:20 YAML-TOO-DEEP"),
    "2000 braces": (f"source: {'{a: ' * 2000}\n", "1:53 YAML-TOO-DEEP"),
    "2000 list marks": (f"source:\n{'- ' * 2000}ก\n", "2:23 YAML-TOO-DEEP"),
    "20000 entries": (f"errata: [{'ก, ' * 20_000}]\n", "*:* YAML-TOO-MANY-NODES"),
    "20000 keys": ("".join(f"k{n}: 1\n" for n in range(20_000)), "*:* YAML-TOO-MANY-NODES"),
    "4001 characters": (f"source: {'ก' * 4001}\n", "1:9 TEXT-TOO-LONG"),
    "a long key": (f"{'k' * 4001}: 1\n", "*:* TEXT-TOO-LONG"),
    "a long block": ("source: |\n" + f"  {'ก' * 79}\n" * 60, "1:9 TEXT-TOO-LONG"),
    "list mark for a number": ("total: -\n", "1:8 YAML-INDENT"),
    "sign of a block": ("total: >85\n", "1:10 YAML-SYNTAX"),
    "million laughs": (
        'a: &a ["x"]\nb: &b [*a, *a]\n',
        *("1:4 YAML-ANCHOR", "2:4 YAML-ANCHOR", "2:8 YAML-ALIAS", "2:12 YAML-ALIAS"),
        *("1:1 FIELD-UNKNOWN", "2:1 FIELD-UNKNOWN"),
    ),
}
TAGS = (
    *("!!python/object/apply:os.system ['touch /tmp/x']", "!!python/name:os.system", "!!bool x"),
    *(
        "!!int x",
        "!!float x",
        "!!timestamp x",
        "!!null x",
        "!!binary x",
        "!!str 85",
        "!!set {a, b}",
    ),
    *("!!omap [a: 1]", "!!pairs [a: 1]", "!ENV PATH", "!include a.yaml", "!relative", "!", "!ก"),
    *("!<tag:yaml.org,2002:str> x", "!!python/module:os", "!!map {}", "!!seq []"),
)
DUPLICATES = {
    "same key": ("total: 85\ntotal: 86\n", "2:1"),
    "in quotes": ('total: 85\n"total": 86\n', "2:1"),
    "in single quotes": ("total: 85\n'total': 86\n", "2:1"),
    "three lines below": ("total: 85\nlevel: ก\nsource: ข\ntotal: 85\n", "4:1"),
    "inside": ("indicators:\n  1: 85\n  1: 86\n", "3:3"),
    "in other digits": ("indicators:\n  1: 85\n  ๑: 86\n", "3:3"),
    "in braces": ("indicators: {1: 85, 1: 86}\n", "1:21"),
    "in small letters": ("instruments:\n  IIT: {score: 85}\n  iit: {score: 86}\n", "3:3"),
    "by an escape": ('total: 85\n"\\x74otal": 86\n', "2:1"),
}
UNKNOWN = (
    *("totals", "Total", "TOTAL", "คะแนน", "tota1", "t0tal", "total ", "'total.'", "__class__"),
    *(
        "__proto__",
        "constructor",
        "model_config",
        "model_fields",
        "self",
        "year_",
        "x-total",
        "...",
    ),
)


def cases() -> Iterator[Case]:
    for name, (text, *told) in DOCUMENTS.items():
        yield text_case(name, text, *told)
    for tag in TAGS:
        yield text_case(f"tag {tag}", f"total: 85\nsource: {tag}\n", "2:9 YAML-TAG")
    for tag in TAGS[::4]:
        yield text_case(f"tag {tag} in a list", f"errata:\n  - {tag}\n", "2:5 YAML-TAG")
    for name, (text, place) in DUPLICATES.items():
        yield text_case(f"key twice: {name}", text, f"{place} YAML-DUPLICATE-KEY")
    for key in UNKNOWN:
        if key != "total ":
            yield text_case(f"unknown key {key}", f"level: ก\n{key}: 85\n", "2:1 FIELD-UNKNOWN")
