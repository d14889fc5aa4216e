"""Rows for an authority list out of a library that has names in both forms, romanised and in characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from citekit.fields import NAME_FIELDS
from citekit.language.face_key import face_key
from citekit.model import Finding, Library, Name, Title, Work
from citekit.romanise.apart import apart
from citekit.romanise.authority import Authorities, shipped
from citekit.romanise.authority_row import Authority
from citekit.romanise.emend.strings import name_text
from citekit.romanise.language import PINYIN, language_of
from citekit.romanise.read import read_word
from citekit.romanise.text import words

_TYPES = {
    "article-newspaper": "newspaper",
    "newswire": "agency",
    "article-magazine": "magazine",
    "article-journal": "journal",
}


class _Pair(NamedTuple):
    """A name in both forms as a work has it."""

    work: str
    field: str
    row: Authority


def learn(library: Library, known: Authorities | None = None) -> tuple[tuple[Authority, ...], tuple[Finding, ...]]:
    """The rows that a library bears out, without those that ``known`` has (else the list that comes with citekit).

    A pair is taken where each syllable is a reading of its character; pairs that disagree are findings (PY105), and so
    are names that the library writes in two ways (PY106), of which each has a row.
    """
    lists = known or shipped()
    pairs = [pair for work in library.works for pair in _pairs(work)]
    agreeing = [pair for pair in pairs if agrees(pair.row.romanised, pair.row.characters)]
    findings = [_disagree(pair, library) for pair in pairs if pair not in agreeing]
    merged: dict[tuple[str, str, bool], _Pair] = {}
    for pair in agreeing:
        place = (face_key(pair.row.romanised), pair.row.characters, pair.row.type == "person")
        merged[place] = _joined(merged.get(place), pair)
    new = [pair for pair in merged.values() if not _is_known(pair.row, lists)]
    findings += _conflicts(list(merged.values()), library)
    return tuple(_with_ids(pair.row for pair in new)), tuple(dict.fromkeys(findings))


def agrees(romanised: str, characters: str) -> bool:
    """Whether a name in pinyin spells its characters: a syllable each, and each a reading of its character."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - slow to load

    spelt = [one for start, end in words(romanised) for one in read_word(romanised[start:end]).syllables]
    signs = [char for char in characters if "㐀" <= char <= "鿿" or char == "〇"]
    if not spelt or len(spelt) != len(signs):
        return False
    read = pinyin("".join(signs), style=Style.NORMAL, heteronym=True, v_to_u=True)
    return all(
        _bare(syllable) in set(map(_bare, pinyin(sign, style=Style.NORMAL, heteronym=True, v_to_u=True)[0] + row))
        for syllable, sign, row in zip(spelt, signs, read, strict=True)
    )


def _bare(syllable: str) -> str:
    return syllable.replace("ü", "u").replace("v", "u")


def _pairs(work: Work) -> Iterator[_Pair]:
    yield from _of_title(work, "container", apart(work.container), _TYPES.get(work.type, ""))
    yield from _of_title(work, "publisher", apart(work.publisher), "press")
    for field in NAME_FIELDS:
        names: tuple[Name, ...] = getattr(work, field)
        for name in names:
            printed, kind = name_text(name), "body" if name.literal else "person"
            if printed and name.original and (kind == "person" or language_of(printed) == PINYIN):
                row = Authority("", kind, "zh", name.original, printed, english=name.translated)
                yield _Pair(work.key, field, row)


def _of_title(work: Work, field: str, title: Title, kind: str) -> Iterator[_Pair]:
    if kind and title.main and title.original and language_of(title.main.text) == PINYIN:
        issn = work.fields.get("issn", "") if field == "container" else ""
        place = work.fields.get("place", "") if field == "publisher" else ""
        english = title.translation.text if title.translation else ""
        row = Authority("", kind, "zh", title.original.text, title.main.text, english=english, place=place, issn=issn)
        yield _Pair(work.key, field, row)


def _joined(first: _Pair | None, second: _Pair) -> _Pair:
    """Two works' knowledge of one name: the first spelling, what else either has, other spellings as variants."""
    if first is None:
        return second
    one, other = first.row, second.row
    spelling = () if other.romanised in {one.romanised, *one.variants} else (other.romanised,)
    filled = {name: getattr(other, name) for name in ("english", "place", "issn") if not getattr(one, name)}
    return first._replace(row=one._replace(variants=(*one.variants, *spelling), **filled))


def _is_known(row: Authority, lists: Authorities) -> bool:
    return any(
        row.characters in {match.authority.characters, match.authority.traditional}
        for match in lists.exact(row.romanised)
    )


def _with_ids(rows: Iterable[Authority]) -> Iterator[Authority]:
    """The rows with ids of their own, which tell homophones apart."""
    taken: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        name = face_key(row.romanised)
        taken[name] += 1
        yield row._replace(id=name if taken[name] == 1 else f"{name}-{taken[name]}")


def _disagree(pair: _Pair, library: Library) -> Finding:
    row = pair.row
    message = f"{row.romanised} does not spell {row.characters}; no row is made of it."
    found = Finding("PY105", message, text=row.romanised, help="Put the one or the other right in the library.")
    return _placed(found, pair, library)


def _conflicts(pairs: Sequence[_Pair], library: Library) -> Iterator[Finding]:
    """One spelling for two names, or one name in two spellings."""
    for told, key in (("is written", "romanised"), ("is romanised", "characters")):
        groups: defaultdict[str, list[_Pair]] = defaultdict(list)
        for pair in pairs:
            groups[face_key(getattr(pair.row, key)) + "." * (pair.row.type == "person")].append(pair)
        other = "characters" if key == "romanised" else "romanised"
        for members in groups.values():
            if len(members) > 1:
                shown = " and ".join(getattr(one.row, other) for one in members)
                message = f"{getattr(members[0].row, key)} {told} {shown} in this library; each has a row."
                help_ = "Take out the row that is wrong, if they are not two names."
                found = Finding("PY106", message, "info", text=members[0].row.romanised, help=help_)
                yield _placed(found, members[1], library)


def _placed(finding: Finding, pair: _Pair, library: Library) -> Finding:
    """The finding with its line in the source of the library, behind the key of the work."""
    source = library.document.text
    at = source.find(pair.row.characters, max(source.find(pair.work), 0))
    return replace(finding, span=(at, at + len(pair.row.characters)) if at >= 0 else None)
