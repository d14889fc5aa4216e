"""``python -m citekit`` is the command line."""

from __future__ import annotations

from citekit.cli import main

main()
