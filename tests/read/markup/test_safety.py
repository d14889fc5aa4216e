"""Files that would do harm or are none: one sentence each, at once, and little memory; nothing of a zip on disk."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile

import pytest

from citekit.errors import CitekitError
from citekit.read import read_bytes

ENTITIES = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
FILE = '<!DOCTYPE a SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
DEEP = "<p>" * 400 + "x" + "</p>" * 400
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'
JATS = '<article article-type="x"><body>{}</body></article>'


def packed(parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts:
            archive.writestr(name, part)
    return data.getvalue()


def zeros(count, size):
    return [(f"word/media/{at}.bin", bytes(size)) for at in range(count)]


@pytest.fixture(scope="module")
def harmful(word):
    paragraph = "<w:p/>"
    whole = word.docx(paragraph)
    archive = zipfile.ZipFile(io.BytesIO(whole))
    parts = [(name, archive.read(name)) for name in archive.namelist()]
    body = dict(parts)["word/document.xml"].decode()

    def with_body(text):
        return packed([(name, text if name == "word/document.xml" else part) for name, part in parts])

    container = '<container><rootfiles><rootfile full-path="{}"/></rootfiles></container>'
    return {
        "a zip of nothing": packed([("a.txt", "x")]),
        "an empty zip": b"PK\x05\x06" + bytes(18),
        "half a docx": whole[: len(whole) // 2],
        "a zip bomb": packed([*parts, *zeros(1, 40 << 20)]),
        "many parts": packed([*parts, *((f"word/{at}", b"") for at in range(10_050))]),
        "a path that climbs": packed([*parts, ("../../etc/passwd", "x")]),
        "an absolute path": packed([*parts, ("/etc/passwd", "x")]),
        "an entity in docx": with_body(ENTITIES + body.replace("<w:p/>", "<w:p>&c;</w:p>")),
        "a doctype in docx": with_body("<!DOCTYPE document>" + body),
        "depth in docx": with_body(body.replace("<w:p/>", DEEP.replace("<p", "<w:p").replace("</p", "</w:p"))),
        "torn xml in docx": with_body(body[:-20]),
        "no body in docx": with_body(body.replace("w:document", "w:other")),
        "an entity in odt": word.zipped({"content.xml": ENTITIES + "<a>&c;</a>"}),
        "an odt of nothing": word.zipped({"content.xml": "<a/>"}),
        "an epub without pages": word.zipped({"META-INF/container.xml": container.format("a.opf"), "a.opf": "<a/>"}),
        "an epub that climbs": word.zipped(
            {
                "META-INF/container.xml": container.format("a.opf"),
                "a.opf": '<p><item id="a" href="../../x.xhtml"/><itemref idref="a"/></p>',
            }
        ),
        "an epub without its list": word.zipped({"META-INF/container.xml": container.format("gone.opf")}),
        "an entity in jats": (ENTITIES + JATS.format("<p>&c;</p>")).encode(),
        "a file in jats": (FILE + JATS.format("<p>&x;</p>")).encode(),
        "depth in jats": JATS.format(DEEP).encode(),
        "torn jats": JATS.format("<p>a<fn>").encode(),
        "an entity in tei": (ENTITIES + TEI.format("<p>&c;</p>")).encode(),
        "depth in tei": TEI.format(DEEP).encode(),
        "depth in html": f"<html><body>{'<div>' * 4000}x</body></html>".encode(),
        "an entity in html": (ENTITIES + "<html><body>&c;</body></html>").encode(),
        "an empty page": b"<html></html>",
    }


NAMES = [
    *("a zip of nothing", "half a docx", "a zip bomb", "many parts", "a path that climbs", "an absolute path"),
    *("an entity in docx", "a doctype in docx", "depth in docx", "torn xml in docx", "no body in docx"),
    *("an entity in odt", "an odt of nothing", "an epub without pages", "an epub that climbs"),
    *("an epub without its list", "an entity in jats", "a file in jats", "depth in jats", "torn jats"),
    *("an entity in tei", "depth in tei", "depth in html", "an entity in html", "an empty page", "an empty zip"),
]


@pytest.mark.parametrize("name", NAMES)
def test_what_does_harm_is_refused_in_a_sentence(name, harmful, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tracemalloc.start()
    with pytest.raises(CitekitError) as caught:
        read_bytes(harmful[name], "paper")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    told = str(caught.value)
    assert told.startswith("paper ")
    assert told.endswith(".")
    assert "\n" not in told
    assert peak < 100_000_000
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_it_is_refused_at_once(name, harmful):
    start = time.process_time()
    with pytest.raises(CitekitError):
        read_bytes(harmful[name], "paper")
    assert time.process_time() - start < 2


def test_a_page_with_a_doctype_is_a_page():
    page = (
        b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
        b'<html><body><p>A<a id="r" href="#n"><sup>1</sup></a></p><p id="n"><a href="#r">1</a> Weber.</p></body></html>'
    )
    assert [note.text for note in read_bytes(page, "a").notes] == ["Weber."]
