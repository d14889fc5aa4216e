"""The rules in their order, and what becomes of a citation by the answer of the first that has one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from citekit.model import Citation, Field, Finding, Form, Reference
from citekit.resolve import (
    forward,
    host,
    named,
    note_before,
    note_number,
    same_author,
    short_issue,
    short_name,
    short_title,
)
from citekit.resolve.clue import Clue, read_clue
from citekit.resolve.past import Past
from citekit.resolve.report import finding_of, findings_about
from citekit.resolve.titles import faces
from citekit.resolve.verdict import Answer, Case, Refusal, Verdict

Rule: TypeAlias = Callable[[Case], Verdict | None]

RULES: tuple[Rule, ...] = (
    forward.forward,  # infra note 70
    host.container,  # Wen Jiabao, "…," ibid., pp. 945–947
    same_author.same_author,  # ders., Recht, Köln 1980
    same_author.dashed,  # ———. Worlds at War. New Haven 2011
    note_number.by_note_number,  # Dearing, op. cit., n. 12
    named.named_ibid,  # Guo, Ibid.
    named.titled_back,  # Jiangou Heping, op. cit.
    named.op_cit,  # Leavis, op. cit., p. 120
    note_before.ibid,  # Ibid., p. 5
    short_issue.document_symbol,  # S/RES/1706, para. 8
    short_title.short_title,  # Tang Yongsheng, "China and UN Peacekeeping Operations," p. 44
    short_issue.newspaper_and_date,  # Jiefangjun Bao, September 21, 2010
    short_name.surname_year,  # Geiger 1964, S. 65
    short_name.surname_page,  # Zhao, p. 12
)
"""Tried in this order; the first answer holds. The words of each rule's kind stand beside it."""


LISTED: tuple[Rule, ...] = (
    named.titled_back,
    named.op_cit,
    short_issue.document_symbol,
    short_title.short_title,
    short_name.surname_year,
    short_name.surname_page,
)
"""The rules that a list of references can answer: it has no order of citing, so that nothing in it is just before."""


def _in_list(case: Case) -> Answer | None:
    """The entry of the list that one rule finds; a refusal there says nothing new."""
    found = next((verdict for rule in LISTED if (verdict := rule(case)) is not None), None)
    return replace(found, lost=()) if isinstance(found, Answer) else None


_UNREAD = Refusal("RS003", "no rule finds what it points back to")


def _pinpointed(fields: Mapping[str, Field]) -> Mapping[str, Field]:
    """The fields of a short form: its pages, be they a range, are the place it points to and no work's extent."""
    if "pages" not in fields or "locator" in fields:
        return fields
    return {"locator" if name == "pages" else name: field for name, field in fields.items()}


def _linked(citation: Citation, answer: Answer) -> Citation:
    reference = Reference(answer.target.key, answer.how, answer.reason, "probable" if answer.probable else "certain")
    if answer.relation == "container":
        return replace(citation, form="full", container_reference=reference)
    if answer.relation == "author":
        return replace(citation, form="full", author_reference=reference)
    form: Form = "ibid" if citation.form == "ibid" else "short"
    # A short form prints too little to tell what it is of; the citation it stands for knows.
    work_type = answer.target.type if citation.type == "other" else citation.type
    fields = _pinpointed(citation.fields)
    return replace(citation, form=form, type=work_type, fields=fields, reference=reference)


def _refused(citation: Citation, refusal: Refusal, *, pointing: bool) -> Citation:
    if refusal.relation != "work":
        return replace(citation, form="full")
    return replace(citation, form="ibid" if pointing else "short")


def _form(citation: Citation, clue: Clue) -> Form:
    """The form by the words found: ``ibid`` where one points back, ``full`` where it stands in a title only."""
    if clue.kind not in {"", "idem"}:
        return "ibid"
    return "full" if citation.form == "ibid" and not clue.kind and faces(citation) else citation.form


def decide(citation: Citation, past: Past, listed: Past | None = None) -> tuple[Citation, tuple[Finding, ...]]:
    """The citation with what it points back to, and what a person should look at.

    What is decided already, by a person or an earlier run, stays. What the notes before do not answer is looked up in
    the list of references, ``listed``.
    """
    if citation.reference or citation.container_reference:
        return citation, ()
    clue = read_clue(citation)
    case = Case(replace(citation, form=_form(citation, clue)), clue, past)
    citation = case.citation
    verdict = next((found for rule in RULES if (found := rule(case)) is not None), None)
    if listed is not None and not isinstance(verdict, Answer):
        verdict = _in_list(replace(case, past=listed)) or verdict
    if verdict is None and citation.form == "full":
        return citation, ()
    verdict = verdict or _UNREAD
    if isinstance(verdict, Refusal):
        return _refused(citation, verdict, pointing=citation.form == "ibid"), (finding_of(citation, verdict),)
    return _linked(citation, verdict), findings_about(citation, verdict)
