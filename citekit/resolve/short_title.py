"""Short by title: the translated title alone, the title before its colon, a few of its words after the family name."""

from __future__ import annotations

from citekit.language.agree import texts_agree, weight
from citekit.model import Citation
from citekit.resolve.lacks import adding, agreements, compatible, lacking
from citekit.resolve.past import container_faces
from citekit.resolve.titles import GRADES, faces, repeats
from citekit.resolve.verdict import Answer, Case, Refusal, Verdict, keys, listed, quoted

_NAMED_BY_TITLE = frozenset({"legal-case", "legislation", "treaty"})
_LEFT_OUT = {"title": "its other title", "container": "the container", "imprint": "the imprint", "date": "the date"}
_ANONYMOUS_GRADES = ("whole", "head")


def _grade(case: Case, earlier: Citation) -> str:
    """How the citation's title repeats the earlier one's; without an author only a whole title or head will do.

    A single common word ("Introduction") is too little without an author.
    """
    title = case.citation.text("title")
    found = repeats(title, earlier)
    if agreements(case.citation, earlier)["author"] in {"same", "near"} or case.citation.type in _NAMED_BY_TITLE:
        return found
    return found if found in _ANONYMOUS_GRADES and weight(title) > 12 else ""


def _bare(citation: Citation) -> bool:
    """Whether it leaves out what a full citation has, so that its title may be a shortened one, too."""
    return not citation.text("date") or not (citation.text("container") or citation.text("publisher"))


def _candidates(case: Case) -> list[tuple[str, Citation]]:
    """Earlier citations that the title fits, of which this one can be the short form; the surest way alone."""
    pool = case.past.titled_like(case.citation.text("title"))
    if _bare(case.citation):
        pool += case.past.by(case.citation.names("author"))
    if case.citation.type in _NAMED_BY_TITLE:
        like = case.past.beginning_like(case.citation.text("title"))
        pool += [earlier for earlier in like if earlier.type == case.citation.type]
    unique = {earlier.key: earlier for earlier in pool}
    graded = [
        (grade, earlier)
        for earlier in unique.values()
        if compatible(case.citation, earlier)
        and lacking(case.citation, earlier)
        and not adding(case.citation, earlier)
        and (grade := _grade(case, earlier))
    ]
    best = next((grade for grade in GRADES if any(found == grade for found, _ in graded)), "")
    return [(found, earlier) for found, earlier in graded if found == best]


def _how(case: Case, earlier: Citation, grade: str) -> tuple[str, str]:
    """The rule's name and what is repeated."""
    title = case.citation.text("title")
    if grade == "whole" and repeats(title, earlier) and title != earlier.text("title") and len(faces(earlier)) > 1:
        return "translated-title", f"the translated title {quoted(title)}"
    names = {"whole": "same-title", "head": "title-head", "misprint": "same-title"}
    return names.get(grade, "short-title"), f"the title {quoted(title)}"


def short_title(case: Case) -> Verdict | None:
    """A citation whose title repeats an earlier one's, and which leaves out what that one has."""
    if not case.citation.text("title") or case.citation.damaged or case.citation.names("editor"):
        return None
    found = _candidates(case)
    works = case.past.works(earlier for _, earlier in found)
    if not works:
        return None
    if len(works) > 1:
        return Refusal("RS004", f"its title fits several works: {listed(keys(works))}", keys(works))
    target = works[0]
    how, repeated = _how(case, target, found[0][0])
    doubtful = texts_agree(container_faces(case.citation), container_faces(target)) == "unlike"
    unsure = f", though its container is printed as {case.citation.text('container')}" if doubtful else ""
    misspelt = agreements(case.citation, target)["author"] == "near"
    spelt = ", whose author is spelt otherwise" if misspelt else ""
    left_out = listed((_LEFT_OUT[part] for part in lacking(case.citation, target)), "and")
    reason = f"it repeats {repeated} of {target.key}{spelt}, and leaves out {left_out}{unsure}"
    return Answer(target, how, reason, probable=doubtful, doubt="RS009" if doubtful else "")
