"""Files that are no text, told by their first bytes: each gets its name and the way to make text of it."""

from __future__ import annotations

_SAVE = "save it as plain text, or make text of it with `pandoc -t plain`"
_PRINT = "make text of it first, with `pdftotext` for instance"
_KINDS = (
    (b"%!PS", "a PostScript file", _PRINT),
    (b"AT&TFORM", "a DjVu file", "make text of it first, with `djvutxt` for instance"),
    (b"{\\rtf", "an RTF file", _SAVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office file", _SAVE),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"BZh", "a compressed file", "unpack it first"),
    (b"\xfd7zXZ\x00", "a compressed file", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "an archive", "unpack it first"),
    (b"\x89PNG", "an image", "read it with a text recogniser such as tesseract first"),
    (b"\xff\xd8\xff", "an image", "read it with a text recogniser such as tesseract first"),
    (b"II*\x00", "an image", "read it with a text recogniser such as tesseract first"),
    (b"MM\x00*", "an image", "read it with a text recogniser such as tesseract first"),
    (b"GIF8", "an image", "read it with a text recogniser such as tesseract first"),
)
_ZIPPED = (
    (b"word/", "a Word file (docx)"),
    (b"opendocument.text", "an OpenDocument file (odt)"),
    (b"epub+zip", "an EPUB file"),
)


def kind_of(data: bytes) -> tuple[str, str] | None:
    """What a file is that is no text, and what to do about it; None for what may be text."""
    if data.startswith(b"PK\x03\x04"):
        named = next((name for sign, name in _ZIPPED if sign in data), None)
        return (named, _SAVE) if named else ("a zip archive", "unpack it first")
    head = data[:16].lstrip(b"\r\n\t ")
    return next(((name, advice) for sign, name, advice in _KINDS if head.startswith(sign)), None)
