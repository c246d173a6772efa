"""A small agency that has answered some items of 2568, for tests of what it submits."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from generator import cli

SITE_URL = "https://ita.example.go.th/sub"
FORMULA = '=HYPERLINK("https://evil.example","ดูที่นี่")'
SITE = f"""\
agency:
  name: เทศบาล <b>ทดสอบ</b>
site_url: {SITE_URL}
"""
OIT = f"""\
items:
  O1:
    state: เผยแพร่แล้ว
    evidence:
      - {{title: "<script>alert(1)</script>", file: structure.pdf}}
      - {{title: หน้าติดต่อ, page: /about/}}
      - {{title: หน้าผู้บริหาร, url: "https://www.example.go.th/about?x=1&y=2"}}
    how_to_find: '{FORMULA}'
    note: ปรับปรุงทุกเดือน
  O2: {{state: เผยแพร่บางส่วน, note: "-1+1", evidence: {{title: หน้าแรก, page: /}}}}
  O3: {{state: ไม่เกี่ยวข้อง, reason: ไม่มีภารกิจนี้}}
  O4: ยังไม่เผยแพร่
  O12:
    state: เผยแพร่แล้ว
    series: {{ต.ค. 2567: purchase-10.csv, พ.ย. 2567: ไม่มี, ธ.ค. 2567: purchase-12.csv}}
  O27: {{state: เผยแพร่แล้ว, evidence: {{title: มาตรการ, page: /2568/measures/}}}}
"""
MEASURES = """\
measures:
  - {no: 1, title: จัดทำคู่มือ}
"""
FILES = ("structure.pdf", "purchase-10.csv", "purchase-12.csv")


def small_agency(root: Path) -> Path:
    """A project whose items have every kind of evidence, and one page that this site fulfils."""
    year = root / "content" / "2568"
    (year / "files").mkdir(parents=True)
    (root / "content" / "pages").mkdir()
    texts = {
        root / "site_config.yaml": SITE,
        year / "oit.yaml": OIT,
        year / "measures.yaml": MEASURES,
        root / "content" / "pages" / "about.md": "# ติดต่อเรา\n\nสำนักงาน\n",
        **{year / "files" / name: "%PDF-1.4\n%%EOF\n" for name in FILES},
    }
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    return root


def ita(*arguments: object, language: str = "th") -> Result:
    """The command, run inside this process."""
    return CliRunner().invoke(cli.ita, list(map(str, arguments)), env={"ITA_LANG": language})
