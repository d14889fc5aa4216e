"""RDF that points to itself, to what is not there, and many times over."""

from __future__ import annotations

import time

import pytest

from citekit.write.zotero_rdf import to_zotero_rdf
from citekit.write.zotero_rdf_load import load_zotero_rdf

OPENING = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">"""
ITEM = """<bib:Article rdf:about="#1"><z:itemType>journalArticle</z:itemType><dc:title>Peace</dc:title>
<dcterms:isPartOf rdf:resource="#a"/></bib:Article>"""


def load(*nodes):
    return load_zotero_rdf(f"{OPENING}{''.join(nodes)}</rdf:RDF>", "made.rdf")


def node(name, *points, title=""):
    inside = "".join(f'<dcterms:isPartOf rdf:resource="#{point}"/>' for point in points)
    return f'<bib:Journal rdf:about="#{name}">{title and f"<dc:title>{title}</dc:title>"}{inside}</bib:Journal>'


@pytest.mark.parametrize(
    "nodes",
    [
        [node("a", "a", title="Ribao")],
        [node("a", "b", title="Ribao"), node("b", "a")],
        [node("a", "1", title="Ribao")],
        [node("a", "nowhere", title="Ribao")],
        [node("a", *"bb", title="Ribao"), *(node(x, *(y * 30)) for x, y in zip("bcdefg", "cdefgh", strict=True))],
    ],
)
def test_a_graph_that_has_no_end_is_read(nodes):
    start = time.perf_counter()
    loaded = load(ITEM, *nodes)
    assert time.perf_counter() - start < 2
    assert [(work.title.display, work.container.display) for work in loaded.works] == [("Peace", "Ribao")]
    again = load_zotero_rdf(to_zotero_rdf(loaded), "again.rdf")
    assert again.works[0].fields == loaded.works[0].fields


def test_items_share_a_container_and_say_nothing_of_their_type():
    first, second = ITEM, ITEM.replace("#1", "#2").replace("<z:itemType>journalArticle</z:itemType>", "")
    loaded = load(first, second, node("a", title="Ribao"))
    assert [(work.type, work.container.display) for work in loaded.works] == [("article-journal", "Ribao")] * 2


@pytest.mark.parametrize("name", ["dictionaryEntry", "blogPost", "odd"])
def test_a_type_that_citekit_has_not_comes_back(name):
    loaded = load(ITEM.replace("journalArticle", name))
    assert loaded.works[0].extra["zotero.itemType"] == name
    assert load_zotero_rdf(to_zotero_rdf(loaded), "").works[0].extra == loaded.works[0].extra
