"""Duplicates found in libraries that others have labelled; floors only rise, and the wrongly removed only fall."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from citekit.dedupe.find import find
from citekit.model import Face, Name, Title, Work

FLOORS = json.loads(Path(__file__).with_name("duplicates.json").read_text(encoding="utf-8"))


def title(text):
    return Title(Face(text)) if text else Title()


def inverted(authors):
    """``Zuna, R E and Wang, S S``."""
    found = []
    for one in filter(None, authors.split(" and ")):
        family, _, given = one.partition(",")
        found.append(Name(family=family.strip(), given=given.strip()))
    return tuple(found)


def undivided(authors):
    """A list of names as it was printed, in whatever form."""
    return (Name(literal=authors),) if authors else ()


def work(fields, names):
    return Work(
        key="",
        type="article-journal" if fields.get("type") == "article" else "other",
        title=title(fields.get("title")),
        container=title(fields.get("journal") or fields.get("venue")),
        publisher=title(fields.get("publisher") or fields.get("institution")),
        author=names(fields.get("author", "")),
        fields={
            name: fields[field]
            for name, field in (("date", "year"), ("volume", "volume"), ("pages", "pages"), ("note", "note"))
            if field in fields
        },
    )


@pytest.fixture(scope="module")
def labelled(shared):
    """A labelled set: its works, and the places of those that are one work."""

    def read(name, names):
        lines = (shared / "gold" / "duplicates" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        records = [row for row in rows if row["type"] == "record"]
        place = {row["id"]: number for number, row in enumerate(records)}
        clusters = [sorted(place[one] for one in row["ids"]) for row in rows if row["type"] == "cluster"]
        return [work(row["fields"], names) for row in records], clusters

    return read


def removed(found, clusters):
    """How many records are rightly removed when one of each cluster stays, and how many wrongly."""
    of = {place: number for number, cluster in enumerate(clusters) for place in cluster}
    counts = [Counter(of.get(place, -place - 1) for place in cluster) for cluster in found]
    return sum(sum(count.values()) - len(count) for count in counts), sum(len(count) - 1 for count in counts)


def hold(name, figures):
    """Each share at its floor or above, and no floor left far behind."""
    for row, figure in figures.items():
        floor = FLOORS[name][row]
        assert figure >= floor, f"{name}: {row} is {figure:.4f}, below {floor}"
        assert figure <= floor + FLOORS["slack"], f"raise {row} in tests/gate/duplicates.json to {figure:.4f}"


def test_records_to_remove_from_a_library_of_medicine(labelled):
    works, clusters = labelled("screening", inverted)
    right, wrong = removed(find(works).clusters, clusters)
    assert wrong <= FLOORS["screening"]["wrongly removed"]
    hold("screening", {"records to remove found": right / sum(len(cluster) - 1 for cluster in clusters)})


def test_pairs_among_references_in_the_rough(labelled):
    works, clusters = labelled("cora", undivided)
    found = {pair for cluster in find(works).clusters for pair in combinations(cluster, 2)}
    true = {pair for cluster in clusters for pair in combinations(cluster, 2)}
    hold("dirty references", {"pair F1": 2 * len(found & true) / (len(found) + len(true))})
