"""One table a rule: notes as they are printed, the last citation, what it points back to and how."""

from __future__ import annotations

import pytest

from citekit.resolve import resolve

ZHAO = (
    "(book)[a Zhao| Lei], [t Jiangou Heping: Zhongguo dui Lianheguo Waijiao] ([x Constructing Peace: China’s "
    "Diplomacy]), ([place Beijing]: [pub Jiuzhou Chubanshe], [d 2007])"
)
GUO = (
    "(article-newspaper)[a Guo| Jisi], “[t Lianheguo de zuoyong] ([x Role of the UN]),” [c Renmin Ribao], "
    "[d September 10, 1988=1988-09-10]"
)
NEWS = (
    "(article-newspaper)“[t Wo jun shouci kaimu] ([x First PLA Work Conference Opens]),” [c Jiefangjun Bao], "
    "[d June 19, 2007=2007-06-19]"
)
TANG = (
    "(article-journal)[a Tang| Yongshen], “[t Zhongguo yu lienheguo weihe xingdong] ([x China and UN Peacekeeping "
    "Operations]),” [c Shijie Jingji yu Zhengzhi] ([cx World Economics and Politics]), No. [i 9] ([d 2002]), "
    "pp. [pp 39–44]"
)
SAME_DAY = "[c Jiefangjun Bao], [d June 19, 2007=2007-06-19]"
OPENS = "“[t First PLA Work Conference Opens],” "
WHEELER = "(chapter)[a S. |Wheeler<], ‘[t Company Law]’"
HU = (
    "(chapter)[a Hu| Jintao], “[t Jianchi gaige],” [eb Xinhua Yuebao she] ed., [c Shizheng Wenxian Jilan], "
    "([place Beijing]: [pub Renmin Chubanshe], [d 2009]), p. [l 890]"
)
WEN = (
    "(chapter)[a Wen| Jiabao], “[t Tongzhou gongji, huli gongying],” ([ed October 24, 2008=2008-10-24]), "
    "[c ibid.], pp. [pp 945–947]"
)
YONGSHENG = "[a Tang| Yongsheng], “[t China and UN Peacekeeping Operations],” p. [l 44]"
MEANWHILE = "~[a Zhao], supra note 1 ;; [a Zhao| Lei], [t Yanjiu], 2009"
BODY = "[b ACLEC], [t First Report] ([d 1996])"
INQUIRY = "[b Committee of Inquiry], [t The Learning Society] ([d 1997]) (the Dearing report)"
BRADNEY = "~(chapter)[a A. |Bradney<], ‘[t Legal Education]’, ibid., p. [l 30]"
THOMAS = (
    "(chapter)[a P.A. |Thomas<], ‘[t Introduction]’ in [c Socio-Legal Studies], ed. [e P.A. |Thomas<] ([d 1997]) [l 19]"
)
LEAVIS = "(book)[a F.R. |Leavis<], [t Education and the University] ([d 1948]) [l 28]"
GEIGER = "(book)[a Theodor |Geiger<], [t Vorstudien zu einer Soziologie des Rechts], [place Neuwied] [d 1964], S. [l 7]"
GEIGER_2 = "(book)[a Theodor |Geiger<], [t Demokratie ohne Dogma], [place München] [d 1963]"
STATUTE = (
    "(treaty)[t Rome Statute of the International Criminal Court], [d July 17, 1998=1998-07-17] "
    "(hereinafter Rome Statute)"
)
SYMBOL = "(un-document)“[t Sudan],” [s S/RES/1706], [d August 31, 2006=2006-08-31]"

TABLE = [
    # ibid.: the citation just before
    (("~Ibid., p. [l 5]",), ZHAO, "n1.1", "ibid"),
    (("~Id.",), STATUTE, "n1.1", "ibid"),
    (("~Ebd., S. [l 12]",), GEIGER, "n1.1", "ibid"),
    (("~Ebenda, S. 138-186",), GEIGER, "n1.1", "ibid"),
    (("~同上书,第[l 5]页",), ZHAO, "n1.1", "ibid"),
    (("~同前,第[l 5]页",), ZHAO, "n1.1", "ibid"),
    (("同書、[l 12]頁",), ZHAO, "n1.1", "ibid"),
    (("Там же. С. [l 5]",), ZHAO, "n1.1", "ibid"),
    (("Tamże, s. [l 5]",), ZHAO, "n1.1", "ibid"),
    (("~Ibid.", "~Ibid., p. [l 9]"), ZHAO, "n1.1", "ibid"),
    ((f"{GUO} ;; ~ibid., p. [l 2]",), ZHAO, "n2.1", "ibid"),
    (("~Loc. cit.",), ZHAO, "n1.1", "ibid"),
    (("~Op. cit., p. [l 7]",), ZHAO, "n1.1", "op-cit"),
    (("--My thanks to the archivists.", "~Ibid., p. [l 5]"), ZHAO, "n1.1", "ibid"),
    # a name and ibid.: that author's latest work, several notes back if need be
    ((NEWS, "~[a Guo], Ibid."), GUO, "n1.1", "author-ibid"),
    ((NEWS, "~Guo, Ibid."), GUO, "n1.1", "author-ibid"),
    ((f"{NEWS} ;; {ZHAO}", "~[b ACLEC], id., para [l 4]"), f"{ZHAO} ;; {BODY}", "n1.2", "author-ibid"),
    # op. cit. and its kin
    ((NEWS, "~[a Leavis], op. cit., p. [l 120]"), LEAVIS, "n1.1", "op-cit"),
    ((NEWS, "~Leavis, op cit, p. [l 120]"), LEAVIS, "n1.1", "op-cit"),
    ((NEWS, "~[a Geiger], a. a. O., S. [l 70]"), GEIGER, "n1.1", "op-cit"),
    ((NEWS, "~[a Geiger], aaO, S. [l 70]"), GEIGER, "n1.1", "op-cit"),
    ((GEIGER_2, "~[a Geiger], [t Demokratie], a.a.O., S. [l 70]"), GEIGER, "n2.1", "op-cit"),
    ((GEIGER_2, "~[a Geiger], [t Vorstudien], a.a.O., S. [l 70]"), GEIGER, "n1.1", "op-cit"),
    (("~ders., a.a.O., S. [l 70]",), GEIGER, "n1.1", "op-cit"),
    ((NEWS, "~[a Zhao], 前引书,第[l 5]页"), ZHAO, "n1.1", "op-cit"),
    ((NEWS, "~[a Zhao]、前掲書、[l 12]頁"), ZHAO, "n1.1", "op-cit"),
    ((NEWS, "~[t Jiangou Heping], op. cit., p. [l 70]"), ZHAO, "n1.1", "titled-back"),
    ((NEWS, "~[a Leavsi], op. cit., p. [l 120]"), LEAVIS, "n1.1", "op-cit"),
    # a note number
    ((NEWS, "~[a Leavis], op. cit., n. 1, p. [l 120]"), LEAVIS, "n1.1", "note-number"),
    ((NEWS, "~Leavis, supra note 1, at [l 12]"), LEAVIS, "n1.1", "note-number"),
    ((NEWS, "~Note 1 above"), LEAVIS, "n1.1", "note-number"),
    ((NEWS, "~LEAVIS, note 1 above, [l 179-207]"), LEAVIS, "n1.1", "note-number"),
    ((NEWS, "[a Leavis] (n 1) [l 45]"), LEAVIS, "n1.1", "note-number"),
    ((NEWS, "[a Geiger] (FN 1), S. [l 45]"), GEIGER, "n1.1", "note-number"),
    ((NEWS, "~[a Geiger], [t Vorstudien], wie Anm. 1, S. [l 45]"), GEIGER, "n1.1", "note-number"),
    ((NEWS, "~[a Geiger], oben Fn. 1, S. [l 45]"), GEIGER, "n1.1", "note-number"),
    ((NEWS, "~前引注1,第[l 5]页"), ZHAO, "n1.1", "note-number"),
    ((NEWS, "~前引①,第[l 5]页"), ZHAO, "n1.1", "note-number"),
    ((NEWS, "~见注1"), ZHAO, "n1.1", "note-number"),
    ((NEWS, "~同前注1,第[l 5]页"), ZHAO, "n1.1", "note-number"),
    ((NEWS, "~前掲注(1)、[l 12]頁"), ZHAO, "n1.1", "note-number"),
    ((NEWS, "~Rome Statute, supra note 1, Art. [l 22]"), f"{STATUTE} ;; {ZHAO}", "n1.1", "note-number"),
    ((NEWS, "~[a Zhao], supra note 1, at [l 22]"), f"{STATUTE} ;; {ZHAO}", "n1.2", "note-number"),
    ((NEWS, "~[a Dearing], op. cit., n. 1, para. [l 9]"), f"{ZHAO} ;; {INQUIRY}", "n1.2", "note-number"),
    ((NEWS, "~LEAVIS [EDUCATION AND THE UNIVERSITY], supra note 1"), f"{ZHAO} ;; {LEAVIS}", "n1.2", "note-number"),
    ((MEANWHILE, "~[a Zhao], supra note 2"), ZHAO, "n2.2", "note-number"),
    (("~[a Dearing], ibid., para. [l 9]",), INQUIRY, "n1.1", "ibid"),
    ((NEWS, "~[b Leavis (n. 1)], chapter 2"), LEAVIS, "n1.1", "note-number"),
    ((NEWS, "~[b Understandings], supra note 1, annex III"), STATUTE, "n1.1", "note-number"),
    ((NEWS, "~[a Zhao], supra note 2, at [l 22]"), ZHAO, "n1.1", "note-number"),
    # the translated title alone
    ((NEWS, "“[t Constructing Peace: China’s Diplomacy],” p. [l 44]"), ZHAO, "n1.1", "translated-title"),
    ((NEWS, YONGSHENG), TANG, "n1.1", "translated-title"),
    ((ZHAO, OPENS + SAME_DAY), NEWS, "n1.1", "translated-title"),
    ((ZHAO, "“[t Wo jun shouci kaimu],” " + SAME_DAY), NEWS, "n1.1", "same-title"),
    # the title before its colon, or some of its words after the author
    ((NEWS, "“[t Constructing Peace],” p. [l 44]"), ZHAO, "n1.1", "title-head"),
    ((NEWS, "[a Zhao], [t Jiangou Heping], p. [l 12]"), ZHAO, "n1.1", "title-head"),
    ((NEWS, "[a Leavis], [t Education], p. [l 12]"), LEAVIS, "n1.1", "short-title"),
    ((NEWS, "[a Geiger], [t Soziologie des Rechts], S. [l 12]"), GEIGER, "n1.1", "short-title"),
    ((NEWS, "[a Zhao], [t Jiangou Heping], [d 2007], p. [l 12]"), ZHAO, "n1.1", "title-head"),
    ((NEWS, "(treaty)[t Rome Statute], Art. [l 12]"), STATUTE, "n1.1", "short-title"),
    # newspaper and day, document symbol
    ((ZHAO, "[c Jiefangjun bao], [d June 19, 2007=2007-06-19]"), NEWS, "n1.1", "newspaper-and-date"),
    ((ZHAO, "[c Shijie Jingji yu Zhengzhi], No. [i 9] ([d 2002]), p. [l 40]"), TANG, "n1.1", "newspaper-and-date"),
    ((ZHAO, "[s S/RES/1706], para. [l 8]"), SYMBOL, "n1.1", "document-symbol"),
    # the family name with year or page
    ((GEIGER_2, "[a Geiger] [d 1964], S. [l 65]"), GEIGER, "n1.1", "surname-year"),
    ((NEWS, "[a Geiger], S. [l 65]"), GEIGER, "n1.1", "surname-page"),
    ((NEWS, "[a Zhao], p. [l 12]", "~Ibid., p. [l 13]"), ZHAO, "n1.1", "ibid"),
]  # fmt: skip


@pytest.mark.parametrize(("later", "first", "target", "how"), TABLE)
def test_it_points_back(resolved, later, first, target, how):
    citations, findings = resolved(first, *later)
    last = list(citations.values())[-1]
    assert last.reference, findings
    assert (last.reference.target, last.reference.how) == (target, how)
    assert last.form == ("short" if how in SHORT else "ibid")
    assert target in last.reference.reason


SHORT = {
    "translated-title", "same-title", "title-head", "short-title", "newspaper-and-date", "document-symbol",
    "surname-year", "surname-page",
}  # fmt: skip

HOSTS = [
    (WEN, (HU,), "n1.1"),
    (f"~{WHEELER} in Thomas, op. cit., n. 1, at p. [l 285]", (THOMAS, NEWS), "n1.1"),
    (f"~{WHEELER} in [e Thomas], op. cit., at p. [l 285]", (THOMAS, NEWS), "n1.1"),
    (f"~{WHEELER}, ibid., at p. [l 285]", (THOMAS,), "n1.1"),
    (f"~{WHEELER}, in: ebd., S. [l 285]", (f"{ZHAO} ;; {THOMAS}",), "n1.2"),
    (f"~{WHEELER}, ibid., at p. [l 285]", (THOMAS, BRADNEY), "n1.1"),
]  # fmt: skip


@pytest.mark.parametrize(("last", "earlier", "target"), HOSTS)
def test_only_the_container_points_back(resolved, last, earlier, target):
    citations, findings = resolved(*earlier, last)
    hosted = list(citations.values())[-1]
    assert hosted.container_reference, findings
    assert (hosted.container_reference.target, hosted.container_reference.how) == (target, "host")
    assert (hosted.reference, hosted.form) == (None, "full")


@pytest.mark.parametrize("word", ["ders.", "Ders.", "dies.", "idem", "Id.", "eadem"])
def test_the_author_alone_points_back(resolved, word):
    citations, _ = resolved(GEIGER, f"~{word}, [t Demokratie ohne Dogma], [place München] [d 1963]")
    other = citations["n2.1"]
    assert other.author_reference
    assert (other.author_reference.target, other.reference, other.form) == ("n1.1", None, "full")


REFUSED = [
    ("RS001", (f"{ZHAO} ;; {GUO}", "~Ibid., p. [l 5]")),
    ("RS002", (ZHAO, None, "~Ibid., p. [l 5]")),
    ("RS002", (f"{ZHAO}<cut>", "~Ibid., p. [l 5]")),
    ("RS002", (ZHAO, None, "--I owe this to a colleague.", "~Ibid., p. [l 5]")),
    ("RS003", ("~Ibid., p. [l 5]",)),
    ("RS003", (ZHAO, NEWS, "~[a Leavis], op. cit., p. [l 120]")),
    ("RS003", (GEIGER, NEWS, "~[a Geiger], [t Recht und Moral], a.a.O., S. [l 12]")),
    ("RS003", (ZHAO, "[a Geiger] [d 1964], S. [l 65]")),
    ("RS003", (ZHAO, "[a Leavis], p. [l 65]")),
    ("RS004", (GEIGER, GEIGER_2, "~[a Geiger], a.a.O., S. [l 70]")),
    ("RS004", (GEIGER, GEIGER_2, "[a Geiger], S. [l 70]")),
    ("RS004", (f"{ZHAO} ;; {GUO}", NEWS, "~Note 1 above")),
    ("RS004", (NEWS, "(article-newspaper)“[t Jiji de gongxian],” " + SAME_DAY, SAME_DAY)),
    ("RS006", (ZHAO, None, NEWS, "~[a Zhao], op. cit., n. 2, p. [l 5]")),
    ("RS006", (ZHAO, "--I owe this to a colleague.", "~supra note 2, p. [l 5]")),
    ("RS007", (ZHAO, "~infra note 7")),
    ("RS007", (ZHAO, "~[a Zhao], supra note 9")),
    ("RS008", (f"{ZHAO} ;; {GUO}", NEWS, "~[a Leavis], supra note 1")),
]  # fmt: skip


@pytest.mark.parametrize(("code", "notes"), REFUSED)
def test_nothing_is_guessed(resolved, code, notes):
    citations, findings = resolved(*notes)
    last = list(citations.values())[-1]
    assert (last.reference, last.container_reference) == (None, None)
    assert findings[last.key] == code
    assert last.form != "full"


def test_a_refusal_names_the_candidates(made):
    found = resolve(made.paper(f"{ZHAO} ;; {GUO}", "~Ibid., p. [l 5]")).findings
    assert [("n1.1 or n1.2" in finding.message, finding.text, finding.note) for finding in found] == [
        (True, "Ibid., p. 5", "2")
    ]


FULL = [
    # the same work in full again
    (ZHAO, f"{ZHAO}, p. [l 5]"),
    (NEWS, NEWS),
    # like titles, other works
    (NEWS, NEWS.replace("Jiefangjun Bao", "Xinhua").replace("19", "18")),
    (NEWS, "“[t First PLA Work Conference Opens],” [c Xinhua], [d June 18, 2007=2007-06-18]"),
    (TANG, "[a Hu| Angang], “[t China and UN Peacekeeping Operations],” p. [l 44]"),
    (TANG, "[a Tang| Yongshen], “[t China and UN Peacekeeping Operations],” [c China Quarterly], p. [l 44]"),
    (THOMAS, "[a A. |Bradney<], ‘[t Introduction]’, p. [l 3]"),
    (THOMAS, "‘[t Introduction]’, p. [l 3]"),
    # the later one says more
    ("[a Zhao| Lei], [t Jiangou Heping]", ZHAO),
    (OPENS + "[d June 19, 2007=2007-06-19]", OPENS + "[c Jiefangjun Bao]"),
    # no short forms: an interview, a paper of another day, a body's document, a footnote on a page cited
    (ZHAO, "(interview)[b a PLA senior colonel], Beijing, [d December 2009=2009-12]"),
    (NEWS, "[c Jiefangjun Bao], [d June 20, 2007=2007-06-20]"),
    (SYMBOL, "(un-document)[s S/PV.4043], [d September 11, 1999=1999-09-11]"),
    (GEIGER, "[a Erhard |Blankenburg<], [t Der lange Weg], [place Köln] [d 1972], S. [l 89] (Fn. 1)"),
    # a damaged citation is never short for another
    (NEWS, "#“[t First PLA Work Conference Opens],” "),
    # a word of a title points nowhere
    (ZHAO, "(article-journal)“[t Infra and Supra: Above the State],” [c Leviathan], [d 1999]"),
    (ZHAO, "~(article-journal)“[t Ibid.: A Life],” [c Leviathan], [d 1999]"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), FULL)
def test_what_is_full_stays_full(resolved, first, second):
    citations, findings = resolved(first, second)
    assert citations["n2.1"].form == "full"
    assert not citations["n2.1"].reference
    assert not findings


def test_lost_notes_between_make_it_probable_and_are_named(made):
    library = resolve(made.paper(GUO, None, None, "~[a Guo], op. cit., p. [l 2]"))
    last = library.citations[-1]
    assert (last.reference.target, last.reference.certainty) == ("n1.1", "probable")
    assert [(finding.code, finding.severity) for finding in library.findings] == [("RS005", "info")]
    assert "2, 3" in library.findings[0].message


@pytest.mark.parametrize(
    ("notes", "target"),
    [
        ((f"{ZHAO}<cut>", NEWS, "~Note 1 above"), "n1.1"),
        ((ZHAO, "--I owe this to a colleague.", "~Ibid.", "~supra note 3, p. [l 2]"), "n1.1"),
        ((ZHAO, "--I owe this to a colleague.", "~Ibid.", "~Ibid., p. [l 2]"), "n1.1"),
    ],
)
def test_what_rests_on_a_doubt_is_probable(resolved, notes, target):
    citations, _ = resolved(*notes)
    last = list(citations.values())[-1].reference
    assert (last.target, last.certainty) == (target, "probable")


def test_another_spelling_of_the_container_makes_it_probable(resolved):
    citations, findings = resolved(
        NEWS.replace("Jiefangjun Bao", "Xinhua Meiri Dianxun"),
        "“[t First PLA Work Conference Opens],” [c Xinhua], [d June 19, 2007=2007-06-19]",
    )
    assert citations["n2.1"].reference.certainty == "probable"
    assert findings == {"n2.1": "RS009"}
