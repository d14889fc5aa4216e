"""What a file is, told by its content: the formats that are read, and those that are no text at all."""

from __future__ import annotations

import io
import re
import zipfile

_SAVE = "save it as docx or odt, or make text of it"
_RECOGNISE = "read it with a text recogniser such as tesseract first"
_PAPER = "`citekit extract` reads the notes of such a paper"
_KINDS = (
    (b"%PDF-", "a PDF file", _PAPER),
    (b"%!PS", "a PostScript file", "make a PDF of it first, with `ps2pdf` for instance"),
    (b"AT&TFORM", "a DjVu file", "make text of it first, with `djvutxt` for instance"),
    (b"{\\rtf", "an RTF file", _SAVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office file", _SAVE),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"BZh", "a compressed file", "unpack it first"),
    (b"\xfd7zXZ\x00", "a compressed file", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "an archive", "unpack it first"),
    (b"\x89PNG", "an image", _RECOGNISE),
    (b"\xff\xd8\xff", "an image", _RECOGNISE),
    (b"II*\x00", "an image", _RECOGNISE),
    (b"MM\x00*", "an image", _RECOGNISE),
    (b"GIF8", "an image", _RECOGNISE),
)
_ZIPPED = {"docx": "a Word file", "odt": "an OpenDocument file", "epub": "an EPUB file"}
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds a locked Office file (MS-OFFCRYPTO, 2.3.4.4)."""
_HEAD = 1 << 18
_ROOT = re.compile(
    r"(?>\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+<(?:[\w.-]+:)?(?P<root>[A-Za-z][\w.-]*)(?P<rest>[^>]*)",
    re.DOTALL | re.IGNORECASE,
)
_PAGE = frozenset("html head body div p section main table ol ul dl h1 h2 h3 h4 h5 h6 span sup a em i b center".split())
_JATS = re.compile(
    r"JATS|NLM//DTD|DocBook|docbook|dtd-version|article-type|<(?:front|article-meta|body|back|fn-group)\b"
)
_ROOTS = {
    "tei": "tei",
    "tei.2": "tei",
    "teicorpus": "tei",
    "pmc-articleset": "jats",
    "book": "jats",
    "document": "odt",
    "document-content": "odt",
}
_MARKS = (
    (
        "latex",
        re.compile(
            r"^[^%\n]*\\(?:documentclass|begin\s*\{document\}|(?:\w*footnote\w*|footcite\w*)\s*[\[{])", re.MULTILINE
        ),
    ),
    ("typst", re.compile(r"#footnote\s*[\[(]|^#(?:set|show|import|let)\s+\S", re.MULTILINE)),
    ("markdown", re.compile(r"^ {0,3}\[\^[^\]\s]+\]:\s|(?<=\S)\^\[[^\]]", re.MULTILINE)),
)
"""What the sources of three formats have and plain text has not."""


def format_of(data: bytes) -> str:
    """The format of a file, ``text`` where it is none of those with signs of their own.

    These are ``pdf``, ``docx``, ``odt``, ``epub``, ``html``, ``jats``, ``tei``, ``rtf``, ``latex``, ``markdown`` and
    ``typst``.
    """
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data) or "text"
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    text = _head(data)
    root = _ROOT.match(text) if text.lstrip().startswith("<") else None
    if root and (form := _tree(root, text)):
        return form
    return next((form for form, mark in _MARKS if mark.search(text)), "text")


def is_paper(data: bytes) -> bool:
    """Whether a file is of a kind that holds papers alone, and neither a library nor a list of references."""
    return format_of(data) in {*_ZIPPED, "pdf", "rtf"}


def kind_of(data: bytes) -> tuple[str, str] | None:
    """What a file is that is no text, and what to do about it; None for what may be text."""
    if data.startswith(b"PK\x03\x04"):
        named = _ZIPPED.get(_zipped(data))
        return (named, _PAPER) if named else ("a zip archive that holds no paper", "unpack it first")
    if data.startswith(b"\xd0\xcf\x11\xe0") and _LOCKED in data:
        return "an Office file that is locked with a password", "save it without one"
    head = data[:16].lstrip(b"\r\n\t ")
    return next(((name, advice) for sign, name, advice in _KINDS if head.startswith(sign)), None)


def _zipped(data: bytes) -> str:
    """The format of a zipped file by the names of its parts, or, where their list is damaged, by its bytes."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        names = {name for name in ("word/", "content.xml", "META-INF/container.xml") if name.encode() in data}
    if any(name.startswith("word/") for name in names):
        return "docx"
    if "META-INF/container.xml" in names:
        return "epub"
    return "odt" if "content.xml" in names else ""


def _head(data: bytes) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data[:_HEAD].decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff")


def _tree(root: re.Match[str], text: str) -> str:
    """The format of XML or HTML by its outermost element."""
    name = root["root"].casefold()
    if name == "article" and _JATS.search(text):
        return "jats"
    if name in _ROOTS:
        return _ROOTS[name]
    if name in _PAGE or (name == "article" and "</" in text):
        return "html" if name in ("html", "head", "body") or "</" in text else ""
    return ""
