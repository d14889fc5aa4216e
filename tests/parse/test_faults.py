"""What a person should look at: each finding on a note that earns it, and none on a note that does not."""

from __future__ import annotations

import pytest

CLEAN = [
    "Guo Jisi, “Lianheguo de zuoyong zai jiaqiang (Role of the UN Is Strengthened),” Renmin Ribao, September 10, 1988.",
    "Zhao Lei, Jiangou Heping (Constructing Peace), (Beijing: Jiuzhou Chubanshe, 2007), p. 5.",
    "S/RES/1706, August 31, 2006.",
    "Author’s interview with a PLA senior colonel (Beijing, December 2009).",
    "Besides it, an older essay deserves to be named.",
    "Ibid., p. 5.",
    "Li Dongyan, “Lianheguo gaige,” Li Shenming ed., 2006nian: Quanqiu Zhengzhi, (Beijing: Wenxian, 2006), p. 47.",
    "",
]

# the note, the finding's code, what it points at
FOUND = [
    (
        "“Zhongguo canjia (China Joins), Jiefangjun Bao, May 31, 1997; “Woguo dashiji (Events),” X, June 3, 1997.",
        "PA002",
        "“Zhongguo canjia (China Joins)",
    ),
    (
        "Others hold it to be so, vol. 4 of the papers says no more.",
        "PA001",
        "Others hold it to be so, vol. 4 of the papers says no more.",
    ),
    (
        "Jing Chen, “Explaining the Change in China’s Attitude,” Survival, Vol. 18 (2009), p. 159.",
        "PA004",
        "Jing Chen",
    ),
    (
        "Higher Education in the Learning Society (London: HMSO, 1997) (the famous Dearing inquiry).",
        "PA006",
        "the famous Dearing inquiry",
    ),
]


@pytest.mark.parametrize("text", CLEAN)
def test_nothing_to_say(parsed, text):
    assert parsed(text).findings == ()


@pytest.mark.parametrize(("text", "code", "words"), [pytest.param(*row, id=row[1]) for row in FOUND])
def test_findings(parsed, text, code, words):
    (finding,) = [one for one in parsed(text).findings if one.code == code]
    assert finding.note == "1"
    assert finding.text == text[slice(*finding.span)] == words
    assert finding.message.endswith(".")
    assert finding.help.endswith(".")


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("“Zhongmeng weihe lianhe xunlian yuanman jieshu (Sino – Mongolian Joint Training", 79),
        ("International Strategy Review 2008), (Beijing: Shijie Zhishi Chubanshe, 2008), p. 255.", 0),
        ("See, “Wo guo juban shouqi Course Held),” Jiefangjun bao, September 21, 2010.", 25),
    ],
)
def test_a_citation_beside_lost_text(parsed, text, gap):
    library = parsed(text, gaps=(gap,), status="partial")
    (citation,) = library.citations
    assert citation.damaged
    assert [one.code for one in library.findings] == ["PA005"]


def test_a_citation_far_from_the_loss_is_whole(parsed):
    text = "Guo Jisi, “Lianheguo,” Renmin Ribao, May 3, 1988. Later words are lost, all but"
    library = parsed(text, gaps=(len(text),), status="partial")
    (citation,) = library.citations
    assert not citation.damaged
    assert library.findings == ()


def test_a_signal_without_a_citation(parsed):
    (finding,) = parsed("See the literature cited by him.").findings
    assert (finding.code, finding.text) == ("PA001", "the literature cited by him.")


PAGES = [
    "PA001",
    "PA002",
    "PA003",
    "PA004",
    "PA006",
]


@pytest.mark.parametrize("code", PAGES)
def test_the_page_of_a_finding_shows_a_note_that_earns_it_and_one_that_does_not(parsed, root, code):
    page = (root / "citekit" / "data" / "findings" / f"{code}.md").read_text(encoding="utf-8")
    bad, good = (" ".join(part.split()) for part in page.split("Bad:")[1].split("Good:"))
    assert code in [finding.code for finding in parsed(bad).findings]
    assert code not in [finding.code for finding in parsed(good).findings]
