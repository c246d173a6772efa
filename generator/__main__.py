"""`python -m generator` is `ita`."""

from __future__ import annotations

from generator.cli import main

if __name__ == "__main__":
    main()
