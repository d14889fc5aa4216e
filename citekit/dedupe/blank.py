"""What stands in a field's place and is no value of its own: ``ibid.`` as container, ``ders.`` as author."""

from __future__ import annotations

from functools import cache, lru_cache

from citekit.data import rows
from citekit.language.agree import squeeze
from citekit.model import Citation, Name


@cache
def _words() -> frozenset[str]:
    return frozenset(squeeze(row[0].strip(".")) for row in rows("ibid-words.tsv") if row[2] != "note")


@lru_cache(maxsize=8192)
def is_blank(text: str) -> bool:
    """Whether a text is empty or only points back."""
    plain = squeeze(text.replace(".", ""))
    return not plain or plain in _words()


def text(citation: Citation, name: str) -> str:
    """A field's text, empty where it only points back."""
    value = citation.text(name)
    return "" if is_blank(value) else value


def values(citation: Citation) -> dict[str, str]:
    """All text fields that hold something."""
    return {name: found for name in citation.fields if (found := text(citation, name))}


def names(citation: Citation, role: str) -> tuple[Name, ...]:
    """The names of a role that are names."""
    return tuple(
        name
        for name in citation.names(role)
        if not is_blank(name.literal or name.family or name.given or name.original)
    )
