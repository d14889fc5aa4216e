"""Short without title: by newspaper and day, or by document symbol."""

from __future__ import annotations

from citekit.language.agree import squeeze
from citekit.resolve.lacks import adding, compatible, lacking
from citekit.resolve.past import issue_keys
from citekit.resolve.titles import faces
from citekit.resolve.verdict import Answer, Case, Refusal, Verdict, keys, listed


def newspaper_and_date(case: Case) -> Verdict | None:
    """``Jiefangjun Bao, September 21, 2010``: the article of that issue cited before, when it is the only one."""
    citation = case.citation
    if faces(citation) or citation.names("author") or citation.damaged or citation.text("document_symbol"):
        return None
    found = [earlier for key in issue_keys(citation) for earlier in case.past.in_issue(key) if faces(earlier)]
    works = case.past.works(earlier for earlier in found if compatible(citation, earlier))
    if not works:
        return None
    day = f"{citation.text('container')} of {citation.text('date')}"
    if len(works) > 1:
        return Refusal("RS004", f"several articles from {day} are cited before it: {listed(keys(works))}", keys(works))
    lost = case.past.places.lost_between(works[0].note, citation.note)
    reason = f"the only article from {day} cited before is {works[0].key}"
    return Answer(works[0], "newspaper-and-date", reason, probable=bool(lost), lost=lost)


def document_symbol(case: Case) -> Verdict | None:
    """``S/RES/1706, para. 8``: the document of that symbol, cited with its title or date before."""
    symbol = squeeze(case.citation.text("document_symbol"))
    found = case.past.with_symbol(symbol) if symbol and not case.citation.damaged else []
    shorter = [
        earlier
        for earlier in found
        if lacking(case.citation, earlier) and not adding(case.citation, earlier) and compatible(case.citation, earlier)
    ]
    works = case.past.works(shorter)
    if not works:
        return None
    printed = case.citation.text("document_symbol")
    return Answer(works[-1], "document-symbol", f"the document {printed} is cited in full in {works[-1].key}")
