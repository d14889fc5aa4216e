"""What tells a short form from a work cited in full again: it lacks what the earlier citation has, and adds nothing."""

from __future__ import annotations

from citekit.language.agree import Agreement, dates_agree, numbers_agree, pages_agree, periodicals_agree, squeeze
from citekit.language.people import names_agree
from citekit.model import Citation
from citekit.resolve.past import container_faces
from citekit.resolve.titles import faces

_PARTS = {
    "container": ("container", "container_translation", "container_original"),
    "imprint": ("publisher", "place"),
    "date": ("date",),
    "symbol": ("document_symbol",),
    "number": ("volume", "issue"),
    "link": ("url", "doi"),
}


def _has(citation: Citation, part: str) -> bool:
    return any(citation.text(name) for name in _PARTS[part])


def lacking(later: Citation, earlier: Citation) -> tuple[str, ...]:
    """The parts that the earlier citation prints and the later one does not: a title face, container, imprint, date."""
    parts = [part for part in ("container", "imprint", "date") if _has(earlier, part) and not _has(later, part)]
    if len(faces(later)) < len(faces(earlier)):
        parts.insert(0, "title")
    return tuple(parts)


def adding(later: Citation, earlier: Citation) -> bool:
    """Whether the later citation prints a part that the earlier one lacks; then it is no short form of it."""
    return len(faces(later)) > len(faces(earlier)) or any(
        _has(later, part) and not _has(earlier, part) for part in _PARTS
    )


def agreements(later: Citation, earlier: Citation) -> dict[str, Agreement]:
    """Field by field, whether two citations may be of one work."""
    return {
        "author": names_agree(later.names("author"), earlier.names("author") or earlier.names("editor")),
        "container": periodicals_agree(container_faces(later), container_faces(earlier)),
        "date": dates_agree(later.text("date"), earlier.text("date")),
        "volume": numbers_agree(later.text("volume"), earlier.text("volume")),
        "issue": numbers_agree(later.text("issue"), earlier.text("issue")),
        "edition": numbers_agree(later.text("edition"), earlier.text("edition")),
        "pages": pages_agree(later.text("pages"), earlier.text("pages")),
        "symbol": _symbols_agree(later, earlier),
    }


def _symbols_agree(later: Citation, earlier: Citation) -> Agreement:
    ours, theirs = squeeze(later.text("document_symbol")), squeeze(earlier.text("document_symbol"))
    if not ours or not theirs:
        return "silent"
    return "same" if ours == theirs else "unlike"


def compatible(later: Citation, earlier: Citation) -> bool:
    """Whether nothing that both print speaks against one work."""
    return "unlike" not in agreements(later, earlier).values()
