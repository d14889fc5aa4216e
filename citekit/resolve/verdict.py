"""What a rule answers: the citation meant with the reason, or a refusal with the candidates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from citekit.model import Citation
from citekit.resolve.clue import Clue
from citekit.resolve.past import Past

Relation: TypeAlias = Literal["work", "container", "author"]


@dataclass(frozen=True, slots=True)
class Case:
    """One citation to decide on, what its words say, and what has been cited before it."""

    citation: Citation
    clue: Clue
    past: Past


@dataclass(frozen=True, slots=True)
class Answer:
    """The citation meant; ``lost`` are missing notes that may hold the one meant, ``doubt`` is a finding's code."""

    target: Citation
    how: str
    reason: str
    relation: Relation = "work"
    probable: bool = False
    lost: tuple[str, ...] = ()
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """No citation is taken: a finding's code, why, and the keys of those it could be; ``mild`` where that is usual."""

    code: str
    reason: str
    candidates: tuple[str, ...] = ()
    relation: Relation = "work"
    mild: bool = False


Verdict: TypeAlias = Answer | Refusal


def keys(citations: Iterable[Citation]) -> tuple[str, ...]:
    """The keys of some citations, in order."""
    return tuple(citation.key for citation in citations)


def quoted(text: str, limit: int = 60) -> str:
    """A text in quotes, its own taken off, cut where it is long."""
    text = text.strip('“”„"‘’ ')
    return f"“{text if len(text) <= limit else text[: limit - 1].rstrip() + '…'}”"


def listed(names: Iterable[str], link: str = "or") -> str:
    """Names in one line: ``a, b or c``."""
    *most, last = names
    return f"{', '.join(most)} {link} {last}" if most else last
