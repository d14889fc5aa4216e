"""Zotero's CSL-JSON and RDF: what its import keeps, what its exports tell, and that nothing is lost on either way."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.fields import LIBRARY_FIELDS, LIBRARY_ROLES, TEXT_FIELDS
from citekit.model import Document, Face, Library, Name, Title, Work
from citekit.write.record import record
from citekit.write.types import TYPES
from citekit.write.zotero_csl import load_zotero, to_zotero
from citekit.write.zotero_rdf import to_zotero_rdf
from citekit.write.zotero_rdf_load import load_zotero_rdf
from citekit.write.zotero_rdf_table import CONTAINERS, FIELDS, NODES
from citekit.write.zotero_table import CSL_TYPES, DATES, KEPT, KEPT_ROLES, READ_AS, variable

spec = importlib.util.spec_from_file_location("write_strategies", Path(__file__).with_name("strategies.py"))
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)

WIDE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FACES = {name for name in TEXT_FIELDS if name.partition("_")[0] in ("title", "container", "publisher")}
TOLD = sorted({*TEXT_FIELDS, *LIBRARY_FIELDS} - FACES - {"locator"})
WAYS = {"csl": (to_zotero, load_zotero), "rdf": (to_zotero_rdf, load_zotero_rdf)}


@pytest.fixture(params=WAYS)
def way(request):
    """A writer and its reader."""
    return WAYS[request.param]


def library_of(*works):
    return Library(Document("", ""), works=works)


def through(way, work):
    write, load = way
    loaded = load(write(library_of(work)), "made")
    assert loaded.findings == ()
    return loaded.works[0]


def plain(works):
    return [record(work) for work in works]


def item(work):
    return json.loads(to_zotero(library_of(work)))[0]


def test_it_looks_like_this(library, golden):
    golden("works.zotero.json", to_zotero(library))
    golden("works.rdf", to_zotero_rdf(library))


def test_the_tables_are_whole():
    types = {row.zotero for row in TYPES.values()}
    assert KEPT.keys() == KEPT_ROLES.keys() == types
    assert types <= CSL_TYPES.keys()
    assert NODES.keys() | CONTAINERS.keys() | READ_AS.keys() <= CSL_TYPES.keys()
    assert set(READ_AS.values()) <= TYPES.keys()
    native = {field for fields in KEPT.values() for field in fields} | {"title", "language"}
    apart = {"container", "series", "collection_number", "section", "event_title", "event_place", "isbn", "issn", "doi"}
    assert native - apart <= {field for field, _ in FIELDS}


def rest(way, work):
    """What of a work is told in citekit's own line alone."""
    text = way[0](library_of(work)).replace("\\n", "\n").replace('\\"', '"')
    found = [line.partition("citekit: ")[2] for line in text.split("\n") if line.startswith("citekit: ")]
    return json.loads(found[0][: found[0].rindex("}") + 1]) if found else {}


@pytest.mark.parametrize("name", TYPES)
def test_every_field_of_every_type_is_told_in_words_of_zotero(way, name):
    for field in TOLD:
        value = "2004-10" if field in DATES else "9 a"
        work = Work("k", name, Title(Face("Peace", "en")), fields={field: value})
        assert through(way, work) == work
        assert rest(way, work).keys() <= {"type"}, field


@pytest.mark.parametrize("name", TYPES)
def test_every_role_in_every_type_is_told_in_words_of_zotero(way, name):
    names = (Name("Genugten", "Willem", "van", "Jr.", order="given-first"), Name(literal="UN", order="literal"))
    for role in ("author", "editor", "translator", *LIBRARY_ROLES):
        own = {role: names} if role in ("author", "editor", "translator") else {"people": {role: names}}
        work = Work("k", name, Title(Face("Peace")), **own)
        assert through(way, work) == work
        assert rest(way, work).keys() <= {"type"}, role


@pytest.mark.parametrize("name", TYPES)
def test_an_item_has_only_what_zotero_keeps(name):
    """What the item type has no field for would be dropped without a word."""
    fields = dict.fromkeys(TOLD, "9") | {"date": "2004"}
    roles = {role: (Name("Doe", "Jane"),) for role in LIBRARY_ROLES}
    found = item(
        Work("k", name, Title(Face("Peace")), Title(Face("In")), Title(Face("By")), fields=fields, people=roles)
    )
    kind = TYPES[name].zotero
    allowed = {variable(field) for field in KEPT[kind]} | {"id", "type", "title", "note", *KEPT_ROLES[kind].split()}
    assert found.keys() <= allowed | {"journalAbbreviation"}
    assert found["type"] == CSL_TYPES[kind]


KEYS = [
    "cne-title-original: 建构和平",
    "cne-title-romanized: Jiangou Heping",
    "cne-title-english: Building Peace",
    "cne-journal-original: 日报",
    "cne-journal-romanized: Ribao",
    "cne-journal-english: Daily",
    "cne-original-language: zh-Hans",
    "cne-creator-1-last-original: 赵磊",
]


def test_three_faces_use_the_keys_of_cite_non_english(way):
    title = Title(Face("Jiangou Heping", "zh-Latn-pinyin"), Face("建构和平", "zh-Hans"), Face("Building Peace", "en"))
    journal = Title(Face("Ribao", "zh-Latn-pinyin"), Face("日报", "zh-Hans"), Face("Daily", "en"))
    author = (Name("Doe", "Jane", order="given-first"), Name("Zhao", "Lei", original="赵磊", order="family-first"))
    work = Work("k", "article-journal", title, journal, author=author)
    write, _ = way
    assert through(way, work) == work
    text = write(library_of(work)).replace("\\n", "\n")
    assert "\n".join(KEYS) in text
    assert rest(way, work) == {}


def test_a_treaty_is_a_document_that_says_what_it_is(way):
    work = Work("k", "treaty", Title(Face("Charter", "en")))
    assert through(way, work) == work
    assert item(work)["type"] == "document"
    assert "type: treaty" in item(work)["note"].split("\n")


EXTRA = """OCLC: 1234
Original Date: 1999
Citation Key: hao1998
cne-title-original: 唐后期
cne-title-romanized: Tang houqi
cne-creator-0-last-original: 郝
cne-creator-0-first-original: 春文
cne-creator-0-last-romanized: Hao
cne-creator-0-first-romanized: Chunwen
container-author: Doe || Jane
PMID: 77
citekit: mine"""


def test_what_people_write_into_extra_is_read():
    entry = {"id": 7, "type": "book", "title": "唐后期", "note": EXTRA, "PMID": "78", "language": "zh-CN"}
    entry["author"] = [{"family": "郝", "given": "春文"}]
    (work,) = load_zotero(json.dumps([entry]), "export.json").works
    assert (work.key, work.type) == ("hao1998", "book")
    assert work.title == Title(Face("Tang houqi", "zh-CN"), Face("唐后期", "zh-Hans"))
    assert work.author == (Name("Hao", "Chunwen", original="郝春文", order="family-first"),)
    assert work.people == {"container-author": (Name("Doe", "Jane", order="given-first"),)}
    assert work.fields == {"original_date": "1999", "pmid": "78", "note": "citekit: mine\nOCLC: 1234\nPMID: 77"}
    assert plain(load_zotero(to_zotero(library_of(work)), "").works) == plain([work])


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"date-parts": [["2009", 1, "21"]]}, "2009-01-21"),
        ({"date-parts": [[2008, 4], [2009, 3]]}, "2008-04/2009-03"),
        ({"date-parts": [[2005]], "season": "Spring"}, "2005-21"),
        ({"date-parts": [[2007]], "circa": True}, "2007~"),
        ({"literal": "n.d."}, "n.d."),
        ({"raw": "March 4, 2007"}, "2007-03-04"),
        ("2007", "2007"),
        (2007, "2007"),
    ],
)
def test_dates_of_csl_are_read(date, expected):
    text = json.dumps({"id": "a", "type": "book", "issued": date})
    assert load_zotero(text, "").works[0].fields == {"date": expected}


@pytest.mark.parametrize("date", [{"date-parts": [["x"]]}, {"date-parts": [[]]}, {"odd": 1}, {"season": 1}, [1], True])
def test_a_date_that_is_none_is_kept_as_it_is(date):
    (work,) = load_zotero(json.dumps({"id": "a", "type": "book", "issued": date}), "").works
    assert work.extra == {"csl.issued": json.dumps(date, sort_keys=True)}
    assert item(work)["issued"] == date


def test_members_without_a_word_in_citekit_are_kept():
    entry = {"id": "a", "type": "post-weblog", "title": "x", "custom": {"b": [1]}, "odd": "y", "categories": ["z"]}
    (work,) = load_zotero(json.dumps([entry, 3]), "").works
    assert work.type == "webpage"
    assert work.extra == {
        "csl.custom": '{"b": [1]}',
        "csl.odd": "y",
        "csl.categories": '["z"]',
        "zotero.itemType": "blogPost",
    }
    again = item(work)
    assert {name: again[name] for name in entry} == entry


RDF = """<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/" xmlns:link="http://purl.org/rss/1.0/modules/link/">
  <bib:Article rdf:about="https://example.org/a">
    <z:itemType>journalArticle</z:itemType>
    <dcterms:isPartOf rdf:resource="urn:issn:0305-7410"/>
    <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Ståhle</foaf:surname>
      <foaf:givenname>Stefan</foaf:givenname></foaf:Person></rdf:li></rdf:Seq></bib:authors>
    <dcterms:isReferencedBy rdf:resource="#item_9"/>
    <link:link rdf:resource="#item_10"/>
    <dc:subject>China</dc:subject>
    <dc:subject><z:AutomaticTag><rdf:value>UN</rdf:value></z:AutomaticTag></dc:subject>
    <dc:title>Shifting Attitude</dc:title>
    <dc:date>September 2008</dc:date>
    <dc:identifier><dcterms:URI><rdf:value>https://example.org/a</rdf:value></dcterms:URI></dc:identifier>
    <dcterms:dateSubmitted>2009-01-21 10:00:00</dcterms:dateSubmitted>
    <bib:pages>631-655</bib:pages>
    <z:libraryCatalog>Cambridge</z:libraryCatalog>
    <z:seriesText>kept</z:seriesText>
    <dc:description>tex.ids: old
Citation Key: stahle2008</dc:description>
  </bib:Article>
  <bib:Journal rdf:about="urn:issn:0305-7410">
    <dc:title>The China Quarterly</dc:title>
    <prism:volume>195</prism:volume>
    <dc:identifier>DOI 10.1017/S0305741008000805</dc:identifier>
    <dc:identifier>ISSN 0305-7410</dc:identifier>
  </bib:Journal>
  <bib:Memo rdf:about="#item_9"><rdf:value>&lt;p&gt;read&lt;/p&gt;</rdf:value></bib:Memo>
  <z:Attachment rdf:about="#item_10"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>
  <z:Collection rdf:about="#c1"><dc:title>Papers</dc:title></z:Collection>
</rdf:RDF>
"""


def test_an_export_of_zotero_is_read():
    loaded = load_zotero_rdf(RDF, "export.rdf")
    (work,) = loaded.works
    assert (loaded.document.source, loaded.document.text) == ("export.rdf", RDF)
    assert (work.key, work.type) == ("stahle2008", "article-journal")
    assert work.title.display == "Shifting Attitude"
    assert work.container.display == "The China Quarterly"
    assert work.author == (Name("Ståhle", "Stefan", order="given-first"),)
    assert work.fields == {
        "accessed": "2009-01-21",
        "date": "2008-09",
        "doi": "10.1017/S0305741008000805",
        "issn": "0305-7410",
        "keyword": "China",
        "note": "tex.ids: old",
        "pages": "631-655",
        "source": "Cambridge",
        "url": "https://example.org/a",
        "volume": "195",
    }


def test_notes_attachments_and_odd_properties_stay_with_their_item():
    loaded = load_zotero_rdf(RDF, "export.rdf")
    assert loaded.works[0].extra == {
        "zotero.rdf": '<dcterms:isReferencedBy><bib:Memo rdf:about="#item_9">'
        "<rdf:value>&lt;p&gt;read&lt;/p&gt;</rdf:value></bib:Memo></dcterms:isReferencedBy>",
        "zotero.rdf.2": '<link:link><z:Attachment rdf:about="#item_10"><z:itemType>attachment</z:itemType>'
        "<dc:title>PDF</dc:title></z:Attachment></link:link>",
        "zotero.rdf.3": "<dc:subject><z:AutomaticTag><rdf:value>UN</rdf:value></z:AutomaticTag></dc:subject>",
        "zotero.seriesText": "kept",
        "zotero.about": "https://example.org/a",
    }
    text = to_zotero_rdf(loaded)
    assert '<bib:Article rdf:about="https://example.org/a">' in text
    assert "<z:seriesText>kept</z:seriesText>" in text
    assert plain(load_zotero_rdf(text, "").works) == plain(loaded.works)


def test_what_is_no_work_is_a_finding_that_keeps_it():
    (finding,) = load_zotero_rdf(RDF, "export.rdf").findings
    assert (finding.code, finding.severity) == ("RD126", "info")
    assert finding.text == '<z:Collection rdf:about="#c1"><dc:title>Papers</dc:title></z:Collection>'


@pytest.mark.parametrize(
    ("load", "text", "codes"),
    [
        (load_zotero_rdf, "<mods/>", ["RD123"]),
        (load_zotero_rdf, "<!DOCTYPE a><rdf/>", ["RD122"]),
        (load_zotero_rdf, "<rdf:RDF>", ["RD121"]),
        (load_zotero, "{", ["RD124"]),
        (load_zotero, "[" * 100_000, ["RD124"]),
        (load_zotero, '["a", null, {"type": 3, "author": "x", "issued": null}]', ["RD125", "RD125"]),
    ],
)
def test_what_cannot_be_read_is_a_finding(load, text, codes):
    assert [finding.code for finding in load(text, "").findings] == codes


@WIDE
@given(made.libraries, st.sampled_from(sorted(WAYS)))
def test_nothing_is_lost_and_all_is_the_same_to_the_byte(library, name):
    write, load = WAYS[name]
    text = write(library)
    loaded = load(text, "made")
    assert loaded.findings == ()
    assert plain(loaded.works) == plain(library.works)
    assert write(loaded) == text


MEMBERS = (
    "author editor title container-title issued accessed note keyword number custom type id URL volume odd".split()
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3000)
    | st.sampled_from(["book", "webpage", "a: b\nc", "x", "DOI: 1", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["family", "literal", "raw"]), inner),
    max_leaves=5,
)


@WIDE
@given(st.lists(st.dictionaries(st.sampled_from(MEMBERS), JSON), max_size=3))
def test_items_of_any_shape_stay_the_same_once_they_are_read(entries):
    loaded = load_zotero(json.dumps(entries), "odd.json")
    assert len(loaded.works) == len(entries)
    text = to_zotero(loaded)
    again = load_zotero(text, "again.json")
    assert plain(again.works) == plain(loaded.works)
    assert to_zotero(again) == text


NAMES = (
    "dc:title dc:subject dc:identifier dcterms:isPartOf bib:Journal bib:Series bib:authors rdf:Seq rdf:li foaf:Person"
)
NAMES += " foaf:surname z:type z:odd z:itemType prism:number dc:description dcterms:URI rdf:value z:citationKey x"
TREES = st.recursive(
    st.builds(
        lambda name, text: f"<{name}>{text}</{name}>",
        st.sampled_from(NAMES.split()),
        st.sampled_from(["", "DOI 10.1/x", "book", "a: b\nDOI: 7", "中国", " x  y ", "a<z:b>c</z:b>"]),
    ),
    lambda inner: st.builds(
        lambda name, value, inside: f"<{name}{value}>{''.join(inside)}</{name}>",
        st.sampled_from(NAMES.split()),
        st.sampled_from(["", ' rdf:about="#a"', ' rdf:resource="#b"', ' z:c="d"']),
        st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)


@WIDE
@given(st.lists(TREES, max_size=4))
def test_nodes_of_any_shape_stay_the_same_once_they_are_read(trees):
    opening = RDF[: RDF.index(">") + 1]
    body = f"<bib:Book rdf:about='#b'><z:itemType>book</z:itemType>{''.join(trees)}</bib:Book>"
    loaded = load_zotero_rdf(f"{opening}{body}{''.join(trees)}</rdf:RDF>", "odd.rdf")
    text = to_zotero_rdf(loaded)
    again = load_zotero_rdf(text, "again.rdf")
    assert plain(again.works) == plain(loaded.works)
    assert to_zotero_rdf(again) == text


@pytest.mark.parametrize("key", ["", "\xa0a", "a\x00", "a: b", "citekit"])
def test_a_key_of_any_kind_comes_back(way, key):
    write, load = way
    works = (Work("k", "book"), Work(key, "book"))
    assert plain(load(write(library_of(*works)), "").works) == plain(works)
