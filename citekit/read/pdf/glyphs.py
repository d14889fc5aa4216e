"""The characters of a page as PDFium gives them: its text at once, place and size only where they are asked for.

Every question about a character is a call into a C library: asked of all of them they take five times as long as the
text itself. Coordinates are points; x grows to the right and y upwards, as the text of the page runs.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from typing import TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

Point: TypeAlias = tuple[float, float]

_ITALIC = 1 << 6
"""PDF 32000-1, table 123: the flag of an italic font."""
_SAMPLE = 24
_TURNED = 0.3
_UNKNOWN = "\ufffd"
_PLAIN = dict.fromkeys([*range(32), *range(127, 160), *range(0xD800, 0xE000), 0x2028, 0x2029, 0xFEFF, 0xFFFF], " ") | {
    0x02: "-",
    0xAD: "-",
    0xFFFE: "-",
}
"""Signs that no line of text may hold are blanks; PDFium's signs for a hyphen are one, so is a soft one in print."""
_NAME = 256


class Glyphs:
    """The characters of one page; an index is that of PDFium, and of :attr:`text`."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        """Load the text of a page; :meth:`close` frees it."""
        self._textpage = page.get_textpage()
        self._raw = self._textpage.raw
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at = ctypes.byref(self._x), ctypes.byref(self._y)
        self._matrix = pdfium_c.FS_MATRIX()
        self._box = tuple(ctypes.c_double() for _ in range(4))
        self._edges = tuple(ctypes.byref(edge) for edge in self._box)
        self._loose = pdfium_c.FS_RECTF()
        self._name = ctypes.create_string_buffer(_NAME)
        self.text = self._load().translate(_PLAIN)
        self._quarter = self._direction()
        pdfium_c.FPDF_GetPageBoundingBox(page.raw, self._loose)  # what a page shows, its boxes inherited or not
        edges = (self._loose.left, self._loose.bottom), (self._loose.right, self._loose.top)
        (self.left, self.bottom), (self.right, self.top) = self.turned(*edges)

    def close(self) -> None:
        """Free what PDFium holds of the page's text."""
        self._textpage.close()

    def _load(self) -> str:
        count = max(pdfium_c.FPDFText_CountChars(self._raw), 0)
        buffer = ctypes.create_string_buffer(2 * (2 * count + 1))
        units = pdfium_c.FPDFText_GetText(self._raw, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
        text = buffer.raw[: 2 * max(units - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        codes = (pdfium_c.FPDFText_GetUnicode(self._raw, index) for index in range(count))
        return "".join(chr(code) if 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF else _UNKNOWN for code in codes)

    def _direction(self) -> int:
        """The direction in which most of the text runs, in quarters of a turn against the clock."""
        step = max(1, len(self.text) // _SAMPLE)
        found = Counter(self._quarters(index) for index in range(0, len(self.text), step))
        return found.most_common(1)[0][0] if found else 0

    def _quarters(self, index: int) -> int:
        matrix = self._matrix_of(index)
        if abs(matrix.b) <= abs(matrix.a):
            return 0 if matrix.a >= 0 else 2
        return 1 if matrix.b > 0 else 3

    def _matrix_of(self, index: int) -> pdfium_c.FS_MATRIX:
        """How a character is scaled and turned; a negative font size in a turned matrix is upright."""
        matrix = self._matrix
        if not pdfium_c.FPDFText_GetMatrix(self._raw, index, matrix):
            matrix.a, matrix.b, matrix.c, matrix.d = 1.0, 0.0, 0.0, 1.0
        if matrix.a < 0 and pdfium_c.FPDFText_GetFontSize(self._raw, index) < 0:
            matrix.a, matrix.b, matrix.c, matrix.d = -matrix.a, -matrix.b, -matrix.c, -matrix.d
        return matrix

    def _turn(self, x: float, y: float) -> Point:
        """A point as it lies when the text runs from left to right."""
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self._quarter]

    def turned(self, first: Point, second: Point) -> tuple[Point, Point]:
        """The lower left and the upper right corner of a box, as it lies when the text runs from left to right."""
        (left, bottom), (right, top) = self._turn(*first), self._turn(*second)
        return (min(left, right), min(bottom, top)), (max(left, right), max(bottom, top))

    def origin(self, index: int) -> Point:
        """Where a character stands: the left end of its baseline."""
        pdfium_c.FPDFText_GetCharOrigin(self._raw, index, *self._at)
        return (self._x.value, self._y.value) if not self._quarter else self._turn(self._x.value, self._y.value)

    def size(self, index: int) -> float:
        """The size a character is printed in; 0 where it is turned against the text of the page.

        The font size alone may be 1 or negative: the rest is in the matrix.
        """
        matrix = self._matrix_of(index)
        along, across = ((matrix.a, matrix.b), (matrix.b, -matrix.a), (-matrix.a, -matrix.b), (-matrix.b, matrix.a))[
            self._quarter
        ]
        if along <= 0 or abs(across) > _TURNED * along:
            return 0.0
        return abs(float(pdfium_c.FPDFText_GetFontSize(self._raw, index))) * math.hypot(matrix.c, matrix.d)

    def box(self, index: int) -> tuple[float, float]:
        """The lower and the upper edge of what is printed of a character."""
        pdfium_c.FPDFText_GetCharBox(self._raw, index, *self._edges)
        left, right, bottom, top = (edge.value for edge in self._box)
        (_, lower), (_, upper) = self.turned((left, bottom), (right, top))
        return lower, upper

    def end(self, index: int) -> float:
        """Where the next character on the line would begin."""
        pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, self._loose)
        box = (self._loose.left, self._loose.bottom), (self._loose.right, self._loose.top)
        return self.turned(*box)[1][0]

    def font(self, index: int) -> tuple[str, bool]:
        """The name of a character's font, and whether it is flagged as italic."""
        flags = ctypes.c_int()
        length = pdfium_c.FPDFText_GetFontInfo(self._raw, index, self._name, _NAME, ctypes.byref(flags))
        name = self._name.value.decode("utf-8", "replace") if 0 < length <= _NAME else ""
        return name, bool(flags.value & _ITALIC)
