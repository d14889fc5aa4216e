"""Several citations, one work: what it holds, what it keeps of each, what it takes from elsewhere."""

from __future__ import annotations

from citekit.dedupe import gather_works
from citekit.model import Face, Library, Work

ZHAO = (
    "(book)[a Zhao| Lei], [lang zh-Latn-pinyin][t Jiangou Heping: Zhongguo] ([x Constructing Peace: China]), "
    "([place Beijing]: [pub Jiuzhou Chubanshe], [d 2007])"
)
TANG = (
    "(article-journal)[a Tang| Yongshen], “[lang zh-Latn-pinyin][t Zhongguo yu lianheguo weihe] "
    "([x China and UN Peacekeeping]),” [c Shijie Jingji yu Zhengzhi] ([cx World Economics]), [i 9] ([d 2002]), "
    "[pp 39–44]"
)
HU = (
    "(chapter)[a Hu| Jintao], “[t Jianchi gaige],” [eb Xinhua Yuebao she] ed., [c Shizheng Wenxian Jilan], "
    "([place Beijing]: [pub Renmin Chubanshe], [d 2009]), p. [l 890]"
)
WEN = "(chapter)[a Wen| Jiabao], “[t Tongzhou gongji],” ([d October 24, 2008=2008-10-24]), [c ibid.], pp. [pp 945–947]"
RIBAO = "“[t Guoji weihe yantaohui],” [c Renmin Ribao], [d x=2004-11-04]"
GLOSSED = "“[t Jiji de gongxian],” [c Renmin ribao] ([cx People’s Daily]), [d x=2004-10-29]"


def test_each_place_is_kept_with_its_form_and_locator(gathered):
    (work,) = gathered(ZHAO, "~Ibid., p. [l 7]", "[a Zhao], [t Jiangou Heping], p. [l 12]").works
    assert [(place.citation, place.form, place.locator) for place in work.cited] == [
        ("n1.1", "full", ""),
        ("n2.1", "ibid", "7"),
        ("n3.1", "short", "12"),
    ]
    assert "locator" not in work.fields
    assert not work.variants


def test_the_faces_of_a_title_have_their_languages(gathered):
    (work,) = gathered(ZHAO).works
    assert work.title.main == Face("Jiangou Heping: Zhongguo", "zh-Latn-pinyin")
    assert work.title.translation == Face("Constructing Peace: China", "en")
    assert work.publisher.main == Face("Jiuzhou Chubanshe", "zh-Latn-pinyin")
    assert dict(work.fields) == {"place": "Beijing", "date": "2007"}


def test_the_fullest_citation_leads_and_the_others_fill(gathered):
    poor = RIBAO.replace(", [d x=2004-11-04]", ", [d 2004]")
    rich = RIBAO.replace("“[t", "[a He| Hongze], “[t").replace(",” ", " ([x International Seminar]),” ")
    (work,) = gathered(poor, rich).works
    assert (work.author[0].family, work.fields["date"]) == ("He", "2004-11-04")
    assert work.title.translation.text == "International Seminar"
    (work,) = gathered(ZHAO.replace("[place Beijing]: ", ""), ZHAO.replace("[x Constructing Peace: China]", "")).works
    assert (work.fields["place"], work.title.translation.text) == ("Beijing", "Constructing Peace: China")


def test_a_spelling_is_kept_and_told_with_both_names(gathered):
    library = gathered(TANG, "[a Tang| Yongsheng], “[t China and UN Peacekeeping],” p. [l 44]")
    (work,) = library.works
    assert work.author[0].display == "Tang Yongshen"
    assert [(one.field, one.value, one.citations) for one in work.variants] == [("author", "Tang Yongsheng", ("n2.1",))]
    (finding,) = library.findings
    assert (finding.code, finding.citation, finding.severity) == ("DU001", "n2.1", "info")
    assert "Tang Yongsheng" in finding.message
    assert "Tang Yongshen”" in finding.message
    assert library.document.notes[1].text[slice(*finding.span)].startswith("Tang Yongsheng")


def test_a_misprinted_title_is_kept(gathered):
    (work,) = gathered(TANG, TANG.replace("lianheguo", "lienheguo")).works
    assert [(one.field, one.value) for one in work.variants] == [("title", "Zhongguo yu lienheguo weihe")]


def test_values_that_differ_are_kept_and_told(gathered):
    library = gathered(ZHAO, ZHAO.replace("[place Beijing]", "[place Shanghai]"))
    (work,) = library.works
    assert [(one.field, one.value, one.citations) for one in work.variants] == [("place", "Shanghai", ("n2.1",))]
    assert [(finding.code, finding.severity) for finding in library.findings] == [("DU002", "warning")]


def test_a_gloss_serves_all_works_of_the_document_and_no_citation(gathered):
    library = gathered(RIBAO, GLOSSED, RIBAO.replace("Guoji weihe", "Zhongguo weihe"))
    first, glossed, third = library.works
    assert first.container.translation == third.container.translation == Face("People’s Daily", "en")
    assert dict(first.inherited) == dict(third.inherited) == {"container_translation": "n2.1"}
    assert not glossed.inherited
    assert not library.citations[0].text("container_translation")


def test_bodies_and_publishers_are_glossed_too(gathered):
    first = (
        "[b Waijiaobu=Foreign Ministry], [t Zhongguo Waijiao], ([pub Shijie Zhishi] [px World Affairs Press], [d 2007])"
    )
    second = "[b Waijiaobu], [t Guanyu Weihe], ([pub Shijie Zhishi], [d 2009])"
    _, work = gathered(first, second).works
    assert work.author[0].translated == "Foreign Ministry"
    assert work.publisher.translation == Face("World Affairs Press", "en")
    assert dict(work.inherited) == {"author_translation": "n1.1", "publisher_translation": "n1.1"}


def test_glosses_that_differ_stay_and_the_first_is_inherited(gathered):
    library = gathered(GLOSSED, GLOSSED.replace("People’s", "Peple’s").replace("29", "28"), RIBAO)
    assert [work.container.translation.text for work in library.works] == [
        "People’s Daily",
        "Peple’s Daily",
        "People’s Daily",
    ]
    assert [(finding.code, finding.citation) for finding in library.findings] == [("DU003", "n2.1")]


def test_ibid_as_container_takes_the_host(gathered):
    _, work = gathered(HU, WEN).works
    assert work.container.display == "Shizheng Wenxian Jilan"
    assert (work.editor[0].literal, work.publisher.display, work.fields["place"]) == (
        "Xinhua Yuebao she",
        "Renmin Chubanshe",
        "Beijing",
    )
    assert work.fields["date"] == "2008-10-24", "a date of its own stays"
    assert dict(work.inherited) == dict.fromkeys(("container", "publisher", "editor", "place"), "n1.1")


def test_the_date_of_a_speech_gives_way_to_the_hosts(gathered):
    _, work = gathered(HU, WEN.replace("[d October 24, 2008=2008-10-24]", "[ed October 24, 2008=2008-10-24]")).works
    assert (work.fields["date"], work.fields["event_date"]) == ("2009", "2008-10-24")


def test_a_book_is_host_by_its_own_title(gathered):
    _, work = gathered(
        "(book)[e P. |Birks<] ed., [t What Are Law Schools For?] ([place Oxford]: [d 1996])",
        "~(chapter)[a P. |Goodrich<], ‘[t Of Blackstone’s Tower]’ in Birks, op. cit., n. 1, p. [l 59]",
    ).works
    assert work.container.display == "What Are Law Schools For?"
    assert (work.editor[0].family, work.fields["date"]) == ("Birks", "1996")


def test_a_container_that_is_not_found_is_no_value(gathered):
    library = gathered(WEN)
    assert not library.works[0].container
    assert [finding.code for finding in library.findings] == ["RS003"]


def test_ders_takes_the_author(gathered):
    _, work = gathered(
        "(book)[a Theodor |Geiger<], [t Vorstudien], [place Neuwied] [d 1964]",
        "~(book)[a ders.], [t Demokratie ohne Dogma], [place München] [d 1963]",
    ).works
    assert [name.display for name in work.author] == ["Theodor Geiger"]
    assert (work.key, dict(work.inherited)) == ("geiger1963demokratie", {"author": "n1.1"})


def test_an_ibid_that_found_nothing_is_no_work(gathered):
    library = gathered("~Ibid., p. [l 5]", "~[a Guo], Ibid.")
    assert library.works == ()
    assert [citation.work for citation in library.citations] == [None, None]


def test_a_short_form_whose_work_is_nowhere_is_a_work_by_what_it_says(gathered):
    library = gathered("[a Geiger] [d 1964], S. [l 65]", ZHAO, "[a Geiger] [d 1964], S. [l 70]")
    assert [work.key for work in library.works] == ["geiger1964", "zhao2007jiangou"]
    assert [place.citation for place in library.works[0].cited] == ["n1.1", "n3.1"]


def test_who_fits_two_works_that_differ_stands_alone(gathered):
    lei = "[a Zhao| Lei], “[t Zhongguo yu weihe xingdong],” [c Dangdai Shijie]"
    library = gathered(f"{lei}, [d 2005], [pp 7–9]", f"{lei}, [d 2009], [pp 3–5]", f"{lei}, [place Beijing]")
    assert len(library.works) == 3
    assert [(finding.code, finding.citation) for finding in library.findings] == [("DU004", "n3.1")]
    assert "n1.1 and n2.1" in library.findings[0].message


def test_works_of_a_loaded_library_stay(made):
    loaded = Work("zhao2007jiangou", "book", extra={"keywords": "peace"})
    library = made.paper(ZHAO)
    gathered = gather_works(Library(library.document, library.readings, (loaded,)))
    assert [work.key for work in gathered.works] == ["zhao2007jiangoub", "zhao2007jiangou"]
    assert gathered.works[1] == loaded
