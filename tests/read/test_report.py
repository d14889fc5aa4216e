"""Each finding of the reader: when it is made, and where it points."""

from __future__ import annotations

import pytest

from citekit.read import read_bytes, read_text

BODY = "The river was low that year.1 Nobody crossed it before May.2 The ferry lay on the bank.3\n"
ONE = "1 Mary Ford, The River Book (Bath: Weir, 1950), p. 3.\n"
TWO = "2 Ibid., p. 5.\n"
THREE = "3 Parish Records, Vol. 4, p. 17.\n"


def findings(text, code):
    return [finding for finding in read_text(text, "text").findings if finding.code == code]


def test_a_whole_text_gives_no_finding():
    assert read_text(f"{BODY}\n{ONE}{TWO}{THREE}", "text").findings == ()


def test_a_missing_note_points_at_its_marker():
    (finding,) = findings(f"{BODY}\n{ONE}{THREE}", "RD001")
    assert finding.message == "Note 2 is missing: no text of it is in the file."
    assert (finding.severity, finding.note, finding.line) == ("warning", None, 1)
    assert BODY[slice(*finding.span)] == "2"
    assert finding.text.endswith("before May.2")


def test_a_missing_note_without_a_marker_points_at_the_note_before():
    text = f"{BODY.replace('May.2', 'May.')}\n{ONE}{THREE}"
    (finding,) = findings(text, "RD001")
    assert finding.message.endswith("is in the file, nor a marker.")
    assert finding.text.endswith("p. 3.")
    assert finding.line == 3


def test_notes_that_are_missing_in_a_row_are_one_finding():
    text = f"{BODY}{BODY.replace('1', '4').replace('2', '5').replace('3', '6')}\n{ONE}6 Ibid., p. 9.\n"
    (finding,) = findings(text, "RD001")
    assert finding.message.startswith("Notes 2–5 are missing")


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("2 “Fares (Prices of the\n", "The end of note 2 is lost."),
        ("2 Ford, River Book,\n", "The end of note 2 is lost."),
    ],
)
def test_a_note_that_breaks_off_points_at_its_end(note, told):
    (finding,) = findings(f"{BODY}\n{ONE}{note}{THREE}", "RD002")
    assert finding.message == told
    assert (finding.note, finding.line, finding.severity) == ("2", 4, "warning")
    assert note[2:].strip().endswith(finding.text)


def test_letters_read_as_digits_are_told():
    (finding,) = findings(f"{BODY}\n{ONE.replace('1 M', 'l M')}{TWO}{THREE}", "RD004")
    assert finding.message == "The number of note 1 is printed as 'l' and was read as 1."
    assert finding.severity == "info"


def test_notes_without_a_marker_are_told():
    text = f"{BODY}{BODY.replace('1', '4').replace('2', '5').replace('.3', '.')}\n{ONE}{TWO}{THREE}"
    text += "4 Ford, p. 1.\n5 Ford, p. 2.\n6 Ford, p. 3.\n7 Ford, p. 4.\n"
    (finding,) = findings(text, "RD005")
    assert finding.message == "No marker was found in the body for notes 6–7."
    assert (finding.note, finding.text) == ("6", "Ford, p. 3.")


def test_markers_of_a_chapter_without_notes_are_told():
    chapters = f"{BODY}\n{ONE}{TWO}{THREE}\nChapter Two\n\n{BODY}{BODY.replace('1', '4').replace('2', '5')}"
    chapters = chapters.replace("bank.3\nThe river was low that year.4", "bank.3\nThe river was low that year.4")
    (finding,) = findings(chapters.rsplit("3", 1)[0] + "6", "RD006")
    assert finding.message == "6 numbers in the body, 1 to 6, may be markers, but of no note."


def test_an_end_that_nothing_shows_is_told():
    text = (
        "The river was low that year.1 Nobody crossed it before May.2 The ferry lay on the bank and the\n"
        "1 Mary Ford, The River Book (Bath: Weir, 1950), p. 3, where the matter is told at some length\n"
        "2 She says that nobody who had a horse would ever have waited for the ferry in such a year\n"
        "and that the ferry itself was hardly ever seen on the water while the summer lasted, and the\n"
        "same was true of the year after.3 It was sold.4\n"
        "3 Parish Records, Vol. 4, p. 17.\n"
        "4 Ibid.\n"
    )
    (finding,) = findings(text, "RD007")
    assert (finding.note, finding.severity) == ("2", "info")


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("2 “Fares, p. 4.\n", "A quotation mark in note 2 has no partner."),
        ("2 Fares (Prices, p. 4.\n", "A bracket in note 2 has no partner."),
    ],
)
def test_a_sign_without_a_partner_is_told(note, told):
    (finding,) = findings(f"{BODY}\n{ONE}{note}{THREE}", "RD008")
    assert finding.message == told
    assert finding.text[0] in "“F"


def test_a_guessed_encoding_points_at_the_first_letter_that_hangs_on_it():
    document = read_bytes(f"{BODY}\n1 Müller, Bücher.\n{TWO}{THREE}".encode("latin-1"), "text")
    (finding,) = (finding for finding in document.findings if finding.code == "RD009")
    assert finding.message == "The file does not say how it is encoded; it was read as cp1252."
    assert (finding.line, finding.text[0]) == (3, "ü")


def test_bad_bytes_are_pointed_at_one_by_one_up_to_twenty():
    data = "Größe über Größe\n".encode() * 50 + b"\xff\n" * 30
    found = [finding for finding in read_bytes(data, "text").findings if finding.code == "RD010"]
    assert [finding.line for finding in found] == list(range(51, 71))
    assert found[0].message.startswith("A byte could not be read as utf-8, as in 29 other places;")
    assert found[0].severity == "warning"


def test_an_orphan_that_no_note_claims_is_told():
    rows = "Words of the body run on from line to line and on and on until they stop, as at\n" * 12
    text = (
        f"The river was low that year.1 Nobody crossed it.2 Nobody.3\n{rows}\n{ONE}{TWO}{THREE}"
        f" last they must, and the\n{rows} Review 2008), (Beijing: Shijie Chubanshe, 2008), p. 255.\n"
        f" last of them is here.\n{rows}"
    )
    (finding,) = findings(text, "RD003")
    assert finding.message.startswith("These lines look like a piece of a note, but no number is free for it")
    assert finding.text.startswith("Review 2008)")
