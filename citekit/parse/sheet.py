"""The working sheet of the rule labeller: what of a citation has been labelled and what is still free."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citekit.language import script
from citekit.language.faces import Faces, translates
from citekit.language.trim import trim
from citekit.parse.faces import split_faces
from citekit.parse.labels import Label
from citekit.parse.structure import Structure

_SCRIPT_BEHIND = re.compile(r"[\s,]*(?P<original>[^\x00-⹿](?:[^\x00-⹿]|[0-9—·])*)")
_CLOSING = {")": "(", "]": "["}


@dataclass(slots=True)
class Sheet:
    """One citation under the labeller's hand. It lives for one call and never leaves the room."""

    structure: Structure
    start: int
    end: int
    labels: list[Label] = field(default_factory=list)
    used: list[tuple[int, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The note's whole text; offsets count in it."""
        return self.structure.text

    def put(self, name: str, span: tuple[int, int] | None, by: str, confidence: float = 0.9) -> None:
        """Label a stretch, and take it out of what is free; an empty stretch is passed over."""
        if span is None:
            return
        start, end = trim(self.text, *span)
        if start < end:
            self.labels.append(Label(name, start, end, by, confidence))
            self.used.append((min(span[0], start), max(span[1], end)))

    def use(self, start: int, end: int) -> None:
        """Take a stretch out of what is free without labelling it: a prefix, a bracket, a lead-in."""
        if start < end:
            self.used.append((start, end))

    def has(self, name: str) -> bool:
        """Whether a field has been labelled."""
        return any(label.name == name for label in self.labels)

    def text_of(self, name: str) -> str:
        """The text of the first label of a name, or the empty string."""
        return next((label.text_in(self.text) for label in self.labels if label.name == name), "")

    def is_used(self, offset: int) -> bool:
        """Whether a character is labelled or used already."""
        return any(start <= offset < end for start, end in self.used)

    def in_quote(self, offset: int) -> bool:
        """Whether a character stands inside a quotation."""
        return any(e.kind == "quote" and e.start <= offset < e.end for e in self.structure.enclosures)

    def free(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches between two offsets that nothing has used, without punctuation at their ends."""
        spans, position = [], start
        for begin, stop in sorted(self.used):
            if stop <= position or begin >= end:
                continue
            spans.append((position, max(position, begin)))
            position = max(position, stop)
        spans.append((position, end))
        spans_inside = [trim(self.text, max(s, start), min(e, end), " ,;:.()[]<>–—-/、，。；：") for s, e in spans]
        return [(s, self._reclose(s, e)) for s, e in spans_inside if s < e]

    def put_faces(self, name: str, span: tuple[int, int], by: str, confidence: float = 0.9) -> None:
        """Label a title-like stretch with its faces: ``title``, ``title_translation``, ``title_original``."""
        faces: Faces = split_faces(self.text, *span, self.structure.gaps)
        self.put(name, faces.main, by, confidence)
        self.put(f"{name}_translation", faces.translation, f"{by}-gloss", confidence)
        self.put(f"{name}_original", faces.original, f"{by}-original", confidence)
        self.use(*span)

    def put_gloss_behind(self, name: str, offset: int) -> int:
        """Label the original script and the bracketed translation that follow a quoted title; where they end."""
        title = self.text_of(name)
        run = _SCRIPT_BEHIND.match(self.text, offset, self.end)
        if run and not self.has(f"{name}_original"):
            self.put(f"{name}_original", run.span("original"), "script-behind-title", 0.95)
            offset = run.end()
        bracket = next(iter(self.structure.brackets(offset, self.end)), None)
        if bracket is None or self.text[offset : bracket.start].strip() or self.has(f"{name}_translation"):
            return offset
        inner = self.text[slice(*bracket.inner)]
        field_name = f"{name}_original" if script(inner) else f"{name}_translation" if translates(title, inner) else ""
        if not field_name:
            return offset
        self.put(field_name, bracket.inner, "gloss-behind-title", 0.95)
        self.use(bracket.start, bracket.end)
        return bracket.end

    def _reclose(self, start: int, end: int) -> int:
        """Give a stretch its closing bracket back when its opening one stands inside."""
        following = self.text[end : end + 1]
        if following in _CLOSING and self.text.count(_CLOSING[following], start, end) > self.text.count(
            following, start, end
        ):
            return end + 1
        return end
