"""Plain values to YAML that any reader of it takes as it was meant: no anchors, no values that change their kind."""

from __future__ import annotations

import re

import yaml

_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Day(str):
    """A text that may stand without quotes where it looks like a date: ``2009-01-21``."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Writes each value where it stands, without anchors."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        """Never an anchor: a reader may not know them."""
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    """A text; one with line ends of other kinds or control characters in double quotes, which alone keep them."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"' if _ODD.search(value) else None)


def _day(dumper: yaml.SafeDumper, value: Day) -> yaml.ScalarNode:
    if not _DAY.fullmatch(value):
        return _text(dumper, value)
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", str(value))


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Day, _day)


def to_yaml(value: object) -> str:
    """The YAML of lists, records, texts, numbers, true, false and null, each record in the order it has."""
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2**31)
    return text
