"""Which rule reads what: labelled stretches of one citation, in order, with the rule that saw each."""

from __future__ import annotations

import pytest

from citekit.parse.label import label
from citekit.parse.split import split
from citekit.parse.structure import analyse

LABELLED = [
    (
        "Hu Jintao, “Gaige (Reform),” (April 12, 2008), Xinhua she ed., Jilan, (Beijing: Renmin, 2009), p. 890.",
        """author names-before-title Hu Jintao
        title quoted-title Gaige
        title_translation quoted-title-gloss Reform
        event_date date-after-title April 12, 2008
        editor editors-before-title Xinhua she
        container after-title Jilan
        place imprint Beijing
        publisher imprint Renmin
        date imprint 2009
        pages marked-pages 890""",
    ),
    (
        "Zhao Lei, Jiangou Heping (Constructing Peace), (Beijing: Jiuzhou Chubanshe, 2007), p. 5.",
        """author names-before-comma Zhao Lei
        title unquoted-title Jiangou Heping
        title_translation unquoted-title-gloss Constructing Peace
        place imprint Beijing
        publisher imprint Jiuzhou Chubanshe
        date imprint 2007
        pages marked-pages 5""",
    ),
    (
        "M. Taylor Fravel, “China’s Attitude,” Asian Survey 36, no. 11 (November 1996): 1105.",
        """author names-before-title M. Taylor Fravel
        title quoted-title China’s Attitude
        container after-title Asian Survey
        volume volume-after-container 36
        issue marked-issue 11
        date bracketed-date November 1996
        pages pages-after-colon 1105""",
    ),
    (
        "Karl Llewellyn, Some Realism About Realism, 44 HARV. L. REV. 1222, 1230 (1931).",
        """author names-before-comma Karl Llewellyn
        title unquoted-title Some Realism About Realism
        volume reporter 44
        container reporter HARV. L. REV.
        pages reporter 1222
        locator reporter 1230
        date reporter 1931""",
    ),
    ("S/RES/1706, August 31, 2006.", "document_symbol document-symbol S/RES/1706\ndate date August 31, 2006"),
    ("Guo, Ibid.", "author names-before-back-word Guo\nibid back-word Ibid."),
    (
        "Interview with a Chinese diplomat, Beijing, 12 June 2010.",
        """author interview a Chinese diplomat
        event_place interview Beijing
        date interview 12 June 2010""",
    ),
    (
        "Foot, “Chinese Power,” http://a.example/x (accessed May 3, 2010).",
        """author names-before-title Foot
        title quoted-title Chinese Power
        url url http://a.example/x
        accessed access-date May 3, 2010""",
    ),
    ("Geiger 1964, S. 65", "author names-and-year Geiger\ndate names-and-year 1964\npages marked-pages 65"),
    (
        "赵磊：《建构和平》，北京：九州出版社，2007年，第12页。",
        """author names-before-title 赵磊
        title title-marks 建构和平
        place imprint 北京
        publisher imprint 九州出版社
        date date 2007
        pages marked-pages 12""",
    ),
]


@pytest.mark.parametrize(("text", "labels"), [pytest.param(*row, id=row[0][:40]) for row in LABELLED])
def test_labels(text, labels):
    structure = analyse(text)
    (citation,) = [segment for segment in split(structure) if segment.kind == "citation"]
    made = label(structure, citation)
    assert [f"{one.name} {one.by} {one.text_in(text)}" for one in made] == [row.strip() for row in labels.split("\n")]
    assert all(0 < one.confidence <= 1 for one in made)
    assert list(made) == sorted(made, key=lambda one: one.start)
