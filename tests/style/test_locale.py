"""Terms, dates, options and ordinals from the first place that has them (CSL 1.0.2, "Locale Fallback", "Terms")."""

from __future__ import annotations

import pytest

from citekit.style.locale import Layer, Locale
from citekit.style.style import Style
from citekit.style.xml import parse

XMLNS = 'xmlns="http://purl.org/net/xbiblio/csl"'


def layer(terms="", more=""):
    return Layer(parse(f"<locale {XMLNS}><terms>{terms}</terms>{more}</locale>", "the locale"))


def locale(*layers):
    """The locale of a style with a layer, and of files with the others."""
    return Locale("xx", layers[:1], [lambda each=each: each for each in layers[1:]])


OWN = layer('<term name="and">own</term><term name="et-al"></term>')
FILE = layer(
    '<term name="and">file</term><term name="and" form="symbol">+</term><term name="et-al">file</term>'
    '<term name="page"><single>page</single><multiple>pages</multiple></term>'
    '<term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term>'
    '<term name="editor" form="verb">edited by</term><term name="editor">editor</term>'
)
LAST = layer('<term name="in">in</term><term name="editor" form="verb-short">ed. by</term>')

# name, form, plural, text
TERMS = [
    ("and", "long", False, "own"),
    ("and", "symbol", False, "+"),
    ("and", "short", False, "own"),
    ("et-al", "long", False, ""),  # an empty term counts as found
    ("in", "long", False, "in"),
    ("in", "verb-short", False, "in"),
    ("page", "long", True, "pages"),
    ("page", "short", True, "pp."),
    ("page", "symbol", False, "p."),
    ("editor", "verb-short", False, "ed. by"),  # the form first, in all places; then the next form
    ("editor", "verb", False, "edited by"),
    ("editor", "symbol", False, "editor"),
    ("translator", "long", False, None),
]


@pytest.mark.parametrize(("name", "form", "plural", "text"), TERMS)
def test_a_term_comes_from_the_first_place_that_has_it(name, form, plural, text):
    assert locale(OWN, FILE, LAST).term(name, form, plural=plural) == text


ENGLISH = layer(
    '<term name="ordinal">th</term><term name="ordinal-01">st</term><term name="ordinal-02">nd</term>'
    '<term name="ordinal-03">rd</term><term name="ordinal-11">th</term><term name="ordinal-12">th</term>'
    '<term name="ordinal-13">th</term>'
)
FRENCH = layer(
    '<term name="ordinal">e</term><term name="ordinal-01" gender-form="feminine" match="whole-number">re</term>'
    '<term name="ordinal-01" gender-form="masculine" match="whole-number">er</term>'
    '<term name="edition" gender="feminine">édition</term><term name="page">page</term>'
    '<term name="long-ordinal-01">premier</term><term name="long-ordinal-01" gender-form="feminine">première</term>'
)
OLD = layer(
    '<term name="ordinal-01">st</term><term name="ordinal-02">nd</term><term name="ordinal-03">rd</term>'
    '<term name="ordinal-04">th</term>'
)
LAST_TWO = layer(
    '<term name="ordinal">.</term><term name="ordinal-01" match="last-two-digits">!</term>'
    '<term name="ordinal-10" match="last-digit">0</term>'
)

# terms, number, gender, suffix
ORDINALS = [
    *[(ENGLISH, number, "", "st") for number in (1, 21, 101, 121)],
    *[(ENGLISH, number, "", "th") for number in (0, 4, 10, 11, 12, 13, 111, 112, 113, 1011)],
    *[(ENGLISH, number, "", "nd") for number in (2, 22, 102)],
    *[(ENGLISH, number, "feminine", "rd") for number in (3, 23)],
    (FRENCH, 1, "masculine", "er"),
    (FRENCH, 1, "feminine", "re"),
    (FRENCH, 1, "", "e"),
    (FRENCH, 21, "feminine", "e"),
    (FRENCH, 2, "masculine", "e"),
    *[(OLD, number, "", "st") for number in (1, 21, 101)],
    *[(OLD, number, "", "th") for number in (4, 11, 12, 13, 20, 111)],
    (LAST_TWO, 1, "", "!"),
    (LAST_TWO, 101, "", "!"),
    (LAST_TWO, 21, "", "."),
]


@pytest.mark.parametrize(("terms", "number", "gender", "suffix"), ORDINALS)
def test_an_ordinal_has_its_suffix(terms, number, gender, suffix):
    assert locale(terms).ordinal(number, gender) == suffix


def test_a_style_that_names_one_ordinal_names_them_all():
    own = layer('<term name="ordinal">x</term>')
    assert [locale(own, ENGLISH).ordinal(number) for number in (1, 2, 3, 4)] == ["x"] * 4


def test_words_of_ordinals_and_genders():
    found = locale(FRENCH)
    assert found.long_ordinal(1) == "premier"
    assert found.long_ordinal(1, "feminine") == "première"
    assert found.long_ordinal(2) is None
    assert (found.gender("edition"), found.gender("page"), found.gender("volume")) == ("feminine", "", "")


def test_options_and_dates_come_one_by_one():
    own = layer(more='<style-options punctuation-in-quote="true"/>')
    file = layer(
        more='<style-options punctuation-in-quote="false" limit-day-ordinals-to-day-1="true"/><date form="text"/>'
    )
    found = locale(own, file)
    assert found.option("punctuation-in-quote") == "true"
    assert found.option("limit-day-ordinals-to-day-1") == "true"
    assert found.option("other") == ""
    assert found.date("text") is not None
    assert found.date("numeric") is None


class Files:
    """A folder with the files of these locales, in which "and" is the name of the file."""

    def chain(self, tag):
        return list(dict.fromkeys([tag, "de-DE", "en-US"]))

    def find(self, tag):
        return f'<locale {XMLNS} xml:lang="{tag}"><terms><term name="and">{tag}</term></terms></locale>'


# languages of the style's own locales, language, where "and" comes from
CHAINS = [
    (["de-AT", "de", ""], "de-AT", "own de-AT"),
    (["de", ""], "de-AT", "own de"),
    ([""], "de-AT", "own "),
    (["de-CH", "fr"], "de-AT", "de-AT"),
    (["en"], "de-AT", "de-AT"),
    ([], "de-AT", "de-AT"),
    (["", "de"], "de-AT", "own de"),
]


@pytest.mark.parametrize(("own", "language", "word"), CHAINS)
def test_the_chain_of_places(made, own, language, word):
    before = "".join(
        f"<locale{f' xml:lang={tag!r}' if tag else ''}><terms><term name='and'>own {tag}</term></terms></locale>"
        for tag in own
    )
    style = Style(made.style('<text term="and"/>', before=before), Files(), language=language)
    assert style.locale.term("and") == word


# language, terms as they are printed: (layout, item, line)
PRINTED = [
    ("de-DE", '<text term="and"/>', "und"),
    ("de-AT", '<text term="and"/>', "und"),
    ("fr-FR", '<text term="in"/>', "in"),
    ("zh-CN", '<text term="et-al"/>', "等"),
    ("tlh", '<text term="and"/>', "and"),
    ("en-US", '<text term="page" form="short" plural="true"/>', "pp."),
    ("en-US", '<text term="no such term"/>', "[CSL STYLE ERROR: reference with no printed form.]"),
]


@pytest.mark.parametrize(("language", "layout", "line"), PRINTED)
def test_terms_of_the_files(made, language, layout, line):
    assert made.printed(layout, {}, language=language) == line


def test_the_language_asked_for_wins_over_that_of_the_style(made):
    xml = made.style('<text term="and"/>', options='default-locale="de-DE"')
    assert made.cited(xml, {}) == "und"
    assert made.cited(xml, {}, language="fr-FR") == "et"


def test_the_gender_of_an_ordinal_is_that_of_its_noun(made):
    own = (
        '<locale><terms><term name="edition" gender="feminine">édition</term><term name="ordinal">e</term>'
        '<term name="ordinal-01" gender-form="feminine" match="whole-number">re</term>'
        '<term name="long-ordinal-01" gender-form="feminine">première</term></terms></locale>'
    )
    layout = '<number variable="{0}" form="ordinal"/><text value=" "/><number variable="{0}" form="long-ordinal"/>'
    item = {"edition": "1", "volume": "1"}
    assert made.printed(layout.format("edition"), item, before=own) == "1re première"
    assert made.printed(layout.format("volume"), item, before=own) == "1e first"
