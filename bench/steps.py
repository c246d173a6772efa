"""The steps of our own program in a process of their own, by the way that `ita` takes."""

from __future__ import annotations

import gc
import json
from datetime import date
from pathlib import Path
from time import perf_counter

import click

# The last of the synthetic years is over by then.
TODAY = date(2107, 12, 31)
START = "start"
PARTS = (START, "load, compute, check", "render")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--write", is_flag=True, help="Write build/docs as well.")
def main(folder: Path, write: bool) -> None:
    """Load, compute, check and render the project in FOLDER, and tell the parts on one line."""
    marks = [perf_counter()]
    gc.set_threshold(50_000, 20, 100)  # as the command `ita` does
    from generator import workspace
    from generator.pipeline import check_project
    from generator.render.site import render_site
    from generator.words import Language, Words

    marks.append(perf_counter())
    facts, problems = check_project(folder, TODAY)
    if facts is None:
        raise click.ClickException("\n".join(map(str, problems)))
    marks.append(perf_counter())
    rendered = render_site(facts, Words(Language.THAI))
    marks.append(perf_counter())
    if write:
        workspace.write(folder, facts, rendered)
    told = {
        "pages": len(rendered.pages),
        "problems": len(problems),
        "bytes": sum(len(text.encode("utf-8")) for text in rendered.texts.values()),
        "parts": {name: marks[index + 1] - marks[index] for index, name in enumerate(PARTS)},
    }
    click.echo(json.dumps(told))
    gc.freeze()  # as the command `ita` does


if __name__ == "__main__":
    main()
