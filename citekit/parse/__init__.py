"""A Note becomes its citations: labelled spans, commentary and signals."""

from __future__ import annotations
