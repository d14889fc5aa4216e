"""Field by field: what is cited otherwise than it is registered, and what is registered and not cited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from rapidfuzz import fuzz

from citekit.dedupe.comparison import Comparison
from citekit.dedupe.find import compare
from citekit.language.agree import numbers_agree, pages_agree, squeeze
from citekit.language.people import names_agree
from citekit.model import Name, Work
from citekit.registries.checked import Candidate, Difference
from citekit.registries.match import same_title

Rule: TypeAlias = Callable[[Work, Candidate], Iterator[Difference]]

_ALIKE = 92.0  # per cent of letters that titles have in common which differ by slips
_OPEN = "Open Library"  # it has works, of whose editions it knows few years and authors


def differences(cited: Work, candidate: Candidate) -> tuple[Difference, ...]:
    """What the two say otherwise; what either does not say is no difference."""
    return tuple(found for rule in _RULES for found in rule(cited, candidate))


def fills(cited: Work, candidate: Candidate) -> tuple[Difference, ...]:
    """What the registry knows and the citation lacks."""
    registered = candidate.work
    found = [
        Difference(name, "", value)
        for name in ("doi", "date", "volume", "issue", "pages")
        if (value := registered.fields.get(name, "")) and not cited.fields.get(name)
    ]
    if registered.container and not cited.container and cited.type != "book":
        found.append(Difference("container", "", registered.container.display))
    if registered.author and not cited.author and not cited.editor:
        found.append(Difference("author", "", _shown(registered.author)))
    return tuple(found)


def _title(cited: Work, candidate: Candidate) -> Iterator[Difference]:
    theirs = candidate.work.title.display
    faces = [face.text for face in (cited.title.main, cited.title.original, cited.title.translation) if face]
    if theirs and faces and not same_title(cited, candidate) and not any(_alike(face, theirs) for face in faces):
        yield Difference("title", cited.title.display, theirs)


def _alike(one: str, other: str) -> bool:
    ours, theirs = squeeze(one), squeeze(other)
    few, many = sorted((ours, theirs), key=len)
    return many.startswith(few) if len(few) > 12 and len(few) < len(many) else fuzz.ratio(ours, theirs) >= _ALIKE


def _author(cited: Work, candidate: Candidate) -> Iterator[Difference]:
    theirs = candidate.work.author
    ours = cited.author or cited.editor
    named = tuple(name for name in ours if squeeze(name.literal) not in {"others", "etal"})
    if not named or not theirs:
        return
    unknown = names_agree(named, theirs) == "unlike"
    more = len(named) > len(theirs) and candidate.registry != _OPEN
    if unknown or more:
        yield Difference("author", _shown(named), _shown(theirs))


def _shown(names: tuple[Name, ...]) -> str:
    return "; ".join(name.display for name in names)


def _date(cited: Work, candidate: Candidate) -> Iterator[Difference]:
    year = cited.year
    if year and candidate.years and year not in candidate.years and candidate.registry != _OPEN:
        yield Difference("date", year, candidate.work.fields.get("date", "") or min(candidate.years))


def _container(cited: Work, candidate: Candidate) -> Iterator[Difference]:
    ours, theirs = cited.container.display, candidate.work.container.display
    if ours and theirs and _weight(compare(cited, candidate.work), "container") < 0:
        yield Difference("container", ours, theirs)


def _weight(found: Comparison, field: str) -> float:
    return sum(part.weight for part in found.parts if part.field == field)


def _number(name: str) -> Rule:
    def rule(cited: Work, candidate: Candidate) -> Iterator[Difference]:
        ours, theirs = cited.fields.get(name, ""), candidate.work.fields.get(name, "")
        if numbers_agree(ours, theirs) == "unlike":
            yield Difference(name, ours, theirs)

    return rule


def _pages(cited: Work, candidate: Candidate) -> Iterator[Difference]:
    ours, theirs = cited.fields.get("pages", ""), candidate.work.fields.get("pages", "")
    if ours and theirs and pages_agree(ours, theirs) == "unlike":
        yield Difference("pages", ours, theirs)


def _doi(cited: Work, candidate: Candidate) -> Iterator[Difference]:
    ours, theirs = cited.fields.get("doi", "").lower(), candidate.doi
    if ours and theirs and not ours.endswith(theirs) and candidate.registry != "arXiv":
        yield Difference("doi", ours, theirs)


_RULES: tuple[Rule, ...] = (_title, _author, _date, _container, _number("volume"), _number("issue"), _pages, _doi)

NAMES: Mapping[str, str] = {"date": "year", "container": "journal", "doi": "DOI"}
"""What fields are called to a person, where that is another word."""
