"""A title in its faces → what is compared of it: letters, reading of characters, head, what recurs, what it answers."""

from __future__ import annotations

import re

from citekit.dedupe.record import NOTHING, Titles
from citekit.dedupe.wording import head, is_recurring, is_romanised, marker, wording
from citekit.language.characters import HAN, OTHER_SCRIPT, reading
from citekit.model import Title

_SCRIPT = re.compile(f"{HAN.pattern}|{OTHER_SCRIPT.pattern}")
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
    latin = main or (reading(original) if original else "")
    said = wording(latin) if latin else NOTHING
    telling = said or wording(original or translation)
    language = title.main.language if title.main else ""
    whole = main or original
    return Titles(
        said,
        wording(translation) if translation else NOTHING,
        wording(original).letters if original else "",
        _head(whole) if whole and _HEADED.search(whole) else "",
        bool(original) or "Latn" in language or is_romanised(said.words),
        bool(original) and not main,
        marker(whole or translation, (wording(whole or translation)).words),
        is_recurring(telling),
        whole.endswith(("…", "...")),
    )


def _head(text: str) -> str:
    return head(reading(text) or text) if HAN.search(text) else head(text)
