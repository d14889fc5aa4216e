"""CSL-YAML, CSL items under ``references:`` as pandoc reads and writes them: a Library to it, and such a text back.

A value is a whole number, true, false, null or text, and nothing else: dates and ``no`` are texts.
"""

from __future__ import annotations

from citekit.model import Library
from citekit.write.csl_json import csl_items
from citekit.write.csl_load import library_of
from citekit.write.yaml_pieces import yaml_pieces
from citekit.write.yaml_text import to_yaml


def to_csl_yaml(library: Library) -> str:
    """The works of a library as YAML, in their order, the items those of CSL-JSON."""
    return f"---\n{to_yaml({'references': list(csl_items(library))})}...\n"


def load_csl_yaml(text: str, source: str) -> Library:
    """The works of a CSL-YAML text, in its order; ``source`` is the name of the file, for findings.

    Nothing in the text raises: what cannot be read is a finding with its text, what was mended is one too.
    """
    return library_of(yaml_pieces(text), text, source)
