"""Works written by hand: families of records in a short form, see ``pairs/works.txt``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from citekit.model import Face, Name, Title, Work

FIELDS = {"d": "date", "v": "volume", "i": "issue", "p": "pages", "e": "edition", "s": "document_symbol"}
FACES = {"main": "", "original": "o", "translation": "x"}


@dataclass(frozen=True)
class Pair:
    """Two records, and whether they are one work, or what their works are to each other."""

    first: Work
    second: Work
    same: bool
    relation: str = ""


def names(text: str) -> tuple[Name, ...]:
    found = []
    for one in filter(None, map(str.strip, text.split(" & "))):
        if one.startswith("<"):
            found.append(Name(literal=one.strip("<>")))
        elif "," in one:
            family, given = one.split(",", 1)
            found.append(Name(family=family.strip(), given=given.strip()))
        elif one.rpartition(" ")[2].isupper() and one.rpartition(" ")[2].isascii():  # Smith JA
            family, given = one.rsplit(" ", 1)
            found.append(Name(family=family, given=given))
        elif one.isascii() and " " in one:
            given, family = one.rsplit(" ", 1)
            found.append(Name(family=family, given=given))
        else:
            found.append(Name(family=one))
    return tuple(found)


def title(cells: dict[str, str], main: str, original: str, translation: str) -> Title:
    faces = (cells.get(key) for key in (main, original, translation))
    return Title(*(Face(text) if text else None for text in faces))


def work(line: str, key: str = "") -> Work:
    cells = dict(cell.strip().split(" ", 1) for cell in line.split(" ; "))
    kind = cells.get("k", "article-journal" if cells.keys() & {"c", "co", "cx"} else "book")
    fields = {
        FIELDS.get(name, name): cells[name]
        for name in (*FIELDS, "doi", "isbn", "url", "note", "original_title")
        if name in cells
    }
    return Work(
        key,
        kind,
        title(cells, "t", "o", "x"),
        title(cells, "c", "co", "cx"),
        title(cells, "pub", "", ""),
        names(cells.get("a", "")),
        names(cells.get("ed", "")),
        names(cells.get("tr", "")),
        fields,
    )


def families(path: Path) -> Iterator[tuple[list[list[Work]], list[str]]]:
    """Each family: the records of its works, and the relation between each work and the next."""
    text = "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for number, family in enumerate(filter(None, map(str.strip, text.split("\n\n")))):
        works: list[list[Work]] = [[]]
        relations: list[str] = []
        for line in family.splitlines():
            if line.startswith("--"):
                works.append([])
                relations.append(line[2:].strip())
            else:
                works[-1].append(work(line, f"{path.stem}{number}.{len(works)}.{len(works[-1]) + 1}"))
        yield works, relations


def pairs(path: Path) -> Iterator[Pair]:
    """Every two records of a family."""
    for works, relations in families(path):
        for records in works:
            yield from (Pair(one, other, same=True) for one, other in combinations(records, 2))
        for (place, ours), (other, theirs) in combinations(enumerate(works), 2):
            relation = relations[place] if other == place + 1 else ""
            yield from (Pair(one, another, same=False, relation=relation) for one, another in product(ours, theirs))
