"""A title in its faces → what is compared of it: letters, reading of characters, head, what recurs, what it answers."""

from __future__ import annotations

import re

from citekit.dedupe.record import NOTHING, Titles
from citekit.dedupe.wording import head, is_recurring, is_romanised, marker, wording
from citekit.language.characters import HAN, OTHER_SCRIPT, reading
from citekit.model import Title

_SCRIPT = re.compile(f"{HAN.pattern}|{OTHER_SCRIPT.pattern}")
_BESIDE = re.compile(
    r"\[(?!\W*(?:[\w-]+ )?(?:errat|corr|comment|retract|summary|abstract|review|reprint|republish|letter|edito|in |\d))"
    r"([^\[\]]{20,})\]",
    re.IGNORECASE,
)
_APART = 20  # letters beside the brackets, as :func:`citekit.dedupe.wording.plain` wants them
_WORDS = 4  # that a title in brackets has at least
_HEADED = re.compile(r"[:：.;?!–—]")


def faces(title: Title) -> tuple[str, str, str]:
    """The texts of a title: main, original, translation; empty where there is none."""
    main, original, translation = title.main, title.original, title.translation
    return main.text if main else "", original.text if original else "", translation.text if translation else ""


def titles_of(title: Title) -> Titles:
    """The faces of a title as they are compared; characters are read where no romanised title stands beside them."""
    main, original, translation = faces(title)
    if main and not main.isascii() and _SCRIPT.search(main):
        main, original = "", original or main
    if main and not translation and "[" in main:
        translation = _beside(main)
    latin = main or (reading(original) if original else "")
    said = wording(latin) if latin else NOTHING
    translated = wording(translation) if translation else NOTHING
    characters = wording(original) if original else NOTHING
    whole = main or original
    return Titles(
        said,
        translated,
        characters.letters,
        _head(whole) if _HEADED.search(whole) else "",
        bool(original) or is_romanised(said.words) or bool(title.main and "Latn" in title.main.language),
        bool(original) and not main,
        marker(whole or translation, (said if main else characters or translated).words),
        is_recurring(said or characters or translated),
        whole.endswith(("…", "...")),
    )


def _beside(main: str) -> str:
    """The title in another language that stands in brackets beside a title: ``Hukou [The Household Register …]``."""
    found = _BESIDE.search(main)
    if found is None or len(main) - len(found[0]) < _APART or len(found[1].split()) < _WORDS:
        return ""
    return found[1]


def _head(text: str) -> str:
    return head(reading(text) or text) if HAN.search(text) else head(text)
