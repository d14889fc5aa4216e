"""The imprint in its shapes, and brackets that hold none."""

from __future__ import annotations

import pytest

from citekit.parse.imprint import find_edition, is_place, is_publisher, read_imprint

# as printed, then place, publisher, date, edition
IMPRINTS = [
    ("Beijing: Jiuzhou Chubanshe, 2007", "Beijing", "Jiuzhou Chubanshe", "2007", None),
    ("New York: Harper Collins Publishers, 2006", "New York", "Harper Collins Publishers", "2006", None),
    ("Stockholm: Institute for Security and Development Policy, July 2007", "Stockholm",
     "Institute for Security and Development Policy", "July 2007", None),
    ("Princeton, NJ: Princeton University Press, 1979", "Princeton, NJ", "Princeton University Press", "1979", None),
    ("Reading, MA: Addison-Wesley, 1979", "Reading, MA", "Addison-Wesley", "1979", None),
    ("London and New York: Routledge, 2009", "London and New York", "Routledge", "2009", None),
    ("London, Verso, 1983", "London", "Verso", "1983", None),
    ("Paris, Presses de Sciences Po, 2010", "Paris", "Presses de Sciences Po", "2010", None),
    ("Oxford University Press, 2003", None, "Oxford University Press", "2003", None),
    ("Oxford, 1961", "Oxford", None, "1961", None),
    ("Tübingen 1972", "Tübingen", None, "1972", None),
    ("2nd ed., London: Macmillan, 1995", "London", "Macmillan", "1995", "2nd ed."),
    ("2nd edn., 1999", None, None, "1999", "2nd edn."),
    ("Beijing: Renmin Chubanshe", "Beijing", "Renmin Chubanshe", None, None),
    ("Oxford University Press, Oxford, 1961", "Oxford", "Oxford University Press", "1961", None),
    ("Beijing: Shehui Kexue Wenxian Chubanshe, 2004", "Beijing", "Shehui Kexue Wenxian Chubanshe", "2004", None),
]  # fmt: skip

NONE = [
    "October 2004", "April 12, 2008", "2002", "Constructing Peace: Evolution of China’s Behavior", "jin",
    "People’s Daily", "China News: Internet Version", "accessed December 15, 2011", "see Table 5", "",
    "UN Peacekeeping and ‘Multinational Forces’: The Experience", "as of December 31 of each year",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "place", "publisher", "date", "edition"), [pytest.param(*row, id=row[0]) for row in IMPRINTS]
)
def test_imprints(text, place, publisher, date, edition):
    note = f"({text})"
    imprint = read_imprint(note, 1, len(note) - 1)
    cut = [span and note[slice(*span)] for span in (imprint.place, imprint.publisher, imprint.date, imprint.edition)]
    assert cut == [place, publisher, date, edition]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_imprint(text):
    imprint = read_imprint(text, 0, len(text))
    assert imprint is None


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("World Politics, 3rd ed.", "3rd ed."),
        ("World Politics, second edition, 1990", "second edition"),
        ("10th ed. 1998", "10th ed."),
        ("revised ed., London", "revised ed."),
        ("2. Aufl., Tübingen", "2. Aufl."),
        ("5. Auflage", "5. Auflage"),
        ("2e éd.", "2e éd."),
        ("第2版", "2版"),
        ("Selected by 3 editors", None),
        ("edited by Zhao", None),
        ("Education in 1990", None),
    ],
)
def test_editions(text, edition):
    span = find_edition(text, 0, len(text))
    assert (span and text[slice(*span)]) == edition


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Beijing", True), ("New York", True), ("Cambridge, MA", True), ("Neuwied und Darmstadt", True),
        ("London and New York", True), ("Washington, D.C.", True), ("Tokyo", True), ("Tübingen", True),
        ("Renmin Ribao", False), ("Jiuzhou Chubanshe", False), ("Zhao Lei", False), ("", False), ("MA", False),
        ("China Quarterly, London", False),
    ],
)  # fmt: skip
def test_places(text, place):
    assert is_place(text) is place


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Jiuzhou Chubanshe", True), ("Stanford University Press", True), ("Beck Verlag", True), ("W. W. Norton", True),
        ("Presses de Sciences Po", True), ("Nagoya Daigaku Shuppankai", True), ("Éditions du Seuil", True),
        ("Routledge", True), ("Renmin Ribao", False), ("Zhao Lei", False), ("Pressing Matters", False), ("", False),
    ],
)  # fmt: skip
def test_words_of_publishers(text, publisher):
    assert is_publisher(text) is publisher
