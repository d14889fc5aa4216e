"""What holds for every paper, whatever its notes say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.resolve import resolve

CITATIONS = [
    "(book)[a Zhao| Lei], [t Jiangou Heping: Zhongguo] ([x Constructing Peace]), ([place Beijing]: [d 2007])",
    "[a Zhao| Lei], “[t Zhongguo de juese],” [c Renmin Ribao], [d May 3, 2007=2007-05-03]",
    "“[t Jiji de gongxian] ([x Positive Contribution]),” [c Renmin Ribao], [d May 3, 2007=2007-05-03]",
    "[a Theodor |Geiger<], [t Vorstudien], [place Neuwied] [d 1964], S. [l 7]",
    "~Ibid., p. [l 5]",
    "~[a Zhao], Ibid.",
    "~[a Geiger], a.a.O., S. [l 9]",
    "~ders., [t Demokratie], [place München] [d 1963]",
    "~[a Zhao], supra note 2, at [l 7]",
    "~[a S. |Wheeler<], ‘[t Company Law]’, [c ibid.], [l 7]",
    "“[t Positive Contribution],” p. [l 4]",
    "[c Renmin Ribao], [d May 3, 2007=2007-05-03]",
    "[a Geiger] [d 1964], S. [l 65]",
    "[a Zhao], p. [l 12]",
    "~infra note 9",
]
NOTE = st.none() | st.lists(st.sampled_from(CITATIONS), min_size=1, max_size=3).map(" ;; ".join)
PAPER = st.lists(NOTE, min_size=1, max_size=12)


def pointers(citation):
    return [found for found in (citation.reference, citation.container_reference, citation.author_reference) if found]


@settings(deadline=None)
@given(notes=PAPER)
def test_the_laws_of_resolving(made, notes):
    before = made.paper(*notes)
    after = resolve(before)
    seen = set()
    for citation in after.citations:
        for pointer in pointers(citation):
            assert pointer.target in seen, "references point backwards only, to citations that are there"
            assert pointer.how
            assert pointer.target in pointer.reason
        seen.add(citation.key)
    told = {finding.citation for finding in after.findings}
    lonely = {citation.key for citation in after.citations if citation.form == "ibid" and not pointers(citation)}
    assert lonely <= told, "what is not resolved is told"
    bare = [
        replace(c, form="full", type="", reference=None, container_reference=None, author_reference=None)
        for c in after.citations
    ]
    assert bare == [replace(c, form="full", type="") for c in before.citations], "nothing else is touched"
    kept = [(old.type, new.type) for old, new in zip(before.citations, after.citations, strict=True)]
    assert all(old in {new, "other"} for old, new in kept), "only a type that was not told is taken over"
    assert resolve(after) == after, "resolving again changes nothing"


@settings(deadline=None)
@given(notes=PAPER, more=PAPER)
def test_what_comes_later_changes_nothing_before(made, notes, more):
    alone = resolve(made.paper(*notes)).citations
    together = resolve(made.paper(*notes, *more)).citations
    assert together[: len(alone)] == alone


def test_a_target_that_is_a_short_form_itself_is_followed(made):
    library = resolve(made.paper(CITATIONS[0], "~Ibid., p. [l 5]", "~Ibid.", "[a Zhao], p. [l 12]"))
    assert [citation.reference.target for citation in library.citations[1:]] == ["n1.1"] * 3


@pytest.mark.parametrize("notes", [(), (None,), ("--Nothing is cited here.",)])
def test_papers_without_citations(made, notes):
    library = made.paper(*notes)
    assert resolve(library) == library
