from __future__ import annotations

from dataclasses import replace

import click
import pytest

from citekit.cli.finding import show
from citekit.cli.summary import summary
from citekit.model import Citation, Document, Finding, Library, Note, Reading, Reference, Work

TEXT = "Zhao Lei, Jiangou Heping: Zhongguo dui"
LOST = Finding("RD901", "Note 2 breaks off.", note="2", span=(38, 38), help="look it up in the printed paper")
GONE = Finding("RD902", "Note 3 is missing.", severity="error", note="3")
ODD = Finding("PA903", "Nothing was read here.", severity="info", note="1", text="See there.")
BODY = Finding("RD904", "A marker has no note.", span=(8, 10))


def full(key):
    return Citation(key=key, note=key[1], span=(0, 0), raw="")


def short(key, target):
    return Citation(
        key=key, note=key[1], span=(0, 0), raw="", form="ibid", reference=target and Reference(target, "ibid", "")
    )


LIBRARY = Library(
    document=Document(
        source="paper.txt",
        text="Body\nis 42 here.\n",
        notes=(
            Note("1", 1, "See there."),
            Note("2", 2, TEXT, status="partial"),
            Note("3", 3, "", status="missing"),
            Note("4", 4, "", status="missing"),
        ),
        findings=(LOST, GONE),
    ),
    readings=(
        Reading("1", citations=(full("n1.1"), full("n1.2"))),
        Reading("2", citations=(short("n2.1", "n1.1"), short("n2.2", None))),
    ),
    works=(Work("zhao2007", "book"),),
    findings=(LOST, GONE, ODD),
)

WHOLE = """\
paper.txt
  notes       4: 1 intact, 1 partial, 2 missing
  missing     3–4
  partial     2
  citations   4: 2 full, 2 short (1 resolved)
  works       1

findings: 3
      1  RD902  error
      1  RD901  warning
      1  PA903  info

look at these first
RD902: Note 3 is missing.
  note 3
RD901: Note 2 breaks off.
  note 2  Zhao Lei, Jiangou Heping: Zhongguo dui
                                                ~
  help: look it up in the printed paper
PA903: Nothing was read here.
  note 1  See there.
          ~~~~~~~~~~

`citekit explain RD902` says what the first one means."""


def test_the_summary_says_what_was_found_and_what_is_missing():
    assert click.unstyle(summary([LIBRARY], 80)) == WHOLE


def test_nothing_to_say_is_said_in_a_few_lines():
    library = Library(document=Document("paper.txt", "", notes=(Note("1", 1, "See there."),)))
    assert click.unstyle(summary([library], 80)) == (
        "paper.txt\n  notes       1: 1 intact\n  citations   0: 0 full\n  works       0"
    )


@pytest.mark.parametrize("width", [40, 60, 120])
def test_no_line_is_wider_than_the_terminal(width):
    notes = tuple(Note(str(number), number, "", status="missing") for number in range(1, 200, 2))
    library = Library(document=Document("paper.txt", "", notes=notes, findings=LIBRARY.findings))
    told, _, _ = click.unstyle(summary([library], width)).rpartition("\n")  # a command is not broken
    assert max(map(len, told.splitlines())) <= width


def test_a_finding_in_the_body_is_shown_in_its_line():
    (shown,) = show([BODY], LIBRARY, 80)
    assert click.unstyle(shown) == "RD904: A marker has no note.\n  line 2  is 42 here.\n             ~~"


def test_a_hint_says_how_to_see_the_rest():
    library = replace(LIBRARY, findings=tuple(replace(ODD, line=line) for line in range(10)))
    assert summary([library], 80).endswith("\n\n`citekit extract paper.txt --findings` shows all 12.")
    assert summary([library], 80, findings_shown=True).endswith(
        "`citekit explain RD902` says what the first one means."
    )


def test_several_papers_are_told_apart():
    told = click.unstyle(summary([LIBRARY, LIBRARY], 80))
    assert told.count("paper.txt\n") == 2
    assert "findings: 6" in told
    assert "`citekit extract PAPER... --findings` shows all 6" in told
    assert "\n  paper.txt note 2  Zhao Lei" in told
