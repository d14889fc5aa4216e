"""Text case (CSL 1.0.2, "Text-case") over whole nodes, so that words that cross markup are seen whole.

Text that markup fixes (``nocase``, superscripts, small capitals) and other faces of a title keep their case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from citekit.style.box import Node, Text

STOP_WORDS = frozenset(
    "a about above across afore after against along alongside amid amidst among amongst an and anenst apropos apud"
    " around as aside astride at athwart atop barring before behind below beneath beside besides between beyond but by"
    " circa despite d' d’ de down during et et-al except for forenenst from given in inside into la le lest like"
    " modulo near next nor notwithstanding of off on onto opposite or out outside over pace past per plus pro qua"
    " round sans since so than the through throughout thru thruout till to toward towards under underneath unlike"
    " until unto up upon van versus via vis-à-vis von vs vs. v v. with within without worth yet".split()
)
"""Words that title case leaves small inside a title: articles, conjunctions, prepositions, particles of names."""

_WORD = re.compile(r"[^\s\u00a0/–—\-]+")
_ENDS = (".", "?", "!", ":", "—")


def recased(node: Node, case: str, *, english: bool, turkish: bool = False) -> Node:
    """The node in a text case; ``title`` and ``sentence`` change English text alone."""
    if case == "title" and not english:
        return node
    if isinstance(node, Text) and not node.fixed:
        return Text(_recased(node.text, case, turkish=turkish), node.source, held=node.held)
    leaves = list(_leaves(node, ("face", "foreign") if case in _OF_ENGLISH else ("face",)))
    text = "".join(leaf.text for leaf, _ in leaves)
    fixed = [frozen for leaf, frozen in leaves for _ in leaf.text]
    changed = _CASES[case](text, fixed, turkish) if case in _CASES else list(text)
    at = 0
    new: dict[int, Text] = {}
    for number, (leaf, _) in enumerate(leaves):
        end = at + len(leaf.text)
        new[number] = Text("".join(changed[at:end]), leaf.source, fixed=leaf.fixed)
        at = end
    return _rebuilt(node, iter(new.values()))


@lru_cache(maxsize=16384)
def _recased(text: str, case: str, *, turkish: bool) -> str:
    """A text without markup in a case."""
    change = _CASES.get(case)
    return "".join(change(text, [False] * len(text), turkish)) if change else text


_OF_ENGLISH = ("title", "sentence", "capitalize-all")
"""Cases that a title in another language is not set in, even beside its translation."""


def _leaves(node: Node, kept: tuple[str, ...], *, frozen: bool = False) -> list[tuple[Text, bool]]:
    if isinstance(node, Text):
        return [(node, frozen or node.fixed)]
    inner = frozen or node.fixed or node.what in kept
    return [pair for kid in node.kids for pair in _leaves(kid, kept, frozen=inner)]


def _rebuilt(node: Node, leaves: Iterator[Text]) -> Node:
    if isinstance(node, Text):
        return next(leaves)
    return node.with_kids([_rebuilt(kid, leaves) for kid in node.kids])


def _upper(char: str, turkish: bool) -> str:  # noqa: FBT001
    return "İ" if turkish and char == "i" else char.upper()


def _lower(char: str, turkish: bool) -> str:  # noqa: FBT001
    return {"I": "ı", "İ": "i"}.get(char, char.lower()) if turkish else char.lower()


def uppercase(text: str, fixed: list[bool], turkish: bool) -> list[str]:  # noqa: FBT001
    """Every letter a capital."""
    return [char if frozen else _upper(char, turkish) for char, frozen in zip(text, fixed, strict=True)]


def lowercase(text: str, fixed: list[bool], turkish: bool) -> list[str]:  # noqa: FBT001
    """Every letter small."""
    return [char if frozen else _lower(char, turkish) for char, frozen in zip(text, fixed, strict=True)]


def capitalize_first(text: str, fixed: list[bool], turkish: bool) -> list[str]:  # noqa: FBT001
    """The first letter a capital, the rest as it stands."""
    chars = list(text)
    at = next((at for at, char in enumerate(text) if char.isalnum()), None)
    if at is not None and not fixed[at]:
        chars[at] = _upper(chars[at], turkish)
    return chars


def capitalize_all(text: str, fixed: list[bool], turkish: bool) -> list[str]:  # noqa: FBT001
    """The first letter of every word a capital."""
    chars = list(text)
    for word in re.finditer(r"[^\s]+", text):
        _capital(chars, word.start(), word.end(), fixed, turkish)
    return chars


def _capital(chars: list[str], start: int, end: int, fixed: list[bool], turkish: bool) -> None:  # noqa: FBT001
    at = next((at for at in range(start, end) if chars[at].isalnum()), None)
    if at is not None and not fixed[at]:
        chars[at] = _upper(chars[at], turkish)


def sentence(text: str, fixed: list[bool], turkish: bool) -> list[str]:  # noqa: FBT001
    """The first letter a capital, words small but for those of capitals alone."""
    return capitalize_first("".join(lowercase(text, fixed, turkish)), fixed, turkish)


def title(text: str, fixed: list[bool], turkish: bool) -> list[str]:  # noqa: FBT001
    """Every word but stop words with a capital; words with capitals of their own stay."""
    chars = list(text)
    words = [word for word in _WORD.finditer(text) if any(map(str.isalnum, word[0]))]
    for number, word in enumerate(words):
        start, end = word.span()
        bare = word[0].strip(".,;:!?()[]{}“”‘’\"'«»")
        if any(map(str.isupper, bare)) or not bare:
            continue
        first = number == 0 or _begins(text, start)
        last = number == len(words) - 1 and len(words) > 1
        if _is_stop(bare, text, start, end) and not first and not (last and _ends_whole(text, start)):
            continue
        if len(bare) == 1 and not first and _joined(text, start) and _before(text, start).isdigit():
            continue
        at = next((at for at in range(start, end) if text[at].isalnum()), start)
        if not fixed[at] and not _greek(text[at]):
            chars[at] = _upper(text[at], turkish)
    return chars


def _greek(char: str) -> bool:
    return "\u0370" <= char <= "\u03ff"


def _is_stop(bare: str, text: str, start: int, end: int) -> bool:
    if bare in STOP_WORDS:
        # "Pro-environmental": a stop word that begins a compound is no stop word, "Out-of-fashion" keeps its "of"
        return text[end : end + 1] != "-" or _joined(text, start)
    return bare.startswith(("d'", "d’", "l'", "l’")) and len(bare) > 2


def _joined(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] in "-–/"


def _before(text: str, start: int) -> str:
    return text[start - 2 : start - 1]


def _begins(text: str, start: int) -> bool:
    """Whether a word begins a sentence or a subtitle: what stands before it ends one."""
    before = text[:start].rstrip(" \u00a0“‘\"'([{")
    return (before.endswith((":", "?", "!", ".")) and before[-1:] != ".") or before.endswith(("? ", "! "))


def _ends_whole(text: str, start: int) -> bool:
    return not _joined(text, start)


_CASES: dict[str, Callable[[str, list[bool], bool], list[str]]] = {
    "uppercase": uppercase,
    "lowercase": lowercase,
    "capitalize-first": capitalize_first,
    "capitalize-all": capitalize_all,
    "sentence": sentence,
    "title": title,
}
