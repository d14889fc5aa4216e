"""The date of an entry: ``date``, or ``year`` with ``month`` and ``day`` as classic BibTeX has them."""

from __future__ import annotations

from citekit.write import edtf
from citekit.write.bibtex_fields import MONTHS, UNDATED
from citekit.write.latex import even
from citekit.write.record import Record


def read_dates(left: dict[str, str], told: Record) -> Record:
    """The date that the fields tell, if any, and what stands in the place of one (``forthcoming``).

    The fields that tell it are taken out of ``left``; a year that is none, or another one, stays there.
    """
    date = even(left.pop("date", ""))
    year, month = left.get("year", "").strip(), left.get("month", "")
    if not date and not year:
        return {}
    if not date and year.casefold() in _STATES and "status" not in told:
        del left["year"]
        return {"status": year.casefold()}
    date = date or _classic(year, month, left)
    first = next(filter(None, edtf.points(date)), None)
    if first and int(year if year.isdecimal() else 0) == first.year:
        left.pop("year", "")
    if first and _month(month) == first.month:
        left.pop("month", "")
    return {} if not date or date == UNDATED or "date" in told else {"date": date}


_STATES = {"forthcoming", "in press", "in preparation", "submitted", "to appear"}


def _classic(year: str, month: str, left: dict[str, str]) -> str:
    number, day = _month(month), left.get("day", "").strip()
    date = f"{year}-{number:02}" if number else year
    if number and day.isdecimal() and edtf.is_date(f"{date}-{day:0>2}"):
        left.pop("day")
        return f"{date}-{day:0>2}"
    return date if edtf.is_date(date) else year * edtf.is_date(year)


def _month(text: str) -> int:
    """The number of a month written ``oct``, ``October`` or ``10``; 0 for any other text."""
    name = text.strip(" {}").casefold()
    if not name:
        return 0
    if name.isdecimal():
        return int(name) if int(name) <= 12 else 0
    return MONTHS.index(name[:3]) + 1 if name[:3] in MONTHS else 0
