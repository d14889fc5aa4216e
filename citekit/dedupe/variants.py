"""What the citations of one work print otherwise than the work: spellings, and values that contradict it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from citekit.dedupe import blank
from citekit.dedupe.merge import OTHER_FIELDS
from citekit.dedupe.spelling import head, spellings_agree
from citekit.fields import NAME_FIELDS
from citekit.language.agree import Agreement, dates_agree, numbers_agree, pages_agree, periodicals_agree, squeeze
from citekit.language.people import names_agree
from citekit.model import Citation, Name, Title, Variant, Work

_NUMBERS = frozenset({"volume", "issue", "edition"})
_DATES = frozenset({"date", "event_date", "accessed"})
_FACES = ("", "_translation", "_original")


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs: the field, what the work has, what the citation prints, and whether it is spelling."""

    field: str
    held: str
    printed: str
    citation: Citation
    spelling: bool


def _exact(left: str, right: str) -> Agreement:
    return "same" if squeeze(left) == squeeze(right) else "unlike"


def _comparison(name: str) -> Callable[[str, str], Agreement]:
    if name in _NUMBERS:
        return numbers_agree
    if name in _DATES:
        return dates_agree
    return pages_agree if name == "pages" else spellings_agree if name in {"place", "series"} else _exact


def _fields(work: Work, citation: Citation) -> Iterator[Difference]:
    for name in OTHER_FIELDS:
        held, printed = work.fields.get(name, ""), blank.text(citation, name)
        if not held or not printed:
            continue
        verdict = _comparison(name)(held, printed)
        inside = name == "pages" and verdict == "near"
        of_event = name == "date" and printed == citation.text("event_date")
        if verdict in {"near", "unlike"} and not inside and not of_event:
            yield Difference(name, held, printed, citation, spelling=verdict == "near")


def _texts(title: Title) -> tuple[str, str, str]:
    main, translation, original = (
        face.text if face else "" for face in (title.main, title.translation, title.original)
    )
    return main, translation, original


def _is_short(printed: str, texts: tuple[str, str, str]) -> bool:
    """Whether a title printed in a short form is one of the work's, or a part of one."""
    plain = squeeze(printed)
    return any(plain in squeeze(text) or squeeze(head(text)) == plain for text in texts if text)


def _titles(work: Work, citation: Citation) -> Iterator[Difference]:
    texts = _texts(work.title)
    for face, held in zip(_FACES, texts, strict=True):
        printed = blank.text(citation, f"title{face}")
        if not printed or not held or _is_short(printed, texts) or _is_short(held, (printed, "", "")):
            continue
        spelling = any(text and spellings_agree(text, printed) == "near" for text in texts)
        nearest = next((text for text in texts if text and spellings_agree(text, printed) == "near"), held)
        yield Difference(f"title{face}", nearest, printed, citation, spelling=spelling)


def _kinds(work: Work, citation: Citation) -> Iterator[Difference]:
    """Container and publisher: differing names; a gloss that differs is the gloss memory's to tell."""
    for kind, title in (("container", work.container), ("publisher", work.publisher)):
        held, printed = title.main.text if title.main else "", blank.text(citation, kind)
        faces = [text for text in _texts(title) if text]
        if held and printed and periodicals_agree([printed], faces) != "same":
            spelling = spellings_agree(held, printed) == "near"
            yield Difference(kind, held, printed, citation, spelling=spelling)


def _shown(names: Sequence[Name]) -> str:
    return "; ".join(name.display for name in names)


def _people(work: Work, citation: Citation) -> Iterator[Difference]:
    for role in NAME_FIELDS:
        held: tuple[Name, ...] = getattr(work, role)
        printed = blank.names(citation, role)
        verdict = names_agree(held, printed)
        if verdict in {"near", "unlike"}:
            yield Difference(role, _shown(held), _shown(printed), citation, spelling=verdict == "near")


def differences(work: Work, members: Sequence[Citation]) -> tuple[Difference, ...]:
    """Everything that a citation of the work prints otherwise, in the order of the document; "Ibid." prints nothing."""
    if len(members) == 1:
        return ()
    return tuple(
        found
        for citation in members
        if citation.form != "ibid"
        for part in (_people, _titles, _kinds, _fields)
        for found in part(work, citation)
    )


def with_variants(work: Work, found: Sequence[Difference]) -> Work:
    """The work with each differing value kept, and the citations that print it so."""
    if not found:
        return work
    printed: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in found:
        printed[one.field, one.printed].append(one.citation.key)
    variants = tuple(Variant(field, value, tuple(keys)) for (field, value), keys in printed.items())
    return replace(work, variants=variants)
