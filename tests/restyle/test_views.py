"""Which faces a style shows where nobody says otherwise."""

from __future__ import annotations

import pytest

from citekit.restyle.views import default_view
from citekit.style.locales import Locales
from citekit.style.style import Style

BARE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" {}><citation><layout>'
    '<text variable="title"/></layout></citation></style>'
)


@pytest.mark.parametrize(
    ("locale", "name", "view"),
    [
        ("", "", "romanised"),
        ('default-locale="en-GB"', "oscola", "romanised"),
        ('default-locale="zh-CN"', "mine", "original"),
        ('default-locale="en-US"', "chinese-gb7714-2005-numeric", "original"),
        ("", "china-national-standard-gb-t-7714-2015-note", "original"),
    ],
)
def test_a_style_for_chinese_shows_originals_and_any_other_romanised_titles(locale, name, view):
    assert default_view(Style(BARE.format(locale), Locales()), name) == view


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("china-national-standard-gb-t-7714-2015-numeric", "original"),
        ("chicago-notes-bibliography-17th-edition", "romanised"),
        ("apa", "romanised"),
        ("modern-language-association", "romanised"),
        ("harvard-cite-them-right", "romanised"),
        ("ieee", "romanised"),
        ("nlm-citation-sequence", "romanised"),
    ],
)
def test_the_styles_of_the_world_show_what_their_readers_expect(style_of, name, view):
    assert default_view(style_of(name), name) == view
