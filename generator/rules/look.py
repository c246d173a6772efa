"""The look: text stays readable on the agency's colour, and its emblem is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.colour import READABLE, WHITE, contrast, darkened
from generator.compute.facts import Facts
from generator.image import image_ending
from generator.problems import Problem, Severity
from generator.project import CONTENT, FILES
from generator.rules.evidence import SAFE_NAME
from generator.rules.place import problem_at
from generator.validate import nearest


def colour_unreadable(facts: Facts) -> Iterator[Problem]:
    """White words on the agency's colour have less contrast than WCAG asks for."""
    site = facts.project.site
    colour = site.record.look.colour
    if colour and (found := contrast(colour, WHITE)) < READABLE:
        told = {
            "colour": colour,
            "contrast": f"{found:.2f}",
            "wanted": f"{READABLE:.2f}",
            "suggestion": darkened(colour, WHITE),
        }
        path = ("look", "colour")
        yield problem_at(site.document, path, "COLOUR-CONTRAST", told, Severity.ERROR)


def logo_missing(facts: Facts) -> Iterator[Problem]:
    """The emblem is not an image in the folder of the site's own files."""
    site, files = facts.project.site, facts.project.files
    logo = site.record.look.logo
    if logo is None:
        return
    path = ("look", "logo")
    told: dict[str, object] = {"name": logo, "folder": f"{CONTENT}/{FILES}"}
    if not SAFE_NAME.match(logo):
        yield problem_at(site.document, path, "FILE-NAME", told, Severity.ERROR)
    elif logo not in files:
        told["suggestion"] = nearest(logo, files)
        yield problem_at(site.document, path, "EVIDENCE-MISSING", told, Severity.ERROR)
    elif image_ending((facts.project.root / CONTENT / FILES / logo).read_bytes()) is None:
        yield problem_at(site.document, path, "LOGO-KIND", told, Severity.ERROR)
    elif fault := files[logo].fault:
        told.update(fault.facts)
        yield problem_at(site.document, path, fault.code, told, Severity.ERROR)


RULES = (colour_unreadable, logo_missing)
