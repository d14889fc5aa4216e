"""Which format a text is taken for."""

from __future__ import annotations

import time

import pytest

from citekit.write import WRITERS
from citekit.write.sniff import sniff

TABLE = [
    ("@book{zhao, title = {Jiangou}}", "bibtex"),
    ("% Encoding: UTF-8\n\n  @Article {x,\n}", "bibtex"),
    ('Notes of a reader.\n@string(jan = "January")', "bibtex"),
    ("TY  - BOOK\nAU  - Zhao, Lei\nER  - \n", "ris"),
    ("\ufeffTY  - JOUR\r\nER  - \r\n", "ris"),
    ("\nProvider: a database\n\nTY - JOUR\n", "ris"),
    ('<?xml version="1.0"?><xml><records><record/></records></xml>', "endnote"),
    ("<xml>\n <records>", "endnote"),
    ('<?xml version="1.0"?>\n<!-- made -->\n<modsCollection xmlns="http://www.loc.gov/mods/v3">', "mods"),
    ('<mods:mods xmlns:mods="http://www.loc.gov/mods/v3">', "mods"),
    ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">', "zotero-rdf"),
    ('[{"id": "zhao", "type": "book"}]', "csl-json"),
    ('[\n  {"publisher": "Jiuzhou", "title": "Jiangou"}]', "csl-json"),
    ('{"id": "zhao", "type": "book"}', "csl-json"),
    ('{"items": [{"id": "zhao"}]}', "csl-json"),
    ("[]", "csl-json"),
    ('{"schema": "citekit/1", "source": "a.txt"}', "json"),
    ('[{"key": "X", "data": {"itemType": "book"}}]', "zotero"),
    ('[{"id": "http://zotero.org/users/1/items/X", "type": "book"}]', "zotero"),
    ("---\nreferences:\n- id: zhao\n", "csl-yaml"),
    ("- id: zhao\n  type: book\n", "csl-yaml"),
    ("# mine\nzhao2007:\n    author: Zhao, Lei\n    type: Book\n", "hayagriva"),
    ("zhao2007:\n  title: Jiangou\n", "hayagriva"),
    ("", ""),
    ("Zhao Lei, Jiangou Heping (Beijing: Jiuzhou Chubanshe, 2007).", ""),
    ("<html><body>", ""),
    ("{}", ""),
    ("write to me@example.org {now}", ""),
]


@pytest.mark.parametrize(("text", "form"), TABLE)
def test_a_text_is_taken_for_its_format(text, form):
    assert sniff(text) == form


@pytest.mark.parametrize(
    "form", ["bibtex", "csl-json", "csl-yaml", "endnote", "hayagriva", "json", "mods", "ris", "zotero-rdf"]
)
def test_what_is_written_is_taken_for_what_it_is(form, library):
    assert sniff(WRITERS[form](library)) == form


@pytest.mark.parametrize("piece", ["<!--", "[{", "a:\n ", "# \n", " ", "\n", "<?>", "@", "TY  ", '{"', "---\n"])
def test_no_text_takes_long(piece):
    start = time.perf_counter()
    sniff(piece * 20_000)
    assert time.perf_counter() - start < 1
