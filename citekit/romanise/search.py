"""Expressions to look a romanised work up with: in CNKI by characters, in library catalogues by ALA-LC spelling.

CNKI's professional search: ``TI`` title, ``AU`` author, ``LY`` source, ``YE`` year; ``%`` finds what contains a text,
``=`` what is one. Catalogues take the prefixes ``ti:`` and ``au:`` (WorldCat, and most that follow it). Only text
comes out; nothing is sent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citekit.romanise.forms import regular
from citekit.romanise.language import PINYIN, language_of

_NO_WORD = re.compile(r"[^\w’']+")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is known of a work that is looked for: romanised strings put right, and the characters that are sure.

    ``runs`` are stretches of the title in characters, ``title_characters`` the whole of it where it is known.
    ``container_spelling`` is the ALA-LC form of the container where a list has it.
    """

    title: str = ""
    authors: Sequence[str] = ()
    container: str = ""
    year: str = ""
    is_part: bool = False
    title_characters: str = ""
    runs: Sequence[str] = ()
    author_characters: Sequence[str] = ()
    container_characters: str = ""
    container_spelling: str = ""


def cnki(work: Sought) -> str:
    """The expression for CNKI; empty where no stretch of the title is sure in characters.

    >>> cnki(Sought(runs=("联合国维和行动",), container_characters="世界经济与政治", year="2002"))
    "TI%'联合国维和行动' AND LY='世界经济与政治' AND YE='2002'"
    """
    title = [f"TI='{_quoted(work.title_characters)}'"] if work.title_characters else _contains(work.runs)
    if not title:
        return ""
    authors = [f"AU='{_quoted(name)}'" for name in work.author_characters[:1]]
    source = [f"LY='{_quoted(work.container_characters)}'"] if work.container_characters else []
    year = [f"YE='{work.year}'"] if work.year else []
    return " AND ".join((*title, *authors, *source, *year))


def catalogue(work: Sought) -> str:
    """The expression for library catalogues, which hold books and periodicals and not what is printed in these.

    >>> catalogue(Sought(title="Jiangou heping", authors=("Zhao Lei",)))
    'ti:"jian gou he ping" au:"Zhao, Lei"'
    """
    if work.is_part:
        wanted = work.container_spelling or work.container
        return f'ti:"{_spelt(wanted)}"' if wanted else ""
    title = [f'ti:"{_spelt(work.title)}"'] if work.title else []
    authors = [f'au:"{regular(name, "alalc", language=PINYIN, is_name=True).text}"' for name in work.authors[:1]]
    return " ".join((*title, *authors)) if title else ""


def _contains(runs: Sequence[str]) -> list[str]:
    """The longest run alone: one that is wrong beside it would find nothing."""
    return [f"TI%'{_quoted(max(runs, key=len))}'"] if runs else []


def _quoted(text: str) -> str:
    return text.replace("'", " ")


def _spelt(text: str) -> str:
    """A title as catalogues index it: syllables apart, small letters, no marks; one in another language as it is."""
    tag = language_of(text)
    words = regular(text, "alalc", language=tag, is_name=False).text if tag == PINYIN else text
    return " ".join(filter(None, _NO_WORD.split(words.lower() if tag == PINYIN else words)))
