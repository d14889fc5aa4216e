"""Emendations made in works: what changes, what stays, and that the printed form is always there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit.model import Face, Library, Name, Title, Variant, Work
from citekit.pipeline import AS_PRINTED, STEPS, run
from citekit.read import read_text
from citekit.romanise import Authorities, Authority
from citekit.romanise.emend import Choice, find_emendations, make_emendations
from citekit.romanise.emend.decisions import Decision
from citekit.romanise.emend.make import with_listed_originals
from citekit.write import READERS, WRITERS

PAPER = """A paper.1 And another.2 And the first.3

1 Lv Desheng, “Zhongguo yu lienheguo weihe xindong (China and UN Peacekeeping Operations),” Remin Ribao (People’s
Daily), March 5, 1992.

2 Zhao Lei, “Lienheguo yu Zhongguo (The UN and China),” Remin Ribao (People’s Daily), March 6, 1992.

3 Lv Desheng, “Zhongguo yu lianheguo weihe xindong (China and UN Peacekeeping Operations),” Renmin Ribao (People’s
Daily), March 5, 1992.
"""


@pytest.fixture
def found(lexicon):
    library = run(read_text(PAPER, "paper.txt"), AS_PRINTED)
    return find_emendations(library, lambda: lexicon)


def accept(*rows):
    return Choice(frozenset(), tuple(Decision("accept", *row) for row in rows))


def test_nothing_is_made_that_is_not_chosen(found):
    made = make_emendations(found, Choice(frozenset()))
    assert made.works == found.works
    assert {one.code for one in made.emendations} == {"PY002", "PY006", "PY020", "PY023"}
    assert len(made.findings) == len(found.findings) + len(
        {(one.code, one.where, one.span) for one in made.emendations}
    )


def test_what_is_harmless_is_made_and_told_and_the_printed_form_stays(found):
    made = make_emendations(found)
    (before, after), *others = zip(found.works, made.works, strict=True)
    assert (before.author[0].family, after.author[0].family, after.author[0].given) == ("Lv", "Lü", "Desheng")
    assert Variant("author", "Lv Desheng", ("n1.1", "n3.1")) in after.variants
    assert all(one == other for one, other in others)
    told = [finding for finding in made.findings if finding.code == "PY006"]
    assert {finding.severity for finding in told} == {"info"}
    assert made.citations == found.citations


def test_one_row_changes_one_work(found):
    made = make_emendations(found, accept(("note 2", "Remin", "Renmin", "container")))
    changed = [(old, new) for old, new in zip(found.works, made.works, strict=True) if old != new]
    ((old, new),) = changed
    assert (old.container.main.text, new.container.main.text) == ("Remin Ribao", "Renmin Ribao")
    assert new.variants == (Variant("container", "Remin Ribao", ("n2.1",)),)
    assert replace(new, container=old.container, variants=old.variants) == old


def test_a_variant_that_is_the_record_now_is_a_variant_no_longer(found):
    work = found.works[0]
    assert Variant("title", "Zhongguo yu lianheguo weihe xindong", ("n3.1",)) in work.variants
    made = make_emendations(found, accept(("note 1", "lienheguo", "lianheguo")))
    assert made.works[0].title.main.text == "Zhongguo yu lianheguo weihe xindong"
    titles = [one for one in made.works[0].variants if one.field == "title"]
    assert titles == [Variant("title", "Zhongguo yu lienheguo weihe xindong", ("n1.1",))]


def test_what_the_record_has_in_another_form_is_left_and_said(found):
    made = make_emendations(found, accept(("note 3", "xindong", "xingdong")))
    assert made.works == found.works
    (told,) = [one for one in made.findings if one.note == "3" and one.code == "PY020"]
    assert told.help.startswith("accepted, but the record has this in another form")


def test_what_is_rejected_is_not_told_again(found):
    choice = Choice(decisions=(Decision("reject", "note 1", "Lv", "", "author"),))
    made = make_emendations(found, choice)
    assert made.works[0].author[0].family == "Lü"  # note 3 prints it too, and is not rejected
    both = replace(choice, decisions=(*choice.decisions, Decision("reject", "note 3", "Lv", "", "author")))
    made = make_emendations(found, both)
    assert made.works == found.works
    assert not [one for one in made.findings if one.code == "PY006"]
    assert sum(one.decision == "reject" for one in made.emendations) == 2


def test_the_printed_form_comes_back_out_of_every_format(found):
    made = make_emendations(found, accept(("note 1", "lienheguo", "lianheguo"), ("note 1", "Remin", "Renmin")))
    for form in ("bibtex", "biblatex", "biblatex-gb7714", "csl-json", "ris", "mods", "hayagriva", "zotero", "json"):
        again = READERS.get(form, READERS["bibtex"])(WRITERS[form](made), "again")
        work = next(one for one in again.works if one.key == made.works[0].key)
        assert work.title.main.text == "Zhongguo yu lianheguo weihe xindong", form
        assert {("title", "Zhongguo yu lienheguo weihe xindong"), ("container", "Remin Ribao")} <= {
            (one.field, one.value) for one in work.variants
        }, form


def test_own_json_carries_every_emendation(found):
    made = make_emendations(found)
    assert made.emendations
    assert READERS["json"](WRITERS["json"](made), "paper.txt").emendations == made.emendations


def test_characters_and_a_misprint_of_one_title_are_both_made(found):
    printed = "Lienheguo yu Zhongguo"
    choice = Choice(
        frozenset(),
        (
            Decision("accept", "note 2", "Lienheguo", "Lianheguo", "title"),
            Decision("accept", "note 2", printed, "联合国与中国", "title_original"),
        ),
    )
    (work,) = [one for one in make_emendations(found, choice).works if one.title.original]
    assert work.title.main.text == "Lianheguo yu Zhongguo"
    assert (work.title.original, work.inherited["title_original"]) == (Face("联合国与中国", "zh-Hans"), "decision")
    assert Variant("title", printed, ("n2.1",)) in work.variants


def test_a_name_that_is_turned_round_is_turned():
    work = Work("yin2000", "book", author=(Name(family="Yin", given="He", order="family-first"),))
    library = Library(run(read_text("", "l.bib"), ()).document, works=(work,))
    choice = accept(("yin2000", "Yin He", "He Yin", "author"))
    (now,) = make_emendations(library, choice).works
    assert (now.author[0].family, now.author[0].given) == ("He", "Yin")
    assert now.variants == (Variant("author", "Yin He"),)


ROWS = Authorities(
    [
        Authority("a", "newspaper", "zh", "人民日报", "Renmin Ribao"),
        Authority("b", "newspaper", "zh", "法制日报", "Fazhi Ribao"),
        Authority("c", "newspaper", "zh", "法治日报", "Fazhi Ribao"),
        Authority("d", "press", "zh", "商務印書館", "Shangwu Yinshuguan"),
        Authority("e", "person", "zh", "赵磊", "Zhao Lei"),
        Authority("f", "journal", "zh", "猜测", "Caice", confidence="low"),
        Authority("g", "press", "zh", "香港三联书店", "Xianggang Sanlian Shudian", traditional="香港三聯書店"),
        Authority("h", "journal", "ja", "国際政治", "Kokusai Seiji"),
    ]
)


@pytest.mark.parametrize(
    ("work", "field", "original"),
    [
        (Work("w", "article-newspaper", container=Title(Face("Renmin ribao"))), "container", "人民日报"),
        (Work("w", "article-newspaper", container=Title(Face("Remin Ribao"))), "container", ""),  # near is not sure
        (Work("w", "article-newspaper", container=Title(Face("Fazhi Ribao"))), "container", ""),  # two are called so
        (Work("w", "article-journal", container=Title(Face("Caice"))), "container", ""),  # of low confidence
        (Work("w", "book", title=Title(Face("Renmin Ribao"))), "title", ""),  # titles are not looked up
        (Work("w", "book", publisher=Title(Face("Renmin Ribao"))), "publisher", ""),  # a paper, not a press
        (Work("w", "book", publisher=Title(Face("Xianggang Sanlian Shudian"))), "publisher", "香港三聯書店"),
        (Work("w", "article-journal", container=Title(Face("Kokusai Seiji", "ja-Latn"))), "container", "国際政治"),
    ],
)
def test_names_get_the_characters_that_the_list_is_sure_of(work, field, original):
    library = Library(run(read_text("", "l.bib"), ()).document, works=(work,))
    now = with_listed_originals(library, ROWS)
    face = getattr(now.works[0], field).original
    assert (face.text if face else "") == original
    assert now.works[0].inherited == ({f"{field}_original": "authority-list"} if original else {})
    assert [one.new for one in now.emendations] == [original][: bool(original)]
    if field == "container" and original == "国際政治":
        assert face.language == "ja"


def test_persons_come_from_lists_of_ones_own_alone():
    work = Work("w", "book", author=(Name(family="Zhao", given="Lei", order="family-first"),))
    library = Library(run(read_text("", "l.bib"), ()).document, works=(work,))
    assert with_listed_originals(library, ROWS).works[0].author[0].original == "赵磊"
    assert with_listed_originals(library).works[0].author[0].original == ""


def test_an_original_that_is_there_stays():
    title = Title(Face("Renmin Ribao"), Face("人民日報", "zh-Hant"))
    library = Library(
        run(read_text("", "l.bib"), ()).document, works=(Work("w", "article-newspaper", container=title),)
    )
    assert with_listed_originals(library, ROWS) == library


def test_the_whole_order_finds_and_makes(lexicon):
    library = run(read_text(PAPER, "paper.txt"), STEPS)
    assert library.works[0].author[0].family == "Lü"
    assert lexicon
    assert {"PY002", "PY006", "PY023"} <= {one.code for one in library.findings}


def test_a_paper_without_romanised_strings_asks_for_no_word_list():
    def refuse():
        raise AssertionError

    text = "A paper.1\n\n1 Wei Heping, Chinese Peacekeeping Troops (Beijing: China Intercontinental Press, 2011).\n"
    library = run(read_text(text.replace("Wei Heping", "John Smith"), "paper.txt"))
    assert find_emendations(library, refuse).emendations == ()
