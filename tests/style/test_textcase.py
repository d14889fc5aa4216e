"""Text case (CSL 1.0.2, "Text-case"; title case goes by the item's language)."""

from __future__ import annotations

import pytest

# case, title, what is printed
CASES = [
    ("uppercase", "The rise of the UN", "THE RISE OF THE UN"),
    ("uppercase", "straße", "STRASSE"),
    ("lowercase", "The Rise of the UN", "the rise of the un"),
    ("capitalize-first", "the rise of the UN", "The rise of the UN"),
    ("capitalize-first", "“the rise”", "“The rise”"),
    ("capitalize-all", "the rise of the UN", "The Rise Of The UN"),
    ("sentence", "the Rise of the Dragon", "The rise of the dragon"),
    ("sentence", 'the Rise of <span class="nocase">China</span>', "The rise of China"),
    ("title", "the rise of the dragon", "The Rise of the Dragon"),
    ("title", "the rise of the dragon: a new history", "The Rise of the Dragon: A New History"),
    ("title", "who rises? the dragon", "Who Rises? The Dragon"),
    ("title", "it rises! a tale", "It Rises! A Tale"),
    ("title", "what to look for", "What to Look For"),
    ("title", "the iPhone and the UN", "The iPhone and the UN"),
    ("title", "state-of-the-art keeping of peace", "State-of-the-Art Keeping of Peace"),
    ("title", "war and/or peace", "War and/or Peace"),
    ("title", "a letter to “the people”", "A Letter to “the People”"),
    ("title", "don't look back", "Don’t Look Back"),
    ("title", 'the rise of <span class="nocase">pH</span>', "The Rise of pH"),
    ("title", 'on <span class="nocase">van gogh</span>’s ear', "On van gogh’s Ear"),
    ("title", "<i>the tempest</i> and the sea", "<i>The Tempest</i> and the Sea"),
    ("title", "H<sub>2</sub>o as a weapon", "H<sub>2</sub>o as a Weapon"),
    ("title", "", ""),
    ("title", "...", "..."),
]


@pytest.mark.parametrize(("case", "title", "line"), CASES)
def test_a_title_in_a_case(made, case, title, line):
    layout = f'<text value="-"/><text variable="title" text-case="{case}"/>'
    assert made.printed(layout, {"title": title}) == f"-{line}"


# the style's default-locale, the item's language, what is printed of "the rise"
LANGUAGES = [
    ("", "", "The Rise"),
    ("en-US", "", "The Rise"),
    ("en-GB", "", "The Rise"),
    ("de-DE", "", "the rise"),
    ("de-DE", "en", "The Rise"),
    ("", "en-GB", "The Rise"),
    ("", "en--x", "The Rise"),
    ("", "fr", "the rise"),
    ("", "zh-Latn-pinyin", "the rise"),
    ("", "french language", "the rise"),
]


@pytest.mark.parametrize(("default", "language", "line"), LANGUAGES)
def test_title_case_is_for_english(made, default, language, line):
    options = f'default-locale="{default}"' if default else ""
    xml = made.style('<text variable="title" text-case="title"/>', options=options)
    assert made.cited(xml, {"title": "the rise", "language": language}) == line


TURKISH = [("uppercase", "istanbul", "İSTANBUL"), ("lowercase", "ISPARTA", "ısparta"), ("lowercase", "İZMİR", "izmir")]


@pytest.mark.parametrize(("case", "title", "line"), TURKISH)
def test_the_turkish_i(made, case, title, line):
    assert made.printed(f'<text variable="title" text-case="{case}"/>', {"title": title, "language": "tr"}) == line


def test_case_leaves_affixes_alone(made):
    layout = '<text variable="title" text-case="uppercase" prefix="see " suffix=" there"/>'
    assert made.printed(layout, {"title": "war"}) == "see WAR there"
