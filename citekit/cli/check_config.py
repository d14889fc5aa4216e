"""The settings of a project: ``[tool.citekit.check]`` in pyproject.toml or ``[check]`` in citekit.toml.

==================  ==============================================================================================
select, ignore      lists of codes, beginnings of codes or names; ``ALL`` selects those that are not usual as well
per-file-ignores    a table: pattern of a file's name → codes that are not told of it
dialect             ``biblatex`` or ``bibtex``
published           the day of the citing paper, ``2011-06-30``
key-pattern         a regular expression that every key must match
==================  ==============================================================================================
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from citekit.errors import CitekitError

NAMES = ("citekit.toml", "pyproject.toml")
"""Files that are looked for, in this order, in the folder of the checked file and in those above it."""

_LISTS = ("select", "ignore")
_KEYS = (*_LISTS, "per-file-ignores", "dialect", "published", "key-pattern")


def config_for(file: str, given: str | None) -> Path | None:
    """The file with the settings for a checked file: the one that is given, else the nearest."""
    if given is not None:
        if not Path(given).is_file():
            raise CitekitError(f"There is no file {given} with settings; check the name.")
        return Path(given)
    folder = Path(file).absolute().parent if file != "-" else Path.cwd()
    for above in (folder, *folder.parents):
        for name in NAMES:
            if (above / name).is_file() and _table(above / name) is not None:
                return above / name
    return None


def read_config(path: Path | None) -> dict[str, Any]:
    """The settings of a file, checked; CitekitError says which of them cannot be."""
    table = (_table(path) if path else None) or {}
    for key, value in table.items():
        if key not in _KEYS:
            raise CitekitError(f"{path}: there is no setting {key} for check; there are {', '.join(_KEYS)}.")
        fault = _fault(key, value)
        if fault:
            raise CitekitError(f"{path}: {key} {fault}.")
    return table


def day(text: str, where: str) -> date:
    """A day such as ``2011-06-30``, or the last one of a month or year; CitekitError for anything else."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
    try:
        if parts:
            year, month, number = int(parts[1]), int(parts[2] or 12), parts[3]
            return date(year, month, int(number)) if number else _last_of(year, month)
    except ValueError:
        pass
    raise CitekitError(f"{where}: {text} is no day; write it as 2011-06-30.")


def _last_of(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _table(path: Path) -> dict[str, Any] | None:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CitekitError(
            f"{path} cannot be read as TOML ({error}); mend it, or give --config another file."
        ) from None
    found = document if path.name != "pyproject.toml" else document.get("tool", {}).get("citekit", {})
    table = found.get("check") if isinstance(found, Mapping) else None
    if table is not None and not isinstance(table, dict):
        raise CitekitError(f"{path}: check is to be a table, [check].")
    return table


def _fault(key: str, value: object) -> str:
    """What is wrong with a value, the empty string for nothing."""
    if key in _LISTS:
        return "" if _is_list(value) else 'is to be a list of codes, ["CK030"]'
    if key == "per-file-ignores":
        whole = isinstance(value, dict) and all(_is_list(codes) for codes in value.values())
        return "" if whole else 'is to be a table of lists, { "*.ris" = ["CK049"] }'
    if key == "dialect":
        return "" if value in ("biblatex", "bibtex") else "is to be biblatex or bibtex"
    if key == "published":
        return "" if isinstance(value, (str, date)) else "is to be a day, 2011-06-30"
    try:
        re.compile(value if isinstance(value, str) else "(")
    except re.error:
        return "is to be a regular expression"
    return ""


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
