"""A word in the container's place: ``Wen Jiabao, “…,” ibid., pp. 945–947``; ``‘Company Law’ in Thomas, op. cit.``."""

from __future__ import annotations

from dataclasses import replace

from citekit.resolve.named import not_cited, who
from citekit.resolve.note_before import in_this_note, last_citing, previous
from citekit.resolve.note_number import by_note_number
from citekit.resolve.titles import repeats
from citekit.resolve.verdict import Answer, Case, Refusal, Verdict, keys, listed
from citekit.resolve.words import is_back_word


def _own_title(case: Case) -> bool:
    """Whether the citation brings a title that nothing before it has: then only the container can be meant.

    After ``op. cit.`` that takes a host named between, too: a new title alone may be one cited in a lost note.
    """
    title, clue = case.citation.text("title"), case.clue
    placed = clue.in_container or bool(clue.between)
    if not title or not placed or (clue.kind not in {"ibid", "loc-cit"} and not any(map(str.isalpha, clue.between))):
        return False
    known = case.past.by(clue.names) + case.past.titled_like(title)
    return not any(repeats(title, work) for work in known)


def stands_for_container(case: Case) -> bool:
    """Whether "ibid." is printed in the container's place, or after a title that is new."""
    if is_back_word(case.citation.text("container")):
        return True
    return case.clue.kind not in {"", "idem", "infra"} and _own_title(case)


def _host_case(case: Case) -> Case:
    """The case of the container alone: named is who stands between the title and the word, or the editor."""
    names = case.past.known_names(case.clue.between) or case.citation.names("editor")
    fields = {name: entry for name, entry in case.citation.fields.items() if name not in {"title", "date"}}
    bare = replace(case.citation, fields=fields)
    return Case(bare, replace(case.clue, names=names, head=case.clue.between.strip(" ,.;:’”\"'")), case.past)


def _by_name(case: Case) -> Verdict | None:
    if case.clue.kind not in {"op-cit", "supra"} or not case.clue.names:
        return None
    works = case.past.works(case.past.by(case.clue.names))
    if len(works) > 1:
        books = [work for work in works if work.text("container") or work.type == "book"]
        works = books or works
    if not works:
        return not_cited(case, f"by {who(case.clue.names)}")
    if len(works) > 1:
        return Refusal("RS004", f"several volumes fit: {listed(keys(works))}", keys(works))
    return Answer(works[0], "host-op-cit", f"the volume of {who(case.clue.names)} cited before is {works[0].key}")


def _just_before(case: Case) -> Verdict:
    found = previous(case)
    if isinstance(found, Answer) or found.code != "RS001":
        return found
    before, _ = last_citing(case)
    cited = case.past.works(case.past.in_note(before.id)) if before and not in_this_note(case) else []
    holding = [citation for citation in cited if citation.text("container")]
    if len(holding) != 1:
        return found
    return Answer(holding[0], "ibid", f"of the note before only {holding[0].key} has a container", probable=True)


def container(case: Case) -> Verdict | None:
    """The citation whose container (or, of a book, which itself) is meant."""
    if not stands_for_container(case):
        return None
    alone = _host_case(case)
    found = by_note_number(alone) or _by_name(alone) or _just_before(alone)
    if isinstance(found, Refusal):
        return replace(found, reason=f"the container is not known: {found.reason}", relation="container")
    target = case.past.host(found.target)
    reason = f"its container is that of {target.key}: {found.reason}"
    return replace(found, target=target, how="host", reason=reason, relation="container")
