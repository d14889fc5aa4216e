"""Labelled stretches become fields: what is normalised, what stays as printed, and where a value comes from."""

from __future__ import annotations

import pytest

from citekit.model import Evidence, Field
from citekit.parse.fields import make_fields, settle_dates_and_pages
from citekit.parse.labels import Label
from citekit.parse.memory import Memory

NORMALISED = [
    ("date", "October 24 – 25, 2008", "2008-10-24/2008-10-25"),
    ("event_date", "April 12, 2008", "2008-04-12"),
    ("accessed", "December 15, 2011", "2011-12-15"),
    ("pages", "945 – 947", "945-947"),
    ("locator", "8 –12", "8-12"),
    ("issue", "9 –10", "9-10"),
    ("volume", "XIII", "XIII"),
    ("url", "http://www. chinanews.com.cn/gn", "http://www.chinanews.com.cn/gn"),
    ("title", "Zhongguo  yu  Lianheguo", "Zhongguo yu Lianheguo"),
    ("title", "Lienheguo weihe", "Lienheguo weihe"),
    ("container", "Remin Ribao", "Remin Ribao"),
    ("document_symbol", "S/RS/1244", "S/RS/1244"),
]


def field(value, span=(0, 1)):
    return Field(value, Evidence("1", span, "hand"))


@pytest.mark.parametrize(
    ("name", "printed", "value"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in NORMALISED]
)
def test_a_value_is_its_stretch_evened_out_by_a_rule(name, printed, value):
    text = f"See {printed}."
    made = make_fields(text, "7", [Label(name, 4, 4 + len(printed), "by-hand", 0.7)], Memory())
    assert made[name] == Field(value, Evidence("7", (4, 4 + len(printed)), "by-hand", 0.7))


def test_a_date_that_is_none_makes_no_field():
    assert make_fields("2008nian", "1", [Label("date", 0, 8, "by-hand")], Memory()) == {}


def test_of_two_labels_of_one_field_the_first_counts_and_names_are_joined():
    text = "Jiji, Lankui, Zhao Lei, Wang Jun"
    labels = [
        Label("title", 0, 4, "a"),
        Label("title", 6, 12, "b"),
        Label("author", 14, 22, "c"),
        Label("author", 24, 32, "d"),
    ]
    made = make_fields(text, "1", labels, Memory())
    assert made["title"].value == "Jiji"
    assert [name.display for name in made["author"].value] == ["Zhao Lei", "Wang Jun"]


def test_the_gloss_of_a_body_is_its_translation():
    text = "Guowuyuan Xinwen Bangongshi (State Council Information Office)"
    labels = [Label("author", 0, 27, "a"), Label("author_translation", 29, 61, "b")]
    (name,) = make_fields(text, "1", labels, Memory())["author"].value
    assert (name.literal, name.translated) == ("Guowuyuan Xinwen Bangongshi", "State Council Information Office")


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Jianchi gaige kaifang", "zh-Latn-pinyin"),
        ("The Concept of Law", "en"),
        ("建构和平", "zh-Hans"),
        ("Recht und Staat", "de"),
    ],
)
def test_the_title_s_language_is_told(title, language):
    made = make_fields(title, "1", [Label("title", 0, len(title), "a")], Memory())
    assert made["title_language"].value == language
    assert made["title_language"].evidence.by == "language-of-title"


@pytest.mark.parametrize(
    ("work_type", "printed", "settled"),
    [
        ("a citation that points back", {"pages": "5-6"}, {"locator": "5-6"}),
        ("article-journal", {"pages": "5-56"}, {"pages": "5-56"}),
        ("article-journal", {"pages": "91"}, {"locator": "91"}),
        ("article-journal", {"pages": "18-27", "locator": "20"}, {"pages": "18-27", "locator": "20"}),
        ("book", {"pages": "20-25"}, {"locator": "20-25"}),
        ("un-document", {"pages": "7-8"}, {"locator": "7-8"}),
        ("chapter", {"pages": "42-89"}, {"pages": "42-89"}),
        ("other", {"event_date": "2009-12-31"}, {"date": "2009-12-31"}),
        ("speech", {"event_date": "2008-10-24"}, {"date": "2008-10-24", "event_date": "2008-10-24"}),
        ("speech", {"event_date": "2008-04-12", "date": "2009"}, {"event_date": "2008-04-12", "date": "2009"}),
        ("book", {}, {}),
    ],
)
def test_event_or_publication_pinpoint_or_extent(work_type, printed, settled):
    fields = {name: field(value) for name, value in printed.items()}
    made = settle_dates_and_pages(fields, work_type, pointing=work_type == "a citation that points back")
    assert {name: one.value for name, one in made.items()} == settled
