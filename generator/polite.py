"""Asking a website: few connections, patience, our name."""

from __future__ import annotations

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from generator import __version__

AGENT = f"ita-audit/{__version__} (+https://pypi.org/project/ita/)"
TIMEOUT = (10, 30)  # seconds to connect, seconds to read
TRIES = 3
MOST_REDIRECTS = 5


def polite_session() -> requests.Session:
    session = requests.Session()
    session.headers["User-Agent"] = AGENT
    session.max_redirects = MOST_REDIRECTS
    retry = Retry(TRIES, backoff_factor=0.5, status_forcelist=(502, 503, 504))
    retry.raise_on_status = False
    for scheme in ("http://", "https://"):
        adapter = HTTPAdapter(pool_connections=2, pool_maxsize=1, max_retries=retry)
        session.mount(scheme, adapter)
    return session
