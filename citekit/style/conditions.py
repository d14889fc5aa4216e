"""Conditions of ``cs:if`` (CSL 1.0.2, "Choose"), and the two of CSL-M that styles of other hands ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias
from xml.etree.ElementTree import Element

from citekit.style import numbers
from citekit.style.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context

Holds: TypeAlias = Callable[[Context], bool]


def condition(element: Element) -> Holds:
    """Whether the tests of an element hold in a context, as ``match`` joins them."""
    tests: list[Holds] = []
    for name, value in element.attrib.items():
        make = _TESTS.get(name)
        if make:
            tests += [make(each) for each in value.split()]
    match = element.get("match", "all")
    if len(tests) == 1:
        test = tests[0]
        return (lambda ctx: not test(ctx)) if match == "none" else test
    if match == "any":
        return lambda ctx: any(test(ctx) for test in tests)
    if match == "none":
        return lambda ctx: not any(test(ctx) for test in tests)
    return lambda ctx: all(test(ctx) for test in tests)


def _type(name: str) -> Holds:
    return lambda ctx: ctx.item.type == name


def _variable(name: str) -> Holds:
    if name == "locator":
        return lambda ctx: ctx.cite is not None and bool(ctx.cite.locator.strip())
    if name == "citation-number":
        return lambda ctx: bool(ctx.number)
    if name == "first-reference-note-number":
        return lambda ctx: bool(ctx.first_note)
    if name == "year-suffix":
        return lambda ctx: bool(ctx.disambiguation.suffix)
    return lambda ctx: ctx.item.has(name)


def _numeric(name: str) -> Holds:
    def holds(ctx: Context) -> bool:
        if name == "locator":
            return ctx.cite is not None and numbers.is_numeric(ctx.cite.locator)
        if name == "citation-number":
            return bool(ctx.number)
        return numbers.is_numeric(ctx.item.text("page" if name == "page-first" else name))

    return holds


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
        return lambda ctx: ctx.near and ctx.area == "citation"
    if name == "first":
        return lambda ctx: ctx.position == FIRST and ctx.area == "citation"
    least = {"subsequent": SUBSEQUENT, "ibid": IBID, "ibid-with-locator": IBID_WITH_LOCATOR}.get(name, 9)
    return lambda ctx: ctx.position >= least and ctx.area == "citation"


def _disambiguate(value: str) -> Holds:
    wanted = value == "true"

    def holds(ctx: Context) -> bool:
        left = ctx.condition_left > 0
        ctx.condition_left -= 1
        return left == wanted

    return holds


_TESTS: dict[str, Callable[[str], Holds]] = {
    "type": _type,
    "variable": _variable,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
    "has-day": _day,
}
