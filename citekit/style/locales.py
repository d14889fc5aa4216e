"""Locale files (terms and dates of a language) by language tag, with the chain of CSL 1.0.2, "Locale Fallback".

The files are those inside ``citeproc-py``, or any folder of ``locales-xx-XX.xml``; ``locales.json`` beside them names
the primary dialect of each language.
"""

from __future__ import annotations

import json
import re
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from citekit.style.errors import StyleError
from citekit.style.places import folder_of

LAST = "en-US"
"""The locale that every chain ends with."""

_OTHER_NAMES = {"cmn": "zh", "fil": "tl", "in": "id", "iw": "he", "mo": "ro", "no": "nb", "sh": "sr", "yue": "zh"}
_HANT = frozenset({"TW", "HK", "MO"})


class _Tag(NamedTuple):
    language: str
    script: str = ""
    region: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, self))


def _tag(text: str) -> _Tag:
    """The parts of a tag (BCP 47, or POSIX as ``de_AT.UTF-8``); what does not belong is left out, ``en--x`` is en."""
    parts = [part for part in re.split(r"[-_\s]+", re.split(r"[.@]", text.strip(), maxsplit=1)[0]) if part]
    language = parts[0].casefold() if parts else ""
    script = region = ""
    for part in parts[1:]:
        if len(part) == 1:
            break  # what follows is private or an extension
        if re.fullmatch(r"[A-Za-z]{4}", part):
            script = script or part.title()
        elif re.fullmatch(r"[A-Za-z]{2}|[0-9]{3}", part):
            region = region or part.upper()
    return _Tag(_OTHER_NAMES.get(language, language), script, region)


def canonical(tag: str) -> str:
    """A language tag in its usual spelling, ``zh_hans_cn.utf-8`` as ``zh-Hans-CN``; what is no tag comes out empty."""
    parts = _tag(tag)
    return str(parts) if re.fullmatch(r"[a-z]{2,3}", parts.language) else ""


class Locales:
    """The locale files of a folder; without one, those that ``citeproc-py`` carries.

    Raises StyleError if there is no such folder, and never for a tag.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Look for the files; none is read yet."""
        found = folder or folder_of("citeproc", "data", "locales")
        if not found or not found.is_dir():
            where = f"There is no folder {folder}" if folder else "The locale files of citeproc-py are not installed"
            raise StyleError(f"{where}: install citeproc-py, or name a folder with files like locales-en-US.xml.")
        self.folder = found
        self._texts: dict[str, str] = {}

    def find(self, tag: str) -> str | None:
        """The XML of the locale that fits a tag best, or None if the language has none."""
        best = next(iter(self._of_language(_tag(tag))), None)
        if best is None:
            return None
        if best not in self._texts:
            try:
                self._texts[best] = self._files[best].read_text(encoding="utf-8-sig")
            except (OSError, UnicodeError):
                raise StyleError(f"{self._files[best]}: this locale file cannot be read.") from None
        return self._texts[best]

    def chain(self, tag: str) -> list[str]:
        """The locales to ask in turn: the dialect, the primary dialect of its language, ``en-US``; only those there."""
        return list(dict.fromkeys([*self._of_language(_tag(tag)), *({LAST} & self._files.keys())]))

    @cached_property
    def _files(self) -> dict[str, Path]:
        return {str(_tag(path.stem.removeprefix("locales-"))): path for path in self.folder.glob("locales-*.xml")}

    @cached_property
    def _primary(self) -> dict[str, str]:
        try:
            told = json.loads((self.folder / "locales.json").read_bytes())["primary-dialects"]
            return {str(_tag(language)): str(_tag(dialect)) for language, dialect in told.items()}
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return {"en": LAST}

    def _of_language(self, wanted: _Tag) -> list[str]:
        """The locales of a language: the dialect that fits best, by script before region, and the primary one."""
        language, script, region = wanted
        if language == "zh":  # Chinese files go by region where tags go by script
            hant = script == "Hant" or (script != "Hans" and region in _HANT)
            script, region = "", "TW" if hant else "CN"
        primary = self._primary.get(language, "")
        same = sorted(tag for tag in map(_tag, self._files) if tag.language == language)
        same.sort(key=lambda tag: (tag.script != (script or tag.script), tag.region != region, str(tag) != primary))
        return list(dict.fromkeys([*map(str, same[:1]), *({primary} & self._files.keys())]))
