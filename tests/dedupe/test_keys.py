"""Citation keys: what they look like, and the pattern they come from."""

from __future__ import annotations

import re

import pytest

from citekit.dedupe.keys import DEFAULT_PATTERN, parse_pattern, with_keys
from citekit.errors import CitekitError
from citekit.model import Face, Name, Title, Work


def work(author="", title="", container="", date="", *, symbol="", kind="book", translation=""):
    names = []
    for name in filter(None, author.split("; ")):
        family, comma, given = name.partition(", ")
        names.append(Name(family=family, given=given) if comma else Name(literal=name))

    def faces(main, other=""):
        return Title(main=Face(main) if main else None, translation=Face(other) if other else None)

    fields = {"date": date, "document_symbol": symbol}
    return Work(
        key="",
        type=kind,
        title=faces(title, translation),
        container=faces(container),
        author=tuple(names),
        fields={name: value for name, value in fields.items() if value},
    )


KEYS = [
    (work("Zhao, Lei", "Jiangou Heping: Zhongguo", date="2007"), "zhao2007jiangou"),
    (work("Stähle, Stefan", "China’s Shifting Attitude", date="2008-09"), "stahle2008china"),
    (work("Głuchowski, Jan", "Prawo dewizowe", date="2010"), "gluchowski2010prawo"),
    (work("Великая, Анна", "О языке права", date="1999"), "velikaya1999yazyke"),
    (work("Le Brun, Marlene", "The Quiet Revolution", date="1994"), "lebrun1994quiet"),
    (work("Lévi, Paul", "L’État et le droit", date="1962"), "levi1962etat"),
    (work("Yamashita, Hikaru", "‘Takokusekigun’ to heiwa", date="2007-12"), "yamashita2007takokusekigun"),
    (work("Geiger, Theodor", "Über das Recht", date="1964"), "geiger1964recht"),
    # numbers and years in a title are passed over, a title of nothing else is taken as it is
    (work("", "2008nian zhongguo de guofang", "Renmin Ribao", "2009-01-21"), "renminribao2009zhongguo"),
    (work("Orwell, George", "1984", date="1949"), "orwell19491984"),
    (work("", "21 shiji de weihe", "Renmin Ribao", "2000-08-17"), "renminribao2000shiji"),
    # bodies, unsigned works, nothing but a title
    (work("United Nations Department of Peacekeeping", "Mission Summary", date="2009"), "unitednations2009mission"),
    (work("", "Di’erpi weihe guanbing", "Renmin Gong’an Bao", "2003-12-06"), "renmingongan2003dierpi"),
    (work("", "Member States in the UNSAS", date="2005-04-15"), "memberstates2005"),
    # symbols, interviews, characters read where nothing is romanised, Japanese that is not, nothing at all
    (work(symbol="S/RES/1706", date="2006-08-31"), "sres1706"),
    (work("", "Secretary-General Appoints", symbol="SG/A/1089", date="2007"), "sga1089"),
    (work("A military officer of the Ministry", date="2008-04", kind="interview"), "militaryofficer2008interview"),
    (work("赵, 磊", "建构和平", date="2007", translation="Constructing Peace"), "zhao2007constructing"),
    (work("赵, 磊", "建构和平", date="2007"), "zhao2007jiangou"),
    (work("曾, 国藩", "重庆的历史", date="1998"), "zeng1998chongqing"),
    (work("", "社论", "人民日报", "1950-10-01"), "renmin1950shelun"),
    (work("山下, 光", "「多国籍軍」と平和", date="2007"), "book2007"),
    (work("Geiger, Theodor", date="1964"), "geiger1964"),
    (work(kind="archival"), "archival"),
]


@pytest.mark.parametrize(("one", "key"), KEYS)
def test_a_key(one, key):
    assert with_keys([one])[0].key == key


def test_no_two_keys_are_alike():
    one = work("Zhao, Lei", "Jiangou Heping", date="2007")
    keys = [made.key for made in with_keys([one] * 54, taken=frozenset({"ZHAO2007JIANGOUc"}))]
    assert keys[:4] == ["zhao2007jiangou", "zhao2007jiangoub", "zhao2007jiangoud", "zhao2007jiangoue"]
    assert keys[25:28] == ["zhao2007jiangouaa", "zhao2007jiangouab", "zhao2007jiangouac"]
    assert len(set(keys)) == 54


def test_a_letter_makes_way_for_a_key_that_ends_in_it():
    works = [work("Zhao, Lei", date="2007"), work("Zhao, Lei", date="2007"), work("Zhao, Lei", "B", date="2007")]
    assert [made.key for made in with_keys(works)] == ["zhao2007", "zhao2007b", "zhao2007bb"]


PATTERNS = [
    ("{author}{year}", "zhao2007"),
    ("{author}_{year}_{title}", "zhao_2007_jiangou"),
    ("{authors}:{title:3}", "zhaoqianyan:jiangouhepingzhongguo"),
    ("{authors:1}{year}", "zhaoetal2007"),
    ("{type}/{container}-{n}", "book/renminchubanshe-1"),
    ("ref{n}", "ref1"),
    ("{symbol}", "book"),
]


@pytest.mark.parametrize(("pattern", "key"), PATTERNS)
def test_a_pattern(pattern, key):
    one = work("Zhao, Lei; Qian, Wenrong; Yan, Xuetong", "Jiangou Heping: Zhongguo", "Renmin Chubanshe", "2007")
    assert with_keys([one], pattern)[0].key == key


WRONG = [
    ("", "names no part"),
    ("ref", "names no part"),
    ("{auther}", "unknown part {auther}"),
    ("{author", "“{” at character 1"),
    ("{author} {year}", "“ ” at character 9"),
    ("[auth][year]", "“[” at character 1"),
    ("{year:2}", "counts {year}"),
    ("{Author}", "“{” at character 1"),
    ("{title:0}", "“{” at character 1"),
]


@pytest.mark.parametrize(("pattern", "why"), WRONG)
def test_a_wrong_pattern_is_said_in_a_sentence(pattern, why):
    with pytest.raises(CitekitError, match=re.escape(why)) as caught:
        parse_pattern(pattern)
    assert "{author}" in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_wrong_pattern_stops_before_anything_is_gathered(gathered):
    with pytest.raises(CitekitError):
        gathered(pattern="{nonsense}")


def test_the_default_pattern_is_one():
    assert [token.part for token in parse_pattern(DEFAULT_PATTERN)] == ["author", "year", "title"]
