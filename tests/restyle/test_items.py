"""Works as the items that a style is given: what is put so that good styles print it as scholars would."""

from __future__ import annotations

import pytest

from citekit.model import Document, Face, Library, Name, Title, Work
from citekit.restyle.citations import work_citations
from citekit.restyle.desk import entries
from citekit.restyle.items import style_item
from citekit.restyle.manners import manners_of
from citekit.style.node import text
from citekit.style.output.markdown import write_entry

CHICAGO = "chicago-notes-bibliography-17th-edition"
GBT = "china-national-standard-gb-t-7714-2015-numeric"


HU, JILAN, RENMIN = "Hu Jintao", "Shizheng Wenxian Jilan", "Renmin Chubanshe"
DOCUMENT = Document("refs.bib", "")


def titled(main, translation=""):
    return Title(Face(main, "zh-Latn-pinyin"), translation=Face(translation, "en") if translation else None)


RESOLUTION = Work("r", "un-document", fields={"document_symbol": "S/RES/1706", "date": "2006-08-31"})
MAGAZINE = Work(
    "m",
    "article-magazine",
    titled("Guoji fengyun"),
    Title(Face("Liaowang")),
    author=(Name("Qian", "Wenrong", order="family-first"),),
    fields={"issue": "51", "date": "1988"},
)
SPEECH = Work(
    "s",
    "speech",
    titled("Jianchi gaige kaifang"),
    Title(Face("Shizheng Wenxian Jilan")),
    Title(Face("Renmin Chubanshe")),
    author=(Name("Hu", "Jintao", order="family-first"),),
    fields={"place": "Beijing", "date": "2009", "event_date": "2008-04-12"},
)
GAZETTE = Work(
    "g",
    "speech",
    titled("Jianghua"),
    Title(Face("Guowuyuan Gongbao")),
    author=(Name("Jiang", "Zemin", order="family-first"),),
    fields={"issue": "32", "date": "2000"},
)
INTERVIEW = Work(
    "i",
    "interview",
    author=(Name(literal="a PLA senior colonel", order="literal"),),
    fields={"date": "2009-12", "event_place": "Beijing"},
)
RELEASE = Work(
    "p",
    "press-release",
    Title(Face("Secretary-General Appoints", "en")),
    fields={"document_symbol": "SG/A/1089", "date": "2007-08-28"},
)
LIST = Work("l", "other", Title(Face("Member States in the UNSAS", "en")), fields={"date": "2005-04-15"})


@pytest.mark.parametrize(
    ("work", "style", "note"),
    [
        (RESOLUTION, CHICAGO, "S/RES/1706, August 31, 2006."),
        (RESOLUTION, "oscola", "S/RES/1706 (31 August 2006)."),
        (RESOLUTION, "apa", "(S/RES/1706, 2006)"),
        (RESOLUTION, "modern-language-association", "(S/RES/1706)"),
        (MAGAZINE, CHICAGO, "Qian Wenrong, “Guoji fengyun,” Liaowang, no. 51 (1988)."),
        (SPEECH, CHICAGO, f"{HU}, “Jianchi gaige kaifang,” in {JILAN}, April 12, 2008 (Beijing: {RENMIN}, 2009)."),
        (SPEECH, "oscola", f"{HU}, ‘Jianchi gaige kaifang’ {JILAN} ({RENMIN} 2009)."),
        (GAZETTE, CHICAGO, "Jiang Zemin, “Jianghua,” Guowuyuan Gongbao, no. 32 (2000)."),
        (INTERVIEW, CHICAGO, "a PLA senior colonel, interview, December 2009."),
        (INTERVIEW, "oscola", "Interview with a PLA senior colonel (December 2009)."),
        (RELEASE, CHICAGO, "“Secretary-General Appoints,” SG/A/1089, August 28, 2007."),
        (RELEASE, "oscola", "‘Secretary-General Appoints’ (2007) SG/A/1089."),
        (LIST, CHICAGO, "“Member States in the UNSAS,” April 15, 2005."),
        (LIST, "oscola", "‘Member States in the UNSAS’ (2005)."),
    ],
)
def test_a_work_is_cited_as_scholars_cite_it(desk_of, work, style, note):
    library = Library(document=DOCUMENT, works=(work,))
    ((_, tree),) = work_citations(desk_of(library, style))
    assert text(tree) == note


def test_a_symbol_stands_upright(desk_of):
    ((_, tree),) = work_citations(desk_of(Library(document=DOCUMENT, works=(RESOLUTION,)), "oscola"))
    assert write_entry(tree) == "S/RES/1706 (31 August 2006)."


@pytest.mark.parametrize(
    ("work", "style", "entry"),
    [
        (RESOLUTION, "apa", "S/RES/1706, August 31, 2006."),
        (RESOLUTION, GBT, "[1]S/RES/1706[A]. 2006."),
        (SPEECH, GBT, "[1]HU J. Jianchi gaige kaifang[M]//Shizheng Wenxian Jilan. Beijing: Renmin Chubanshe, 2009."),
        (INTERVIEW, "modern-language-association", "A PLA senior colonel. Interview. Dec. 2009."),
        (INTERVIEW, GBT, "[1]A PLA SENIOR COLONEL. 访谈[Z]. 2009."),
        (LIST, "apa", "Member States in the UNSAS. (2005, April 15)."),
    ],
)
def test_a_work_is_listed_as_scholars_list_it(desk_of, work, style, entry):
    found, findings = entries(desk_of(Library(document=DOCUMENT, works=(work,)), style))
    assert ([text(each.tree) for each in found], findings) == ([entry], [])


@pytest.mark.parametrize(("work", "style"), [(INTERVIEW, CHICAGO), (INTERVIEW, "apa"), (LIST, CHICAGO)])
def test_a_work_that_a_style_does_not_list_is_a_finding(desk_of, work, style):
    found, (finding,) = entries(desk_of(Library(document=DOCUMENT, works=(work,)), style))
    assert (found, finding.code, finding.severity) == ([], "ST002", "info")


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Jiangou Heping: Zhongguo dui Lianheguo", "Jiangou Heping"),
        ("Jiangou Heping", None),
        ("II: The Return", None),
        ("10:30 to Turin", None),
    ],
)
def test_a_title_is_repeated_without_its_subtitle(title, short):
    assert style_item(Work("z", "book", Title(Face(title)))).get("title-short") == short


def test_a_short_title_that_is_known_stays():
    work = Work("z", "book", Title(Face("Jiangou Heping: Zhongguo")), fields={"title_short": "Jiangou"})
    assert style_item(work)["title-short"] == "Jiangou"


@pytest.mark.parametrize(
    ("style", "interview", "unsorted"),
    [
        (CHICAGO, {"genre": "interview"}, "document"),
        ("oscola", {}, "report"),
        ("apa", {}, "document"),
        ("modern-language-association", {"genre": "interview"}, "document"),
        (GBT, {"title": "访谈"}, "document"),
    ],
)
def test_a_style_is_tried_for_what_fits_no_pattern(style_of, style, interview, unsorted):
    manners = manners_of(style_of(style), ["interview", "other"])
    assert (manners.interview, manners.unsorted) == (interview, unsorted)
