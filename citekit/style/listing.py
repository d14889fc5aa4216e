"""All styles of a folder with what they say of themselves, kept in the user's cache, and the search over them."""

from __future__ import annotations

import contextlib
import json
import os
import re
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from citekit.style.heads import SIZE, read_head
from citekit.style.locales import canonical
from citekit.style.places import folder_of

_SIGNS = re.compile(r"[\W_]+")
_FORM = 1  # of the cache: another number and old caches are made anew


class Listed(NamedTuple):
    """A style as it is listed."""

    name: str
    title: str
    form: str
    default_locale: str
    parent: str
    """The independent style that a dependent one follows; empty for an independent one."""
    words: str
    """What a search looks through: name, title, form and language, folded."""


def fold(text: str) -> str:
    """A text without case, accents and signs, for comparison; words stand apart by one blank."""
    text = text.casefold()
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return _SIGNS.sub(" ", text).strip()


def listing(folder: Path) -> list[Listed]:
    """Every style of a folder and its ``dependent`` folder, by name; from the cache where nothing has changed."""
    places = [place for place in (folder, folder / "dependent") if place.is_dir()]
    stamp = [_FORM, *([str(place), place.stat().st_mtime_ns] for place in places)]
    cache = _cache_folder() / f"styles-{sha256(str(folder).encode()).hexdigest()[:12]}.json"
    with contextlib.suppress(OSError, ValueError, LookupError, TypeError):
        told = json.loads(cache.read_bytes())
        if told["stamp"] == stamp:
            return [Listed(*row) for row in told["styles"]]
    languages = _languages()
    found = sorted(_listed(path, languages) for place in places for path in place.glob("*.csl"))
    with contextlib.suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        draft = cache.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps({"stamp": stamp, "styles": found}, ensure_ascii=False), encoding="utf-8")
        draft.replace(cache)
    return found


def search(styles: list[Listed], query: str, meant: str = "") -> list[Listed]:
    """The styles that have every word of the query, the likeliest first; ``meant`` is the style it is a name of.

    A style of that name comes first, then those whose name opens with the query, whose name or title has its words as
    whole words; independent before dependent, short before long.
    """
    words = fold(query).split()
    found = [style for style in styles if all(word in style.words for word in words)]
    whole = " ".join(words)

    def rank(style: Listed) -> tuple[bool, bool, bool, bool, bool, int, str]:
        name = fold(style.name)
        own = f"{name} {fold(style.title)}".split()
        return (
            style.name != meant,
            whole not in (name, fold(style.title)),
            not set(words) <= set(own),
            bool(style.parent),
            not name.startswith(whole),
            len(style.name),
            style.name,
        )

    return sorted([*found, *(style for style in styles if style.name == meant and style not in found)], key=rank)


def _listed(path: Path, languages: dict[str, str]) -> Listed:
    try:
        with path.open("rb") as file:
            head = read_head(file.read(SIZE).decode("utf-8", "replace"))
    except OSError:
        head = read_head("")
    tag = canonical(head.default_locale)
    language = languages.get(tag, "") or languages.get(tag.partition("-")[0], "")
    words = fold(f"{path.stem} {head.title} {head.form} {head.default_locale} {language}")
    return Listed(path.stem, head.title or path.stem, head.form, head.default_locale, head.parent, words)


def _languages() -> dict[str, str]:
    """Locale, and language → its names, in itself and in English, as the locale files tell them."""
    folder = folder_of("citeproc", "data", "locales")
    names: dict[str, str] = {}
    if folder:
        with contextlib.suppress(OSError, ValueError, LookupError, AttributeError, TypeError):
            for tag, told in json.loads((folder / "locales.json").read_bytes())["language-names"].items():
                names[tag] = " ".join(told)
                names.setdefault(tag.partition("-")[0], names[tag])
    return names


def _cache_folder() -> Path:
    named = os.environ.get("XDG_CACHE_HOME", "")
    with contextlib.suppress(RuntimeError):
        return Path(named if Path(named).is_absolute() else Path.home() / ".cache", "citekit")
    return Path(os.devnull)  # no home: nothing is found there, and nothing is written
