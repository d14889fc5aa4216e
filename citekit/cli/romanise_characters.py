"""Characters proposed for romanised strings, and the sources of the word list they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from citekit.cli.romanising import Worked
from citekit.cli.word_list import word_list
from citekit.model import Emendation
from citekit.romanise import Authorities
from citekit.romanise.characters import Restored, restore
from citekit.romanise.emend import RomanisedString
from citekit.romanise.emend.originals import listed, listed_originals, own_form, restored_originals
from citekit.romanise.language import PINYIN
from citekit.romanise.lexicon import cutter, sources

_SHOWN = 3
_LEAST = 0.01


def listed_sources() -> str:
    """The packages that words, readings and glosses come from: a row each with version, licence and use."""
    every = (*sources(), cutter())
    return "".join(f"{one.package}\t{one.version or 'not installed'}\t{one.licence}\t{one.what}\n" for one in every)


def proposed(pages: Sequence[Worked], authorities: Authorities | None, *, quiet: bool) -> str:
    """The strings of the pages with their likeliest characters: place, printed form, confidence, characters.

    ``list`` stands for the confidence of what is on the authority list. Persons are looked up in lists of one's own.
    A string is read with its misprints put right as proposed, and what it was read as stands behind its characters.
    """
    read = [pair for page in pages for pair in zip(page.page.strings, page.texts, strict=True)]
    titles = [(one, replace(one, text=text)) for one, text in read if one.language == PINYIN]
    if not titles:
        return ""
    found = restore([(one.text, one.translation) for _, one in titles], word_list(quiet=quiet))
    return "".join(
        "\t".join((printed.place, " ".join(printed.text.split()), *row, *_read_as(printed, mended))) + "\n"
        for (printed, mended), restored in zip(titles, found, strict=True)
        for row in _listed(mended, authorities) or _guessed(mended, restored)
    )


def _read_as(printed: RomanisedString, mended: RomanisedString) -> tuple[str, ...]:
    return () if printed.text == mended.text else (" ".join(mended.text.split()),)


def _listed(string: RomanisedString, authorities: Authorities | None) -> list[tuple[str, str]]:
    """What the authority lists have under the name of a periodical, publisher, body or person."""
    row = listed(string, authorities) if string.field != "title" else None
    return [("list", own_form(row))] if row else []


def _guessed(string: RomanisedString, restored: Restored) -> list[tuple[str, str]]:
    if string.is_name:
        return []
    shown = [one for one in restored.candidates[:_SHOWN] if one.confidence >= _LEAST]
    return [(f"{one.confidence:.2f}", one.text) for one in shown]


def proposals(worked: Worked, authorities: Authorities | None, *, quiet: bool) -> tuple[Emendation, ...]:
    """The characters for the strings of a page as emendations, to be accepted: what is listed, and titles decoded.

    Titles are decoded as they are after their misprints were put right as proposed.
    """
    strings = worked.page.strings
    titles = [one for one in strings if one.field == "title" and one.language == PINYIN and not one.original]
    mended = {(one.place, one.text): text for one, text in zip(strings, worked.texts, strict=True)}
    pairs = [(mended[one.place, one.text], one.translation) for one in titles]
    found = restore(pairs, word_list(quiet=quiet)) if titles else ()
    return (*listed_originals(strings, authorities), *_decoded(titles, found))


def _decoded(titles: Sequence[RomanisedString], found: Sequence[Restored]) -> Iterator[Emendation]:
    for string, restored in zip(titles, found, strict=True):
        ranked = [(one.text, one.confidence) for one in restored.candidates[:_SHOWN]]
        yield from restored_originals(string, ranked, least=_LEAST)
