"""PDFs drawn operator by operator: what no typesetter of ours does, and the programs of publishers do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

WIDTH, HEIGHT = 420.0, 595.0
RAISED = re.compile(r"\^(\d+)\^|_([^_]+)_")
FONTS = {"F1": "Times-Roman", "F2": "Times-Italic"}


@dataclass
class Page:
    """A page that text is put on; ``shape`` says how a size is written and a number raised."""

    shape: str = "plain"
    attributes: str = ""
    operators: list[str] = field(default_factory=list)

    def line(self, x: float, y: float, size: float, text: str) -> None:
        """A line of text from its left end; ``^12^`` is a raised number, ``_title_`` is in italics."""
        parts = []
        reached = 0
        for match in RAISED.finditer(text):
            parts += [
                ("F1", text[reached : match.start()], 0),
                ("F1", match[1], 1) if match[1] else ("F2", match[2], 0),
            ]
            reached = match.end()
        for font, words, raised in [*parts, ("F1", text[reached:], 0)]:
            if words:
                self.operators.append(self._shown(x, y, size, font, words, raised=bool(raised)))
                x += sum(_width(char) for char in words) * size * (0.6 if raised else 1)

    def _shown(self, x: float, y: float, size: float, font: str, words: str, *, raised: bool) -> str:  # noqa: PLR0913
        small, lift = (size * 0.6, size * 0.35) if raised else (size, 0)
        drawn = f"<{words.encode('cp1252').hex()}> Tj"
        if self.shape == "matrix":
            return f"BT /{font} 1 Tf {small} 0 0 {small} {x} {y + lift} Tm {drawn} ET"
        if self.shape == "negative":
            return f"BT /{font} -{small} Tf -1 0 0 -1 {x} {y + lift} Tm {drawn} ET"
        if self.shape == "rise":
            return f"BT /{font} {small} Tf 1 0 0 1 {x} {y} Tm {lift} Ts {drawn} 0 Ts ET"
        return f"BT /{font} {small} Tf 1 0 0 1 {x} {y + lift} Tm {drawn} ET"

    def turned(self, x: float, y: float, size: float, text: str) -> None:
        """A line that runs upwards."""
        self.operators.append(f"BT /F1 {size} Tf 0 1 -1 0 {x} {y} Tm <{text.encode('cp1252').hex()}> Tj ET")

    def rule(self, x: float, y: float, length: float) -> None:
        """A thin line."""
        self.operators.append(f"0.5 w {x} {y} m {x + length} {y} l S")


def _width(char: str) -> float:
    """About how wide a character of Times is, in its size."""
    if char in "iljt.,:;’‘'|!()[]f r":
        return 0.29
    return 0.72 if char.isupper() or char in "mw—" else 0.47


def pdf(pages: list[Page]) -> bytes:
    """The file of some pages."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    fonts = " ".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>"
        for name, base in FONTS.items()
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} /MediaBox [0 0 {WIDTH} {HEIGHT}] >>",
        f"<< /Font << {fonts} >> >>",
    ]
    for at, page in enumerate(pages):
        stream = "\n".join(page.operators)
        objects.append(f"<< /Type /Page /Parent 2 0 R /Resources 3 0 R /Contents {5 + 2 * at} 0 R {page.attributes} >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _file(objects)


def _file(objects: list[str]) -> bytes:
    parts = ["%PDF-1.7\n"]
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n{body}\nendobj\n")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = sum(map(len, parts))
    size = len(objects) + 1
    parts.append(f"xref\n0 {size}\n0000000000 65535 f \n{table}")
    parts.append(f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n")
    return "".join(parts).encode("latin-1")
