"""A cluster in a document: what follows it, whether it opens a sentence, the author in the text."""

from __future__ import annotations

import pytest

from citekit.style.context import Cite
from citekit.style.locales import Locales
from citekit.style.node import text
from citekit.style.positions import Cluster
from citekit.style.processor import Processor
from citekit.style.style import Style

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"'
AUTHOR = (
    '<names variable="author"><name form="short"/>'
    '<substitute><names variable="editor"/><text variable="title" quotes="true"/></substitute></names>'
)
YEAR = '<date variable="issued"><date-part name="year"/></date>'
NOTES = f"""{HEAD} class="note"><citation><layout suffix="." delimiter="; "><choose>
<if position="ibid"><text term="ibid"/></if>
<else><group delimiter=", ">{AUTHOR}<text variable="title" quotes="true"/></group></else>
</choose></layout></citation></style>"""
IN_TEXT = f"""{HEAD} class="in-text"><citation><sort><key variable="title"/></sort>
<layout prefix="(" suffix=")" delimiter="; "><group delimiter=", ">{AUTHOR}{YEAR}</group></layout></citation></style>"""
AUTHOR_ONLY = f'{HEAD} class="in-text"><citation><layout prefix="(" suffix=")">{AUTHOR}</layout></citation></style>'
NUMBERS = f"""{HEAD} class="in-text"><citation><layout vertical-align="sup" prefix="[" suffix="]">
<text variable="citation-number"/></layout></citation></style>"""
CHINESE = f"""{HEAD} class="note"><citation><layout suffix="。"><text variable="title"/></layout></citation></style>"""
ITEMS = [
    {
        "id": "b",
        "type": "book",
        "title": "Beta",
        "author": [{"family": "Zhao", "given": "Lei"}],
        "issued": {"date-parts": [[2007]]},
    },
    {"id": "a", "type": "book", "title": "Alpha", "issued": {"date-parts": [[2009]]}},
]


@pytest.fixture(scope="module")
def locales():
    return Locales()


@pytest.fixture
def told(locales):
    def tell(style, *clusters):
        processor = Processor(Style(style, locales), ITEMS)
        return [text(tree) for tree in processor.cite(clusters)]

    return tell


@pytest.mark.parametrize(
    ("style", "ending", "expected"),
    [
        (NOTES, None, "Zhao, “Beta.”"),
        (NOTES, ".", "Zhao, “Beta.”"),
        (NOTES, ",", "Zhao, “Beta,”"),
        (NOTES, ";", "Zhao, “Beta”;"),
        (NOTES, "", "Zhao, “Beta”"),
        (IN_TEXT, ".", "(Zhao, 2007)."),
        (IN_TEXT, "", "(Zhao, 2007)"),
        (NUMBERS, ".", "[1]."),
        (CHINESE, ".", "Beta。"),
        (CHINESE, ",", "Beta,"),
    ],
)
def test_the_mark_of_the_document_takes_the_place_of_the_last_full_stop(told, style, ending, expected):
    assert told(style, Cluster((Cite("b"),), 1, ending=ending)) == [expected]


def test_a_term_that_continues_a_sentence_stays_small(told):
    first = Cluster((Cite("b"),), 1)
    assert told(NOTES, first, Cluster((Cite("b"),), 2))[1] == "Ibid."
    assert told(NOTES, first, Cluster((Cite("b"),), 2, opens=False))[1] == "ibid."


def test_a_term_that_the_style_wants_small_stays_small_where_it_opens_a_note(told):
    small = NOTES.replace('<text term="ibid"/>', '<text term="ibid" text-case="lowercase"/>')
    assert told(small, Cluster((Cite("b"),), 1), Cluster((Cite("b"),), 2))[1] == "ibid."


def test_cites_can_stay_in_their_order(told):
    cites = (Cite("b"), Cite("a"))
    assert told(IN_TEXT, Cluster(cites)) == ["(“Alpha,” 2009; Zhao, 2007)"]
    assert told(IN_TEXT, Cluster(cites, unsorted=True)) == ["(Zhao, 2007; “Alpha,” 2009)"]


@pytest.mark.parametrize(
    ("style", "item", "expected"),
    [
        (IN_TEXT, "b", "Zhao (2007)."),
        (IN_TEXT, "a", "“Alpha” (2009)."),
        (AUTHOR_ONLY, "b", "Zhao."),
        (NUMBERS, "b", "[1]."),
    ],
)
def test_an_author_can_stand_in_the_text(told, style, item, expected):
    assert told(style, Cluster((Cite(item),), form="composite", ending=".")) == [expected]


def test_nothing_stands_in_for_an_author_that_is_left_out(told):
    assert told(IN_TEXT, Cluster((Cite("b"),), form="suppress-author")) == ["(2007)"]
