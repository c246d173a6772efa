"""A folder of files that the program makes: it replaces and deletes those, and no others.

Which they are stands in a list of hashes beside the folder. It is written before the files are,
with the old and the new hashes, so that a killed run leaves nothing that looks like a person's.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.publish.errors import Obstacle, PublishError
from generator.publish.manifest import digest, files_below, is_litter, parse_sum, sum_line

LIST = ".SHA256SUMS"
HALF_WRITTEN = ".ita-new"
Sums = frozenset[tuple[str, str]]
_NAMED_AT_MOST = 5


def bring_up_to_date(folder: Path, contents: Mapping[str, bytes]) -> frozenset[str]:
    """Make the folder hold these files; tells which were written.

    What a person added or changed there is named in a refusal, and nothing is touched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder.with_name(folder.name + LIST)
    known = _read_list(listed)
    wanted = frozenset((path, digest(data)) for path, data in contents.items())
    found = _made_in(folder, wanted | known)
    stale = found - wanted
    changed = frozenset(path for path, _ in wanted - found)
    if stale or changed or known != wanted:
        _write_list(listed, found | wanted)
        _delete(folder, (path for path, _ in stale if path not in contents))
        for path in sorted(changed):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(folder / path, contents[path])
        _write_list(listed, wanted)
    return changed


def write_whole(path: Path, data: bytes) -> None:
    """Whoever reads the file finds the old bytes or the new ones, never a part."""
    half = path.with_name(f".{path.name}{HALF_WRITTEN}")
    try:
        half.write_bytes(data)
        os.replace(half, path)
    except BaseException:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise


def _made_in(folder: Path, known: Sums) -> Sums:
    """What is in the folder, all of it made by the program."""
    made, foreign = set(), []
    for path, status in list(files_below(folder)):
        if path.endswith(HALF_WRITTEN) or is_litter(path):
            (folder / path).unlink()
            continue
        found = digest((folder / path).read_bytes()) if stat.S_ISREG(status.st_mode) else ""
        if (path, found) in known:
            made.add((path, found))
        else:
            foreign.append(path)
    if foreign:
        named = tuple(sorted(foreign)[:_NAMED_AT_MOST])
        raise PublishError(Obstacle.NOT_OURS, folder, files=named)
    return frozenset(made)


def _delete(folder: Path, stale: Iterable[str]) -> None:
    for path in stale:
        (folder / path).unlink()
    for current, folders, _ in os.walk(folder, topdown=False):
        for name in folders:
            inside = Path(current, name)
            if not any(inside.iterdir()):
                inside.rmdir()


def _read_list(path: Path) -> Sums:
    """What is listed; a line that cannot be read makes nothing ours."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (FileNotFoundError, UnicodeDecodeError):
        return frozenset()
    return frozenset(found for found in map(parse_sum, lines) if found)


def _write_list(path: Path, sums: Sums) -> None:
    write_whole(path, "".join(sum_line(*each) for each in sorted(sums)).encode())
