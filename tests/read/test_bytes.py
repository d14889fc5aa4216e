"""Bytes of any kind become a text, or one sentence that says what they are."""

from __future__ import annotations

import io
import zipfile

import pytest

from citekit.errors import CitekitError
from citekit.read import decode_bytes, read_bytes
from citekit.read.bytes import decode

CHINESE = "1 王逸舟：《创造性介入》，北京：北京大学出版社，2011年，第12页。"
MIXED = "1 See, Wang Yizhou, Global Politics (《全球政治》), Beijing 2003, p. 5."
GERMAN = "1 Vgl. Müller, Die Bücher der Könige, Göttingen 1999, S. 12."
FRENCH = "2 Voir l'été à Besançon, éd. du Seuil, « Où vont-ils ? »"
JAPANESE = "1　山下光『国連平和維持活動』（2005年）、8頁。"
TEXTS = [
    ("gb18030", CHINESE),
    ("gb18030", "同上，第5页。"),
    ("gb18030", MIXED),
    ("gb18030", "3 “Smith’s view” – p. 5…"),
    ("gb18030", "Lü Desheng, Nüzhen, 1999"),
    ("big5", "1 王逸舟，《創造性介入》，臺北：聯經出版，2011年，頁12。"),
    ("shift_jis", JAPANESE),
    ("euc_jp", JAPANESE),
    ("euc_kr", "1) 김철수, 헌법학, 서울: 박영사, 2005, 12쪽."),
    ("latin-1", GERMAN),
    ("latin-1", "Müller"),
    ("latin-1", "Für Größe"),
    ("latin-1", FRENCH),
    ("latin-1", "déjà vu"),
    ("latin-1", "¿Qué pasó en España? Él murió."),
    ("latin-1", "Åke gick över ån"),
    ("cp1252", "See Stefan Stähle, “China’s View,” The China Quarterly, 2008."),
    ("cp1251", "1 Иванов И. И. Международное право. М., 1999. С. 5."),
    ("koi8_r", "1 Иванов И. И. Международное право. М., 1999. С. 5."),
    ("cp1250", "Źródło: Łódź, święto, ćwiczenia żółte"),
    *((encoding, text) for encoding in ("utf-8", "utf-16-le", "utf-16-be") for text in (GERMAN, CHINESE, JAPANESE)),
]


@pytest.mark.parametrize("times", [1, 30])
@pytest.mark.parametrize(("encoding", "text"), TEXTS)
def test_a_text_is_read_in_the_encoding_it_has(encoding, text, times):
    text = f"{text}\n" * times
    assert decode(text.encode(encoding), "paper.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_stays_in_the_text(encoding):
    decoded = decode(GERMAN.encode(encoding), "paper.txt")
    assert decoded.text == f"\ufeff{GERMAN}"
    assert not decoded.guessed


def test_a_text_that_is_utf_8_is_never_guessed():
    assert decode("Größe".encode(), "paper.txt") == decode("Größe".encode(), "other.txt")
    assert not decode("Größe".encode(), "paper.txt").guessed
    assert decode("Größe".encode("latin-1"), "paper.txt").guessed


def test_a_few_bad_bytes_do_not_make_utf_8_another_encoding():
    decoded = decode("Die Größe der Könige über Höhen für Mägde".encode() + b" \xff und \xfe mehr", "paper.txt")
    assert decoded.encoding == "utf-8"
    assert [decoded.text[at] for at in decoded.lost] == ["\ufffd", "\ufffd"]


def test_bytes_that_the_guess_cannot_read_are_pointed_at():
    document = read_bytes(f"{CHINESE}\n".encode("gb18030") * 9 + b"\xb1\xff\n", "paper.txt")
    assert document.encoding == "gb18030"
    (finding,) = (finding for finding in document.findings if finding.code == "RD010")
    assert finding.line == 10
    assert "\ufffd" in document.text[slice(*finding.span)]


def zipped(*names):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "application/epub+zip" if name == "mimetype" else "x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\n\x00\xff", "paper is a PDF file; `citekit extract` reads"),
        (
            zipped("[Content_Types].xml", "word/document.xml"),
            "paper is a Word file; `citekit extract` reads",
        ),
        (zipped("mimetype", "META-INF/container.xml"), "paper is an EPUB file"),
        (zipped("a.txt"), "paper is a zip archive that holds no paper; unpack it first."),
        (b"{\\rtf1\\ansi 1 A", "paper is an RTF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "paper is an old Word or Office file"),
        (b"\x89PNG\r\n\x1a\n", "paper is an image"),
        (b"\x1f\x8b\x08", "paper is a compressed file"),
        (bytes(range(256)) * 40, "paper holds binary data and no text;"),
        (b"word\x00word" * 50, "paper holds binary data and no text;"),
        (b"\x01\x02\x03" * 50, "paper holds binary data and no text;"),
        (b"", "paper is empty;"),
        (b" \n\t\r\n ", "paper holds nothing but blanks;"),
        (b"\xff\xfe", "paper holds nothing but blanks;"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data, told):
    with pytest.raises(CitekitError) as caught:
        decode_bytes(data, "paper")
    assert str(caught.value).startswith(told)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
