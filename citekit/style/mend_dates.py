"""A date variable as it came → a CSL date, and what was wrong with it."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from citekit.style import edtf
from citekit.style.mend_text import mend_text

Date: TypeAlias = dict[str, Any]

_WHOLE = re.compile(r"\s*-?\d{1,9}\s*", re.ASCII)
_SEASONS = {name: number for number, name in enumerate(("spring", "summer", "autumn", "winter"), 1)} | {"fall": 3}
_NO = ("", "0", "false", "no")


def mend_date(value: object) -> tuple[Date, list[str]]:
    """The date of a value and what is to be said of it; an empty date where it holds none.

    It has ``date-parts`` of whole numbers, ``season`` 1 to 4, ``circa`` true, and a ``literal`` or ``raw`` text.
    """
    if isinstance(value, dict):
        return _mend_object(value)
    if isinstance(value, list):
        date, said = _mend_object({"date-parts": value})
        return date, ["was a bare list and is now date-parts", *said]
    text, fault = mend_text(value)
    if not text.strip():
        return {}, [fault or "was empty and is left out"]
    if isinstance(value, int) and not isinstance(value, bool):
        return {"date-parts": [[value]]}, ["was a number and is read as a year"]
    read = edtf.parse(text) or _bare_year(text)
    return (read, ["was text and is read as EDTF"]) if read else ({"literal": text}, ["was text and stays as it reads"])


def _bare_year(text: str) -> Date | None:
    return {"date-parts": [[int(text)]]} if _WHOLE.fullmatch(text) else None


def _mend_object(value: dict[str, Any]) -> tuple[Date, list[str]]:
    said: list[str] = []
    date = {key: part for key, part in value.items() if key not in ("date-parts", "season", "circa", "edtf")}
    for key in ("literal", "raw"):
        if key in date:
            text, fault = mend_text(date.pop(key))
            date |= {key: text} if text else {}
            said += [f"had a {key} text that {fault}"] if fault else []
    parts = _ranges(value.get("date-parts"), said) if "date-parts" in value else []
    if parts:
        date = {"date-parts": parts, **date}
    elif text := _text(date.get("raw")) or _text(value.get("edtf")):
        date |= edtf.parse(text) or {}
        if "date-parts" in date:
            date.pop("raw", None)
    date |= _season(value.get("season"), date) | _circa(value.get("circa"))
    if not date.keys() & {"date-parts", "literal", "raw", "season"}:
        return {}, [*said, "had no date in it and is left out"]
    return date, said


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _ranges(value: object, said: list[str]) -> list[list[int]]:
    ranges = value if isinstance(value, list) else [value]
    if ranges and not any(isinstance(parts, list) for parts in ranges):
        said.append("had one list of date-parts where two are nested")
        ranges = [ranges]
    if len(ranges) > 2:
        said.append("had more than two ends, the first two of which are taken")
    return [parts for end in ranges[:2] if (parts := _parts(end, said))]


def _parts(value: object, said: list[str]) -> list[int]:
    found: list[int] = []
    given = value if isinstance(value, list) else [value]
    for part in given[:3]:
        number = _number(part)
        if number is None:
            if part not in ("", None):
                said.append(f"had date-parts that are no number ({mend_text(part)[0]}), which are left out")
            break
        found.append(number)
    while len(found) > 1 and not _is_there(found):
        said.append(f"had a day or month that there is not ({found[-1]}), which is left out")
        found.pop()
    if len(given) > 3:
        said.append("had more than year, month and day in its date-parts")
    return found


def _is_there(parts: list[int]) -> bool:
    """Whether there is such a day, month or season; 13 to 16 is an older form of spring to winter."""
    return edtf.is_day(parts) or (len(parts) == 2 and 13 <= parts[1] <= 16)


def _number(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return int(value) if isinstance(value, str) and _WHOLE.fullmatch(value) else None


def _season(value: object, date: Date) -> Date:
    """The season that a date names, or that stands in the place of its month."""
    parts = date.get("date-parts", [])
    if value in (None, "") and len(parts) == 1 and len(parts[0]) == 2 and parts[0][1] > 12:
        month = parts[0].pop()
        return {"season": month - (20 if month > 20 else 12)}
    number = _number(value)
    if number is not None:
        return {"season": number - 20 if 20 < number <= 24 else number - 12 if 12 < number <= 16 else number}
    text = mend_text(value)[0] if value not in (None, "") else ""
    return {"season": _SEASONS.get(text.strip().casefold(), text)} if text else {}


def _circa(value: object) -> Date:
    said = mend_text(value)[0].strip().casefold() if value is not None else ""
    return {} if said in _NO else {"circa": True}
