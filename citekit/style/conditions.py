"""Conditions of ``cs:if`` (CSL 1.0.2, "Choose"), and the one of CSL-M that styles of other hands ask for.

What the type of item and the area settle is settled when a condition is compiled.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias
from xml.etree.ElementTree import Element

from citekit.style import numbers
from citekit.style.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context

if TYPE_CHECKING:
    from citekit.style.compiler import Scope

Holds: TypeAlias = Callable[[Context], bool]


def condition(element: Element, scope: Scope) -> Holds | bool:
    """Whether the tests of an element hold, as ``match`` joins them: settled, or to be asked of a context."""
    tests: list[Holds | bool] = []
    for name, value in element.attrib.items():
        if name == "type":
            tests.append(scope.type in value.split())  # one of them: no item is of several types, whatever match says
        elif name == "position" and not scope.area.startswith("citation"):
            tests += [False for _ in value.split()]
        elif name in _TESTS:
            tests += [_TESTS[name](each) for each in value.split()]
    match = element.get("match", "all")
    settled = [test for test in tests if isinstance(test, bool)]
    asked = [test for test in tests if not isinstance(test, bool)]
    if match == "any":
        return any(settled) or _any(asked)
    if match == "none":
        return False if any(settled) else _none(asked)
    return all(settled) and _all(asked)


def _all(tests: list[Holds]) -> Holds | bool:
    if len(tests) < 2:
        return tests[0] if tests else True

    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110 - a generator would cost more than the tests
            if not test(ctx):
                return False
        return True

    return holds


def _any(tests: list[Holds]) -> Holds | bool:
    if len(tests) < 2:
        return tests[0] if tests else False

    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110 - a generator would cost more than the tests
            if test(ctx):
                return True
        return False

    return holds


def _none(tests: list[Holds]) -> Holds | bool:
    if not tests:
        return True

    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110 - a generator would cost more than the tests
            if test(ctx):
                return False
        return True

    return holds


def _variable(name: str) -> Holds:
    return _COUNTED.get(name) or (lambda ctx: ctx.item.has(name))


_COUNTED: dict[str, Holds] = {
    "locator": lambda ctx: ctx.cite is not None and bool(ctx.cite.locator.strip()),
    "citation-number": lambda ctx: bool(ctx.number),
    "first-reference-note-number": lambda ctx: bool(ctx.first_note),
    "year-suffix": lambda ctx: bool(ctx.disambiguation.suffix),
}
"""Variables that the processor fills, and whether they are filled."""


def _numeric(name: str) -> Holds:
    if name == "locator":
        return lambda ctx: ctx.cite is not None and numbers.is_numeric(ctx.cite.locator)
    if name == "citation-number":
        return _COUNTED[name]
    read = "page" if name == "page-first" else name
    return lambda ctx: numbers.is_numeric(ctx.item.text(read))


def _uncertain(name: str) -> Holds:
    def holds(ctx: Context) -> bool:
        found = ctx.item.date(name)
        return found is not None and found.circa

    return holds


def _day(name: str) -> Holds:
    def holds(ctx: Context) -> bool:
        found = ctx.item.date(name)
        return found is not None and found.start is not None and found.start.day > 0

    return holds


def _locator(name: str) -> Holds:
    label = name.replace(" ", "-")
    return lambda ctx: ctx.cite is not None and bool(ctx.cite.locator.strip()) and ctx.cite.label == label


def _position(name: str) -> Holds:
    if name == "near-note":
        return lambda ctx: ctx.near
    if name == "first":
        return lambda ctx: ctx.position == FIRST
    least = _POSITIONS.get(name, _NEVER)
    return lambda ctx: ctx.position >= least


_NEVER = 9
_POSITIONS = {"subsequent": SUBSEQUENT, "ibid": IBID, "ibid-with-locator": IBID_WITH_LOCATOR}


def _disambiguate(value: str) -> Holds:
    wanted = value == "true"

    def holds(ctx: Context) -> bool:
        left = ctx.condition_left > 0
        ctx.condition_left -= 1
        return left == wanted

    return holds


_TESTS: dict[str, Callable[[str], Holds]] = {
    "variable": _variable,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
    "has-day": _day,
}
