"""What a work stands in: the names of its periodical or volume evened out, authorities found, and what kind it is."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape

from citekit.data import lines
from citekit.dedupe.conferences import conference
from citekit.dedupe.record import Container, Host
from citekit.dedupe.wording import even_words, is_romanised
from citekit.language.agree import bare
from citekit.language.characters import reading
from citekit.language.cyrillic import latin
from citekit.language.face_key import face_key, face_keys

_PER_SLIP = 10  # letters of a romanised name to one misprint
_GAPS = re.compile(r"[\s_-]+")
_ASIDES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\s[/=]\s.*$")
_STOP = frozenset("the of and for in on de des der die das und et la le les du di del della e y a an to zur zu".split())
_PERIODICALS = frozenset(
    {"newspaper", "journal", "magazine", "agency", "gazette", "yearbook", "website", "broadcaster"}
)
_PREPRINT = re.compile(
    r"\b(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|ssrn|psyarxiv|socarxiv|preprints?|research square|osf|hal|"
    r"working papers?|unpublished|manuscript|submitted|discussion papers?|nber working papers?|in preparation)\b"
)
_PROCEEDINGS = re.compile(
    r"\b(?:proc|proceedings|conf|conference|symposium|symp|workshop|congress|meeting|kongress|tagung|colloquium|lncs)\b"
)
_OF_YEAR = re.compile(r"(?:in )?[a-z]{3,10}[- ]\d\d\W*")  # ``EuroCOLT-95``, ``Crypto '93``
_REPORT = re.compile(r"\b(?:tech|technical|research|internal|annual) (?:rep|report|memo|memorandum|note)\b|\btr \d")
_THESIS = re.compile(r"\b(?:thesis|dissertation|phd|diss|diplomarbeit|habilitation)\b")
_SERIES = frozenset(
    "journal j zeitschrift revue revista rivista annals trans transactions letters review quarterly bulletin magazine "
    "archives".split()
)
_JOURNAL = re.compile(rf"\b(?:{'|'.join(sorted(_SERIES))})\b")
_TELLING = frozenset(
    "arxiv corr biorxiv medrxiv chemrxiv ssrn psyarxiv socarxiv preprint preprints research osf hal working "
    "unpublished manuscript submitted discussion nber in proc proceedings conf conference symposium symp workshop "
    "congress meeting kongress tagung colloquium lncs tech technical internal annual tr thesis dissertation phd diss "
    "diplomarbeit habilitation".split()
)
"""Words that begin what the expressions above look for: most names have none of them."""
_BOOKS = frozenset({"book", "chapter"})
_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(r"^(.*[^\W\d].*?)[\s,]+(\d{1,3})(?:\s*\((\d+)\))?[\s,.:]*$")


@lru_cache(maxsize=8192)
def container_words(name: str) -> tuple[str, ...]:
    """The telling words of a periodical's name: no articles, no asides, no subtitle."""
    if "&" in name:
        name = unescape(name).replace("&", " and ")
    short, _, rest = (name.replace(" — ", ": ") if "—" in name else name).partition(": ")
    if rest and _PROCEEDINGS.search(rest.casefold()):  # ``Machine Learning: Proceedings of the 13th Conference``
        short = name
    if "(" in short or "[" in short or "/" in short or "=" in short:
        short = _ASIDES.sub("", short)
    short = short or name
    if short.isascii():
        found = even_words(short)
    else:
        plain = bare(latin(short))
        plain = bare(reading(plain)) or plain if not plain.isascii() else plain
        found = [word for word in _GAPS.split(plain) if word]
    return tuple([word for word in found if word not in _STOP] or found)


def numbered(name: str) -> tuple[str, str]:
    """A container without the volume that ends it, and the volume: ``"Machine Learning 17"``; empty where none does."""
    found = _NUMBERED.match(name) if _DIGIT.search(name) else None
    return (found[1], found[2]) if found else (name, "")


@cache
def _authorities() -> dict[str, frozenset[str]]:
    """Key of any face → the periodicals that have it."""
    header, *rows = (line.split("\t") for line in lines("authority.tsv"))
    at = {name: place for place, name in enumerate(header)}
    found: dict[str, set[str]] = {}
    for row in rows:
        if row[at["type"]] not in _PERIODICALS:
            continue
        faces = [row[at[name]] for name in ("characters", "traditional", "romanised", "alalc", "english")]
        for face in [*faces, *row[at["variants"]].split("|")]:
            for key in face_keys(face, row[at["language"]]) if face else ():
                found.setdefault(key, set()).add(row[0])
    return {key: frozenset(ids) for key, ids in found.items()}


@lru_cache(maxsize=8192)
def container_keys(name: str) -> frozenset[str]:
    """What a name is known by: its letters, those of its reading, and ``@id`` for each periodical of the list."""
    words = container_words(name)
    found = {"".join(words), conference(words)} - {""}
    ids = _authorities().get(face_key(name)) or (_near(name) if is_romanised(words) else ())
    return frozenset(found | {f"@{one}" for one in ids})


def _near(name: str) -> frozenset[str]:
    """The periodicals that a romanised name may be a misprint of: one slip in ten letters (``Remin ribao``)."""
    key = face_key(name)
    if len(key) < _PER_SLIP:
        return frozenset()
    from rapidfuzz import process  # noqa: PLC0415 - most names are on the list as they are
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    best = process.extractOne(key, _authorities().keys(), scorer=OSA.distance, score_cutoff=len(key) // _PER_SLIP)
    return _authorities()[best[0]] if best else frozenset()


@lru_cache(maxsize=8192)
def container_of(names: tuple[str, ...], kind: str, note: str, volume: str) -> Container:
    """What a work of a kind stands in: all names of it; ``note`` tells of a work without container what it is."""
    bare_names = tuple(numbered(name)[0] for name in names if name)
    return Container(
        frozenset().union(*map(container_keys, bare_names)),
        tuple(map(container_words, bare_names)),
        host_of(kind, bare_names, note, volume),
    )


def host_of(kind: str, names: tuple[str, ...], note: str, volume: str) -> Host:
    """What a work appeared in, by the words of its container, else of its note; types are too often wrong.

    A work in a volume that is no book's is in a journal.
    """
    told = _told(" ".join(names)) if names else ""
    if told:
        return told
    if any(conference(container_words(name)) for name in names):
        return "proceedings"
    if not names and note:
        return _told(note)
    return "journal" if names and volume and kind not in _BOOKS else ""


def _told(name: str) -> Host:
    """What the words of a name tell."""
    if name.isascii() and not _DIGIT.search(name) and _TELLING.isdisjoint(words := even_words(name)):
        return "" if _SERIES.isdisjoint(words) else "journal"
    text = bare(name)
    if _PREPRINT.search(text):
        return "preprint"
    if _THESIS.search(text):
        return "thesis"
    if _OF_YEAR.fullmatch(text) or (_PROCEEDINGS.search(text) and not _JOURNAL.search(text)):
        return "proceedings"
    if _REPORT.search(text):
        return "report"
    return "journal" if _JOURNAL.search(text) else ""
