"""CSL-JSON written back into the text it was read from: items that did not change stay as they stand, to the byte."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from citekit.model import Library, Work
from citekit.write.csl_json import exchanged
from citekit.write.csl_load import load_csl_json
from citekit.write.json_pieces import json_pieces
from citekit.write.pieces_keep import Form, Record, keep

_LISTED = re.compile(r'[\s\ufeff]*(?:\{[^\[\]{}]*?"(?:items|references)"\s*:\s*)?\[')
_BETWEEN = re.compile(r"[\s,\ufeff]*")
_LAST_COMMA = re.compile(r",(\s*\][\s}]*)\Z")
_INDENT = re.compile(r"\n([ \t]*)\{")


def keep_csl_json(library: Library) -> str:
    """The text of the library's document, one that was read as CSL-JSON, with the works as they are now."""
    text = keep(_FORM, library)
    return text if text == library.document.text else _LAST_COMMA.sub(r"\1", text)


def _read(text: str) -> Sequence[Work]:
    return load_csl_json(text, "").works


def _places(text: str) -> list[Record]:
    """The items that are works, each with what parts it from the next one, the last with what is before it."""
    pieces = json_pieces(text)
    starts = {piece.start for piece in pieces}
    places, before = [], 0
    for piece in pieces:
        following = _BETWEEN.match(text, piece.end)
        after = following.end() if following else piece.end
        if isinstance(piece.value, dict):
            gone = (piece.start, after) if after in starts else (before or piece.start, piece.end)
            places.append(Record((piece.start, piece.end), gone))
        before = piece.end
    return places


def _write(text: str, work: Work) -> str:
    """The item of a work, set as the items of the text are: over several lines, or in one."""
    indent = _INDENT.search(text)
    item = exchanged(work, work.key or "item")
    if not indent or not _LISTED.match(text):
        return json.dumps(item, ensure_ascii=False)
    return json.dumps(item, ensure_ascii=False, indent=2).replace("\n", "\n" + indent[1])


def _append(text: str, items: Sequence[str]) -> str:
    opening, pieces = _LISTED.match(text), json_pieces(text)
    inside = [piece for piece in pieces if not (piece.broken and piece == pieces[-1])] if opening else pieces
    at = inside[-1].end if inside else opening.end() if opening else len(text)
    found = _INDENT.search(text)
    comma, space = ("," if opening else ""), (f"\n{found[1]}" if found else "\n")
    told = f"{comma}{space}".join(items)
    before = comma + space if inside else space if opening else ""
    after = "\n" if opening and not inside else ""
    return text[:at] + before + told + after + text[at:]


_FORM = Form(_read, _places, _write, _append)
