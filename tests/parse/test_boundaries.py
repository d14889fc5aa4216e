"""Where one statement of a note ends and the next begins: the marks that part, and those that do not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from citekit.parse.boundaries import boundaries, is_quoted_sentence
from citekit.parse.structure import analyse

# statements parted by " | "
PARTED = [
    "“A title,” Renmin Ribao, May 3, 2001. | See also, “Another,” Xinhua, May 4, 2001.",
    "Zhao Lei, Jiangou Heping (Beijing: Jiuzhou, 2007); | Guo Jisi, “Lianheguo,” Renmin Ribao, May 3, 1988.",
    "It was so. | It is not so now.",
    "Was it so? | It was.",
    "Where he said “it was so at each of the levels.” | See, Zhang Tiannan, “Guoji anquan,” X.",
    "(Beijing: Jiuzhou, 2007). | Besides, there is more.",
    "He went on. | 90 days were given.",
    "June 21, 2007. | Available at http://www.chinanews.com.cn/gn (accessed May 3, 2008).",
    "p. 5. | ibid., p. 6.",
    "参见王逸舟：《创造性介入》，2011年，第5页；| 同上，第8页。",
    "《中国的国防》，1998年。| 又见《国防》。",
]

WHOLE = [
    "Vol. 20, No. 5 (2004), pp. 30 – 32",
    "ed. P. Birks, eds. A. and B., Hrsg. C. Müller",
    "M. Taylor Fravel, H. L. A. Hart, W. W. Norton, J.-P. Cabestan",
    "U.S. Policy and U.N. Peacekeeping",
    "Cf. Smith, cf. Jones, vgl. Weber, op. cit. Hart",
    "Dr. Zhao, Prof. Zhang, Gen. Li, Col. Wang",
    "Dec. 5, Sept. 7, Jan. 3",
    "Bd. 4, Nr. 3, S. 5 ff. Hamburg",
    "UN Doc. S/RES/1706",
    "“He said so. She did not; he did,” X",
    "(see A; B. C, and D. 5)",
    "Foreign Policy? (1883)",
    "vs. Other, no. 5, ch. 3, para. 12, fn. 4",
]


@pytest.mark.parametrize("row", PARTED)
def test_statements(row):
    text = row.replace(" | ", " ").replace("| ", "")
    statements = [part.strip() for part in row.split("|")]
    cuts = [*boundaries(analyse(text), 0, len(text)), len(text)]
    assert [text[a:b].strip() for a, b in pairwise(cuts)] == statements


@pytest.mark.parametrize("text", WHOLE)
def test_no_boundary(text):
    assert boundaries(analyse(text), 0, len(text)) == [0]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("China “plays constructive roles at each of the three levels.” See", True),
        ("He concluded that “the matter must wait.” Pang", True),
        ("It is said to be “a part of the whole,” but", True),
        ("the army was “developing a system of its own” then", True),
        ("Zhao Lei, “Jiji de gongxian,” Renmin Ribao", False),
        ("See, “the matter,” Xinhua", False),
        ("“Standing alone,” Xinhua", False),
        ("Hans Kelsen “Pure Theory of Law” (1934)", False),
    ],
)
def test_a_quoted_sentence_or_a_title(text, sentence):
    structure = analyse(text)
    assert is_quoted_sentence(structure, structure.enclosures[0], 0) is sentence
