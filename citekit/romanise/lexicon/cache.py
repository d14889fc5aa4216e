"""The lexicon in the user's cache: built when first asked for, again when a package has changed, kept compressed."""

from __future__ import annotations

import contextlib
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from citekit.data.cache import cache_folder
from citekit.romanise.lexicon.build import WORDS, Tick, build
from citekit.romanise.lexicon.packages import is_full, sources
from citekit.romanise.lexicon.words import Lexicon

_FORMAT = 2
NAME = "lexicon.z"
_LOADED: dict[Path, Lexicon] = {}


def load_lexicon(tick: Tick = lambda _: None) -> Lexicon:
    """The lexicon, from the cache if it is there and up to date, else built, which takes some ten seconds.

    ``tick`` is called while it is built with the number of words done, :data:`WORDS` in all. A cache that cannot be
    read or written costs time and nothing else.
    """
    kept = kept_lexicon()
    if kept is not None:
        return kept
    path = cache_folder() / NAME
    lines = list(build(tick))
    _LOADED[path] = Lexicon(lines, has_frequencies=is_full())
    keep(path, lines, _LOADED[path].rarity)
    return _LOADED[path]


def kept_lexicon() -> Lexicon | None:
    """The lexicon if it is in the cache and up to date; None, and nothing is built, where it is not."""
    path = cache_folder() / NAME
    if path not in _LOADED:
        lines = _kept(path)
        if lines is None:
            return None
        rarity = ((stem, float(share)) for stem, share in (one.split(" ") for one in lines[0].split("\t") if one))
        _LOADED[path] = Lexicon(lines[1:], has_frequencies=is_full(), rarity=dict(rarity))
    return _LOADED[path]


def is_kept() -> bool:
    """Whether the lexicon is in the cache and up to date, so that loading it takes no time to speak of."""
    return kept_lexicon() is not None


def keep(path: Path, lines: list[str], rarity: Mapping[str, float]) -> None:
    """Write the file whole or not at all; where that is forbidden, the lexicon is built again next time.

    Behind its stamp come what the rarity of stems is, in a line, and the lines of the lexicon.
    """
    shares = "\t".join(f"{stem} {share!r}" for stem, share in rarity.items())
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("wb", dir=path.parent, delete=False) as kept:
            kept.write(zlib.compress("\n".join((_stamp(), shares, *lines)).encode("utf-8"), 6))
        Path(kept.name).replace(path)


def _stamp() -> str:
    """The first line of the file: it is of use as long as nothing in here changes."""
    versions = " ".join(f"{one.package}={one.version}" for one in sources())
    return f"citekit-lexicon {_FORMAT} {WORDS} {versions}"


def _kept(path: Path) -> list[str] | None:
    """The lines in the cache behind its stamp; None where there are none, or they are of other versions or damaged."""
    try:
        text = zlib.decompress(path.read_bytes()).decode("utf-8")
    except (OSError, zlib.error, UnicodeDecodeError):
        return None
    found, _, rest = text.partition("\n")
    return rest.split("\n") if found == _stamp() else None
