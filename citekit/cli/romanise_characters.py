"""Characters proposed for romanised strings, and the sources of the lexicon they come from."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from citekit.cli.romanise_inputs import Entry, Page
from citekit.romanise.authority import shipped
from citekit.romanise.characters import Restored, restore
from citekit.romanise.language import PINYIN
from citekit.romanise.lexicon import Lexicon, is_full, load_lexicon, sources
from citekit.romanise.lexicon.build import WORDS
from citekit.romanise.lexicon.cache import is_kept

_SHOWN = 3
_LEAST = 0.01


def listed_sources() -> str:
    """The packages that words, readings and glosses come from: a row each with version, licence and use."""
    rows = (f"{one.package}\t{one.version or 'not installed'}\t{one.licence}\t{one.what}\n" for one in sources())
    return "".join(rows)


def proposed(pages: Sequence[Page], *, quiet: bool) -> str:
    """The strings of the pages with their likeliest characters: place, printed form, confidence, characters.

    ``list`` stands for the confidence of what is on the authority list. Names of persons are not restored.
    """
    titles = [entry for page in pages for entry in page.entries if entry.language == PINYIN and not entry.is_name]
    if not titles:
        return ""
    found = restore([(entry.text, entry.translation) for entry in titles], _lexicon(quiet=quiet))
    return "".join(
        "\t".join((entry.place, " ".join(entry.text.split()), *row)) + "\n"
        for entry, one in zip(titles, found, strict=True)
        for row in _listed(entry) or _guessed(one)
    )


def _listed(entry: Entry) -> list[tuple[str, str]]:
    """What the authority list has under the name of a periodical, publisher or body."""
    known = shipped().exact(entry.text) if entry.field != "title" else ()
    return [("list", one.authority.characters) for one in known if one.authority.language == "zh"]


def _guessed(restored: Restored) -> list[tuple[str, str]]:
    shown = [one for one in restored.candidates[:_SHOWN] if one.confidence >= _LEAST]
    return [(f"{one.confidence:.2f}", one.text) for one in shown]


def _lexicon(*, quiet: bool) -> Lexicon:
    """The lexicon, with a bar on a terminal while it is built, and a word where it knows no frequencies."""
    if not is_full() and not quiet:
        click.echo("Without citekit[zh] there are no frequencies: the characters are guesses from phrases.", err=True)
    hidden = quiet or not sys.stderr.isatty() or is_kept()
    with click.progressbar(length=WORDS, label="building the lexicon (once)", file=sys.stderr, hidden=hidden) as bar:
        return load_lexicon(bar.update)
