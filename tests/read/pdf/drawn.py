"""PDFs drawn operator by operator: what no typesetter of ours does, and the programs of publishers do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from textwrap import wrap

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

    def _shown(self, x: float, y: float, size: float, font: str, words: str, *, raised: bool) -> str:
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


@dataclass(frozen=True)
class How:
    """How a drawn paper looks and what is wrong with it."""

    shape: str = "plain"
    attributes: str = ""
    label: str = "^{}^ "
    marker: str = "^{}^"
    body: float = 11
    note: float = 8
    per_page: int = 4
    restart: bool = False
    notes_first: bool = False
    stamp: bool = False
    rule: bool = False
    foot: str = ""
    head: str = "Journal of Missions"
    star: str = ""
    lost: frozenset[int] = frozenset()
    unlabelled: frozenset[int] = frozenset()
    unmarked: frozenset[int] = frozenset()
    captions: frozenset[int] = frozenset()


def paper(notes: tuple[str, ...], how: How, passages: tuple[str, ...]) -> bytes:
    """Notes at the foot of pages whose body marks them; ``lost`` are left out, ``captions`` are pages with a table."""
    pages = []
    for at in range(0, len(notes), how.per_page):
        page = Page(how.shape, how.attributes)
        share = range(at, min(at + how.per_page, len(notes)))
        number = at // how.per_page + 1
        if how.head:
            page.line(50, 570, 9, f"{number + 22}   {how.head}" if number % 2 else f"{how.head}   {number + 22}")
        body, y = _body(how, share, at, passages)
        if number in how.captions:
            body.append((60, y - 6, how.note, f"Table {number}: Missions and the states that sent troops to them"))
            y -= 3 * how.note
        foot = _foot(how, share, at, notes, y - 16, first=number == 1)
        if how.rule:
            page.rule(50, y - 6, 90)
        for line in foot + body if how.notes_first else body + foot:
            page.line(*line)
        if how.foot:
            page.line(50, 25, 7, how.foot)
        if how.stamp:
            page.turned(30, 150, 7, "Downloaded from https://journal.example at University on 12 May 2020")
        pages.append(page)
    return pdf(pages)


def _body(how: How, share: range, at: int, passages: tuple[str, ...]) -> tuple[list[tuple], float]:
    lines: list[tuple] = []
    y = 540.0
    for index in share:
        number = index - at + 1 if how.restart else index + 1
        marker = "" if number in how.unmarked else how.marker.format(number)
        before, after = passages[index % len(passages)], passages[(index + 3) % len(passages)]
        for words in wrap(f"{before}{marker} {after}", 66):
            lines.append((50, y, how.body, words))
            y -= how.body * 1.25
    return lines, y


def _foot(how: How, share: range, at: int, notes: tuple[str, ...], y: float, *, first: bool) -> list[tuple]:
    texts = [f"* {how.star}"] if first and how.star else []
    for index in share:
        number = index - at + 1 if how.restart else index + 1
        if number not in how.lost:
            label = "" if number in how.unlabelled else how.label.format(number)
            texts.append(label + notes[index])
    lines = []
    for text in texts:
        for words in wrap(text, int(680 / how.note)):
            lines.append((50, y, how.note, words))
            y -= how.note * 1.2
    return lines
