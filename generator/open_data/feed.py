"""`feed.xml`: the changes as an Atom feed; the same records give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from generator.escape import attribute, html
from generator.open_data.addresses import Addresses
from generator.open_data.changes import Event
from generator.words import Words

MOST = 100
NAME = "feed.xml"


def feed_text(events: Sequence[Event], agency: str, addresses: Addresses, t: Words) -> str:
    """The newest changes; a feed needs a day, so there is one only where something has a day."""
    home, own = addresses.of_page(""), addresses.of(NAME)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{t.language}">',
        f"<title>{html(t('open_data.feed.title', agency=agency))}</title>",
        f"<id>{_identity(agency, own)}</id>",
        f"<updated>{_moment(events[0].day)}</updated>",
        f"<author><name>{html(agency)}</name></author>",
        f'<link href="{attribute(home)}"/>',
        f'<link rel="self" type="application/atom+xml" href="{attribute(own)}"/>',
        *(_entry(event, agency, addresses) for event in events[:MOST]),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(event: Event, agency: str, addresses: Addresses) -> str:
    address = addresses.of_link(event.link)
    identity = _identity(agency, f"{address} {event.day.isoformat()} {event.title}")
    return (
        f"<entry><title>{html(event.title)}</title><id>{identity}</id>"
        f"<updated>{_moment(event.day)}</updated>"
        f'<link href="{attribute(address)}"/></entry>'
    )


def _identity(agency: str, name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{agency} {name}')}"


def _moment(day: date) -> str:
    """A day of the records as the moment in Thailand at which it began."""
    return f"{day.isoformat()}T00:00:00+07:00"
