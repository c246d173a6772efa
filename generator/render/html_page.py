"""Pages that no engine builds: whole HTML documents in which every text is escaped."""

from __future__ import annotations

from generator.render.templates import environment


def html_page(name: str, **view: object) -> str:
    """The template of that name, filled in."""
    return environment(escaping=True).get_template(f"{name}.html.jinja").render(**view)
