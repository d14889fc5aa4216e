"""What each field of two records says for or against their being one work."""

from __future__ import annotations

import pytest

from citekit.dedupe.find import compare
from citekit.dedupe.persons import people
from citekit.dedupe.say.container import names_alike
from citekit.dedupe.say.people import persons_agree, skeleton
from citekit.dedupe.say.title import weight_of
from citekit.dedupe.say.words import numbers, places, strangers, syllables
from citekit.dedupe.wording import wording
from citekit.model import Name

PERSONS = [
    ("Zuna, R E", "Zuna, Rosemary", 1.0),
    ("Meijer, C.J.L.M.", "Meijer, C J", 1.0),
    ("Tang, Yongsheng", "Yongsheng, Tang", 1.0),
    ("Tang, Y. S.", "Tang, Yongsheng", 1.0),
    ("Mao, Tse-tung", "Mao, Zedong", 1.0),
    ("Chou, En-lai", "Zhou, Enlai", 1.0),
    ("Tchaikovsky, P.", "Chaikovskii, Pyotr", 0.9),
    ("Dostoyevsky, F. M.", "Dostoevskii, Fyodor", 0.9),
    ("Dostoevsky, Fyodor", "Достоевский, Фёдор", 0.9),
    ("Tang, Yongshen", "Tang, Yongsheng", 0.9),
    ("Parry, Dilworth H", "Dilworth, H P", 0.9),
    ("Li, Lee Mong", "Lee, M. L.", 0.9),
    ("Kossmann, Donald", "Donald, K", 0.9),
    ("Giorgi, Rossi P", "Giorgi-Rossi, P", 1.0),
    ("Smith, Robert", "Smith, Rob", 1.0),
    ("Smith, J.", "Smith, P.", 0.0),
    ("Zhang, Wei", "Zhang, Wen", 0.0),
    ("Zhang, Wei", "Zheng, Wei", 0.0),
    ("Smith, John", "Jones, Paul", 0.0),
]


def person(text):
    family, given = text.split(", ")
    return people((Name(family=family, given=given),))[0]


@pytest.mark.parametrize(("one", "other", "agreement"), PERSONS)
def test_persons(one, other, agreement):
    assert persons_agree(person(one), person(other)) == pytest.approx(agreement, abs=0.11)
    assert persons_agree(person(other), person(one)) == persons_agree(person(one), person(other))


def test_transliterations_have_one_skeleton():
    assert skeleton("tchaikovsky") == skeleton("chaikovskii") == "chaikovski"
    assert skeleton("mueller") == skeleton("muller")


CONTAINERS = [
    ("j am chem soc", "journal american chemical society", 0.9, 1.0),
    ("natl geogr", "national geographic", 0.9, 1.0),
    ("pnas", "proceedings national academy sciences", 0.9, 1.0),
    ("stoc 93", "proceedings 25th annual acm symposium theory computing", 0.5, 0.7),
    ("xinhua", "xinhua meiri dianxun", 0.5, 0.7),
    ("sigmod record", "acm sigmod record", 0.9, 1.0),
    ("cacm", "communications acm", 0.9, 1.0),
    ("tods", "acm transactions database systems", 0.9, 1.0),
    ("ieee transactions software engineering", "acm transactions software engineering methodology", 0.0, 0.8),
    ("nature", "science", 0.0, 0.4),
    ("journal finance", "journal financial economics", 0.0, 0.8),
]


@pytest.mark.parametrize(("one", "other", "least", "most"), CONTAINERS)
def test_names_of_containers(one, other, least, most):
    left, right = tuple(one.split()), tuple(other.split())
    assert least <= names_alike(left, right) <= most
    assert names_alike(left, right) == names_alike(right, left)


NUMBERS = [
    ("Lectures, Part II", "2"),
    ("Lectures, Part Two", "2"),
    ("Second World War", "2"),
    ("Quantisierung, Dritte Mitteilung", "3"),
    ("Falü zhidu (xia)", "3"),
    ("Henry V and the French", ""),
    ("Über unentscheidbare Sätze I", "1"),
    ("HPV16 and 18", "16 18"),
]


@pytest.mark.parametrize(("title", "found"), NUMBERS)
def test_what_a_title_counts(title, found):
    assert " ".join(numbers(wording(title).words)) == found


STRANGERS = [
    ("Police in Haiti", "Police in Mali", "haiti / mali"),
    ("high-level results", "high level resuls", " / "),
    ("on-line learning", "online learning", " / "),
    ("learn ing theory", "learning theory", " / "),
    ("cancer screening program", "cancer screening programs", " / "),
    ("treatment of adults", "treatment of children", "adults / children"),
    ("screening in France", "screening in rural France", " / rural"),
]


@pytest.mark.parametrize(("one", "other", "words"), STRANGERS)
def test_words_of_one_title_only(one, other, words):
    mine, theirs = strangers(wording(one).words, wording(other).words)
    assert f"{' '.join(mine)} / {' '.join(theirs)}" == words


def test_romanised_titles_are_compared_by_syllables():
    apart, joined = wording("Zhong guo yu lian he guo").words, wording("Zhongguo yu Lianheguo").words
    assert syllables(apart) == syllables(joined)
    assert strangers(syllables(apart), syllables(wording("Zhongguo yu lienheguo").words)) == ((), ())
    assert strangers(syllables(apart), syllables(wording("Zhongguo yu Meiguo").words)) != ((), ())


def test_places_in_titles():
    assert places(wording("Hu bei jing ji").words) & {"hubei"}
    assert not places(wording("A study of wheat").words)


def test_the_curve_of_titles_rises():
    weights = [weight_of(percent) for percent in range(101)]
    assert weights == sorted(weights)
    assert (weights[0], weights[100]) == (-9.0, 4.0)


CUT = "a Smith, A. ; t Peacekeeping and Police in Haiti and in …"
COLUMN = "a Smith, A. ; t Editor's Notes ; c Law Review ; d 2002"
BASE = "a Smith, A. ; t Peacekeeping and Police in Haiti ; c Law Review ; v 5 ; d 2002 ; p 1-20"
NOWHERE = "a Smith, A. ; t Peacekeeping and Police in Haiti after the War ; d 2002"
EDITORIAL = "a Smith, A. ; t Editorial ; c Law Review ; v 5 ; d 2002 ; p 1"
PAPER = "t Zhongguo de guofang ; c Renmin Ribao ; d 2000-10-17"
UNTITLED = "a Smith, A. ; c Law Review ; d 2002"

VERDICTS = [
    (BASE, f"{BASE} ; doi 10.1/a", "same", ""),
    (f"{BASE} ; doi 10.1/a", f"{BASE} ; doi 10.1/b", "look", "doi"),
    (BASE, BASE.replace("v 5", "v 6"), "look", "volume"),
    (BASE, BASE.replace("v 5", "v 2002"), "same", ""),
    (BASE, BASE.replace("Smith, A.", "<[Anonymous]>"), "same", ""),
    (BASE, BASE.replace("p 1-20", "p 90-99"), "look", "pages"),
    (BASE, BASE.replace("p 1-20", "p e20"), "same", ""),
    (BASE, BASE.replace("Haiti", "Mali"), "look", "title"),
    (BASE, BASE.replace("t Peace", "t Erratum: Peace"), "look", "title"),
    (BASE, BASE.replace("Peacekeeping", "Peacekeeping 2"), "same", ""),
    (BASE.replace("Law Review", "PNAS"), BASE.replace("Law Review", "Proc. Natl. Acad. Sci."), "same", ""),
    (f"{NOWHERE} ; c Law Review ; p 1-20", f"{NOWHERE} ; c Botany ; p S7", "look", "pages"),
    (f"{NOWHERE} ; c Cochrane Database ; p CD1", f"{NOWHERE[:-4]}2007 ; c Cochrane Database ; p CD1", "look", "date"),
    (EDITORIAL, f"{EDITORIAL} ; i 1", "same", ""),
    (EDITORIAL, EDITORIAL.replace("p 1", "p 99"), "different", "title"),
    (EDITORIAL, EDITORIAL.replace("2002", "2003"), "look", "title"),
    (BASE, BASE.replace("Haiti", "Haiti Again"), "same", ""),
    (CUT, BASE.replace("Haiti", "Haiti and in the Dominican Republic after the Cold War"), "same", ""),
    (COLUMN, COLUMN.replace("A.", "Alan"), "look", "title"),
    (f"{COLUMN} ; v 5 ; i 2", f"{COLUMN.replace('A.', 'Alan')} ; v 5 ; i 2", "same", ""),
    ("a Li, Na ; t Lun Lianheguo weihe", "a Li, Na ; t Zailun Lianheguo weihe", "different", ""),
    ("a Li, Na ; t Hunan jiniji gaige ; d 1998", "a Li, Na ; t Hunan jingji gaige ; d 1998", "look", ""),
    (
        "t Dong nan ya de guofang ; c Xinhua ; d 2001-11-16",
        "t Dongnanya de guofang ; c Xinhua ; d 2001-11-16",
        "same",
        "",
    ),
    (PAPER, PAPER.replace("10-17", "10-18"), "look", "date"),
    (PAPER, PAPER.replace("Renmin Ribao", "Xinhua"), "look", "container"),
    (PAPER, PAPER.replace("Renmin", "Remin"), "same", ""),
    ("a Smith, A. ; t Law", "a Smith, A. ; t Law", "same", ""),
    ("t Peacekeeping and Police in Haiti, a Report", "t Peacekeeping and Police in Haiti, a report", "look", ""),
    (f"{UNTITLED} ; v 5 ; p 1-20", f"{UNTITLED} ; v 5 ; p 1", "same", ""),
    (UNTITLED, UNTITLED.replace("A.", "A. B."), "look", ""),
]


@pytest.mark.parametrize(("first", "second", "verdict", "veto"), VERDICTS)
def test_verdicts(shelf, first, second, verdict, veto):
    found = compare(shelf.work(first), shelf.work(second))
    assert (found.verdict, {part.field for part in found.parts if part.veto}) == (verdict, {veto} - {""})


def test_every_part_has_a_reason(shelf):
    found = compare(shelf.work(BASE), shelf.work(BASE.replace("A.", "Alan").replace("Law Review", "Law Rev.")))
    assert {part.field for part in found.parts} == {"title", "author", "container", "date", "volume", "pages"}
    assert all(part.reason for part in found.parts)
    assert found.score == pytest.approx(sum(part.weight for part in found.parts), abs=0.01)
