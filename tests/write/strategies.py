"""Works as bad as they come: every sign that a format could trip over, in every part of a work."""

from __future__ import annotations

from hypothesis import strategies as st

from citekit.fields import LIBRARY_FIELDS, LIBRARY_ROLES, TEXT_FIELDS
from citekit.model import Document, Face, Library, Name, Place, Title, Variant, Work
from citekit.write.types import TYPES

SIGNS = [*"{}\\\"%&#$_~^=@,;:/()[]'`- \t\n\r", "  ", " and ", "others", "and ", "--", "``", r"\{", r"\}", r"\"", r"\&"]
SIGNS += ["@book{x,", "}}", "{{", "é", "e\u0301", "中", "国", "\u3000", "\xa0", "\u2028", "\ufffe", "\x00", "\x7f"]
SIGNS += ["\ufeff", "\U0001f600", "A", "b", "Zhao", "UN", "note 8", "; ", "vol. ", "1", "0", "XII", "xdata=", "family="]
SIGNS += ["null", "%20", "\ud800"]
VALUES = ["2004", "2005-21", "2008-10-24/2008-10-25", "12", "39-44", "9", "0-306-40615-2", "1999~", "2005-02-30"]

texts = st.lists(st.sampled_from(SIGNS) | st.text(max_size=3), min_size=1, max_size=5).map("".join).filter(bool)
some = st.just("") | texts
tags = st.sampled_from(["", "en", "zh-Latn-pinyin", "zh-Latn", "ja-Latn", "zh-Hans", "ja", "de", "und", "x}y"])
faces = st.none() | st.builds(Face, texts, tags)
titles = st.builds(Title, faces, faces, faces)
orders = st.sampled_from(["family-first", "given-first", "inverted", "literal", "unknown"])
names = st.lists(
    st.builds(Name, some, some, st.just("van") | some, some, some, some, some, order=orders, why=some), max_size=2
).map(tuple)
fields = st.dictionaries(
    st.sampled_from(TEXT_FIELDS + LIBRARY_FIELDS) | texts, st.sampled_from(VALUES) | texts, max_size=6
)
forms = st.sampled_from(["full", "short", "ibid"])
places = st.lists(
    st.builds(Place, st.just("n8.1") | texts, st.just("8") | texts, forms, st.just("44") | some), max_size=2
).map(tuple)
variants = st.lists(st.builds(Variant, texts, texts, st.lists(texts, max_size=2).map(tuple)), max_size=1).map(tuple)
foreign = texts.filter(lambda text: not text[0].islower())  # a made-up field is what biber must complain of
extras = st.dictionaries(st.sampled_from(["note", "annotation", "keywords", "verba"]) | foreign, texts, max_size=2)
works = st.builds(
    Work,
    key=texts,
    type=st.sampled_from([*TYPES]) | texts,
    title=titles,
    container=titles,
    publisher=titles,
    author=names,
    editor=names,
    translator=names,
    fields=fields,
    cited=places,
    variants=variants,
    inherited=st.dictionaries(texts, texts, max_size=1),
    extra=extras,
    people=st.dictionaries(st.sampled_from(LIBRARY_ROLES), st.deferred(lambda: names).filter(bool), max_size=2),
)
libraries = st.lists(works, min_size=1, max_size=3).map(lambda found: Library(Document("", ""), works=tuple(found)))
