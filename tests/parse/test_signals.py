"""Words that introduce a citation, at its head and in the middle of a sentence; and the same words elsewhere."""

from __future__ import annotations

import pytest

from citekit.parse.signals import inner_signals, opening_signal

OPENING = [
    ("See, Zhang Tiannan, “Guoji anquan,”", "See", "Zhang"),
    ("See also, “Zhonguo ‘lankui’,”", "See also", "“Zhonguo"),
    ("See, for example, Wei Heping, X", "See, for example", "Wei"),
    ("see, e.g., Foot, X", "see, e.g.", "Foot"),
    ("See generally Kim, X", "See generally", "Kim"),
    ("Cf. Waltz, X", "Cf.", "Waltz"),
    ("But see Wendt, X", "But see", "Wendt"),
    ("For example, see Foot", "For example, see", "Foot"),
    ("For details, see Foot", "For details, see", "Foot"),
    ("Quoted in Kim, X", "Quoted in", "Kim"),
    ("Cited in Kim, X", "Cited in", "Kim"),
    ("Vgl. Weber, X", "Vgl.", "Weber"),
    ("Vgl. auch Weber, X", "Vgl. auch", "Weber"),
    ("Siehe Luhmann 1972", "Siehe", "Luhmann"),
    ("Voir Cabestan, X", "Voir", "Cabestan"),
    ("Cfr. Bobbio, X", "Cfr.", "Bobbio"),
    ("Véase García, X", "Véase", "García"),
    ("参见王逸舟", "参见", "王"),
    ("参见：王逸舟", "参见", "王"),
    ("(see Gill and Reilly, X)", "see", "Gill"),
    ("E.g., Foot, X", "E.g.", "Foot"),
    ("Compare Foot, X", "Compare", "Foot"),
]

NO_OPENING = [
    "Seeing Like a State",
    "Seem Is, X",
    "Cfr",
    "Vglas, A.",
    "Zhao Lei, X",
    "Seeger, P.",
    "seesaw",
    "Quoted words",
    "“See,” X",
    "",
]


@pytest.mark.parametrize(("text", "signal", "then"), [pytest.param(*row, id=row[0]) for row in OPENING])
def test_at_the_head(text, signal, then):
    start, end, begins = opening_signal(text, 0, len(text))
    assert text[start:end] == signal
    assert text[begins:].startswith(then)


@pytest.mark.parametrize("text", NO_OPENING)
def test_no_signal_at_the_head(text):
    assert opening_signal(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "signals"),
    [
        ("For such a study, see, Mao Luipeng, “X”", ["see"]),
        ("For the pressure, for example, see Policy),” X", ["for example, see"]),
        ("On the earlier period see ibid.", ["see"]),
        ("for the debate, see also Foot; on others cf. Kim", ["see also", "cf."]),
        ("mehr dazu, vgl. auch Weber", ["vgl. auch"]),
        ("they did not see it coming in 2004", ["see"]),
        ("as seen from Beijing", []),
        ("the Holy See was silent", ["See"]),
        ("overseeing it", []),
        ("Zhao Lei, Jiangou Heping", []),
    ],
)
def test_inside_a_sentence(text, signals):
    """The words alone: whether a citation follows is for the splitter to say."""
    assert [text[start:end] for start, end, _ in inner_signals(text, 0, len(text))] == signals
