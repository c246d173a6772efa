"""Thai text of realistic length, the same for the same name every time."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TypeVar

Choice = TypeVar("Choice")
CLAUSES = tuple(
    Path(__file__).with_name("clauses.txt").read_text(encoding="utf-8").strip().split("\n")
)
UNITS = (
    "สำนักปลัด",
    "กองคลัง",
    "กองช่าง",
    "กองการศึกษา ศาสนา และวัฒนธรรม",
    "กองสาธารณสุขและสิ่งแวดล้อม",
    "กองสวัสดิการสังคม",
    "หน่วยตรวจสอบภายใน",
)


class Texts:
    """Draws clauses for one document; `name` alone decides which."""

    def __init__(self, name: str) -> None:
        self.random = Random(name)

    def one_of(self, choices: tuple[Choice, ...]) -> Choice:
        return self.random.choice(choices)

    def words(self, fewest: int = 1, most: int = 2) -> str:
        """A few clauses in a row, none of them twice."""
        return " ".join(self.random.sample(CLAUSES, self.random.randint(fewest, most)))

    def lines(self, fewest: int, most: int) -> list[str]:
        return [self.words() for _ in range(self.random.randint(fewest, most))]

    def paragraphs(self, count: int) -> str:
        return "\n\n".join(self.words(4, 7) for _ in range(count))

    def units(self) -> list[str]:
        return self.random.sample(UNITS, self.random.randint(1, 3))
