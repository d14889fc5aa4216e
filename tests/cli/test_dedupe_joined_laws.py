"""Whatever .bib files become one: every work keeps its values, and every word of every file is findable."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.cli.dedupe_write import Origin, joined, text_of
from citekit.write.bibtex_parts import parts
from citekit.write.load import load_bibtex
from citekit.write.merge import with_links
from citekit.write.record import record

NAMES = st.sampled_from(["a", "b", "m", "jan"])
WORDS = st.sampled_from(["Mali", "War and Peace", "Zhongguo {DPKO}", "x"])
VALUES = st.one_of(
    WORDS.map("{{{}}}".format),
    WORDS.map('"{}"'.format),
    NAMES,
    st.tuples(NAMES, WORDS).map(lambda two: f"{two[0]} # {{{two[1]}}}"),
)
FIELDS = st.sampled_from(["title", "journal", "note", "crossref", "xdata", "related", "ids", "month", "owner"])
ENTRIES = st.tuples(
    st.sampled_from(["article", "book", "inbook", "collection", "xdata", "set"]),
    NAMES,
    st.dictionaries(FIELDS, VALUES, max_size=4),
).map(lambda one: f"@{one[0]}{{{one[1]}, " + ", ".join(f"{name} = {value}" for name, value in one[2].items()) + "}")
OTHERS = st.sampled_from(
    [
        "@comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n}",
        "@comment{jabref-meta: grouping:\n1 StaticGroup:Mali;\n}",
        "@Comment{jabref-meta: databaseType:biblatex;}",
        "@comment{said by {me}}",
        "@comment(in round brackets)",
        '@preamble{"\\x" # "y"}',
        "% a line",
        "free text, with a comma",
        "@book{torn, title = {no end",
        "@string{broken",
        "",
    ]
)
MACROS = st.tuples(st.sampled_from(["a", "b", "m"]), VALUES).map(lambda one: f"@string{{{one[0]} = {one[1]}}}")
FILES = st.lists(st.one_of(ENTRIES, OTHERS, MACROS), max_size=6).map("\n".join)


FORM = {*"string article book inbook collection xdata set".split()} | {
    *"title journal note crossref month owner".split()
}
"""Words that are no values: they may be others where a work is written anew."""


def put_together(files):
    libraries = [load_bibtex(text, f"{number}.bib") for number, text in enumerate(files)]
    return libraries, text_of(libraries, "bibtex", Origin(["bibtex"] * len(files)))[0]


@settings(deadline=None, max_examples=300)
@given(text=FILES)
def test_the_parts_of_a_text_are_the_text(text):
    assert "".join(part.text for part in parts(text)) == text


@settings(deadline=None, max_examples=300)
@given(files=st.lists(FILES, min_size=2, max_size=3))
def test_every_word_of_every_file_is_findable(files):
    _, text = put_together(files)
    for file in files:
        words = {*re.findall(r"[^\W_]+", file.casefold())} - FORM
        assert not {word for word in words if word not in text.casefold()}


@settings(deadline=None, max_examples=300)
@given(files=st.lists(FILES, min_size=2, max_size=3))
def test_every_work_of_every_file_is_there_with_its_values(files):
    libraries, text = put_together(files)
    wanted, read = joined(libraries).works, load_bibtex(text, "").works
    assert [_told(work) for work in read] == [_told(work) for work in wanted]


def _told(work):
    """A work but for the keys of entries that are no works, which may be called otherwise."""
    (plain,) = with_links(
        [work], {f"{name}-{number}": name for name in ("a", "b", "m", "jan") for number in (2, 3, 4, 5)}
    )
    return record(plain) | {"key": work.key}
