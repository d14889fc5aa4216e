"""How Word counts notes: the form of their numbers, where the count starts and where it begins anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citekit.read.markup.ordinals import formatted
from citekit.read.markup.xml import Element, attribute, local

_DEFAULTS = {"foot": "decimal", "end": "lowerRoman"}
"""The forms that ECMA-376 gives notes where nothing is said (17.11.17, 17.11.18)."""


@dataclass(slots=True)
class Call:
    """A reference to a note: its kind and id, where it stands, its own mark if it has one, section and page."""

    kind: str
    key: str
    place: int
    mark: str = ""
    section: int = 0
    page: int = 0
    counting: Counting | None = None


class Counting:
    """The rules of one section, or of the whole file."""

    def __init__(self, element: Element | None) -> None:
        """Read ``footnotePr`` and ``endnotePr`` out of the settings or the properties of a section."""
        self._said: dict[tuple[str, str], str] = {}
        for part in element if element is not None else ():
            if local(part) in ("footnotePr", "endnotePr"):
                kind = local(part).removesuffix("notePr")
                self._said |= {(kind, local(rule)): attribute(rule, "val") for rule in part}

    def get(self, kind: str, rule: str) -> str:
        """A rule for a kind of notes: ``numFmt``, ``numStart`` or ``numRestart``; empty where nothing is said."""
        return self._said.get((kind, rule), "")


def labels(calls: Sequence[Call], counting: Counting) -> Iterator[tuple[Call, str, int | None, bool]]:
    """Each note that is called, with its label, its number and whether the count begins anew; notes called twice once.

    A note with a mark of its own has no number, and the count goes on without it.
    """
    count: dict[str, int] = {}
    latest: dict[str, Call] = {}
    seen: set[tuple[str, str]] = set()
    for call in calls:
        if (call.kind, call.key) in seen:
            continue
        seen.add((call.kind, call.key))
        if call.mark:
            yield call, call.mark, None, False
            continue
        start = _rule(call, counting, "numStart")
        before = latest.get(call.kind)
        anew = before is None or _begins_anew(call, before, _rule(call, counting, "numRestart"))
        number = (int(start) if start.isdecimal() else 1) if anew else count[call.kind] + 1
        count[call.kind], latest[call.kind] = number, call
        form = _rule(call, counting, "numFmt") or _DEFAULTS[call.kind]
        yield call, formatted(number, form), number, anew and before is not None


def _rule(call: Call, counting: Counting, rule: str) -> str:
    own = call.counting.get(call.kind, rule) if call.counting else ""
    return own or counting.get(call.kind, rule)


def _begins_anew(call: Call, before: Call, rule: str) -> bool:
    if rule == "eachSect":
        return call.section != before.section
    return rule == "eachPage" and call.page != before.page
