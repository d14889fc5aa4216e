"""What one record has and another has not: a JSON merge patch (RFC 7396), told in one line that TeX tools let pass."""

from __future__ import annotations

import json
import re

from citekit.write.record import Record

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
# braces would count for BibTeX; controls, separators, non-characters and runs of blanks do not survive every tool
_UNSAFE = re.compile(
    "[{}\x7f-\xa0\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
    "|[" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)) + "]"
    '|(?<=[ "]) | (?=")'
)


def diff(old: Record, new: Record) -> Record:
    """The patch that makes ``new`` of ``old``: values that differ, ``None`` for what ``new`` has not."""
    patch: Record = {key: None for key in old if key not in new}
    for key, value in new.items():
        before = old.get(key)
        if isinstance(value, dict):
            inner = diff(before if isinstance(before, dict) else {}, value)
            if inner or not isinstance(before, dict):
                patch[key] = inner
        elif value != before:
            patch[key] = value
    return patch


def apply(old: Record, patch: Record) -> Record:
    """The record that a patch makes of another: ``apply(old, diff(old, new)) == new``."""
    new = dict(old)
    for key, value in patch.items():
        if value is None:
            new.pop(key, None)
        elif isinstance(value, dict):
            before = new.get(key)
            new[key] = apply(before if isinstance(before, dict) else {}, value)
        else:
            new[key] = value
    return new


def dumps(patch: Record, *, ascii_only: bool = False) -> str:
    """The patch as one line of JSON with balanced braces and nothing in it that a BibTeX tool trips over."""
    text = json.dumps(patch, ensure_ascii=ascii_only, separators=(",", ":"), sort_keys=True)
    return _STRING.sub(lambda string: _UNSAFE.sub(_escape, string[0]), text)


def _escape(found: re.Match[str]) -> str:
    data = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[i]:02x}{data[i + 1]:02x}" for i in range(0, len(data), 2))


def loads(text: str) -> Record:
    """The patch that a line tells; a line that is no JSON object is none (ValueError)."""
    patch = json.loads(text)
    if not isinstance(patch, dict):
        raise ValueError("a patch is a JSON object")  # noqa: TRY004  # as json.loads does for text that is no JSON
    return patch
