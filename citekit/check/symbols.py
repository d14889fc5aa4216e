"""Symbols of documents of the United Nations: their series, and the years of the Security Council's resolutions.

Sources: United Nations Editorial Manual Online, "Document symbols"; the Council's own lists of resolutions.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

SERIES = {
    **dict.fromkeys("RES PRST INF HRC".split(), "/"),
    **dict.fromkeys("PV SR CONF CN AC".split(), "."),
}
"""Series that follow the organ, and what stands between it and the number (``S/RES/1244``, ``S/PV.4043``)."""

_LAST = (
    (1946, 15), (1947, 37), (1948, 66), (1949, 78), (1950, 89), (1951, 96), (1952, 98), (1953, 103), (1954, 106),
    (1955, 110), (1956, 121), (1957, 126), (1958, 131), (1959, 132), (1960, 160), (1961, 170), (1962, 177), (1963, 185),
    (1964, 199), (1965, 219), (1966, 233), (1967, 244), (1968, 262), (1969, 275), (1970, 291), (1971, 307), (1972, 324),
    (1973, 344), (1974, 366), (1975, 384), (1976, 402), (1977, 422), (1978, 443), (1979, 461), (1980, 484), (1981, 499),
    (1982, 529), (1983, 545), (1984, 559), (1985, 580), (1986, 593), (1987, 606), (1988, 626), (1989, 646), (1990, 683),
    (1991, 725), (1992, 799), (1993, 892), (1994, 969), (1995, 1035), (1996, 1092), (1997, 1146), (1998, 1219),
    (1999, 1284), (2000, 1334), (2001, 1386), (2002, 1451), (2003, 1521), (2004, 1580), (2005, 1651), (2006, 1738),
    (2007, 1794), (2008, 1859), (2009, 1907), (2010, 1966), (2011, 2032), (2012, 2085), (2013, 2132), (2014, 2195),
    (2015, 2259), (2016, 2336), (2017, 2397), (2018, 2450), (2019, 2504), (2020, 2560), (2021, 2617), (2022, 2671),
)  # fmt: skip
"""Year and the number of its last resolution."""


def council_year(number: int) -> int:
    """The year of a resolution of the Security Council, 0 for those after the table."""
    at = bisect_left([last for _, last in _LAST], number)
    return _LAST[at][0] if number > 0 and at < len(_LAST) else 0


@lru_cache(maxsize=1024)
def meant(series: str) -> str:
    """The series that a part of a symbol is, or is a slip away from; the empty string where that cannot be told."""
    if series in SERIES:
        return series
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - most symbols are right

    close = [known for known in ("RES", "PRST", "CONF") if OSA.distance(series, known, score_cutoff=1) <= 1]
    return close[0] if len(close) == 1 and len(series) > 1 else ""
