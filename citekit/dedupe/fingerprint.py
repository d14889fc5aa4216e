"""A record by what it is and not by its key: the same for all who have it, whatever they call it."""

from __future__ import annotations

from hashlib import sha256

from citekit.dedupe.identifiers import plain_doi
from citekit.language.agree import squeeze
from citekit.model import Name, Work

_LENGTH = 16


def fingerprint(work: Work) -> str:
    """Sixteen hexadecimal digits that tell a record from others.

    They are the first ones of the SHA-256 of six parts, each squeezed to its folded letters and digits and joined by
    ``|``: title (the first face there is), family name of the first author or editor, year, volume, pages, DOI (plain).
    Case, accents, blanks, braces and the key do not count.
    """
    first = next(iter((*work.author, *work.editor)), Name())
    parts = (
        work.title.display,
        first.literal or first.family,
        work.year,
        work.fields.get("volume", ""),
        work.fields.get("pages", ""),
    )
    line = "|".join((*map(squeeze, parts), plain_doi(work.fields.get("doi", ""))))
    return sha256(line.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
