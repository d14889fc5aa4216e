"""What was decided holds: by fingerprint, by key, by a former key; and what cannot be followed is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit.dedupe.decisions import applied_to, decision, line_of, read
from citekit.dedupe.fingerprint import fingerprint
from citekit.model import Face, Name, Title, Work

ZHAO = Work("zhao2007", "book", Title(Face("Jiangou Heping")), author=(Name("Zhao", "Lei"),), fields={"date": "2007"})
WANG = Work("wang2009", "book", Title(Face("Weihe")), author=(Name("Wang", "Jun"),), fields={"date": "2009"})
TANG = Work("tang2002", "book", Title(Face("Xingdong")))
BOTH = frozenset({(0, 1)})


def rekeyed(work):
    return replace(work, key="n-" + work.key)


def edited(work):
    return replace(work, title=Title(Face("Another title")))


def test_a_line_is_read_as_it_was_written():
    line = line_of(decision("different", ZHAO, WANG))
    assert line.count("\n") == 1
    (back,), findings = read("# mine\n\n" + line)
    assert replace(back, line=0) == decision("different", ZHAO, WANG)
    assert back.line == 3
    assert findings == []


@pytest.mark.parametrize(
    ("first", "second", "same", "different"),
    [
        (ZHAO, WANG, True, True),
        (rekeyed(ZHAO), rekeyed(WANG), True, True),
        (edited(ZHAO), WANG, True, True),
        (edited(ZHAO), edited(WANG), False, True),
        (replace(TANG, extra={"ids": "old, zhao2007"}), WANG, True, True),
        (rekeyed(edited(ZHAO)), WANG, False, False),
        (TANG, rekeyed(edited(WANG)), False, False),
    ],
)
def test_records_are_known_by_fingerprint_and_by_key(first, second, same, different):
    for answer, wanted in (("same", same), ("different", different)):
        decided = applied_to([first, second, TANG], [decision(answer, ZHAO, WANG)])
        assert (getattr(decided, answer) == BOTH) == wanted


def test_a_decision_that_both_records_have_outgrown_is_said():
    decided = applied_to([edited(ZHAO), edited(WANG)], [decision("same", ZHAO, WANG)])
    assert [finding.code for finding in decided.findings] == ["DU105"]


def test_records_that_say_the_same_are_told_apart_by_key():
    twin = replace(ZHAO, key="zhao2007a")
    decided = applied_to([ZHAO, twin], [decision("different", ZHAO, twin)])
    assert decided.different == BOTH


def test_keys_alone_are_enough():
    line = '{"decision": "same", "records": [{"key": "wang2009"}, {"key": "zhao2007"}]}\n'
    assert applied_to([ZHAO, WANG], read(line)[0]).same == BOTH


def test_the_later_of_two_lines_holds():
    decisions = [decision("same", ZHAO, WANG), decision("different", WANG, ZHAO)]
    decided = applied_to([ZHAO, WANG], decisions)
    assert (decided.same, decided.different) == (frozenset(), BOTH)


@pytest.mark.parametrize(
    "line",
    [
        "wang2009 is not wang2010",
        '{"decision": "maybe", "records": [{"key": "a"}, {"key": "b"}]}',
        '{"decision": "same", "records": [{"key": "a"}]}',
        '{"decision": "same", "records": [{"key": 1}, {"key": "b"}]}',
        '{"decision": "same", "records": [{}, {"key": "b"}]}',
        '{"decision": "same"}',
        "[]",
        "7",
        '{"decision": "same", "records": [{"key": "a"}, {"ke',
    ],
)
def test_a_line_that_decides_nothing_is_said_and_the_others_hold(line):
    whole = line_of(decision("same", ZHAO, WANG))
    decisions, (finding,) = read(f"{whole}{line}\n{whole}")
    assert len(decisions) == 2
    assert (finding.code, finding.line, finding.text) == ("DU104", 2, line)


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (rekeyed(ZHAO), True),
        (replace(ZHAO, title=Title(Face("Jiàngōu  HEPING."))), True),
        (replace(ZHAO, author=(Name("Zhao", "L."),), extra={"owner": "me"}), True),
        (edited(ZHAO), False),
        (replace(ZHAO, fields={"date": "2008"}), False),
        (replace(ZHAO, fields={"date": "2007", "volume": "2"}), False),
        (replace(ZHAO, fields={"date": "2007", "doi": "10.1/x"}), False),
    ],
)
def test_a_fingerprint_is_of_what_a_record_is(other, is_same):
    assert (fingerprint(other) == fingerprint(ZHAO)) == is_same
    assert len(fingerprint(other)) == 16


def test_a_fingerprint_is_the_same_ever_after():
    assert fingerprint(ZHAO) == "200bb067103d6117"
