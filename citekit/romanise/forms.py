"""Romanised strings in a regular form that the user chooses, with every change on record."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from citekit.romanise.capitals import capitals
from citekit.romanise.check import check
from citekit.romanise.division import division
from citekit.romanise.language import PINYIN, language_of
from citekit.romanise.persons import person, persons
from citekit.romanise.repair import HARMLESS, Repair, apply, disjoint
from citekit.romanise.units import units

Form: TypeAlias = Literal["gb", "alalc", "chicago", "headline"]

FORMS: dict[str, frozenset[str]] = {
    "gb": frozenset({"PY003", "PY004", "PY005", "PY006", "PY007", "PY008", "PY009"}),
    "alalc": frozenset({"PY006", "PY008"}),
    "chicago": frozenset({"PY003", "PY004", "PY005", "PY006", "PY007", "PY008"}),
    "headline": frozenset({"PY003", "PY004", "PY005", "PY006", "PY007", "PY008"}),
}
"""The forms, and the codes of :func:`~citekit.romanise.check` that each applies, beside its capitals and division.

``gb``: GB/T 16159-2012, numbers apart. ``alalc``: the ALA-LC table for Chinese, syllables apart. ``chicago``: the
Chicago Manual of Style 11.82–11.90 (17th edition), as in a sentence. ``headline``: every word but the small ones.
"""


@dataclass(frozen=True, slots=True)
class Regular:
    """A printed string, its regular form, the repairs that were made, and all that were found."""

    printed: str
    text: str
    made: tuple[Repair, ...] = ()
    found: tuple[Repair, ...] = ()
    language: str = "und"


def regular(  # noqa: PLR0913 - what a form depends on
    text: str,
    form: Form | None = None,
    codes: Collection[str] = HARMLESS,
    language: str = "",
    *,
    is_name: bool | None = None,
    is_body: bool = False,
) -> Regular:
    """A romanised string in a form; without one, only with the repairs of ``codes``, the harmless ones if not given.

    >>> regular("Guoji Zhanlue Yanjiu", "alalc").text
    'Guo ji zhan lüe yan jiu'

    Misprints are never put right by a form. How the author divides words is kept but where ALA-LC divides all. Only
    pinyin has forms: of what is in another language nothing is changed but by ``codes``. The printed string is got
    back with :func:`~citekit.romanise.undo` of ``made``. ``is_name`` says whether the string names a person; where it
    is not given, a known surname before one or two syllables with a capital is taken for a name. ``is_body`` says
    that it names a periodical, publisher or body, each word of which has a capital in GB/T 16159.
    """
    told = language or language_of(text)
    found = check(text, told)
    name = None if is_name is False else person(text)
    wanted = set(codes) | (FORMS[form] if form and told == PINYIN else set())
    if form == "alalc" and not name:
        wanted -= {"PY003", "PY004", "PY005", "PY007"}  # apostrophes go with the division
    repairs = [repair for repair in found if repair.code in wanted]
    if form and name:
        repairs += persons(text, name, form)
    elif form and told == PINYIN:
        cut = units(text)
        repairs += division(text, cut) if form == "alalc" else ()
        repairs = _with_capitals(repairs, tuple(capitals(cut, "headline" if is_body and form == "gb" else form)))
    made = disjoint(repairs)
    return Regular(text, apply(text, made), made, found, told)


def _with_capitals(repairs: list[Repair], wanted: tuple[Repair, ...]) -> list[Repair]:
    """The repairs with those of capitals; a letter that is changed already gets its capital in the same repair."""
    merged = list(repairs)
    for capital in wanted:
        spots = [(repair.start, repair.end) for repair in merged]
        place = spots.index((capital.start, capital.end)) if (capital.start, capital.end) in spots else None
        if place is None:
            merged.append(capital)
            continue
        new = merged[place].new or ""
        merged[place] = replace(merged[place], new=new.upper() if (capital.new or "").isupper() else new.lower())
    return merged
