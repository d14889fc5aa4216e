"""Short by family name: with the year (``Geiger 1964, S. 65``), or with a page alone (``Zhao, p. 12``)."""

from __future__ import annotations

from dataclasses import replace

from citekit.language.agree import dates_agree
from citekit.model import Citation, Name
from citekit.resolve.named import not_cited, who
from citekit.resolve.titles import faces
from citekit.resolve.verdict import Answer, Case, Refusal, Verdict, keys, listed

_NO_SHORT_TYPE = frozenset({"interview", "archival", "manuscript", "speech", "un-document", "legal-case", "film"})
_MORE = ("container", "container_translation", "publisher", "place", "url", "doi", "document_symbol", "event_place")


def name_alone(citation: Citation) -> bool:
    """Whether a citation prints who wrote it, with year or page at most: no title, no container, no imprint."""
    names = citation.names("author")
    bare = bool(names) and not faces(citation) and not any(citation.text(name) for name in _MORE)
    return bare and all(map(_is_family, names)) and not citation.damaged and citation.type not in _NO_SHORT_TYPE


def _is_family(name: Name) -> bool:
    return bool(name.family) and not name.given


def _unknown(case: Case, what: str) -> Refusal:
    """In a paper with a list of references at its end this is how every work is cited: no more than a notice."""
    return replace(not_cited(case, what), mild=True)


def surname_year(case: Case) -> Verdict | None:
    """The work of that author and year."""
    names, date = case.citation.names("author"), case.citation.text("date")
    if not date or not name_alone(case.citation):
        return None
    works = [work for work in case.past.works(case.past.by(names)) if dates_agree(date, work.text("date")) == "same"]
    if not works:
        return _unknown(case, f"by {who(names)} of {date}")
    if len(works) > 1:
        reason = f"several works by {who(names)} of {date} are cited before it: {listed(keys(works))}"
        return Refusal("RS004", reason, keys(works))
    reason = f"the only work by {who(names)} of {date} cited before is {works[0].key}"
    return Answer(works[0], "surname-year", reason)


def surname_page(case: Case) -> Verdict | None:
    """The only work of that author."""
    names = case.citation.names("author")
    paged = case.citation.text("locator") or case.citation.text("pages")
    if not paged or case.citation.text("date") or not name_alone(case.citation):
        return None
    works = case.past.works(case.past.by(names))
    if not works:
        return _unknown(case, f"by {who(names)}")
    if len(works) > 1:
        reason = f"several works by {who(names)} are cited before it: {listed(keys(works))}"
        return Refusal("RS004", reason, keys(works))
    lost = case.past.places.lost_between(works[0].note, case.citation.note)
    reason = f"the only work by {who(names)} cited before is {works[0].key}"
    return Answer(works[0], "surname-page", reason, probable=bool(lost), lost=lost)
