"""A Library becomes BibTeX, CSL-JSON or JSON, and BibTeX becomes a Library again."""

from __future__ import annotations
