"""A .bib file that is read and written again: what did not change is what it was, to the byte."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.model import Face, Title, Work
from citekit.write.bibtex_keep import keep_bibtex
from citekit.write.load import load_bibtex
from citekit.write.record import record

spec = importlib.util.spec_from_file_location("write_strategies", Path(__file__).with_name("strategies.py"))
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)

WIDE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FILE = r"""% of my own
@string{cq = "The China Quarterly"}
@preamble{"\newcommand{\x}{y}"}
@comment{jabref-meta: databaseType:biblatex;}
@Article{Stahle2008,
  AUTHOR = "St{\"a}hle, Stefan and others",
  Title = {{C}hina's Shifting Attitude},  journaltitle = cq # " (London)",
	year = 2008, month = sep,
  pages = "631--655", x-mine = {a}
}
free text, someone@example.org
@book{broken, title = {No end,
@incollection{child, crossref = par, title={In it}, author={A B}, pages={1--3}}
@collection (par, title = {The Book}, editor = {C D}, date = {1999})
@misc{twice, title = {One}}
@misc{twice, title = {Two},}
"""


def plain(works):
    """Works as records, whatever their order: an empty value is as good as none."""
    return sorted(json.dumps(record(work), sort_keys=True) for work in works)


def edited(change, text=FILE):
    """The file after a change of one work, the one that the change gives another value for."""
    library = load_bibtex(text, "file.bib")
    return keep_bibtex(replace(library, works=tuple(change(work) for work in library.works if change(work))))


def with_fields(key, **values):
    def change(work):
        return replace(work, fields={**work.fields, **values}) if work.key == key else work

    return change


@pytest.mark.parametrize(
    "text", [FILE, FILE.replace("\n", "\r\n"), FILE.replace("\n", "\r"), "\ufeff" + FILE, "", "\n"]
)
def test_without_a_change_the_file_is_what_it_was(text):
    assert keep_bibtex(load_bibtex(text, "file.bib")) == text


def test_a_field_that_changed_is_written_in_its_place_and_the_rest_stays():
    old, new = 'pages = "631--655", x-mine = {a}\n}', "pages = {631--660}, x-mine = {a},\n  doi = {10.1/x}\n}"
    assert edited(with_fields("Stahle2008", pages="631-660", doi="10.1/x")) == FILE.replace(old, new)


def test_a_date_keeps_the_fields_that_the_file_tells_it_in():
    told = edited(with_fields("Stahle2008", date="2009-10"))
    assert told == FILE.replace("year = 2008, month = sep", "year = {2009}, month = oct")
    assert "date = {2009-10-12}" in edited(with_fields("Stahle2008", date="2009-10-12"))


def test_a_field_that_is_gone_is_taken_out():
    def change(work):
        return replace(work, extra={}) if work.extra.get("x-mine") else work

    assert edited(change) == FILE.replace(", x-mine = {a}", ",")


def test_a_new_title_takes_the_place_of_title_and_subtitle():
    text = "@book{k,\n  title = {A}, subtitle = {B},\n  publisher = {P}\n}\n"
    told = edited(lambda work: replace(work, title=Title(Face("C"))), text)
    assert told == "@book{k,\n  title = {C},\n  publisher = {P}\n}\n"


def test_a_work_that_is_gone_takes_its_entry_with_it():
    assert edited(lambda work: work.title.display != "One" and work) == FILE.replace(
        "@misc{twice, title = {One}}\n", ""
    )


def test_a_new_work_stands_at_the_end_with_a_key_of_its_own():
    library = load_bibtex("@misc{a, title = {x}}", "file.bib")
    told = keep_bibtex(replace(library, works=(*library.works, Work("A", "book", Title(Face("New"))))))
    assert told.startswith("@misc{a, title = {x}}\n\n@manual{A-2,\n  title = {New},\n")
    assert [work.key for work in load_bibtex(told, "").works] == ["a", "A"]


def test_what_an_entry_had_from_another_that_has_changed_is_not_lost():
    def change(work):
        return replace(work, title=Title(Face("Another Book"))) if work.key == "par" else work

    told = load_bibtex(edited(change), "file.bib")
    assert [work.container.display for work in told.works if work.key == "child"] == ["The Book"]


def test_another_type_is_written_anew():
    assert "@article{k,\n  title = {Lianheguo},\n" in edited(
        lambda work: replace(work, type="article-newspaper", container=Title(Face("Renmin Ribao"))),
        "@book{k, author = {{Xinhua}}, title = {Lianheguo}}",
    ).replace("  author = {{Xinhua}},\n", "")


pieces = st.sampled_from(
    [
        *(
            "@book{a, title = {x}}",
            '@article{b,\n  title = "y",\n  year = 1999\n}\n',
            "@misc{a,}",
            "@book{",
            "\n",
            "\r\n",
        ),
        *(
            "@string{m = {v}}\n",
            "@misc{c, title = m # { w}, crossref = {a}}\n",
            "@comment{@misc{d}}",
            "}",
            "{",
            '"',
            "\\",
        ),
        *(
            "% free\n",
            "@inbook(e, title = {z}, crossref = {b})\n",
            "@xdata{f, title = {q}}\n",
            "@misc{g, xdata = {f,a}}",
        ),
        *(
            "@misc{c, title = {\\{}, x_y = 3, title = {again}}\n",
            "@",
            "\r",
            "\ufeff",
            " ",
            "=",
            "x",
            "@set{h, entryset = {a}}",
        ),
    ]
)
files = st.lists(pieces | made.texts, max_size=8).map("".join)


@WIDE
@given(files)
def test_any_text_comes_out_as_it_went_in(text):
    assert keep_bibtex(load_bibtex(text, "file.bib")) == text


@WIDE
@given(files, st.lists(made.works, max_size=2), st.data())
def test_whatever_changes_the_works_are_those_of_the_library(text, new, data):
    library = load_bibtex(text, "file.bib")
    now = [
        data.draw(st.sampled_from([work, None, *(replace(one, key=work.key) for one in new)])) for work in library.works
    ]
    kept = [work for work in now if work]
    added = [work for work in new if work.key not in {old.key for old in library.works}]
    told = load_bibtex(keep_bibtex(replace(library, works=(*kept, *added))), "file.bib")
    assert plain(told.works) == plain((*kept, *added))


@pytest.mark.parametrize(
    ("entry", "new"),
    [
        ("@article{a, title={X}, journal={Y}, publisher={Old}, year=2004}", "publisher={New}"),
        ("@article{a, title={X}, journal={Y}, publisher={Old}, year=2004, note={mine}}", "publisher={New}"),
        ("@article{a, title={X}, journal={Y}, organization={Old}, year=2004}", "organization={New}"),
        ("@misc{a, title={X}, journal={Y}, publisher={Old}, year=2004}", "publisher={New}"),
    ],
)
def test_a_publisher_changes_where_it_stands_and_is_not_told_twice(entry, new):
    def change(work):
        return replace(work, publisher=Title(Face("New")))

    field = new.partition("=")[0]
    assert edited(change, entry) == entry.replace(f"{field}={{Old}}", new)


def test_a_container_changes_in_the_field_that_the_file_has_for_it():
    entry = "@misc{a, title={X}, journal={Old}, year=2004}"
    changed = edited(lambda work: replace(work, container=Title(Face("New"))), entry)
    assert changed == entry.replace("Old", "New")
