"""The word list of Chinese as a verb gets it: out of the cache, else built once, which is told."""

from __future__ import annotations

import sys
from functools import cache

import click

from citekit.romanise.lexicon import Lexicon, is_full, load_lexicon
from citekit.romanise.lexicon.build import WORDS
from citekit.romanise.lexicon.cache import is_kept

_BARE = (
    "Without citekit[zh] the word list is the phrases that pypinyin knows: misprints are found by syllables, by the "
    "paper itself and by lists of names, and what is proposed comes from those phrases."
)


def word_list(*, quiet: bool) -> Lexicon:
    """The word list, with a bar on a terminal while it is built, and a word, once, where it knows no frequencies."""
    kept = is_kept()
    if not quiet:
        _say_what_lacks()
    hidden = quiet or kept or not sys.stderr.isatty()
    with click.progressbar(length=WORDS, label="building the word list (once)", file=sys.stderr, hidden=hidden) as bar:
        return load_lexicon(bar.update)


@cache
def _say_what_lacks() -> None:
    if not is_full():
        click.echo(_BARE, err=True)
