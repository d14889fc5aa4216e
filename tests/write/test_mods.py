"""MODS: what is written, what is read of other hands, and that nothing is lost on either way."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.fields import LIBRARY_FIELDS, LIBRARY_ROLES, TEXT_FIELDS
from citekit.model import Document, Face, Library, Name, Title, Work
from citekit.write.mods import to_mods
from citekit.write.mods_load import load_mods
from citekit.write.mods_table import FIELDS, GENRES, ORDER, RELATED
from citekit.write.record import record
from citekit.write.types import TYPES
from citekit.write.xml_read import local, parse_xml

spec = importlib.util.spec_from_file_location("write_strategies", Path(__file__).with_name("strategies.py"))
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)

WIDE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FACES = {name for name in TEXT_FIELDS if name.partition("_")[0] in ("title", "container", "publisher")}
ENCODINGS = {"w3cdtf", "edtf", "iso8601", "marc", "temper"}
NESTED = {
    "titleInfo": "title subTitle partNumber partName nonSort",
    "name": "namePart displayForm affiliation role description nameIdentifier alternativeName",
    "alternativeName": "namePart",
    "role": "roleTerm",
    "originInfo": "place publisher dateIssued dateCreated dateOther copyrightDate edition issuance frequency",
    "place": "placeTerm",
    "language": "languageTerm",
    "physicalDescription": "form extent note",
    "subject": "topic cartographics",
    "cartographics": "scale",
    "part": "detail extent date text",
    "detail": "number caption title",
    "extent": "start end total list",
    "location": "physicalLocation shelfLocator url",
    "recordInfo": "recordContentSource recordIdentifier",
    "extension": "record",
}


def library_of(*works):
    return Library(Document("", ""), works=works)


def through(work):
    """A work written and read again."""
    loaded = load_mods(to_mods(library_of(work)), "made.mods")
    assert loaded.findings == ()
    return loaded.works[0]


def plain(works):
    return [record(work) for work in works]


def check(text):
    """The complaints against a text by the rules of MODS: known elements in known places, values from closed lists."""
    root, finding = parse_xml(text, ("modsCollection",))
    found = [finding] if finding else []
    ids = [element.get("ID") for element in root]
    found += [name for name in ids if ids.count(name) > 1 or not (name[0].isalpha() or name[0] == "_")]
    for element in root.iter():
        name = local(element.tag)
        allowed = {"mods": set(ORDER), "modsCollection": {"mods"}, "relatedItem": set(ORDER)}.get(
            name, set(NESTED.get(name, "").split())
        )
        found += [f"{name}/{local(child.tag)}" for child in element if local(child.tag) not in allowed]
        found += [element.get("encoding")] if element.get("encoding", "edtf") not in ENCODINGS else []
        closed = {
            "titleInfo": {"abbreviated", "translated", "alternative", "uniform"},
            "name": {"personal", "corporate", "conference", "family"},
            "namePart": {"date", "family", "given", "termsOfAddress"},
            "relatedItem": {"host", "series", "original", "reviewOf"},
            "roleTerm": {"code", "text"},
            "placeTerm": {"code", "text"},
            "languageTerm": {"code", "text"},
        }.get(name, {element.get("type")})
        found += [f"{name} {element.get('type')}"] if element.get("type") not in {*closed, None} else []
    return found


def test_it_looks_like_this(library, golden):
    golden("works.mods", to_mods(library))


def test_each_record_follows_the_rules_of_mods(library):
    assert check(to_mods(library)) == []


def test_every_field_type_and_role_has_its_place():
    placed = {field for field, _ in FIELDS} | {"pages", "keyword"}
    assert placed == {*TEXT_FIELDS, *LIBRARY_FIELDS} - FACES
    assert GENRES.keys() == TYPES.keys()
    assert {role for role, _ in RELATED} <= {*LIBRARY_ROLES}


@pytest.mark.parametrize("field", sorted({*TEXT_FIELDS, *LIBRARY_FIELDS} - FACES))
def test_every_field_is_told_in_words_of_mods(field):
    value = "2004-10-31" if field in ("accessed", "date") else "9-12" if field == "pages" else "S/RES/1"
    fields = {field: value, **({"url": "https://example.org"} if field == "accessed" else {})}
    work = Work("k", "un-document", Title(Face("Jiangou Heping", "zh-Latn-pinyin")), fields=fields)
    assert through(work).fields == fields
    assert "citekit:record" not in to_mods(library_of(work))


@pytest.mark.parametrize("role", ["author", "editor", "translator", *LIBRARY_ROLES])
def test_every_role_is_told_in_words_of_mods(role):
    names = (Name("Genugten", "Willem", "van", "Jr.", order="given-first"), Name(literal="UN", order="literal"))
    own = {role: names} if role in ("author", "editor", "translator") else {"people": {role: names}}
    work = Work("k", "book", Title(Face("Peace")), **own)
    assert through(work) == work
    assert "citekit:record" not in to_mods(library_of(work))


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("container", [Title(), Title(Face("Renmin Ribao", "zh-Latn-pinyin"))])
def test_every_type_is_told_in_words_of_mods(name, container):
    work = Work("k", name, Title(Face("Peace", "en")), container)
    assert through(work) == work
    assert "citekit:record" not in to_mods(library_of(work))


def test_three_faces_are_told_in_words_of_mods():
    faces = Title(Face("Renmin Ribao", "zh-Latn-pinyin"), Face("人民日报", "zh-Hans"), Face("People’s Daily", "en"))
    author = Name("Zhao", "Lei", original="赵磊", translated="Lei Zhao", order="family-first")
    work = Work("k", "article-newspaper", faces, faces, faces, author=(author,))
    assert through(work) == work
    assert "citekit:record" not in to_mods(library_of(work))


@pytest.mark.parametrize(
    ("date", "encoding"),
    [
        ("2007", "w3cdtf"),
        ("2007-03-04", "w3cdtf"),
        ("2005-21", "edtf"),
        ("2007~", "edtf"),
        ("199X", "edtf"),
        ("n.d.", ""),
    ],
)
def test_a_date_says_how_it_is_encoded(date, encoding):
    text = to_mods(library_of(Work("k", "book", fields={"date": date})))
    assert (f'<dateIssued encoding="{encoding}">' if encoding else "<dateIssued>") + date in text


FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<mods:modsCollection xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">
<mods:mods ID="rec1" version="3.4">
  <mods:titleInfo usage="primary"><mods:nonSort>The</mods:nonSort><mods:title>Shield</mods:title>
    <mods:subTitle>a history</mods:subTitle></mods:titleInfo>
  <mods:name type="personal" valueURI="http://id.example/n1"><mods:namePart>Ståhle, Stefan</mods:namePart>
    <mods:namePart type="date">1970-</mods:namePart><mods:affiliation>Lund</mods:affiliation>
    <mods:role><mods:roleTerm authority="marcrelator" type="text">author</mods:roleTerm></mods:role></mods:name>
  <mods:name><mods:namePart>Nobel</mods:namePart><mods:role><mods:roleTerm>dedicatee</mods:roleTerm></mods:role>
  </mods:name>
  <mods:originInfo><mods:dateIssued encoding="marc" point="start">2001</mods:dateIssued>
    <mods:dateIssued encoding="marc" point="end">2003</mods:dateIssued><mods:issuance>monographic</mods:issuance>
    <mods:publisher>Brill</mods:publisher></mods:originInfo>
  <mods:language><mods:languageTerm type="code" authority="iso639-2b">eng</mods:languageTerm></mods:language>
  <mods:subject authority="lcsh"><mods:topic>China</mods:topic><mods:geographic>Asia</mods:geographic></mods:subject>
  <mods:tableOfContents xlink:href="http://x.example/toc"/>
  <mods:extension><other xmlns="urn:other">kept <b>as</b> it is</other></mods:extension>
</mods:mods>
</mods:modsCollection>
"""


def test_records_of_other_hands_are_read_as_far_as_they_go():
    loaded = load_mods(FOREIGN, "foreign.mods")
    (work,) = loaded.works
    assert loaded.findings == ()
    assert (loaded.document.source, loaded.document.text) == ("foreign.mods", FOREIGN)
    assert (work.key, work.type) == ("rec1", "book")
    assert work.title.main == Face("The Shield: a history", "en")
    assert work.author == (Name("Ståhle", "Stefan", order="given-first"),)
    assert work.fields == {"date": "2001/2003", "keyword": "China"}
    assert work.publisher.main == Face("Brill")


def test_what_mods_has_and_citekit_has_no_word_for_is_kept_as_it_stands():
    (work,) = load_mods(FOREIGN, "foreign.mods").works
    assert work.extra == {
        "mods.titleInfo": '<titleInfo usage="primary"/>',
        "mods.author.1": '<name type="personal" valueURI="http://id.example/n1"><namePart type="date">1970-</namePart>'
        "<affiliation>Lund</affiliation></name>",
        "mods.name": "<name><namePart>Nobel</namePart><role><roleTerm>dedicatee</roleTerm></role></name>",
        "mods.originInfo": "<originInfo><issuance>monographic</issuance></originInfo>",
        "mods.subject": '<subject authority="lcsh"><geographic>Asia</geographic></subject>',
        "mods.tableOfContents": '<tableOfContents xlink:href="http://x.example/toc"/>',
        "mods.extension": '<extension xmlns:ns1="urn:other"><ns1:other>kept <ns1:b>as</ns1:b> it is</ns1:other>'
        "</extension>",
    }


def test_what_was_kept_goes_back_to_where_it_was():
    loaded = load_mods(FOREIGN, "foreign.mods")
    text = to_mods(loaded)
    for piece in (
        '<titleInfo lang="en" usage="primary">',
        '<name type="personal" valueURI="http://id.example/n1">',
        "<affiliation>Lund</affiliation>",
        "<roleTerm>dedicatee</roleTerm>",
        "<geographic>Asia</geographic>",
        'xlink:href="http://x.example/toc"',
        "kept <ns1:b>as</ns1:b> it is",
    ):
        assert piece in text
    assert load_mods(text, "again").works[0].author == loaded.works[0].author
    assert to_mods(load_mods(text, "again")) == text


def test_what_bibutils_tells_in_its_own_way_is_read():
    host = '<relatedItem type="host">'
    text = f"""<mods>{host}<titleInfo><title>Book</title></titleInfo>{host}<titleInfo><title>Series</title></titleInfo>
      </relatedItem></relatedItem><genre authority="bibutilsgt">Ph.D. thesis</genre>
      <name><namePart>Lund</namePart><role><roleTerm type="text">degree grantor</roleTerm></role></name></mods>"""
    (work,) = load_mods(text, "").works
    assert (work.type, work.container.display, work.publisher.display) == ("thesis", "Book", "Lund")
    assert (work.fields, work.author, work.extra) == ({"series": "Series"}, (), {})
    assert load_mods(to_mods(library_of(work)), "").works == (work,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<rdf/>", "RD123"),
        ("<mods><titleInfo>", "RD121"),
        ('<!DOCTYPE mods [<!ENTITY a "b">]><mods/>', "RD122"),
        ("<modsCollection/>", ""),
        ("", ""),
    ],
)
def test_what_cannot_be_read_is_a_finding(text, code):
    loaded = load_mods(text, "odd.mods")
    assert [finding.code for finding in loaded.findings] == [code] * bool(code)
    assert loaded.works == ()


@WIDE
@given(made.libraries)
def test_mods_loses_nothing_and_is_the_same_to_the_byte(library):
    text = to_mods(library)
    loaded = load_mods(text, "made.mods")
    assert loaded.findings == ()
    assert plain(loaded.works) == plain(library.works)
    assert to_mods(loaded) == text


TAGS = [*ORDER, "title", "namePart", "number", "detail", "odd", "role", "roleTerm", "url", "topic", "publisher"]
LEAVES = st.builds(
    lambda tag, type_, text: f"<{tag}{type_}>{text}</{tag}>",
    st.sampled_from(TAGS),
    st.sampled_from(["", ' type="translated"', ' type="host"', ' lang="zh"', ' usage="x"', ' authority="marcgt"']),
    st.sampled_from(["", "Zhao, Lei", "2007", "book", "aut", "中国", "&lt;a&gt; &amp;", "  x  y ", "a<b>c</b> <i/>"]),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda tag, type_, inside: f"<{tag}{type_}>{''.join(inside)}</{tag}>",
        st.sampled_from(TAGS),
        st.sampled_from(["", ' type="host"', ' type="personal"', ' type="abbreviated"', ' displayLabel="x"']),
        st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)


@WIDE
@given(st.lists(TREES, max_size=4))
def test_records_of_any_shape_stay_the_same_once_they_are_read(trees):
    loaded = load_mods(f"<mods>{''.join(trees)}</mods>", "odd.mods")
    assert loaded.findings == ()
    text = to_mods(loaded)
    again = load_mods(text, "again.mods")
    assert plain(again.works) == plain(loaded.works)
    assert to_mods(again) == text


@pytest.fixture(scope="module")
def bibutils(tmp_path_factory):
    """What a program of bibutils makes of a MODS text; any complaint of it fails."""
    if not shutil.which("xml2bib"):
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
            "bibutils is not installed: apt-get install bibutils"
        )

    def run(program, text):
        path = tmp_path_factory.mktemp("bibutils") / "in.xml"
        path.write_text(text, encoding="utf-8")
        told = subprocess.run([program, path], capture_output=True, text=True, check=True)
        assert told.stderr.count("\n") == 1, told.stderr  # how many it read, and no complaint
        return told.stdout.removeprefix("\ufeff")

    return run


def test_bibutils_makes_bibtex_of_it(bibutils, library):
    found = bibutils("xml2bib", to_mods(library))
    assert found.count("\n@") + 1 == len(library.works)
    assert all(f"{{{work.key}," in found for work in library.works)


@pytest.mark.parametrize("program", ["xml2bib", "xml2ris"])
@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("container", [Title(), Title(Face("Renmin Ribao"))])
def test_bibutils_knows_every_type(bibutils, program, name, container):
    assert "Peace" in bibutils(program, to_mods(library_of(Work("k", name, Title(Face("Peace")), container))))


def test_bibutils_reads_the_fields_of_an_article(bibutils):
    article = Work(
        "zhao2009",
        "article-journal",
        Title(Face("Zhongguo canyu", "zh-Latn-pinyin"), Face("中国参与", "zh-Hans")),
        Title(Face("Dangdai Yatai")),
        author=(Name("Zhao", "Lei", original="赵磊"), Name(literal="Xinhua")),
        fields={
            "date": "2009-02",
            "volume": "12",
            "issue": "2",
            "pages": "54-72",
            "doi": "10.1/x",
            "issn": "1007-161X",
        },
    )
    found = bibutils("xml2ris", to_mods(library_of(article)))
    lines = (
        "TY  - JOUR|AU  - Zhao, Lei|AU  - Xinhua|PY  - 2009|TI  - Zhongguo canyu|JO  - Dangdai Yatai|SP  - 54|EP  - 72"
    )
    for line in [*lines.split("|"), "VL  - 12", "IS  - 2", "SN  - 1007-161X", "DO  - 10.1/x"]:
        assert line in found.splitlines()


def test_two_works_of_one_key_get_ids_of_their_own():
    work = Work("1 a&b", "book")
    text = to_mods(library_of(work, work, replace(work, key="")))
    assert check(text) == []
    assert [found.key for found in load_mods(text, "").works] == ["1 a&b", "1 a&b", ""]
