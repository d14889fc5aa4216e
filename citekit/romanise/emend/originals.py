"""The characters of periodicals, publishers and bodies, where the authority list knows them under one name alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from citekit.model import Emendation
from citekit.romanise.authority import Authorities, shipped
from citekit.romanise.authority_row import BODIES, BOOKS, PERIODICALS, PERSONS, PUBLISHERS, Authority
from citekit.romanise.emend.strings import RomanisedString
from citekit.romanise.misprints.printed import Role

LISTED = "PY031"
"""The code of characters that the authority list confirms."""

_FACES = frozenset({"romanised", "alalc", "variant"})
_SURE = {"high": 0.99, "medium": 0.9}
_TYPES: dict[Role, frozenset[str]] = {
    "periodical": PERIODICALS | BOOKS,
    "publisher": PUBLISHERS | BODIES,
    "body": BODIES | PERIODICALS,
    "name": PERSONS,
    "title": BOOKS,
}


def listed(string: RomanisedString, authorities: Authorities | None = None) -> Authority | None:
    """The row that a name has on the list; None where it is on none, or where two that differ are called so."""
    rows = {
        match.authority.characters: match.authority
        for match in (authorities or shipped()).exact(string.text)
        if match.face in _FACES and match.authority.type in _TYPES[string.role] and match.authority.confidence in _SURE
    }
    return next(iter(rows.values())) if len(rows) == 1 else None


def own_form(row: Authority) -> str:
    """The characters that a body writes itself: those of Hong Kong and Taiwan are traditional."""
    return row.traditional or row.characters


def listed_originals(
    strings: Sequence[RomanisedString], authorities: Authorities | None = None
) -> Iterator[Emendation]:
    """An emendation for each string without characters that the list has them for; titles of articles have none."""
    for one in strings:
        row = None if one.original or one.field == "title" else listed(one, authorities)
        if row:
            characters = own_form(row)
            reason = f"The authority list has {row.romanised} as {characters}."
            proposal = _proposal(one, characters, _SURE[row.confidence])
            yield replace(proposal, code=LISTED, rule="authority-list", reason=reason, evidence=(row.id,))


def _proposal(one: RomanisedString, new: str, confidence: float) -> Emendation:
    """Characters for a string as an emendation: nothing that is printed gives way to them."""
    return Emendation(
        code="PY030",
        where=one.place,
        field=f"{one.field}_original",
        printed=one.text,
        span=(0, len(one.text)),
        old=one.text,
        new=new,
        rule="decoded",
        reason="",
        confidence=confidence,
        sort="proposal",
        citation=one.citation,
    )


def restored_originals(
    one: RomanisedString, candidates: Sequence[tuple[str, float]], *, least: float = 0.01
) -> Iterator[Emendation]:
    """An emendation for each way to write a title in characters, likeliest first; none is made unless accepted."""
    for rank, (characters, confidence) in enumerate(candidates, 1):
        if confidence >= least:
            reason = f"{characters} is number {rank} of what the title may be in characters."
            yield replace(_proposal(one, characters, confidence), reason=reason)
