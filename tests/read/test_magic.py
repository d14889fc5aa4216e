"""Formats told by content: whatever a file is called, it is what it holds."""

from __future__ import annotations

import io
import zipfile

import pytest

from citekit.read.formats import READERS, reader_of
from citekit.read.magic import format_of, is_paper, kind_of


def zipped(*names):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


TABLE = [
    (b"%PDF-1.7", "pdf"),
    (b"junk before\n%PDF-1.4", "pdf"),
    (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
    (zipped("mimetype", "content.xml"), "odt"),
    (zipped("mimetype", "META-INF/container.xml", "a.xhtml"), "epub"),
    (zipped("mimetype", "content.xml")[:-20], "odt"),
    (zipped("a.txt"), "text"),
    (b"{\\rtf1\\ansi", "rtf"),
    (b"<!DOCTYPE html><html><body></body></html>", "html"),
    (b"\xef\xbb\xbf  <HTML>", "html"),
    ("\ufeff<html>".encode("utf-16-le"), "html"),
    (b"<?xml version='1.0'?><!-- a --><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'>", "html"),
    (b"<p>A page that lost its head.</p>", "html"),
    (b"<article><p>A page.</p></article>", "html"),
    (b"<?xml version='1.0'?><article dtd-version='1.2'><front/></article>", "jats"),
    (b"<!DOCTYPE article PUBLIC '-//NLM//DTD JATS v1.2//EN' 'a.dtd'><article><front/></article>", "jats"),
    (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'>", "tei"),
    (b"<tei:TEI xmlns:tei='http://www.tei-c.org/ns/1.0'>", "tei"),
    (b"<office:document xmlns:office='urn:x'>", "odt"),
    (b"<xml><records><record/></records></xml>", "text"),
    (b"<modsCollection/>", "text"),
    (b"\\documentclass{article}", "latex"),
    (b"A claim.\\footnote{Weber.}", "latex"),
    (b"% \\footnote{nothing}", "text"),
    (b"A claim.#footnote[Weber.]", "typst"),
    (b"A claim.[^1]\n\n[^1]: Weber.\n", "markdown"),
    (b"A claim.^[Weber.]", "markdown"),
    (b"1 Weber, Reise, p. 4.", "text"),
    (b"< 5 of them came", "text"),
    (b"<!-- " + b"a --><!-- " * 3000, "text"),
    (b"", "text"),
]


@pytest.mark.parametrize(("data", "form"), TABLE)
def test_a_format_is_told_by_what_a_file_holds(data, form):
    assert format_of(data) == form


def test_every_format_has_a_reader_that_is_there():
    assert all(callable(reader_of(form)) for form in READERS)
    assert reader_of("no such format") == reader_of("text")


def test_a_library_is_no_paper():
    assert is_paper(b"%PDF-1.7")
    assert not is_paper(b"@book{a, title={B}}")
    assert not is_paper(b"<xml><records/></xml>")


def test_a_locked_office_file_is_told():
    told = kind_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    assert told == ("an Office file that is locked with a password", "save it without one")
