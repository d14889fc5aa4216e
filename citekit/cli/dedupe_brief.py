"""A record in a line or in a table of its values, as a person reads it in a terminal."""

from __future__ import annotations

from citekit.cli.excerpt import excerpt
from citekit.cli.terminal import cells
from citekit.dedupe.values import label, told, values_of
from citekit.model import Work

_LED = ("author", "editor", "title", "title_original", "title_translation", "container", "date", "volume", "issue")
_LED_TOO = ("pages", "publisher", "place", "edition", "doi", "isbn", "url", "document_symbol", "type")
_HIDDEN = {"entrytype", "ids"}


_ONE_LINE = {ord(char): " " for char in "\t\n\r\v\f"}


def cut(text: str, room: int) -> str:
    """A text on one line, of at most so many columns."""
    return excerpt(text, (0, 0), max(room, 1))[0]


def padded(text: str, room: int) -> str:
    """A text cut to so many columns, or filled up to them."""
    shown = cut(text, room)
    return shown + " " * (room - cells(shown))


def wrapped(text: str, room: int) -> list[str]:
    """A text over lines of at most so many columns, broken at blanks, or anywhere where there are none."""
    lines, left = [], text.translate(_ONE_LINE).strip()
    while left:
        end, taken = 0, 0
        while end < len(left) and (taken := taken + cells(left[end])) <= room:
            end += 1
        blank = left.rfind(" ", 0, end + 1) if end < len(left) else end
        end = blank if blank > 0 else max(end, 1)
        lines.append(left[:end].rstrip())
        left = left[end:].lstrip()
    return lines


def brief(work: Work) -> str:
    """A work in short: ``Tang, Zhongguo yu Lianheguo weihe xingdong, Shijie Jingji yu Zhengzhi, 2002``."""
    people = [name.family or name.literal or name.given for name in (*work.author, *work.editor)[:3]]
    who = " and ".join(filter(None, people)) + (" and others" if len(work.author) > 3 else "")
    return ", ".join(filter(None, (who, work.title.display, work.container.display, work.fields.get("date", ""))))


def values(work: Work) -> dict[str, str]:
    """The values of a work by name, those that tell works apart first."""
    found = {label(where): told(value) for where, value in values_of(work).items()}
    order = {name: number for number, name in enumerate((*_LED, *_LED_TOO))}
    names = sorted(found.keys() - _HIDDEN, key=lambda name: (order.get(name, len(order)), name))
    return {name: found[name] for name in names}
