"""Word files and OpenDocument texts out of the few elements that a test is about."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from html import escape

import pytest

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


def make_docx(body: str, foot: str = "", end: str = "", **more: str) -> bytes:
    """A Word file of a body and the inner XML of its parts; ``links`` are ``id=address`` pairs of the footnotes."""
    links = [pair.split("=", 1) for pair in more.get("links", "").split()]
    hyperlinks = "".join(
        f'<Relationship Id="{key}" Type="{RELATED}/hyperlink" Target="{target}" TargetMode="External"/>'
        for key, target in links
    )
    kinds = ("footnotes", "endnotes", "styles", "settings")
    relations = "".join(f'<Relationship Id="{kind}" Type="{RELATED}/{kind}" Target="{kind}.xml"/>' for kind in kinds)
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    apart = '<w:{0} w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{RELATED}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{relations}</Relationships>',
            "word/_rels/footnotes.xml.rels": f'<Relationships xmlns="{package}">{hyperlinks}</Relationships>',
            "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
            "word/footnotes.xml": f"<w:footnotes {W} {R}>{apart.format('footnote')}{foot}</w:footnotes>",
            "word/endnotes.xml": f"<w:endnotes {W} {R}>{apart.format('endnote')}{end}</w:endnotes>",
            "word/styles.xml": f"<w:styles {W}>{more.get('styles', '')}</w:styles>",
            "word/settings.xml": f"<w:settings {W}>{more.get('settings', '')}</w:settings>",
            "docProps/custom.xml": f"<Properties>{more.get('properties', '')}</Properties>",
        }
    )


def make_odt(body: str, styles: str = "", meta: str = "") -> bytes:
    """An OpenDocument text of the inner XML of its body, its styles and its properties."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {ODF}><office:meta>{meta}</office:meta></office:document-meta>",
        }
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def footnote(key: int, inner: str, kind: str = "foot") -> str:
    return f'<w:{kind}note w:id="{key}"><w:p><w:r><w:{kind}noteRef/></w:r>{inner}</w:p></w:{kind}note>'


def call(key: int, kind: str = "foot") -> str:
    return f'<w:r><w:{kind}noteReference w:id="{key}"/></w:r>'


def field(instruction: str, result: str, cut: int = 40) -> str:
    """A complex field, its instruction cut into runs as Word cuts long ones."""
    pieces = [instruction[at : at + cut] for at in range(0, len(instruction), cut)]
    told = "".join(f'<w:r><w:instrText xml:space="preserve">{escape(piece)}</w:instrText></w:r>' for piece in pieces)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f"{mark.format('begin')}{told}{mark.format('separate')}{result}{mark.format('end')}"


def citation(*items: Mapping[str, object], **properties: str) -> str:
    """The JSON of a citation as citeproc has it."""
    return json.dumps({"citationID": "x", "properties": properties, "citationItems": list(items)}, ensure_ascii=False)


@pytest.fixture(scope="session")
def word():
    """What makes Word files: ``word.docx(…)``, ``word.run(…)`` and so on."""
    return Maker


class Maker:
    """The functions of this module under short names, for test folders are no packages."""

    docx = staticmethod(make_docx)
    odt = staticmethod(make_odt)
    zipped = staticmethod(zipped)
    run = staticmethod(run)
    note = staticmethod(footnote)
    call = staticmethod(call)
    field = staticmethod(field)
    citation = staticmethod(citation)
