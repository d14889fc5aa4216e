"""What rendering one item needs to know and what it learns on the way; one context serves one rendering."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from citekit.style.item import Item
from citekit.style.locale import Locale

if TYPE_CHECKING:
    from citekit.style.box import Node

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = range(4)
"""Positions of a cite (CSL 1.0.2, "position"); each but the first includes those before it."""

View: TypeAlias = Literal["romanised", "original", "all"]
"""Which faces of titles and names are shown: the main one with the translation, the original alone, or all three."""


@dataclass(frozen=True, slots=True)
class Cite:
    """One item as cited: its id, a locator with its label, what stands before and after it.

    ``form`` is empty, ``author-only`` or ``suppress-author``. ``position`` overrides the one that is worked out.
    """

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    form: str = ""
    position: int | None = None
    near: bool | None = None


@dataclass(slots=True)
class Disambiguation:
    """What is done to tell an item from others.

    ``names`` and ``given`` say how many names of a block are shown and how full they are, ``condition`` how many of
    the style's conditions hold, ``suffix`` is the letter of the year.
    """

    names: dict[int, int] = field(default_factory=dict)
    given: dict[tuple[int, int], int] = field(default_factory=dict)
    condition: int = 0
    suffix: str = ""

    def copy(self) -> Disambiguation:
        """Another one with the same content."""
        return Disambiguation(dict(self.names), dict(self.given), self.condition, self.suffix)


NO_DISAMBIGUATION = Disambiguation()


class Block:
    """A list of names as rendered: its variable, how many names there are and are shown, and the persons."""

    __slots__ = ("levels", "people", "shown", "variable")

    def __init__(self, variable: str, people: tuple[Any, ...], shown: int, levels: int) -> None:  # noqa: D107 - the class says it
        self.variable = variable
        self.people = people
        self.shown = shown
        self.levels = levels


class Context:
    """One rendering of one item."""

    __slots__ = (
        "area",
        "blocks",
        "brief",
        "called",
        "cite",
        "condition_left",
        "disambiguation",
        "english",
        "filled",
        "first_names",
        "first_note",
        "hidden",
        "item",
        "links",
        "locale",
        "looking",
        "names_done",
        "near",
        "number",
        "page_format",
        "position",
        "silenced",
        "skip_names",
        "sorting",
        "suffix_done",
        "tracked",
        "turkish",
        "view",
        "year_text",
    )

    def __init__(  # noqa: D107, PLR0913 - what a rendering needs is a fixed list
        self,
        item: Item,
        locale: Locale,
        area: str,
        *,
        cite: Cite | None = None,
        position: int = FIRST,
        near: bool = False,
        number: int = 0,
        first_note: str = "",
        disambiguation: Disambiguation = NO_DISAMBIGUATION,
        view: View = "romanised",
        default_language: str = "",
        sorting: Any = None,  # noqa: ANN401 - the options of a sort key
        links: bool = False,
        page_format: str = "",
        looking: bool = False,
        brief: bool = False,
    ) -> None:
        self.page_format = page_format
        self.looking = looking
        self.brief = brief
        self.condition_left = disambiguation.condition
        self.item = item
        self.locale = locale
        self.area = area
        self.cite = cite
        self.position = position
        self.near = near
        self.number = number
        self.first_note = first_note
        self.disambiguation = disambiguation
        self.view = view
        self.sorting = sorting
        self.links = links
        language = item.language or default_language
        self.english = is_english(language)
        self.turkish = language[:2].casefold() in ("tr", "az")
        self.called = False
        self.filled = False
        self.hidden: set[str] = set()
        self.tracked: set[str] | None = None
        self.blocks: list[Block] = []
        self.first_names: Node | None = None
        self.names_done = False
        self.skip_names = False
        self.silenced = False  # by a term that the locale leaves without text
        self.suffix_done = False
        self.year_text: str | None = None

    def use(self, variable: str) -> None:
        """Notes that a variable had a value and was printed."""
        self.filled = True
        if self.tracked is not None:
            self.tracked.add(variable)
            self.hidden.add(variable)


def is_english(language: str) -> bool:
    """Whether a language tag is that of English; no tag counts as English."""
    return not language or (language[:2].casefold() == "en" and not language[2:3].isalpha())
