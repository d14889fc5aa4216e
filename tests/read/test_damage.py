"""What is lost of a note, and what is only uneven."""

from __future__ import annotations

import pytest

from citekit.read.balance import Balance
from citekit.read.damage import damage, may_be_anothers


@pytest.mark.parametrize(
    "text",
    [
        "“Title (Translation),”",
        "“Title (Translation Goes On",
        "Weber, Reise,",
        "For this, see",
        "Weber, Reise, pp.",
        "Weber, Reise (Berlin:",
        "Vgl. Weber, Reise, in:",
        "Kleemann, Subjek-",
        "the doctrine of the",
        "Weber, Vol.",
    ],
)
def test_an_end_is_lost(text):
    assert damage(text).gaps == (len(text),)
    assert damage(text).flags[0] == "truncated"


@pytest.mark.parametrize(
    "text",
    [
        "Weber, Reise, p. 4.",
        "Weber, Reise, p. 4",
        "Ibid",
        "https://perma.cc/9PPQ-E5M6",
        "Weber, Reise (“Journey”).",
        "The matter is one that nobody could agree to.",
        "Vgl. RdA 2002, 217 f",
        "王逸舟：《创造性介入》，第12页",
        "Doe v. Roe, 410 U.S. 113 (1973)",
    ],
)
def test_an_end_is_there(text):
    assert damage(text).gaps == ()


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("“Title (in Principle), Bao, May 31, 1997.", ("quote-unbalanced",)),
        ("“Title in Principle),” Bao, May 31, 1997.", ("paren-unbalanced",)),
        ("„Titel“, S. 4; „Titel, S. 5.", ("quote-unbalanced",)),
        ("„Titel“ (S. 4); “Title”.", ()),
        ("„Titel” i «Titre».", ()),
        ("a) Weber; b) Meier; 1) Li.", ()),
        ("‘China’s way’ and yi’an.", ()),
        ('"Title", p. 4.', ()),
        ('"Title, p. 4.', ("quote-unbalanced",)),
        ("《全球政治》、「政治」。", ()),
        ("《全球政治。", ("quote-unbalanced",)),
    ],
)
def test_signs_without_a_partner_are_flagged_and_no_loss(text, flags):
    assert damage(text).gaps == ()
    assert damage(text).flags == flags


@pytest.mark.parametrize(
    ("left", "right", "lost", "foreign"),
    [
        ("See, “Wo guo juban shouqi", "Course Held),” Jiefangjun bao.", True, False),
        ("for example, see", "Policy),” Ajia Keizai, p. 2.", True, True),
        ("See, “Wo guo (First", "Course Held),” Jiefangjun bao.", False, False),
        ("See Weber,", "Reise, p. 4.", False, False),
    ],
)
def test_lines_are_lost_where_the_text_does_not_run_on(left, right, lost, foreign):
    text = f"{left} {right}"
    seam = len(left) + 1
    assert (damage(text, (seam,)).gaps == (seam,)) == lost
    assert may_be_anothers(text, seam) == foreign


def test_a_note_without_a_number_has_lost_its_beginning():
    assert damage("Review 2008), p. 255.", headless=True).gaps == (0,)


def test_a_note_of_which_only_the_number_is_left_has_lost_its_text():
    assert damage("").gaps == (0,)


def test_the_lonely_sign_is_found():
    balance = Balance("See (“Title” and (b), p. 4")
    assert balance.lonely(quotes=False) == 4
    assert balance.lonely(quotes=True) == 0
