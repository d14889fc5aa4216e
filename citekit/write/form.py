"""Which format a file is in: what its name says, or its text where several formats share the end of a name."""

from __future__ import annotations

from pathlib import PurePath

from citekit.write import READERS, SUFFIXES
from citekit.write.sniff import sniff

_SHARED = (".json", ".txt", ".yaml", ".yml")
"""Ends of names that formats share: citekit's own JSON and everybody's CSL-JSON, a list and a paper, kinds of YAML."""


def form_of(name: str, text: str) -> str:
    """The format of a file with this name and text, one that can be read; empty where neither says it."""
    fitting = [suffix for suffix in SUFFIXES if PurePath(name).name.casefold().endswith(suffix)]
    suffix = max(fitting, key=len, default="")
    told = SUFFIXES.get(suffix, "")
    form = (sniff(text) or told) if suffix in _SHARED else (told or sniff(text))
    return form if form in READERS else ""
