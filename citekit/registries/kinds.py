"""Which works the registries can be expected to have, so that their silence says something."""

from __future__ import annotations

from citekit.language import tell
from citekit.model import Work

_ARTICLES = frozenset({"article-journal", "conference-paper"})
_ASKED = _ARTICLES | {"book", "chapter", "report", "thesis", "manuscript", "article-magazine", "other"}


def is_asked(work: Work) -> bool:
    """Whether a registry may have it: newspapers, archives, laws, films and interviews are in none of them."""
    return work.type in _ASKED


def silence_tells(work: Work) -> bool:
    """Whether it is news that no registry has it: an article whose title is English. Of books and others it is not."""
    return work.type in _ARTICLES and is_english(work) and bool(work.container) and bool(work.author)


def is_english(work: Work) -> bool:
    """Whether the title as printed is English."""
    face = work.title.main
    return face is not None and (face.language or tell(face.text)).split("-")[0] == "en"


def why_unchecked(work: Work) -> str:
    """Why a work that was not found, or not asked for, counts as unchecked."""
    if not is_asked(work):
        return f"works of this kind ({work.type}) are in no registry that is asked"
    if not work.title:
        return "it has no title to ask for"
    if not is_english(work):
        return "registries know few works whose titles are not English"
    if not work.author:
        return "it names no author to ask for"
    return "registries know few works of this kind, so that their silence says nothing"
