"""What a font's name says of the style it sets."""

from __future__ import annotations

import pytest

from citekit.read.pdf.styles import merged, style_of


@pytest.mark.parametrize(
    ("name", "flagged", "style"),
    [
        ("TimesNewRomanPSMT", False, ""),
        ("TimesNewRomanPS-ItalicMT", False, "italic"),
        ("ABCDEF+TimesNewRoman,Italic", False, "italic"),
        ("ABCDEF+MinionPro-It", False, "italic"),
        ("MinionPro-BoldIt", False, "italic"),
        ("Helvetica-Oblique", False, "italic"),
        ("CMTI10", False, "italic"),
        ("SFTI0900", False, "italic"),
        ("CMR10", False, ""),
        ("LMRoman10-Italic", False, "italic"),
        ("CMCSC10", False, "small-caps"),
        ("LMRomanCaps10-Regular", False, "small-caps"),
        ("AGaramond-RegularSC", False, "small-caps"),
        ("ABCDEF+Scala-SC", False, "small-caps"),
        ("Garamond-SmallCaps", False, "small-caps"),
        ("DigitalSans", False, ""),
        ("Capitals", False, ""),
        ("Whitman", False, ""),
        ("F1", True, "italic"),
        ("F1", False, ""),
    ],
)
def test_a_style_is_told_by_name_or_flag(name, flagged, style):
    assert style_of(name, flagged) == style


def test_neighbours_of_one_style_are_one_run():
    words = [(0, 3, ""), (4, 7, "italic"), (8, 12, "italic"), (12, 13, ""), (14, 20, "italic")]
    assert [(run.start, run.end, run.style) for run in merged(words)] == [(4, 12, "italic"), (14, 20, "italic")]
