"""What the project's files must not hold: too much, what is left for later, what only one machine knows."""

from __future__ import annotations

import re

LONGEST = 400
LATER = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
# put together here, so that this file is clean itself
FOLDERS = "|".join(["wo" + "rk", "fa" + "rm", "ro" + "ot", "ho" + "me", "Us" + "ers", "tm" + "p", "op" + "t"])
MACHINE = re.compile(rf"(?<![\w.)/}}$-])/(?:{FOLDERS})/")
TOP = {"README.md", "pyproject.toml", "citekit", "references.bib", "scripts", "tests"}
ALSO = {"LICENSE", "CHANGELOG.md"}


def test_no_module_is_longer_than_a_person_reads(texts):
    lengths = {name: text.count("\n") for name, text in texts.items() if name.endswith(".py")}
    assert not {name: length for name, length in lengths.items() if length > LONGEST}


def test_nothing_is_left_for_later(texts):
    assert not {name: found[0] for name, text in texts.items() if (found := LATER.findall(text))}


def test_the_pattern_for_machines_finds_them():
    folder = "/wo" + "rk/main"
    assert MACHINE.search(folder)
    assert MACHINE.search(f'"{folder}"')
    assert not MACHINE.search(f"https://example.org{folder}")


def test_no_file_names_a_folder_of_one_machine(texts):
    assert not {name: found[0] for name, text in texts.items() if (found := MACHINE.findall(text))}


def test_the_top_shows_what_a_visitor_needs_and_no_more(tracked):
    visible = {name.split("/")[0] for name in tracked if not name.startswith(".")}
    assert visible - ALSO == TOP
