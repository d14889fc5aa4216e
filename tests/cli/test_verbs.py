"""``citekit notes``, ``parse`` and ``explain`` from the outside."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest

from citekit.cli.formats import FORMATS
from citekit.cli.verbs import verbs
from citekit.data import findings

SMALL = Path(__file__).parent / "papers" / "small.txt"
BOOK = "Wei Heping, Chinese Peacekeeping Troops (Beijing: China Intercontinental Press, 2011), p. 7."


def test_notes_are_listed_with_the_missing_ones_in_their_places(citekit):
    done = citekit("notes", SMALL)
    heads = [line.split()[:2] for line in done.stdout.decode().splitlines() if not line.startswith(" ")]
    assert [number for number, _ in heads] == ["1", "2", "3", "4", "5", "6", "7"]
    assert [status for _, status in heads] == ["intact"] * 3 + ["missing"] * 2 + ["intact"] * 2
    assert done.returncode == 1
    assert done.stderr == b""


def test_notes_as_json_have_the_form_of_extract(citekit):
    notes = json.loads(citekit("notes", SMALL, "--to", "json").stdout)
    whole = json.loads(citekit("extract", SMALL, "-q", "--to", "json").stdout)
    assert notes["schema"] == whole["schema"]
    assert [note["text"] for note in notes["notes"]] == [note["text"] for note in whole["notes"]]


def test_a_note_says_why_it_was_cut_so(citekit):
    done = citekit("notes", SMALL, "--explain", "2")
    first, *others = done.stdout.decode().splitlines()
    assert first.split()[:2] == ["2", "intact"]
    assert [line for line in others if line.startswith("    - ")]


def test_a_note_that_is_not_there_is_said_so(citekit):
    done = citekit("notes", SMALL, "--explain", "70")
    assert done.returncode == 2
    assert done.stderr.decode().strip().endswith("has no note 70; its notes run from 1 to 7.")


def test_parse_reads_a_reference_a_line(citekit, tmp_path):
    (tmp_path / "lines.txt").write_text(f"[67] {BOOK}\n\n68 Ibid., p. 9.\n", encoding="utf-8")
    document = json.loads(citekit("parse", "lines.txt").stdout)
    first, second = (note["citations"][0] for note in document["notes"] if note["citations"])
    assert first["fields"]["title"] == "Chinese Peacekeeping Troops"
    assert second["refers_to"] == first["key"]


@pytest.mark.parametrize("form", FORMATS)
def test_parse_writes_every_format(citekit, form):
    done = citekit("parse", "--to", form, stdin=BOOK.encode())
    assert b"Chinese Peacekeeping Troops" in done.stdout
    assert done.returncode in {0, 1}


def test_the_formats_on_offer_are_those_that_can_be_written():
    from citekit.write import WRITERS  # noqa: PLC0415 - as the command line does

    assert set(FORMATS) == set(WRITERS)


@pytest.mark.parametrize("word", ["RD001", "rd001", findings.name("RD001")])
def test_explain_prints_the_page(citekit, word):
    done = citekit("explain", word)
    assert done.returncode == 0
    assert done.stdout.decode() == findings.page("RD001")


def test_explain_lists_every_finding(citekit):
    listed = citekit("explain", "--list").stdout.decode().splitlines()
    assert [line.split()[:2] for line in listed] == [[code, findings.name(code)] for code in findings.codes()]


def shown_in_help(verb):
    """The command in a verb's example, and the lines that are shown to come out of it."""
    lines = [line.strip() for line in verbs.commands[verb].epilog.splitlines()[2:]]
    start = next(number for number, line in enumerate(lines) if "citekit " in line)
    shown = takewhile(lambda line: not line.startswith("$"), lines[start + 1 :])
    return lines[: start + 1], [line for line in shown if line not in {"...", "paper.txt"}]


@pytest.mark.parametrize("verb", ["extract", "notes", "explain"])
def test_the_example_in_a_help_is_what_comes_out(citekit, sample, verb):
    command, shown = shown_in_help(verb)
    words = [str(sample) if word == "paper.txt" else word for word in command[-1].split()[2:]]
    done = citekit(*words)
    written = [line.strip() for line in (done.stdout + done.stderr).decode().splitlines()]
    assert shown
    assert [line for line in written if line in shown] == shown


def test_the_example_in_the_help_of_parse_is_what_comes_out(citekit):
    (note, command), shown = shown_in_help("parse")
    done = citekit(*command.split()[1:], stdin=note.split("'")[1].encode())
    assert [line.strip() for line in done.stdout.decode().splitlines()][: len(shown)] == shown


def test_the_installed_command_is_the_module(citekit):
    command = Path(sys.executable).with_name("citekit")
    told = subprocess.run([command, "--version"], capture_output=True, check=True).stdout
    assert told == citekit("--version").stdout
