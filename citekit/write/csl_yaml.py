"""CSL-YAML, CSL items under ``references:`` as pandoc reads and writes them: a Library to it, and such a text back.

A value is a whole number, true, false, null or text, and nothing else: dates and ``no`` are texts.
"""

from __future__ import annotations

import re

import yaml

from citekit.model import Library
from citekit.write.csl_json import csl_items
from citekit.write.csl_load import library_of
from citekit.write.yaml_pieces import yaml_pieces

_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


class _Dumper(yaml.SafeDumper):
    """Writes each value where it stands, without anchors."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        """Never an anchor: a reader may not know them."""
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    """A text; one with line ends of other kinds or control characters in double quotes, which alone keep them."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"' if _ODD.search(value) else None)


_Dumper.add_representer(str, _text)


def to_csl_yaml(library: Library) -> str:
    """The works of a library as YAML, in their order, the items those of CSL-JSON."""
    value = {"references": list(csl_items(library))}
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2**31)
    return f"---\n{text}...\n"


def load_csl_yaml(text: str, source: str) -> Library:
    """The works of a CSL-YAML text, in its order; ``source`` is the name of the file, for findings.

    Nothing in the text raises: what cannot be read is a finding with its text, what was mended is one too.
    """
    return library_of(yaml_pieces(text), text, source)
