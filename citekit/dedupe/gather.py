"""The order in which citations become works: cluster, merge, inherit, name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.dedupe import blank
from citekit.dedupe.clusters import cluster
from citekit.dedupe.glosses import Glosses, glosses_of, with_glosses
from citekit.dedupe.host import with_author, with_host
from citekit.dedupe.keys import DEFAULT_PATTERN, parse_pattern, with_keys
from citekit.dedupe.merge import merge
from citekit.dedupe.report import findings_of
from citekit.dedupe.variants import Difference, differences, with_variants
from citekit.model import Citation, Library, Work

_TITLES = ("title", "title_translation", "title_original", "document_symbol", "url", "doi")


def denotes(citation: Citation) -> bool:
    """Whether a citation says enough to be a work: an "Ibid." or a bare name that found nothing does not."""
    if citation.form == "full" or any(blank.text(citation, name) for name in _TITLES):
        return True
    dated = bool(citation.text("date"))
    return citation.form == "short" and dated and bool(blank.names(citation, "author") or citation.text("container"))


def gather_works(library: Library, pattern: str = DEFAULT_PATTERN) -> Library:
    """The library with one work for each that its citations denote, and each citation with the key of its work.

    ``pattern`` names the works, see :func:`citekit.dedupe.keys.parse_pattern`. Works that no note cites (they came
    with a loaded library) stay, after the others. A citation whose work cannot be told has ``work`` None, and a
    finding of the resolver. Gathering again changes nothing.
    """
    parse_pattern(pattern)
    citations = library.citations
    clusters = cluster(citations)
    glosses = glosses_of(citations)
    loaded = tuple(work for work in library.works if not work.cited)
    members = [group for group in clusters.members if any(map(denotes, group))]
    made = _works(members, glosses)
    named = with_keys([work for work, _ in made], pattern, frozenset(work.key for work in loaded))
    key_of = {place.citation: work.key for work in named for place in work.cited}
    readings = tuple(
        replace(reading, citations=tuple(replace(one, work=key_of.get(one.key)) for one in reading.citations))
        for reading in library.readings
    )
    differing = [(work, found) for work, (_, found) in zip(named, made, strict=True)]
    known = set(library.findings)
    findings = (one for one in findings_of(differing, glosses, clusters.torn) if one not in known)
    return replace(library, readings=readings, works=(*named, *loaded), findings=(*library.findings, *findings))


def _works(members: Sequence[Sequence[Citation]], glosses: Glosses) -> list[tuple[Work, tuple[Difference, ...]]]:
    """The works without keys, each with what its citations print otherwise."""
    merged = [merge(group) for group in members]
    by_citation = {place.citation: work for work in merged for place in work.cited}
    works = []
    for work, group in zip(merged, members, strict=True):
        whole = with_author(with_host(work, group, by_citation), group, by_citation)
        found = differences(whole, group)
        works.append((with_variants(with_glosses(whole, glosses), found), found))
    return works
