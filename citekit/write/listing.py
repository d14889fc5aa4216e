"""A Library as a plain list that a person can read: one work a line, sorted by who or what stands first, then date.

``Zhao Lei. Jiangou Heping … [Constructing Peace …]. Beijing: Jiuzhou Chubanshe, 2007. — note 8``
"""

from __future__ import annotations

from collections.abc import Iterable

from citekit.language import fold_ascii
from citekit.model import Library, Name, Title, Work
from citekit.write.annotation import is_entry
from citekit.write.latex import even
from citekit.write.spoken_dates import spoken
from citekit.write.types import kind

_WHOLE = {"book", "thesis", "film", "report", "un-document"}
"""Types whose titles stand without quotes."""


def to_text(library: Library) -> str:
    """The list; a library without works gives an empty text."""
    return "".join(f"{line(work)}\n" for work in sorted(library.works, key=_place))


def _place(work: Work) -> tuple[str, str, str]:
    first = next(filter(None, (_sorted_as(work), work.container.display, _title(work))), "")
    return fold_ascii(first), work.fields.get("date", ""), fold_ascii(work.title.display)


def _sorted_as(work: Work) -> str:
    return " ".join(_last_first(name) for name in work.author or work.editor)


def _last_first(name: Name) -> str:
    return name.literal or f"{name.family} {name.given}".strip() or name.display


def line(work: Work) -> str:
    """One work in one line, its notes at the end."""
    source = _book(work) if work.type in _WHOLE or not work.container else _part(work)
    sentences = [_people(work), _title(work), source, *_rest(work)]
    told = " ".join(_stopped(text) for text in map(even, sentences) if text)
    notes = list(dict.fromkeys(place.note for place in work.cited if place.note and not is_entry(place)))
    where = f" — note{'s' * (len(notes) > 1)} {', '.join(notes)}" if notes else ""
    return f"{told}{where}".strip()


def _stopped(sentence: str) -> str:
    """With its full stop, but for an address, which a stop would spoil."""
    whole = sentence.endswith((".", "?", "!", ".”", "?”", "!”")) or "://" in sentence.rpartition(" ")[2]
    return sentence if whole else f"{sentence}."


def _people(work: Work) -> str:
    if work.author:
        return _names(work.author)
    if work.editor and not work.container:
        return f"{_names(work.editor)}, ed{'s' * (len(work.editor) > 1)}."
    return ""


def _names(names: Iterable[Name]) -> str:
    told = [_name(name) for name in names]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def _name(name: Name) -> str:
    shown = name.display or name.translated
    faces = [name.original, f"[{name.translated}]" if name.translated != shown and name.translated else ""]
    return " ".join(filter(None, (shown, *faces)))


def _faces(title: Title, *, quoted: bool = False) -> str:
    main = title.display
    faces = [face.text for face in (title.original,) if face and face.text != main]
    faces += [f"[{face.text}]" for face in (title.translation,) if face and face.text != main]
    return " ".join(filter(None, (f"“{main}”" if quoted and main else main, *faces)))


def _title(work: Work) -> str:
    if not work.title:
        return work.fields.get("document_symbol", "") or kind(work.type).label
    return _faces(work.title, quoted=work.type not in _WHOLE and bool(work.container))


def _book(work: Work) -> str:
    container = _faces(work.container)
    return ", ".join(filter(None, (container, _edition(work), work.fields.get("series", ""), _imprint(work))))


def _edition(work: Work) -> str:
    edition = work.fields.get("edition", "")
    return f"{edition} ed." if edition.isdecimal() else edition


def _imprint(work: Work) -> str:
    """``Beijing: Jiuzhou Chubanshe, 2007``."""
    house = ": ".join(filter(None, (work.fields.get("place", ""), _faces(work.publisher))))
    return ", ".join(filter(None, (house, spoken(work.fields.get("date", "")))))


def _part(work: Work) -> str:
    """``Shijie Jingji yu Zhengzhi, no. 9 (2002), 39-44``; ``In …, edited by …. Beijing: …, 2006, 47-67``."""
    fields = work.fields
    numbers = [fields.get("volume", ""), f"no. {fields['issue']}" if fields.get("issue") else ""]
    editors = f"edited by {_names(work.editor)}" if work.editor else ""
    parts = [_faces(work.container), editors, *numbers, _imprint(work), fields.get("pages", "")]
    inside = "In " if work.type in ("chapter", "conference-paper", "speech") and work.publisher else ""
    return inside + ", ".join(filter(None, parts))


def _rest(work: Work) -> list[str]:
    """What follows the imprint: symbol, genre, event, address."""
    fields = work.fields
    event = ", ".join(filter(None, (fields.get("event_place", ""), spoken(fields.get("event_date", "")))))
    accessed = f" (accessed {spoken(fields['accessed'])})" if fields.get("accessed") else ""
    symbol = fields.get("document_symbol", "") if work.title else ""
    address = fields.get("url", "") or fields.get("doi", "")
    return [symbol, fields.get("genre", ""), event, f"{address}{accessed}".strip()]
