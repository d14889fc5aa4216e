"""The official CSL fixtures, and a list of those that pass: it may neither shrink nor silently grow."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
PASSING = (HERE / "passing.txt").read_text(encoding="utf-8").splitlines()
FAILING = dict(line.split("\t") for line in (HERE / "failing.tsv").read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def answers(shared, harness, locales):
    """Name → what our processor prints and what is expected, of every fixture."""
    folder = shared / "csl" / "suite"
    return {path.stem: harness.answer(path, locales) for path in sorted(folder.glob("*.txt"))}


def test_every_fixture_is_on_one_of_the_lists(answers):
    for names in (PASSING, list(FAILING)):
        assert names == sorted(names), "the lists are in the order of the alphabet"
    assert not set(PASSING) & FAILING.keys(), "passing.txt and failing.tsv both name these"
    assert answers.keys() == set(PASSING) | FAILING.keys(), "passing.txt and failing.tsv name other fixtures than these"
    assert all(FAILING.values()), "each fixture in failing.tsv wants its reason"


def test_what_passed_passes(answers):
    broken = [name for name in PASSING if not answers[name].same]
    shown = "\n".join(
        f"{name}\n  ours:     {answers[name].ours}\n  expected: {answers[name].expected}" for name in broken
    )
    assert not broken, f"{len(broken)} fixtures passed before and do not now; the list may not shrink:\n{shown}"


def test_what_passes_is_listed(answers):
    mended = [name for name in FAILING if answers[name].same]
    assert not mended, f"these pass now; move them from failing.tsv to passing.txt: {' '.join(mended)}"


def test_nearly_all_pass(answers):
    assert len(PASSING) / len(answers) >= 0.97


LOOKS = [
    ("<i>a</i>\n", "<i>a</i>", True),
    ("  <div>\r\n    <div>a</div>\r\n  </div>", "<div><div>a</div></div>", True),
    (">>[0] a\n..[1] b", "[0] a\n[1] b", True),
    ("a  b", "a b", False),
    ("a\u00a0b", "a b", False),
    ("<b>a</b>", "<i>a</i>", False),
    ("a\nb", "a b", False),
]


@pytest.mark.parametrize(("ours", "expected", "same"), LOOKS)
def test_what_counts_as_the_same(harness, ours, expected, same):
    assert harness.Answer(ours, expected).same is same


def test_a_section_nobody_knows_is_told(harness):
    with pytest.raises(ValueError, match="BIBENTRIES"):
        harness.sections(">>== MODE ==>>\ncitation\n<<== MODE ==<<\n>>== BIBENTRIES ==>>\n[]\n<<== BIBENTRIES ==<<\n")
