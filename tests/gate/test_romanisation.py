"""What is restored and found in romanised titles, against the truth for the first paper; floors only rise."""

from __future__ import annotations

import csv
import json
import re
import time
from pathlib import Path

import pytest

from citekit.romanise.characters import restore

FLOORS = json.loads(Path(__file__).with_name("romanisation.json").read_text(encoding="utf-8"))
FIXED = {"real", "nonword", "umlaut", "orthography"}


@pytest.fixture(scope="session")
def table(shared):
    """A table of the truth by name, as rows."""

    def read(name):
        with (shared / "gold" / "romanisation" / name).open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))

    return read


@pytest.fixture(scope="session")
def titles(table):
    """The titles whose characters are known: as printed, spelt right, translated, in characters."""
    translations = {(row["string"], row["fn"]): row["translation"] for row in table("strings.tsv")}
    slips = [row for row in table("typos.tsv") if row["class"] in FIXED]
    found = []
    for row in table("hanzi.tsv"):
        if row["role"] in {"title", "book"}:
            right = row["pinyin"]
            for slip in slips:
                if slip["string"] == row["pinyin"]:
                    right = re.sub(rf"(?<!\w){re.escape(slip['token'])}(?!\w)", slip["correct"], right)
            found.append((row["pinyin"], right, translations.get((row["pinyin"], row["fn"]), ""), row["hanzi"]))
    return found


def hold(name, figures):
    """Each figure at its floor or above, and none so far above that the floor should rise."""
    floors = dict(FLOORS[name])
    slack = floors.pop("slack")
    figures = {row: round(figure, 4) for row, figure in figures.items()}
    assert figures.keys() == floors.keys()
    fallen = {row: (figures[row], floor) for row, floor in floors.items() if figures[row] < floor}
    assert not fallen, f"{name}: (measured, floor) {fallen}"
    risen = {row: figures[row] for row, floor in floors.items() if figures[row] > floor + slack}
    assert not risen, f"better than the floors of {name}: raise them in tests/gate/romanisation.json to {risen}"


def only_characters(text):
    return "".join(char for char in text if "\u4e00" <= char <= "\u9fff" or char == "〓")


def test_characters_are_restored_and_confidence_is_honest(titles, lexicon):
    found = restore([(right, translation) for _, right, translation, _ in titles], lexicon)
    truth = [only_characters(characters) for *_, characters in titles]
    ranked = [[only_characters(one.text) for one in restored.candidates] for restored in found]
    pairs = [pair for best, right in zip(ranked, truth, strict=True) for pair in zip(best[0], right, strict=True)]
    exact = [best[0] == right for best, right in zip(ranked, truth, strict=True)]
    sure = [is_right for one, is_right in zip(found, exact, strict=True) if one.candidates[0].confidence >= 0.9]
    assert len(sure) >= 25
    hold(
        "characters",
        {
            "characters right": sum(one == other for one, other in pairs) / len(pairs),
            "titles exact": sum(exact) / len(exact),
            "in the first five": sum(right in best for best, right in zip(ranked, truth, strict=True)) / len(truth),
            "sure titles right": sum(sure) / len(sure),
        },
    )


def test_sure_runs_can_be_searched_with(titles, lexicon):
    found = restore([(right, translation) for _, right, translation, _ in titles], lexicon)
    runs = [(run, titles[index][3]) for index, one in enumerate(found) for run in one.candidates[0].sure_runs]
    assert len({title for _, title in runs}) >= 60
    assert sum(run in only_characters(title) for run, title in runs) / len(runs) > 0.9


def test_a_hundred_titles_are_restored_in_a_second_or_so(titles, lexicon):
    wanted = [(right, translation) for _, right, translation, _ in titles]
    restore(wanted, lexicon)
    start = time.process_time()
    restore(wanted, lexicon)
    assert len(wanted) / (time.process_time() - start) > 60  # 100 and more on a machine that has nothing else to do
