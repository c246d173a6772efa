"""Where the templates are, and how each of them is read."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

TEMPLATES = Path(__file__).parent.parent / "templates"
COMPILED = TEMPLATES / "__pycache__"


@cache
def environment(*, escaping: bool) -> Environment:
    """Whole HTML is escaped by the engine; blocks escape for the place where a text lands."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=escaping,  # noqa: S701
        bytecode_cache=_Compiled(escaping=escaping),
    )


class _Compiled(FileSystemBytecodeCache):
    """Templates are kept as Python keeps its modules: compiled, beside their sources.

    They are compiled anew when the source, the engine or what stands in this file is another, and
    each time where nothing may be kept.
    """

    def __init__(self, *, escaping: bool) -> None:
        made_by = f"{version('jinja2')}\n{escaping}\n".encode() + Path(__file__).read_bytes()
        super().__init__(str(COMPILED), f"{sha256(made_by).hexdigest()[:16]}-%s.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                COMPILED.mkdir(exist_ok=True)
                super().dump_bytecode(bucket)
