"""``cs:sort``: keys of items, by variable or by macro (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from xml.etree.ElementTree import Element

from citekit.style import numbers
from citekit.style.attributes import whole
from citekit.style.box import plain
from citekit.style.citation_label import citation_label
from citekit.style.collate import collated, in_pinyin
from citekit.style.context import Context
from citekit.style.date_parts import sort_key
from citekit.style.elements import run
from citekit.style.item import DATES, NAMES
from citekit.style.locale import NS
from citekit.style.person import Person

if TYPE_CHECKING:
    from citekit.style.compiler import Compiler, Scope

Value: TypeAlias = Any
"""A value that compares with its like; None sorts last in both directions."""
Fold: TypeAlias = Callable[[str], Value]
"""Text → what it sorts by."""


class Key(NamedTuple):
    """A sort key: how its value is found, and whether it goes down. ``least`` and ``shown`` limit names."""

    value: Callable[[Context], Value]
    down: bool
    least: int = 0
    shown: int = 0
    form: str = ""
    last: bool | None = None


def sort_keys(compiler: Compiler, element: Element | None, scope: Scope) -> list[Key]:
    """The keys of a ``cs:sort``."""
    if element is None:
        return []
    language = compiler.root.get("default-locale-sort") or compiler.root.get("default-locale") or ""
    fold = in_pinyin if language[:2].casefold() == "zh" else collated
    return [_key(compiler, each, scope, fold) for each in element if each.tag == f"{NS}key"]


def _key(compiler: Compiler, element: Element, scope: Scope, fold: Fold) -> Key:
    down = element.get("sort") == "descending"
    least = whole(element.get("names-min"))
    shown = whole(element.get("names-use-first"))
    macro = element.get("macro")
    if macro is None:
        name = element.get("variable", "")
        demote = dict(scope.options).get("demote-non-dropping-particle", "display-and-sort")
        return Key(lambda ctx: _of_variable(ctx, name, demote, fold), down)
    inner = scope._replace(area=f"{scope.area}-sort")

    def value(ctx: Context) -> Value:
        renders = compiler.macro(macro, inner._replace(type=ctx.item.type))
        text = "".join([plain(node) for node in run(renders, ctx)]).strip()
        if not text:
            return None
        return (1, int(text)) if text.lstrip("-").isdecimal() and len(text) < 16 else (2, fold(text))

    last = element.get("names-use-last")
    return Key(value, down, least, shown, last=last == "true" if last else None)


def _of_variable(ctx: Context, name: str, demote: str, fold: Fold) -> Value:
    item = ctx.item
    if name == "citation-number":
        return (1, ctx.number) if ctx.number else None
    if name == "citation-label":
        return (2, fold(citation_label(item)))
    if name in NAMES:
        people = item.names(name)
        return (2, tuple(fold(_sorted_name(person, demote)) for person in people)) if people else None
    if name in DATES:
        found = item.date(name)
        if found is None:
            return None
        return (2, (sort_key(found),)) if found.start else (3, fold(found.literal))
    text = item.text(name)
    if not text:
        return None
    if name in numbers.VARIABLES:
        number = numbers.first_integer(text) if numbers.is_numeric(text) else None
        if number is not None:
            return (1, number)
    return (2, fold(text))


def _sorted_name(person: Person, demote: str) -> str:
    if person.literal:
        return _without_article(person.literal)
    if demote == "never":
        parts = (person.particle, person.family, person.given, person.dropping, person.suffix)
    else:
        parts = (person.family, person.given, person.dropping, person.particle, person.suffix)
    return " ".join(filter(None, parts))


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() in ("a", "an", "the") else name


class _Down:
    """A value that compares the other way round."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value

    def __lt__(self, other: _Down) -> bool:
        return bool(other.value < self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Down) and bool(self.value == other.value)

    def __hash__(self) -> int:
        return hash(self.value)


def ordered_key(keys: list[Key], make: Callable[[Key], Context]) -> tuple[Any, ...]:
    """What an item sorts by: a value per key, empty ones last, falling ones turned round."""
    found: list[tuple[int, Any]] = []
    for key in keys:
        value = key.value(make(key))
        if value is None:
            found.append((1, 0))
        else:
            found.append((0, _Down(value) if key.down else value))
    return tuple(found)
