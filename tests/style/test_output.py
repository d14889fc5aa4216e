"""Trees in every format: table by table what stands there, and pandoc's word that nothing of the text is lost."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from io import BytesIO

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from citekit.style.errors import StyleError
from citekit.style.node import Leaf, Source, Span, text
from citekit.style.output import FORMATS, docx, html, writer
from citekit.style.output.layout import Layout
from citekit.style.output.links import ascii_only, safe


def leaf(words):
    return Leaf(words, Source("value"))


def span(style, *children, href=""):
    return Span(tuple(leaf(child) if isinstance(child, str) else child for child in children), style, href)


DOI = "https://doi.org/10.1/a_b"
HTML = [
    (span("italic", "Fog"), "<i>Fog</i>"),
    (span("oblique", "Fog"), '<span style="font-style:oblique;">Fog</span>'),
    (
        span("italic", "On ", span("roman", "Emma")),
        '<i>On <span style="font-style:normal;">Emma</span></i>',
    ),
    (span("bold", "a", span("unbold", "b")), '<b>a<span style="font-weight:normal;">b</span></b>'),
    (span("light", "a"), '<span style="font-weight:lighter;">a</span>'),
    (span("small-caps", "Lei"), '<span style="font-variant:small-caps;">Lei</span>'),
    (span("caps-normal", "Lei"), '<span style="font-variant:normal;">Lei</span>'),
    (span("underline", "u"), '<span style="text-decoration:underline;">u</span>'),
    (span("no-underline", "u"), '<span style="text-decoration:none;">u</span>'),
    (span("superscript", "2", span("subscript", "i")), "<sup>2<sub>i</sub></sup>"),
    (span("baseline", "x"), '<span style="baseline">x</span>'),
    (span("nocase", "x", span("nodecor", "y")), "xy"),
    (leaf("<script>alert('&amp;')</script>"), "&#60;script&#62;alert('&#38;amp;')&#60;/script&#62;"),
    (span("link", "x", href=f"{DOI}?a=b&c"), f'<a href="{DOI}?a=b&#38;c">x</a>'),
    (span("link", "x", href="https://a.b/\"onclick='x'"), "<a href=\"https://a.b/%22onclick='x'\">x</a>"),
    (span("link", "x", href="javascript:alert(1)"), "x"),
    (span("left-margin", "[1]"), '\n    <div class="csl-left-margin">[1]</div>'),
    (span("right-inline", "Fog."), '<div class="csl-right-inline">Fog.</div>\n  '),
    (span("block", "Fog."), '\n\n    <div class="csl-block">Fog.</div>\n'),
    (span("indent", "Fog."), '<div class="csl-indent">Fog.</div>\n  '),
]
STARRED = span("", "Zhao, ", span("italic", "Fog ", span("roman", "and "), "Mist*"), ". 1_2.")
MARKDOWN = [
    (STARRED, r"Zhao, *Fog* and *Mist\**. 1_2.".replace("_", r"\_")),
    (span("", "“m”", span("bold", "x", span("italic", "y"))), "“m”**x*y***"),
    (span("", "x", span("superscript", "2"), span("subscript", "a b")), "x^2^<sub>a b</sub>"),
    (span("small-caps", "Lei"), "[Lei]{.smallcaps}"),
    (span("underline", "Lei"), "[Lei]{.underline}"),
    (span("link", "x", href=DOI), f"[x](<{DOI}>)"),
    (span("link", "x", href="data:x"), "x"),
    (span("", span("italic", "a"), span("bold", "b")), "*a*<!-- -->**b**"),
    (leaf("1. Fog"), r"1\. Fog"),
    (leaf("A) Fog"), r"A\) Fog"),
    (leaf("- Fog -- mist - haze..."), r"\- Fog \-\- mist - haze\.\.\."),
    (leaf("<b>[x](y)</b> @fog $1$ #2"), r"\<b\>\[x\](y)\</b\> \@fog \$1\$ \#2"),
    (leaf("a\n\nb"), "a b"),
    (span("", span("left-margin", "[1]"), span("right-inline", "Fog.")), r"\[1\] Fog."),
    (span("", "Fog.", span("block", "Mist.")), "Fog.\\\nMist."),
]
LATEX = [
    (STARRED, r"Zhao, \textit{Fog }and \textit{Mist*}. 1\_2."),
    (
        leaf("50 % & #1 $x {y} \\z ~ ^"),
        r"50 \% \& \#1 \$x \{y\} \textbackslash{}z \textasciitilde{} \textasciicircum{}",
    ),
    (
        leaf("a--b \"x\" 'y' 赵磊 p.\u00a07"),
        r"a{-}-b \textquotedbl{}x\textquotedbl{} \textquotesingle{}y\textquotesingle{} 赵磊 p.~7",
    ),
    (span("small-caps", "Lei"), r"\textsc{Lei}"),
    (span("bold", "b", span("oblique", "o")), r"\textbf{b\textsl{o}}"),
    (span("superscript", "2"), r"\textsuperscript{2}"),
    (span("subscript", "2"), r"\textsubscript{2}"),
    (span("underline", "2"), r"\underline{2}"),
    (span("link", "x", href="https://a.b/50%25#é_"), r"\href{https://a.b/50\%25\#\%C3\%A9\_}{x}"),
]
RTF = [
    (STARRED, r"Zhao, {\i Fog }and {\i Mist*}. 1_2."),
    (leaf("a\\b {c}"), r"a\\b \{c\}"),
    (leaf("Yán 𠮷–é"), r"Y{\uc0\u225}n {\uc0\u-10174\u-8265\u8211\u233}"),
    (span("bold", "b", span("small-caps", "s")), r"{\b b{\scaps s}}"),
    (span("superscript", "2"), r"{\super 2}"),
    (
        span("link", "x", href="https://a.b/é{"),
        r'{\field{\*\fldinst{HYPERLINK "https://a.b/%C3%A9%7B"}}{\fldrslt{\ul\cf1 x}}}',
    ),
    (span("", "Fog.", span("block", "Mist.")), "Fog.\\line\nMist."),
]
REST = [
    (STARRED, r"Zhao, *Fog* and *Mist\**. 1\_2."),
    (span("", "a", span("italic", "b"), "c"), r"a\ *b*\ c"),
    (span("italic", "b", span("bold", "c")), r"*b*\ **c**"),
    (span("", "x", span("superscript", "2")), r"x\ :sup:`2`"),
    (span("link", "x", href=DOI), f"`x <{DOI}>`__"),
    (leaf("A. Smith, x_ and `y`| *"), r"\A. Smith, x\_ and \`y\`\| \*"),
    (leaf("- Fog::"), r"\- Fog\:\:"),
    (span("", "Fog.", span("indent", "Mist.")), "| Fog.\n|     Mist."),
]
TEXT = [
    (STARRED, "Zhao, Fog and Mist*. 1_2."),
    (span("", span("left-margin", "[1]"), span("right-inline", "Fog.")), "[1] Fog."),
    (span("", "Fog.", span("block", "Mist."), span("indent", "Haze.")), "Fog.\nMist.\n    Haze."),
    (leaf("a\n b\x00\ud800"), "a b"),
]
ROWS = [
    (form, tree, written)
    for form, rows in {
        "html": HTML, "markdown": MARKDOWN, "latex": LATEX, "rtf": RTF, "rst": REST, "text": TEXT,
    }.items()
    for tree, written in rows
]  # fmt: skip


@pytest.mark.parametrize(("form", "tree", "written"), ROWS)
def test_a_tree_is_written(form, tree, written):
    assert writer(form).write_entry(tree) == written


BIBLIOGRAPHIES = {
    "text": (Layout(), "[1] Fog.\n\n[2] Mist.\n"),
    "html": (
        Layout("flush"),
        (
            '<div class="csl-bib-body">\n'
            '  <div class="csl-entry">\n    <div class="csl-left-margin">[1] </div>'
            '<div class="csl-right-inline">Fog.</div>\n  </div>\n'
            '  <div class="csl-entry">\n    <div class="csl-left-margin">[2] </div>'
            '<div class="csl-right-inline">Mist.</div>\n  </div>\n'
            "</div>"
        ),
    ),
    "markdown": (Layout(), "\\[1\\] Fog.\n\n\\[2\\] Mist.\n\n"),
    "rst": (Layout(), "\\[1] Fog.\n\n\\[2] Mist.\n\n"),
    "latex": (
        Layout("flush", entry_spacing=0, line_spacing=2),
        (
            "{\\linespread{2}\\selectfont\n"
            "\\begin{list}{}{\\setlength{\\itemsep}{0\\baselineskip}\\setlength{\\parsep}{0pt}"
            "\\setlength{\\leftmargin}{2em}}\n"
            "\\item[{[1]}] Fog.\n\\item[{[2]}] Mist.\n\\end{list}\n}\n"
        ),
    ),
    "rtf": (
        Layout("margin", entry_spacing=0.5),
        (
            "{\\rtf1\\ansi\\ansicpg1252\\deff0\n"
            "{\\fonttbl{\\f0\\froman Times New Roman;}}\n{\\colortbl;\\red5\\green99\\blue193;}\n"
            "\\pard\\sa120\\sl240\\slmult1\\li720\\fi-720 [1]\\tab Fog.\\par\n"
            "\\pard\\sa120\\sl240\\slmult1\\li720\\fi-720 [2]\\tab Mist.\\par\n}\n"
        ),
    ),
}
ENTRIES = [
    span("", span("left-margin", f"[{number}] "), span("right-inline", title))
    for number, title in ((1, "Fog."), (2, "Mist."))
]


@pytest.mark.parametrize("form", FORMATS)
def test_a_bibliography_is_written(form):
    layout, written = BIBLIOGRAPHIES[form]
    assert writer(form).write_bibliography(ENTRIES, layout) == written


def test_a_hanging_indent_is_a_hanging_indent():
    layout = Layout(hanging_indent=True)
    assert "\\setlength{\\itemindent}{-2em}" in writer("latex").write_bibliography([leaf("[Fog]")], layout)
    assert "\\item {}[Fog]" in writer("latex").write_bibliography([leaf("[Fog]")], layout)
    assert "\\fi-720 Fog" in writer("rtf").write_bibliography([leaf("Fog")], layout)
    assert writer("text").write_bibliography([leaf("Fog"), leaf("Mist")], Layout(entry_spacing=0)) == "Fog\nMist\n"


def test_each_leaf_can_say_where_it_comes_from():
    author = Leaf("<Zhao>", Source("variable", "author", 'a"1', "family", face="original"))
    tree = span("italic", author, Leaf(". ", Source("affix")))
    assert html.write_entry(tree, data_attributes=True) == (
        '<i><span data-item="a&#34;1" data-variable="author" data-part="family" data-face="original">'
        "&#60;Zhao&#62;</span>. </i>"
    )


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://a.b/c", "https://a.b/c"),
        (" HTTP://a.b/c d", "HTTP://a.b/c%20d"),
        ('https://a.b/\n"<>\\^`{|}', "https://a.b/%0A%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("https://a.b/赵", "https://a.b/赵"),
        ("javascript:alert(1)", ""),
        ("ftp://a.b", ""),
        ("//a.b", ""),
        ("", ""),
    ],
)
def test_only_addresses_of_the_web_are_links(href, address):
    assert safe(href) == address


def test_an_address_in_ascii_keeps_its_escapes():
    assert ascii_only("https://a.b/%20赵?x=[1]#y") == "https://a.b/%20%E8%B5%B5?x=[1]#y"


def test_an_unknown_format_is_a_sentence():
    with pytest.raises(StyleError, match=r"^There is no format pdf: take one of html, latex, markdown, rst, rtf, text"):
        writer("pdf")


WORDS = st.sampled_from(
    "Zhao 建构 “m” D’Arcus * ** _x_ [1] [a](b) <b>x</b> &amp; 1. a) (1) A. - -- --- ... # @x $x$ ^x^ ~ \\ \\foo {x} } "
    "54–72 p.\u00a07 é % = :x: .. Mr. 12(2) , . ; ? ! !! ii. C# a*b*c ' \" + II. < > << // a_ _ «x» x:y".split(" ")
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", ""])).map("".join), min_size=1, max_size=4).map("".join)
STYLES = st.sampled_from(
    "italic bold small-caps superscript subscript underline roman unbold oblique light nocase baseline link".split()
)
TREES = st.recursive(
    TEXTS.map(leaf),
    lambda trees: st.builds(
        lambda style, children: span(style, *children, href=f"{DOI}%20(c)#~x?a=b&c"),
        st.one_of(st.just(""), STYLES),
        st.lists(trees, min_size=1, max_size=4),
    ),
    max_leaves=8,
).filter(lambda tree: re.search(r"\w", text(tree)))
INLINE = {"Emph", "Strong", "SmallCaps", "Superscript", "Subscript", "Underline", "Strikeout"}


def words_of(inlines):
    """The text of pandoc's inline elements; one that our text should not have become shows as its JSON."""
    told = ""
    for inline in inlines:
        kind, value = inline["t"], inline.get("c")
        if kind == "Str":
            told += value
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            told += " "
        elif kind in INLINE:
            told += words_of(value)
        elif kind in ("Link", "Span"):
            told += words_of(value[1])
        elif kind == "Quoted":
            told += f"“{words_of(value[1])}”"
        elif kind != "RawInline" or value[1] not in ("<!-- -->", "<sup>", "</sup>", "<sub>", "</sub>"):
            told += json.dumps(inline)
    return told


def paragraphs(blocks):
    for block in blocks:
        kind, value = block["t"], block.get("c")
        if kind in ("Para", "Plain"):
            yield " ".join(words_of(value).split())
        elif kind == "Div":
            yield from paragraphs(value[1])
        elif kind == "DefinitionList":  # a list with empty labels
            yield from (each for _, parts in value for part in parts for each in paragraphs(part))
        elif kind == "BulletList":
            yield from (each for part in value for each in paragraphs(part))
        else:
            yield json.dumps(block)


def read_back(form, written):
    command = [docx.find_pandoc(), f"--from={form}", "--to=json"]
    told = subprocess.run(command, input=written, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    return list(paragraphs(json.loads(told)["blocks"]))


@pytest.mark.parametrize("form", ["html", "markdown", "latex", "rtf", "rst"])
@given(trees=st.lists(TREES, min_size=10, max_size=30))
@settings(max_examples=6, deadline=None, derandomize=True, phases=[Phase.generate])  # to shrink takes pandoc minutes
def test_pandoc_reads_the_same_text_back(form, trees):
    written = writer(form).write_bibliography(trees)
    assert read_back(form, written) == [" ".join(text(tree).split()) for tree in trees]


def test_a_word_file_has_the_text_and_its_looks():
    data = docx.write_bibliography([STARRED, span("italic", "<script>")])
    with zipfile.ZipFile(BytesIO(data)) as file:
        document = file.read("word/document.xml").decode()
    assert re.sub(r"<[^>]*>", "", document).split() == "Zhao, Fog and Mist*. 1_2. &lt;script&gt;".split()
    assert "<w:i />" in document
    assert 'w:val="Bibliography"' in document


def test_without_pandoc_a_word_file_is_a_sentence(monkeypatch):
    monkeypatch.setattr(docx.shutil, "which", lambda *_, **__: None)
    with pytest.raises(StyleError, match="pandoc, which is not installed: pip install pypandoc-binary"):
        docx.write_bibliography([STARRED])


def test_a_pandoc_that_fails_is_a_sentence(monkeypatch):
    monkeypatch.setattr(docx, "find_pandoc", lambda: "/bin/false")
    with pytest.raises(StyleError, match="/bin/false could not write the Word file"):
        docx.write_bibliography([STARRED])
