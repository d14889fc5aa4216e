"""Plain text, the text of a BibTeX value, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.write.latex import decode, encode, even

BOTH_WAYS = [
    ("R&D at 5%, $3 #1 a_b", r"R\&D at 5\%, \$3 \#1 a\_b"),
    ("{x} ~ ^ \\", r"\textbraceleft{}x\textbraceright{} \textasciitilde{} \textasciicircum{} \textbackslash{}"),
    (r"\& is an ampersand", r"\textbackslash{}\& is an ampersand"),
    ("Stähle’s “建构和平” – 1994", "Stähle’s “建构和平” – 1994"),
    ("a\u00a0b\u3000c", "a\u00a0b\u3000c"),
]
LATEX = [
    ("Stähle", r"St\"ahle"),
    ("China’s – “x”", r"China{\textquoteright}s {\textendash} {\textquotedblleft}x{\textquotedblright}"),
    ("赵磊 & 王", r"赵磊 \& 王"),
]
DECODED = [
    (r"St{\"a}hle", "Stähle"),
    (r"St\"{a}hle \ss{} \'E {\v{s}}", "Stähle ß É š"),
    (r"{UN} {P}eacekeeping", "UN Peacekeeping"),
    (r"a~b", "a\u00a0b"),
    (r"\emph{Renmin Ribao}", "Renmin Ribao"),
    (r"\url{http://x.org/a_b%20c}", "http://x.org/a_b%20c"),
    ("broken \\", "broken"),
    ("open { brace", "open brace"),
]
EVEN = [
    ("  a \t b\n", "a b"),
    ("a\u2028b\x85c", "a b c"),
    ("a\x00b\ufffec\ud800", "abc"),
    ("\u3000a\u00a0", "\u3000a\u00a0"),
]


@pytest.mark.parametrize(("plain", "value"), BOTH_WAYS)
def test_special_characters_are_escaped_and_come_back(plain, value):
    assert encode(plain) == value
    assert decode(value) == plain


@pytest.mark.parametrize(("plain", "value"), LATEX)
def test_accents_become_commands_on_request(plain, value):
    assert encode(plain, latex=True) == value
    assert decode(value) == plain


@pytest.mark.parametrize(("value", "plain"), DECODED)
def test_values_of_other_hands_are_read(value, plain):
    assert decode(value) == plain


@pytest.mark.parametrize(("text", "evened"), EVEN)
def test_white_space_is_evened(text, evened):
    assert even(text) == evened


@given(st.text())
def test_every_text_comes_back_evened(text):
    assert decode(encode(text)) == even(text)


@given(st.text())
def test_a_value_is_one_line_with_balanced_braces_and_no_escaped_ones(text):
    value = encode(text)
    assert value.count("{") == value.count("}")
    assert r"\{" not in value
    assert "\n" not in value
