"""What the labeller hands to the field makers: named stretches of a note, nothing normalised yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A stretch of a note's text that holds a field: its name, where it stands, which rule saw it, how sure it is.

    ``name`` is a field of :data:`citekit.fields.TEXT_FIELDS` or :data:`citekit.fields.NAME_FIELDS`, or one of
    ``author_translation`` (the gloss of a body) and ``ibid`` (a word that points back).
    """

    name: str
    start: int
    end: int
    by: str
    confidence: float = 0.9

    def text_in(self, text: str) -> str:
        """The labelled stretch of the note."""
        return text[self.start : self.end]
