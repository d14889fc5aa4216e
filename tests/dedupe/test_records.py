"""What is compared of a work: titles, names, containers, pages and identifiers evened out."""

from __future__ import annotations

import pytest

from citekit.dedupe.containers import container_keys, container_of, numbered
from citekit.dedupe.extent import date_of, number_of, pages_of
from citekit.dedupe.from_work import record
from citekit.dedupe.identifiers import isbns, plain_doi, plain_symbol, plain_url
from citekit.dedupe.persons import people
from citekit.dedupe.titles import titles_of
from citekit.dedupe.wording import head, is_recurring, is_romanised, marker, wording
from citekit.model import Face, Name, Title, Work

WORDINGS = [
    ("Management of abnormalities of the cervix. [Review] [43 refs]", "management of abnormalities of the cervix"),
    ("[A study of wheat]", "a study of wheat"),
    ("HPV testing of women: a meta-analysis (Provisional abstract)", "hpv testing of women a meta analysis"),
    ("Answering queries using views (extended abstract)", "answering queries using views"),
    ("Querying and mining data streams: extended abstract", "querying and mining data streams"),
    ("The <i>Escherichia</i> {DNA}", "the escherichia dna"),
    ("Imieli&#324;ski &amp; others", "imielinski others"),
    ("Di’er-pi", "di er pi"),
    ("(1993) Improving performance", "improving performance"),
    ("schapire (1996), experiments with boosting", "experiments with boosting"),
    ("Über Österreich", "uber osterreich"),
    ("Преступление и наказание", "prestuplenie i nakazanie"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("title", "words"), WORDINGS)
def test_titles_are_evened_out(title, words):
    assert " ".join(wording(title).words) == words


@pytest.mark.parametrize(
    ("title", "letters"),
    [
        ("Jiangou Heping: Zhongguo Waijiao", "jiangouheping"),
        ("What Is Law? An Essay", "whatislaw"),
        ("Nucleic acids; a structure", "nucleicacids"),
        ("Sino-Soviet relations", ""),
        ("A Title", ""),
    ],
)
def test_the_head_of_a_title(title, letters):
    assert head(title) == letters


@pytest.mark.parametrize(
    "title",
    [
        "Editorial",
        "Book Reviews (2)",
        "编者按",
        "Vorwort",
        "Comptes rendus",
        "12",
        "Editor's Notes",
        "Message from the Program Co-Chairs",
        "Introduction to the Special Issue",
        "Letter from the Guest Editors",
    ],
)
def test_titles_that_recur(title):
    assert is_recurring(wording(title))


@pytest.mark.parametrize(
    "title",
    ["Editorial Policy in Wartime", "Introduction to Law", "The Chairs", "Words", "Letters to a President", "乡土中国"],
)
def test_titles_that_do_not(title):
    assert not is_recurring(wording(title))


MARKERS = [
    ("Erratum: On Law", "erratum"),
    ("Correction to “On Law”", "erratum"),
    ("Erratum", "erratum"),
    ("Reply to Smith", "answer"),
    ("Comment on “On Law”", "answer"),
    ("Review of On Law", "review"),
    ("Correction facilities in France", ""),
    ("Response times of ambulances", ""),
    ("Review processes", ""),
    ("Aspirin for stroke - Reply", "answer"),
    ("Aspirin for stroke (Erratum)", "erratum"),
    ("Aspirin: a review", ""),
    ("Aspirin for stroke (Review)", ""),
    ("Aspirin for stroke: review", ""),
    ("What reviewers want of a reply", ""),
    ("", ""),
]


@pytest.mark.parametrize(("title", "what"), MARKERS)
def test_what_a_title_says_of_another(title, what):
    assert marker(title, wording(title).words) == what


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Zhongguo yu lienheguo weihe xingdong", True),
        ("Jian gou he ping", True),
        ("Weicheng", False),
        ("The me and the men", False),
        ("China and the United Nations", False),
    ],
)
def test_romanised_titles_are_told(title, told):
    assert is_romanised(wording(title).words) is told


def test_a_title_in_characters_is_read():
    told = titles_of(Title(Face("建构和平：中国外交")))
    assert (told.main.letters, told.head, told.read, told.romanised) == (
        "jiangouhepingzhongguowaijiao",
        "jiangouheping",
        True,
        True,
    )


PEOPLE = [
    ("Rakesh Agrawal, Tomasz Imieli&#324;ski, Arun Swami", "agrawal rakesh|imielinski tomasz|swami arun"),
    ("Smith J, Doe KL, Roe P", "smith j|doe k l|roe p"),
    ("a. blum, m. furst, and richard j. lipton.", "blum a|furst m|lipton richard j"),
    ("drucker, h., schapire, r., & simard, p.", "drucker h|schapire r|simard p"),
    ("Müller, H.-J.; Schmidt, K.", "muller h j|schmidt k"),
    ("yoav freund and robert e. schapire.", "freund yoav|schapire robert e"),
    ("J Shanmugasundaram, R Barr, MJ Carey, …", "shanmugasundaram j|barr r|carey m j"),
    ("P Bernstein, M Brodie, M …", "bernstein p|brodie m"),
    ("H. Berenson, P. Bernstein, et. al.", "berenson h|bernstein p"),
    ("J. Berenson et al.", "berenson j"),
    ("PB Gibbons", "gibbons p b"),
    ("Kossmann, Donald", "kossmann donald"),
    ("Lee, Mong Li; Ling, Tok Wang", "lee mong li|ling tok wang"),
    ("Agrawal, Rakesh and Swami, Arun", "agrawal rakesh|swami arun"),
    ("Rakesh Agrawal and Arun Swami", "agrawal rakesh|swami arun"),
    ("Agrawal R, Srikant R", "agrawal r|srikant r"),
    ("Food and Drug Administration", "foodanddrugadministration"),
    ("Foreign Ministry, China", "foreignministrychina"),
    ("UN Bank", "unbank"),
    ("Kearns, M.", "kearns m"),
    ("UN Security Council", "unsecuritycouncil"),
    (
        "Information Office of the State Council, People's Republic of China",
        "informationofficeofthestatecouncilpeoplesrepublicofchina",
    ),
    ("唐永胜", "tang yongsheng"),
    ("et al.", ""),
]


@pytest.mark.parametrize(("text", "persons"), PEOPLE)
def test_names_in_one_string_are_divided(text, persons):
    found = people((Name(literal=text),))
    assert "|".join(" ".join(one.words) for one in found) == persons


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (Name(family="Brule", particle="van den", given="A. J. C."), "brule a j c"),
        (Name(family="van den Brule", given="AJC"), "brule a j c"),
        (Name(family="SMITH", given="John"), "smith john"),
        (Name(family="T&uuml;rker", given="Can"), "turker can"),
        (Name(family="Chiang", given="Kai-shek"), "jiang jieshi"),
        (Name(family="Ssu-ma", given="Ch'ien"), "sima chien"),
        (Name(family="warmuth.", particle="manfred k."), "warmuth manfred k"),
        (Name(family="Lv", given="Desheng"), "lu desheng"),
    ],
)
def test_a_name_is_a_person(name, words):
    found = people((name, Name(family="others")))
    assert [" ".join(one.words) for one in found] == [words]


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("171-8", (("", 171), 178, False)),
        ("pp. 39 – 44.", (("", 39), 44, False)),
        ("S417-S429", (("s", 417), 429, False)),
        ("e12724", (("e", 12724), 12724, False)),
        ("t-20", (None, 20, True)),
        ("Suppl-29", (None, 29, True)),
        ("n.p.", (None, 0, False)),
    ],
)
def test_pages(text, pages):
    assert tuple(pages_of(text)) == pages


@pytest.mark.parametrize(
    ("text", "number"),
    [("Vol. 17:115", "17"), ("s2-42", "42"), ("第5卷", "5"), ("007", "7"), ("XXI", "xxi"), ("", "")],
)
def test_numbers(text, number):
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2004-10-29", (2004, 10, 29)),
        ("2005-21", (2005, 0, 0)),
        ("2008-04/2009-03", (2008, 4, 0)),
        ("(1994a).", (1994, 0, 0)),
        ("n.d.", (0, 0, 0)),
    ],
)
def test_dates(text, date):
    assert date_of(text) == date


DOIS = [
    ("https://doi.org/10.1000/A%281%29", "10.1000/a(1)"),
    ("doi: 10.1000/a(1).", "10.1000/a(1)"),
    ("10.1016/S0140-6736(97)11096-0", "10.1016/s0140-6736(97)11096-0"),
    (r"10.1007/978-3\_4", "10.1007/978-3_4"),
    ("10.1000/a)", "10.1000/a"),
    ("none", ""),
]


@pytest.mark.parametrize(("text", "doi"), DOIS)
def test_dois(text, doi):
    assert plain_doi(text) == doi


def test_other_identifiers():
    assert plain_url("https://www.example.org/a/#top") == plain_url("http://example.org/a") == "example.org/a"
    assert plain_symbol("S/RES/1706 (2006)") == plain_symbol("S/RES/1706") == "sres1706"
    assert isbns("978-0-226-45808-3") == isbns("0226458083") == {"022645808"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("人民日报", "Renmin Ribao"),
        ("People’s Daily", "Ren min ri bao"),
        ("Remin ribao", "人民日报"),
        ("Obstetrics & Gynecology", "Obstetrics and Gynecology"),
        ("PLoS ONE [Electronic Resource]", "PLoS ONE"),
        ("BMJ (Clinical research ed.)", "BMJ"),
        ("Journal of clinical virology : official journal of the Society", "Journal of Clinical Virology"),
    ],
)  # fmt: skip
def test_one_periodical_under_two_names(one, other):
    assert container_keys(one) & container_keys(other)


def test_two_periodicals():
    assert not container_keys("Xinhua") & container_keys("Xinhua Meiri Dianxun")


@pytest.mark.parametrize(
    ("name", "volume", "host"),
    [
        ("Machine Learning", "17", "journal"),
        ("Machine Learning", "", ""),
        ("Proc. 25th Annu. ACM Symp. Theory Comput.", "", "proceedings"),
        ("arXiv", "", "preprint"),
        ("Technical report UCSC-CRL-94-33", "", "report"),
    ],
)
def test_the_kind_of_a_container(name, volume, host):
    assert container_of((name,), "article-journal", "", volume).host == host


def test_a_volume_at_the_end_of_a_name():
    assert numbered("Machine Learning 17(2),") == ("Machine Learning", "17")
    assert numbered("2006nian: Quanqiu Zhengzhi") == ("2006nian: Quanqiu Zhengzhi", "")


def test_a_work_that_says_nothing_has_no_signature():
    assert record(Work("a", "book")).signature == 0
    assert record(Work("a", "book", fields={"date": "2002"})).signature != 0
