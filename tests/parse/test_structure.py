"""What encloses what: quotations and brackets, those whose marks an author forgot, those a page end tore off."""

from __future__ import annotations

import pytest

from citekit.parse.structure import analyse

# the note, then what its quotations (with their marks' kind) and brackets at the top level hold
ENCLOSED = [
    ("“Jiji de gongxian,” Renmin Ribao", ["quote Jiji de gongxian,"]),
    ("„Chinas neue Rolle“, in: Internationale Politik", ["quote Chinas neue Rolle"]),
    ("« La Chine et le monde », Politique étrangère", ["quote  La Chine et le monde "]),
    ('"China\'s Choice," Survival', ["quote China's Choice,"]),
    ("‘Chinese Power’, The China Journal", ["quote Chinese Power"]),
    ("'Chinese Power' in The China Journal", ["quote Chinese Power"]),
    ("《建构和平》，九州出版社", ["quote 建构和平"]),
    ("「国連PKO」『国際政治』", ["quote 国連PKO", "quote 国際政治"]),
    # quotations in quotations, apostrophes, possessives
    ("“Zhonguo ‘lankui’ rang shijie kan shenme,” X", ["quote Zhonguo ‘lankui’ rang shijie kan shenme,"]),
    ("“China’s Turn to the People’s Forces,” X", ["quote China’s Turn to the People’s Forces,"]),
    ("“Di’erpi fu an’nan (the Scholars’ Congress),” X", ["quote Di’erpi fu an’nan (the Scholars’ Congress),"]),
    ("‘China’s turn to the UN’ (2001) 5 Modern Law Rev. 1", ["quote China’s turn to the UN", "bracket 2001"]),
    ("‘The judges’ view of law’, Ratio Juris", ["quote The judges’ view of law"]),
    ("China’s forces and the author’s notes", []),
    ("He Hongze,“ Zhongguo (China),” X", ["quote  Zhongguo (China),"]),
    # brackets
    ("(Beijing: Jiuzhou Chubanshe, 2007), p. 5", ["bracket Beijing: Jiuzhou Chubanshe, 2007"]),
    ("[On (early) forms] (1990)", ["bracket On (early) forms", "bracket 1990"]),
    ("（北京，2007年）【案】", ["bracket 北京，2007年", "bracket 案"]),
    ("an open (bracket in running words", []),
    ("a closing) bracket alone", []),
    # a closing mark forgotten: the gloss before the comma ends the title
    (
        "“Zhongguo canjia (China Joins), X, May 31, 1997; “Woguo,” Y",
        ["quote Zhongguo canjia (China Joins)", "quote Woguo,"],
    ),
    ("“a motto for which nobody asked. See, “Jiji,” X", ["quote Jiji,"]),
]


@pytest.mark.parametrize(("text", "held"), [pytest.param(*row, id=row[0]) for row in ENCLOSED])
def test_enclosures(text, held):
    assert [f"{e.kind} {text[slice(*e.inner)]}" for e in analyse(text).enclosures] == held


@pytest.mark.parametrize(
    ("text", "gaps", "held", "closed"),
    [
        pytest.param(
            "“Zhongmeng lianhe xunlian (Joint Training",
            (41,),
            "Zhongmeng lianhe xunlian (Joint Training",
            False,
            id="the end is lost",
        ),
        pytest.param("(Beijing: Jiuzhou", (17,), "Beijing: Jiuzhou", False, id="the end of a bracket is lost"),
        pytest.param("of the UN),” Renmin Ribao", (0,), "of the UN),", False, id="the beginning is lost"),
        pytest.param(
            "See “Wo guo juban shouqi Course Held),” X",
            (28,),
            "Wo guo juban shouqi Course Held),",
            True,
            id="the middle is lost",
        ),
    ],
)
def test_enclosures_torn_by_lost_text(text, gaps, held, closed):
    first = analyse(text, gaps).enclosures[0]
    assert (text[slice(*first.inner)], first.closed) == (held, closed)


def test_only_what_is_really_closed_counts_as_closed():
    forgotten, closed = analyse("“Zhongguo (China), X, May 31, 1997; “Woguo,” Y").enclosures
    assert (forgotten.closed, closed.closed) == (False, True)


def test_the_mask_tells_inside_from_outside():
    text = "Zhao, “Jiji,” X (2001)."
    structure = analyse(text)
    outside = "".join(char if structure.at_top(i) else "_" for i, char in enumerate(text))
    assert outside == "Zhao, _______ X ______."
    assert structure.at_top(len(text) + 5)


def test_enclosures_of_a_stretch_by_kind():
    text = "“A,” (1) “B,” [2]"
    structure = analyse(text)
    assert [text[slice(*e.inner)] for e in structure.quotes(5, len(text))] == ["B,"]
    assert [text[slice(*e.inner)] for e in structure.brackets(0, 10)] == ["1"]
