"""What a format's own fields cannot tell of a work, as one line of JSON that rides along in an opaque field."""

from __future__ import annotations

from typing import Any

from citekit.model import Work
from citekit.write import patch
from citekit.write.record import Record, record, work_of

_TEXTS = {"key", "type"}
_RECORDS = {
    *("title", "container", "publisher", "author", "editor", "translator"),
    *("fields", "cited", "inherited", "extra", "people"),
}


def line_of(told: Record, work: Work, *, ascii_only: bool = False) -> str:
    """The line that makes the work of what an entry tells; empty when the entry tells it all."""
    rest = patch.diff(told, record(work))
    return patch.dumps(rest, ascii_only=ascii_only) if rest else ""


def work_with(told: Record, line: str) -> Work | None:
    """The work that an entry and such a line tell together; None when the line is not one of citekit's."""
    try:
        return work_of(patch.apply(told, _checked(patch.loads(line))))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _checked(rest: Record) -> Record:
    """The patch, when it is one of citekit's: known parts, texts where texts belong; else ValueError."""
    for part, value in rest.items():
        fits = {
            part in _TEXTS: isinstance(value, str | None),
            part in _RECORDS: value is None or (isinstance(value, dict) and _is_texts(value)),
            part == "variants": value is None or _is_variants(value),
        }
        if not fits.get(True):
            raise ValueError(f"a patch of citekit's has no such {part}")
    return rest


def _is_texts(value: Any) -> bool:  # noqa: ANN401  # whatever JSON holds
    return all(map(_is_texts, value.values())) if isinstance(value, dict) else isinstance(value, str | None)


def _is_variants(value: Any) -> bool:  # noqa: ANN401  # whatever JSON holds
    rows = value if isinstance(value, list) else [()]
    return all(
        isinstance(row, list) and len(row) == 3 and all(map(_is_texts, (row[0], row[1]))) and isinstance(row[2], list)
        for row in rows
    )
