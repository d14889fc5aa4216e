"""RIS written back into the text it was read from: references that did not change stay as they stand, to the byte."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from citekit.model import Library, Work
from citekit.write.latex import even
from citekit.write.pieces_keep import Form, Record, keep
from citekit.write.ris import load_ris, reference_text
from citekit.write.ris_lines import LINE_END, split


def keep_ris(library: Library) -> str:
    """The text of the library's document, one that was read as RIS, with the works as they are now."""
    return keep(_FORM, library)


def _read(text: str) -> Sequence[Work]:
    return load_ris(text, "").works


def _places(text: str) -> list[Record]:
    """The references that are works, from the first line to the last, and with each the blank lines behind it."""
    starts = [0, *(found.end() for found in LINE_END.finditer(text)), len(text)]
    _, references = split(text)
    places = []
    for found, following in zip_longest(references, references[1:]):
        if not (found.code or found.pairs):
            continue
        own = (starts[found.line - 1], starts[min(found.last, len(starts) - 1)])
        until = starts[following.line - 1] if following else len(text)
        stray = "".join(line + _line_end(text) for line in found.stray)
        places.append(Record(own, (own[0], max(own[1], until)), stray))
    return places


def _write(text: str, work: Work) -> str:
    line_end = _line_end(text)
    return reference_text(work, even(work.key)).rstrip("\r\n").replace("\r\n", line_end) + line_end


def _line_end(text: str) -> str:
    """How the text ends its lines; as RIS has it where it has but one."""
    return next((end for end in ("\r\n", "\n", "\r") if end in text), "\r\n")


def _append(text: str, references: Sequence[str]) -> str:
    line_end = _line_end(text)
    body = text.rstrip("\x1a")
    before = body if not body or body.endswith(("\n", "\r")) else body + line_end
    space = "" if not before.strip("\ufeff \r\n") or before.endswith(line_end * 2) else line_end
    return before + space + line_end.join(references) + line_end + text[len(body) :]


_FORM = Form(_read, _places, _write, _append)
