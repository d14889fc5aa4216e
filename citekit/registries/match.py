"""Whether a record of a registry is the work that is cited, however much of it is cited wrongly."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.dedupe.comparison import Comparison
from citekit.dedupe.find import compare
from citekit.language.agree import squeeze
from citekit.model import Work
from citekit.registries.checked import Candidate

_SUPPORT = ("author", "container", "date", "volume", "pages")
_ALIKE, _NEAR = 2.0, 0.5
"""Weights of titles that are one, slips apart, and of titles that are one but for some words."""


def best(cited: Work, candidates: Sequence[Candidate]) -> Candidate | None:
    """The record that is the work, whatever place it came in; None where none is."""
    told = [(candidate, compare(cited, candidate.work)) for candidate in candidates]
    fitting = [
        (worth(cited, candidate, found), candidate) for candidate, found in told if fits(cited, candidate, found)
    ]
    return max(fitting, key=lambda one: one[0])[1] if fitting else None


def is_it(cited: Work, candidate: Candidate) -> bool:
    """Whether one record is the work."""
    return fits(cited, candidate, compare(cited, candidate.work))


def fits(cited: Work, candidate: Candidate, found: Comparison) -> bool:
    """Whether title and other fields together say so.

    One field may be wrong: the title holds with one other field, one that is near with two, and volume, pages and
    authors hold without it. Authors, journal and year alone do not: they fit every paper of theirs in that year.
    """
    if found.verdict == "same":
        return True
    weights = _weights(found)
    support = sum(weights.get(field, 0.0) > 0 for field in _SUPPORT)
    title = weights.get("title", 0.0)
    if title >= _ALIKE or same_title(cited, candidate):
        return support >= (1 if len(squeeze(cited.title.display)) > 20 else 2)
    if title >= _NEAR:
        return support >= 2
    return all(weights.get(field, 0.0) > 0 for field in ("author", "volume", "pages")) and support >= 4


def worth(cited: Work, candidate: Candidate, found: Comparison) -> float:
    """What puts several fitting records in order: their evidence, the cited DOI, the very title."""
    same = cited.fields.get("doi", "").lower() == candidate.doi != ""
    return found.score + 5 * same + same_title(cited, candidate)


def _weights(found: Comparison) -> dict[str, float]:
    weights: dict[str, float] = {}
    for part in found.parts:
        weights[part.field] = weights.get(part.field, 0.0) + (part.weight if not part.veto else 0.0)
    return weights


def same_title(cited: Work, candidate: Candidate) -> bool:
    """Whether the titles are the same, a subtitle apart that one of them lacks."""
    one, other = squeeze(cited.title.display), squeeze(candidate.work.title.display)
    heads = squeeze(cited.title.display.partition(":")[0]), squeeze(candidate.work.title.display.partition(":")[0])
    return bool(one and other) and (one == other or one == heads[1] or other == heads[0])
