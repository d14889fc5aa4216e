"""Records made by rule, in Parquet: a quarter of them stand for a work that is there already, told otherwise.

The words are those of citekit's lists; who is whose duplicate stands in the column ``work``.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from citekit.data import words

COLUMNS = "key type title author year container volume issue pages doi".split()
BATCH = 50_000
"""Records of a row group; each is made from a seed of its own, so that a large file begins as a small one does."""
JOURNALS = ("Journal of {} {}", "{} and {}", "{} {} Review", "International Journal of {} {}", "Annals of {} {}")
RECURRING = ("Editorial", "Book Reviews", "Introduction", "Notes on Contributors")
BEGINNINGS = ("", "post", "neo", "inter", "anti", "trans")
ENDINGS = ("", "s", "ism", "al", "ly")
ENDS = ("son", "mann", "ski", "ez", "ov", "ini", "ley", "berg", "ing", "er", "ard", "ault", "well", "ham", "ton", "by")
STARTS = "Al Bar Cal Den Ed Fal Gar Hol Is Jan Kel Lam Mar Nor Os Per Quin Ros Sal Tor Ul Ver Wal Xan Yor Zim".split()
MIDDLES = "a be ci do en fi go hu il ke lo mu ne or pe ra si tu va wi".split()


def made(records: int, file: Path) -> None:
    """Write so many records to a file in Parquet."""
    import pyarrow as pa  # noqa: PLC0415 - the peers of the bench need none of it
    import pyarrow.parquet as pq  # noqa: PLC0415

    schema = pa.schema([(name, pa.string()) for name in COLUMNS] + [("work", pa.int64())])
    with pq.ParquetWriter(file, schema) as writer:
        for start in range(0, records, BATCH):
            rows = list(batch(start, min(BATCH, records - start)))
            writer.write_table(pa.Table.from_pylist(rows, schema))


def batch(start: int, number: int) -> Iterator[dict[str, Any]]:
    """The records from one number on, their works before them or among them."""
    draw = random.Random(start)  # noqa: S311 - no secret is made
    vocabulary = _vocabulary()
    syllables = sorted(words("pinyin-syllables.txt"))
    given = sorted(words("given-western.txt"))
    works: list[dict[str, Any]] = []
    for place in range(start, start + number):
        if works and draw.random() < 0.25:
            row = changed(draw, draw.choice(works))
        else:
            row = work(draw, vocabulary, syllables, given) | {"work": place}
            works.append(row)
            if draw.random() < 0.1:
                row = row | {"title": f"{row['title']}, Part II", "doi": "", "work": place}
                row["volume"] = str(int(row["volume"]) + 1)
                works[-1] = row
        yield row | {"key": f"r{place}"}


def _vocabulary() -> list[str]:
    """As many words as titles of many fields have, the plain ones first."""
    plain = sorted(word for word in words("english-words.txt") if len(word) > 3)
    return [begin + word + end for begin in BEGINNINGS for end in ENDINGS for word in plain]


def work(draw: random.Random, vocabulary: list[str], syllables: list[str], given: list[str]) -> dict[str, Any]:
    """A work that is like none before, but for titles that recur."""
    first, year = draw.randint(1, 900), draw.randint(1960, 2024)
    romanised = draw.random() < 0.15
    said = [_word(draw, vocabulary) for _ in range(draw.randint(4, 11))]
    title = " ".join(said).capitalize()
    if romanised:
        title = " ".join("".join(draw.choices(syllables, k=2)) for _ in range(draw.randint(3, 6))).capitalize()
    elif draw.random() < 0.01:
        title = draw.choice(RECURRING)
    shelf = draw.choice(JOURNALS).format(*(draw.choice(vocabulary[:300]).title() for _ in range(2)))
    names = [
        f"{_family(draw)}, {draw.choice(given).title()}{draw.choice(['', ' ' + draw.choice('ABCDEJKLMR') + '.'])}"
        for _ in range(draw.choice([1, 1, 2, 3, 4]))
    ]
    doi = f"10.{draw.randint(1000, 9999)}/{draw.randrange(10**9)}" if draw.random() < 0.6 else ""
    return {
        "type": "article-journal",
        "title": title,
        "author": "; ".join(names),
        "year": str(year),
        "container": shelf,
        "volume": str(max(1, year - 1850 - sum(map(ord, shelf)) * 7 % 130)),  # each journal began in its own year
        "issue": str(draw.randint(1, 6)),
        "pages": f"{first}-{first + draw.randint(4, 40)}",
        "doi": doi,
    }


def _word(draw: random.Random, vocabulary: list[str]) -> str:
    """A word; the first of the list come often, the last hardly ever."""
    return vocabulary[int(len(vocabulary) * draw.random() ** 3)]


def _family(draw: random.Random) -> str:
    return draw.choice(STARTS) + "".join(draw.choices(MIDDLES, k=draw.randint(0, 2))) + draw.choice(ENDS)


def changed(draw: random.Random, row: dict[str, Any]) -> dict[str, Any]:
    """A record told as another database would: misprints, initials, short journals, fields that are not there."""
    row = dict(row)
    for name, chance in (("doi", 0.5), ("issue", 0.4), ("pages", 0.15), ("volume", 0.15), ("author", 0.03)):
        if draw.random() < chance:
            row[name] = ""
    if draw.random() < 0.4:
        row["author"] = "; ".join(_short(name) for name in row["author"].split("; ") if name)
    if draw.random() < 0.3:
        row["title"] = _slip(draw, row["title"])
    if draw.random() < 0.2:
        row["title"] = row["title"].title()
    if draw.random() < 0.3:
        row["container"] = row["container"].replace("Journal", "J").replace("International", "Int").replace("Rev", "R")
    if draw.random() < 0.3:
        row["pages"] = row["pages"].split("-")[0]
    if draw.random() < 0.1 and row["year"]:
        row["year"] = str(int(row["year"]) + 1)
    return row


def _short(name: str) -> str:
    family, _, given = name.partition(", ")
    return f"{family}, {' '.join(word[:1] + '.' for word in given.split())}"


def _slip(draw: random.Random, title: str) -> str:
    at = draw.randrange(1, max(2, len(title) - 1))
    return title[:at] + draw.choice("aeioust") + title[at + draw.choice([0, 1]) :]
