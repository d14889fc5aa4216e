"""Lists of references: which headings open one, where the entries begin, what is left alone."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.read import read_text
from citekit.read.captions import heads_references
from citekit.read.join import joined

BODY = "A Paper\n\nThe canal was old when the road was new.1 Others disagree.2\n\n1 Fravel 1996, p. 3.\n2 Ibid.\n"
ENTRIES = (
    "Fravel, M. Taylor. “China’s Attitude toward Peacekeeping since 1989.” Asian Survey 36, no. 11 (1996): 1102–21.",
    "Gill, Bates, and James Reilly. “Sovereignty, Intervention and Peacekeeping.” Survival 42, no. 3 (2000): 41–59.",
    "Guowuyuan Xinwen Bangongshi. 2008 nian Zhongguo de guofang [China’s National Defense in 2008]. Beijing, 2009.",
    "Johnston, Alastair Iain. “Is China a Status Quo Power?” International Security 27, no. 4 (2003): 5–56.",
    "Li Dongyan. Jiangou Heping [Constructing Peace]. Beijing: Jiuzhou Chubanshe, 2007.",
    "———. “Zhongguo yu Lianheguo weihe.” Waijiao Pinglun 2 (2012). https://www.example.org/zh/a-b.html",
    "Nathan, Andrew J., and Robert S. Ross. The Great Wall and the Empty Fortress. New York: W. W. Norton, 1997.",
    "United Nations. Report of the Panel on United Nations Peace Operations. A/55/305-S/2000/809. 21 August 2000.",
    "Zhao Lei. “Zhongguo weihe xingdong.” Shijie Jingji yu Zhengzhi, no. 3 (2001): 15–17.",
)


@pytest.mark.parametrize(
    "heading",
    [
        "References",
        "REFERENCES",
        "5. References",
        "Bibliography:",
        "Select Bibliography",
        "Works Cited",
        "List of References",
        "Sources",
        "Literaturverzeichnis",
        "Quellen- und Literaturverzeichnis",
        "Références bibliographiques",
        "Bibliografía",
        "参考文献",
        "參考書目",
    ],
)
def test_headings_of_a_list(heading):
    assert heads_references(heading)


@pytest.mark.parametrize(
    "line", ["References to Kant are few", "Appendix", "Notes", "The literature", "Source: UN DPKO"]
)
def test_other_lines_head_no_list(line):
    assert not heads_references(line)


def listing(layout, width=78):
    """The entries as a list, and what each of its lines is set in."""
    lines = []
    for number, entry in enumerate(ENTRIES, 1):
        hanging = "    " if layout == "hanging" else ""
        label = f"{number}. " if layout == "numbered" else ""
        wide = 2000 if layout == "paragraphs" else width
        lines += textwrap.wrap(label + entry, wide, subsequent_indent=hanging, break_on_hyphens=False)
        lines += [""] if layout == "blank lines" else []
    return "\n".join(lines)


@pytest.mark.parametrize("layout", ["flush", "hanging", "blank lines", "numbered", "paragraphs"])
@pytest.mark.parametrize("width", [64, 78, 96])
def test_the_entries_are_cut(layout, width):
    document = read_text(f"{BODY}\nReferences\n\n{listing(layout, width)}\n", "text")
    texts = [entry.text.removeprefix(f"{at}. ") for at, entry in enumerate(document.references, 1)]
    assert texts == list(ENTRIES)
    assert [note.text for note in document.notes] == ["Fravel 1996, p. 3.", "Ibid."]
    assert [entry.id for entry in document.references] == [f"r{at}" for at in range(1, len(ENTRIES) + 1)]


def test_an_appendix_ends_the_list():
    text = (
        f"{BODY}\nReferences\n\n{listing('hanging')}\n\nAppendix A\n\nThe tables of 1999 stand here. They are long.\n"
    )
    document = read_text(text, "text")
    assert len(document.references) == len(ENTRIES)
    assert document.references[-1].text == ENTRIES[-1]


def test_notes_below_the_heading_stay_notes():
    text = f"{BODY}\nIt ends here.3\n\nReferences\n\n{listing('hanging')}\n\n3 Zhao Lei, Jiangou Heping, p. 12.\n"
    document = read_text(text, "text")
    assert document.notes[2].text == "Zhao Lei, Jiangou Heping, p. 12."
    assert [entry.text for entry in document.references] == list(ENTRIES)


def test_prose_below_such_a_heading_is_no_list():
    prose = "The papers of the canal company lie in three archives. None is complete. They were\nmoved twice.\n"
    assert read_text(f"{BODY}\nSources\n\n{prose}", "text").references == ()


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from([*ENTRIES, "", "and so on", "1990. 12", "Notes", "References"]), max_size=14), st.data()
)
def test_every_character_keeps_its_place(lines, data):
    text = f"{BODY}\nReferences\n" + data.draw(st.sampled_from(["\n", "\n\n", "\r\n"])).join(lines)
    document = read_text(text, "text")
    assert "".join(text[region.start : region.end] for region in document.regions) == text
    for entry in document.references:
        assert joined(text, entry.spans) == entry.text
