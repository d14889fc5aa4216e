"""Thin lines drawn on a page: the separators that stand above notes."""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from citekit.read.pdf.glyphs import Glyphs
from citekit.read.pdf.sheets import Block, Rule

_PICTURES = (pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_SHADING, pdfium_c.FPDF_PAGEOBJ_FORM)
_THICKEST = 2.0
_SHORTEST = 30.0
_MOST = 20_000
"""Objects of a page that are looked at; only a drawing has more."""
_FLUSH = 8.0
_NEAR = 3.0
_UNDERLINE = 0.35


def drawn(page: pdfium.PdfPage, glyphs: Glyphs) -> tuple[tuple[Rule, ...], bool]:
    """The horizontal lines of a page, from top to bottom, and whether it holds a picture."""
    edges = [ctypes.c_float() for _ in range(4)]
    places = [ctypes.byref(edge) for edge in edges]
    found = []
    pictures = False
    for index in range(min(pdfium_c.FPDFPage_CountObjects(page.raw), _MOST)):
        one = pdfium_c.FPDFPage_GetObject(page.raw, index)
        kind = pdfium_c.FPDFPageObj_GetType(one)
        pictures = pictures or kind in _PICTURES
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            pdfium_c.FPDFPageObj_GetBounds(one, *places)
            left, bottom, right, top = (edge.value for edge in edges)
            (left, bottom), (right, top) = glyphs.turned((left, bottom), (right, top))
            if top - bottom < _THICKEST and right - left > _SHORTEST:
                found.append(Rule(left, right, bottom))
    return tuple(sorted(found, key=lambda rule: -rule.height)), pictures


def separated(block: Block, ruled: tuple[Rule, ...]) -> dict[int, int]:
    """The lines of a block above which a rule stands that begins where the block does → its width in points."""
    left, right = min(line.left for line in block), max(line.right for line in block)
    found = {}
    for one in ruled:
        below = next((at for at, line in enumerate(block) if line.base < one.height), len(block))
        if below and block[below - 1].base - one.height < _UNDERLINE * block[below - 1].size:
            continue  # a link is underlined
        near = 0 < below < len(block) or (below == 0 and one.height - block[0].base < _NEAR * block[0].size)
        if near and abs(one.left - left) < _FLUSH and one.right < right + _FLUSH:
            found[below] = round(one.right - one.left)
    return found
