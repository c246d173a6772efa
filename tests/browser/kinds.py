"""One page of each kind of the demonstration site, and of the example that shows more of it."""

from __future__ import annotations

KINDS = {
    "home": "",
    "year": "2567",
    "assessment": "2567/assessment",
    "analysis": "2567/analysis",
    "measures": "2568/measures",
    "progress": "2568/progress",
    "complaints": "2567/complaints",
    "oit_index": "2568/oit",
    "oit_item": "2568/oit/o11",
    "trend": "trend",
    "data": "data",
    "data_fields": "data/fields",
    "data_forms": "data/forms",
    "data_form": "data/forms/assessment",
    "method": "method",
    "errata": "errata",
    "changes": "changes",
    "link": "link",
    "information_act": "information-act",
    "hand": "about",
    "about_site": "about-site",
    "accessibility": "about-site/accessibility",
    "privacy": "about-site/privacy",
    "site_map": "about-site/site-map",
}
# Kinds in English that show what differs most: other words, and two languages on one page.
SHOWN = {
    **KINDS,
    **{
        f"{kind} in English": f"en/{KINDS[kind]}".rstrip("/")
        for kind in ("home", "assessment", "measures", "progress", "oit_item", "hand")
    },
}
WIDTHS = (320, 390, 1280)
# Of these a person sees pictures.
PICTURED = (390, 1280)
SCHEMES = ("light", "dark")
