"""Evidence files: damaged in any way, they are judged without a traceback."""

from __future__ import annotations

import hashlib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.files.inspect import content_fault, inspect
from generator.files.kinds import PICTURES
from generator.files.location import has_location, without_location
from generator.private import find_private, holds_private
from tests.corpus.files import GOOD, LOCATED, bad_files

CONTENTS = {name: data for name, data, _ in bad_files() if 0 < len(data) < 20_000} | dict(GOOD)
quickly = settings(deadline=None)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the corpus with some bytes changed, lost or put in, under its own name."""
    name = draw(st.sampled_from(sorted(CONTENTS)))
    data = bytearray(CONTENTS[name])
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, max(0, len(data) - 1)))
        data[place : place + draw(st.integers(0, 4))] = draw(st.binary(max_size=6))
    return name, bytes(data)


@quickly
@given(damaged())
def test_any_damage_is_judged(file: tuple[str, bytes]) -> None:
    """A damaged file is taken or refused with a code; a place is found and blanked or is not there."""
    name, data = file
    ending = Path(name).suffix
    fault = content_fault(data, ending)
    assert fault is None or fault.code.startswith(("EVIDENCE-", "PRIVATE-", "SECRET-"))
    if ending in PICTURES and has_location(data):
        blanked = without_location(data)
        assert len(blanked) == len(data)


@quickly
@given(st.text(max_size=80))
def test_any_line_is_searched(line: str) -> None:
    """What is found lies in the line, and a quick look misses nothing."""
    found = list(find_private(line))
    assert bool(found) <= holds_private(line)
    assert all(0 <= one.start < one.end <= len(line) for one in found)


def test_a_file_is_known_by_its_bytes_as_published(tmp_path: Path) -> None:
    """Size and fingerprint are those of the file that readers get, with or without its place."""
    path = tmp_path / "place.jpg"
    path.write_bytes(LOCATED["place.jpg"])
    plain, stripped = inspect(path), inspect(path, strip_location=True)
    assert plain.sha256 == hashlib.sha256(LOCATED["place.jpg"]).hexdigest()
    assert plain.fault and plain.fault.code == "EVIDENCE-LOCATION" and plain.picture is None
    assert stripped.picture is not None and stripped.fault is None
    assert stripped.sha256 == hashlib.sha256(stripped.picture).hexdigest()
    assert stripped.size == len(stripped.picture)
    assert path.read_bytes() == LOCATED["place.jpg"]
