"""What a style makes of works that fit no pattern, found out by trying it: interviews, and works of no known type."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from citekit.style.context import Cite
from citekit.style.node import text
from citekit.style.positions import Cluster, Place
from citekit.style.processor import Processor
from citekit.style.style import Style

_INTERVIEW = {"id": "probe", "type": "interview", "author": [{"literal": "Person"}]}
_UNSORTED = {"id": "probe", "title": "Title", "issued": {"date-parts": [[1987]]}}
_RELEASE = {**_UNSORTED, "number": "SG/A/1"}


@dataclass(frozen=True, slots=True)
class Manners:
    """``interview`` is what an interview without a title is given; the others are CSL types.

    ``unsorted`` is that of a work of no known type, ``release`` that of a press release with a symbol.
    """

    interview: dict[str, str] = field(default_factory=dict)
    unsorted: str = "document"
    release: str = "webpage"


def manners_of(style: Style, types: Iterable[str]) -> Manners:
    """The manners of a style; only what the types of the works (citekit's names) ask for is tried."""
    wanted = set(types)
    return Manners(
        _interview(style) if "interview" in wanted else {},
        _type(style, _UNSORTED, "document", "1987") if "other" in wanted else "document",
        _type(style, _RELEASE, "webpage", "SG/A/1") if "press-release" in wanted else "webpage",
    )


def _interview(style: Style) -> dict[str, str]:
    """The word for an interview as its genre or its title, unless the style itself says that it is one."""
    word = style.locale.term("interview") or "interview"
    wishes: tuple[dict[str, str], ...] = ({}, {"genre": word}, {"title": word[:1].upper() + word[1:]})
    shown = (wish for wish in wishes if _shows(style, _INTERVIEW | wish, lambda told: word.casefold() in told))
    return next(shown, wishes[1])


def _type(style: Style, item: dict[str, Any], usual: str, value: str) -> str:
    """The usual type, but ``report`` where only that has the style print a value (a date, a symbol)."""
    kinds = (usual, "report")
    shown = (kind for kind in kinds if _shows(style, item | {"type": kind}, lambda told: value.casefold() in told))
    return next(shown, usual)


def _shows(style: Style, item: dict[str, Any], test: Callable[[str], bool]) -> bool:
    """Whether what the style prints of an item passes a test: of a style for notes a note, else the entry."""
    processor = Processor(style, [item])
    if style.is_note:
        trees = [processor.cluster(Cluster((Cite("probe"),), 1), [Place()])]
    else:
        trees = [entry.tree for entry in processor.bibliography()]  # none where the style lists no such thing
    return all(test(text(tree).casefold()) for tree in trees)
