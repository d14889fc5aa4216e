"""A name before the word: ``Guo, Ibid.``, ``Leavis, op. cit., p. 120``, ``Geiger, a.a.O.``, ``前引书``."""

from __future__ import annotations

from citekit.model import Citation, Name
from citekit.resolve.clue import authors
from citekit.resolve.narrow import by_title, narrow, nicknamed
from citekit.resolve.note_before import in_this_note, last_citing, previous
from citekit.resolve.verdict import Answer, Case, Refusal, Verdict, keys, listed


def named(case: Case) -> tuple[Name, ...]:
    """Who is named: the author printed; for ``ders.`` the author of the citation before; a name known from before."""
    if case.clue.names:
        return case.clue.names
    if case.clue.same_author:
        before = author_before(case)
        return before.names("author") or before.names("editor") if before else ()
    return case.past.known_names(case.clue.head)


def author_before(case: Case) -> Citation | None:
    """The citation just before that has an author, when no lost note lies between."""
    earlier = in_this_note(case)
    if earlier is None:
        before, _ = last_citing(case)
        cited = case.past.in_note(before.id) if before else []
        earlier = cited[-1] if cited else None
    target = case.past.target(earlier) if earlier else None
    return target if target and authors(target) else None


def who(names: tuple[Name, ...]) -> str:
    """The names in one line."""
    return " and ".join(name.display for name in names)


def not_cited(case: Case, what: str) -> Refusal:
    """The refusal where nothing fits: said with the lost notes in which it may stand."""
    lost = case.past.places.lost_before(case.citation.note)
    if lost:
        return Refusal("RS003", f"nothing cited before is {what}; it may stand in a lost note")
    return Refusal("RS003", f"nothing cited before is {what}")


def _called_so(case: Case, names: tuple[Name, ...]) -> Verdict:
    """The citation just before, where it goes by this name: ``the Dearing report, ibid.``."""
    found = previous(case)
    if isinstance(found, Answer) and nicknamed(case, [found.target]):
        return found
    return not_cited(case, f"by {who(names)}")


def named_ibid(case: Case) -> Verdict | None:
    """Author and ibid.: that author's latest work, several notes back if need be."""
    if case.clue.kind not in {"ibid", "loc-cit"}:
        return None
    names = named(case)
    if not names:
        return None
    works = case.past.works(case.past.by(names))
    if not works:
        return _called_so(case, names) if case.clue.names else None
    chosen = (narrow(case, works) or works)[-1]
    lost = case.past.places.lost_between(chosen.note, case.citation.note)
    reason = f"the latest work by {who(names)} cited before is {chosen.key}"
    return Answer(chosen, "author-ibid", reason, probable=bool(lost) or len(works) > 1, lost=lost)


def titled_back(case: Case) -> Verdict | None:
    """A title and op. cit. or ibid., nobody named: the earlier work of that title."""
    if case.clue.kind not in {"ibid", "loc-cit", "op-cit", "supra"} or named(case) or not case.citation.text("title"):
        return None
    title = case.citation.text("title")
    pool = case.past.titled_like(title) + case.past.beginning_like(title)
    works = case.past.works(by_title(title, pool))
    if len(works) > 1:
        return Refusal("RS004", f"its title fits several works: {listed(keys(works))}", keys(works))
    return Answer(works[0], "titled-back", f"its title is that of {works[0].key}") if works else None


def op_cit(case: Case) -> Verdict | None:
    """Author and op. cit.: the earlier work of that author; of several the one whose title is given."""
    if case.clue.kind not in {"op-cit", "supra"}:
        return None
    names = named(case)
    if not names:
        return None
    works = case.past.works(case.past.by(names))
    if not works:
        return not_cited(case, f"by {who(names)}")
    fitting = narrow(case, works)
    if not fitting:
        return not_cited(case, f"a work by {who(names)} with that title")
    if len(fitting) > 1:
        reason = f"several works by {who(names)} are cited before it: {listed(keys(fitting))}"
        return Refusal("RS004", reason, keys(fitting))
    lost = case.past.places.lost_between(fitting[0].note, case.citation.note)
    only = "only " * (len(works) == 1)
    titled = " with that title" * bool(case.citation.text("title"))
    reason = f"the {only}work by {who(names)}{titled} cited before is {fitting[0].key}"
    sure = bool(case.citation.text("title")) or not lost
    return Answer(fitting[0], "op-cit", reason, probable=not sure, lost=() if sure else lost)
