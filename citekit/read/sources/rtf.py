r"""RTF (specification 1.9.1): ``{\footnote …}`` and ``{\footnote\ftnalt …}`` where the body calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from citekit.errors import CitekitError
from citekit.model import Document
from citekit.read.markup.assemble import assemble
from citekit.read.markup.found import Found
from citekit.read.markup.prose import Prose
from citekit.read.options import NONE, Options
from citekit.read.sources.rtf_scan import Token, tokens
from citekit.read.sources.rtf_words import BREAKS, CODE_PAGES, DESTINATIONS, HIDDEN, PRINTED, SIGNS, STYLES

_LINK = re.compile(r"\s*HYPERLINK\s+(?:\\l\s+)?\"?(?P<target>[^\"\s]+)")
_ORIGINS = (("ZOTERO_ITEM", "zotero"), ("CSL_CITATION", "mendeley"))
_DEEPEST = 500


def read_rtf(data: bytes, source: str, options: Options = NONE) -> Document:  # noqa: ARG001 - every reader takes them
    """Read the notes of an RTF file: insertions taken as accepted, deletions, hidden text and comments left out.

    Raises :class:`CitekitError` where groups are nested deeper than any program writes.
    """
    reader = _Reader(source)
    for token in tokens(data.decode("latin-1")):
        reader.take(token)
    reader.flush()
    return assemble(list(reader.found()), reader.body, source)


@dataclass(frozen=True, slots=True)
class _State:
    r"""What holds in a group: where its text goes, how it is set, its code page, how many signs stand for a \\u."""

    into: str = "body"
    styles: tuple[str, ...] = ()
    hidden: bool = False
    page: str = "cp1252"
    spare: int = 1


@dataclass(slots=True)
class _Note:
    """A note under the hand: its kind, where it is called, its text, and how deep its group stands."""

    kind: str
    place: int
    prose: Prose
    depth: int


@dataclass(slots=True)
class _Field:
    """A field: what it says it is, how deep its group stands, and where its result begins."""

    depth: int
    instruction: str = ""
    start: int = -1


@dataclass(slots=True)
class _Reader:
    """The body and the notes as they are put together, and the groups that are open."""

    source: str
    body: Prose = field(default_factory=lambda: Prose(lines=True))
    notes: list[_Note] = field(default_factory=list)
    _states: list[_State] = field(default_factory=lambda: [_State()])
    _fonts: dict[int, str] = field(default_factory=dict)
    _default: str = "cp1252"
    _font: int = 0
    _note: _Note | None = None
    _fields: list[_Field] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _units: list[int] = field(default_factory=list)
    _skip: int = 0
    _starred: bool = False

    @property
    def prose(self) -> Prose:
        """Where text goes now."""
        return self._note.prose if self._note else self.body

    @property
    def state(self) -> _State:
        """What holds in the group that is open."""
        return self._states[-1]

    def found(self) -> Iterator[Found]:
        """The notes in order, footnotes and endnotes counted apart."""
        counts = {"foot": 0, "end": 0}
        for note in self.notes:
            counts[note.kind] += 1
            number = counts[note.kind]
            yield Found(
                str(number), number, note.kind, note.prose, (note.place,), because=f"a {note.kind}note of the file"
            )

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.kind == "byte":
            self._byte(int(token.text, 16))
            return
        if self._skip and token.kind == "text":
            token, self._skip = replace(token, text=token.text[self._skip :]), max(0, self._skip - len(token.text))
            if not token.text:
                return
        if not (token.kind == "word" and token.text == "u"):
            self.flush()
        take = {"open": self._open, "close": self._close, "text": self._text, "sign": self._sign}
        take.get(token.kind, self._word)(token)
        if token.kind not in ("open", "close") and not (token.kind == "sign" and token.text == "*"):
            self._starred = False

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(value)

    def _open(self, _: Token) -> None:
        if len(self._states) > _DEEPEST:
            raise CitekitError(f"{self.source} nests its groups too deep to be a document; save it anew.")
        self._states.append(self.state)

    def flush(self) -> None:
        """Write the bytes and the UTF-16 units that wait for those that belong to them."""
        if self._bytes:
            data, page = bytes(self._bytes), self.state.page
            self._bytes.clear()
            self._write(data.decode(page, "replace"))
        if self._units:
            packed = b"".join(unit.to_bytes(2, "little") for unit in self._units)
            self._units.clear()
            self._write(packed.decode("utf-16-le", "replace"))

    def _write(self, text: str) -> None:
        state = self.state
        if state.into == "field" and self._fields:
            self._fields[-1].instruction += text
        elif state.into == "fonts":
            return
        elif state.into == "body" and not state.hidden:
            start = self.prose.length
            self.prose.write(text)
            self.prose.mark(start, *state.styles)

    def _text(self, token: Token) -> None:
        text = token.text
        self._write(text.encode("latin-1").decode(self.state.page, "replace") if not text.isascii() else text)

    def _sign(self, token: Token) -> None:
        sign = token.text
        if sign == "*":
            self._starred = True
        elif sign in BREAKS and self.state.into == "body":
            self.prose.break_line()
        elif sign in SIGNS:
            self._write(SIGNS[sign])

    def _set(self, **values: object) -> None:
        self._states[-1] = replace(self.state, **values)  # type: ignore[arg-type]  # the names are those of _State

    def _close(self, _: Token) -> None:
        depth = len(self._states)
        if depth == 1:
            return
        self._states.pop()
        self._skip = 0
        if self._note and self._note.depth == depth:
            self.notes.append(self._note)
            self._note = None
        if self._fields and self._fields[-1].depth == depth:
            self._end_field(self._fields.pop())

    def _end_field(self, ended: _Field) -> None:
        """What a field printed is a link, or a citation that a reference manager left."""
        if ended.start < 0:
            return
        link = _LINK.match(ended.instruction)
        origin = next((name for mark, name in _ORIGINS if mark in ended.instruction), "")
        if link:
            self.prose.mark(ended.start, "link", target=link["target"])
        elif origin and "{" in ended.instruction and self.prose.length > ended.start:
            self.prose.store(ended.start, origin, ended.instruction)

    def _word(self, token: Token) -> None:
        word, number = token.text, token.number
        if word == "u":
            self._units.append((number or 0) % 0x10000)
            self._skip = self.state.spare
        elif word == "uc":
            self._set(spare=max(0, number or 0))
        elif word in DESTINATIONS:
            self._set(into="fonts" if word == "fonttbl" else "nowhere")
        elif word == "footnote" and self.state.into == "body":
            self._begin_note()
        elif word == "ftnalt" and self._note:
            self._note.kind = "end"
        elif word in ("field", "fldinst", "fldrslt"):
            self._field(word)
        elif word in ("f", "fcharset", "ansicpg"):
            self._font_word(word, number or 0)
        elif self._starred:  # a destination that may be passed over by who does not know it
            self._set(into="nowhere")
        else:
            self._mark(word, on=number != 0)

    def _mark(self, word: str, *, on: bool) -> None:
        """A word that sets, hides, ends a paragraph or prints a sign."""
        if word in STYLES or word in HIDDEN or word in ("plain", "nosupersub"):
            self._style(word, on=on)
        elif word in BREAKS and self.state.into == "body":
            self.prose.break_line()
        elif word in PRINTED:
            self._write(PRINTED[word])

    def _begin_note(self) -> None:
        if self._note is None:  # no note stands in another
            self._note = _Note("foot", self.body.length, Prose(), len(self._states))
            self._set(styles=(), hidden=False)

    def _field(self, word: str) -> None:
        if word == "field":
            self._fields.append(_Field(len(self._states)))
        elif word == "fldinst":
            self._set(into="field" if self._fields else "nowhere")
        elif self._fields:
            self._fields[-1].start = self.prose.length

    def _style(self, word: str, *, on: bool) -> None:
        if word == "plain":
            self._set(styles=(), hidden=False)
        elif word == "nosupersub":
            self._set(styles=tuple(style for style in self.state.styles if style != "superscript"))
        elif word in HIDDEN:
            self._set(hidden=on)
        else:
            kept = tuple(style for style in self.state.styles if style != STYLES[word])
            self._set(styles=(*kept, STYLES[word]) if on and STYLES[word] else kept)

    def _font_word(self, word: str, number: int) -> None:
        """Fonts tell the code page of the bytes that are set in them."""
        if word == "ansicpg":
            self._default = _known(f"cp{number}") or "cp1252"
            self._set(page=self._default)
        elif word == "fcharset":
            self._fonts[self._font] = self._default if number in (0, 1) else CODE_PAGES.get(number, self._default)
        elif word == "f" and self.state.into == "fonts":
            self._font = number
        elif word == "f":
            self._set(page=self._fonts.get(number, self._default))


def _known(page: str) -> str:
    try:
        "".encode(page)
    except LookupError:
        return ""
    return page
