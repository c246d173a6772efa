"""About a thousand inputs that go wrong in offices and in attacks, with what must come of each."""

from __future__ import annotations

from dataclasses import dataclass

YEAR = 2565
RESULTS = f"content/{YEAR}/assessment.yaml"
REFUSED = "refused"
ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Case:
    """One file of results; `told` are the problems as `line:column CODE`, warnings with a `~`.

    Where nothing is said of `value`, the file is refused or nothing needs to be kept.
    """

    name: str
    data: bytes
    told: tuple[str, ...] = ()
    path: tuple[str | int, ...] = ()
    value: str | None = None


def text_case(
    name: str, text: str, *told: str, path: tuple[str | int, ...] = (), value: str | None = None
) -> Case:
    return Case(name, text.encode("utf-8", "surrogatepass"), told, path, value)
