"""Printed names → family and given, by evidence: surnames, syllables, the title's language, the document itself."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from citekit.data import lines, words
from citekit.language import fold_ascii, is_chinese, script, syllable_count
from citekit.language.wade_giles import readings
from citekit.model import Name, Order
from citekit.parse.memory import Memory
from citekit.parse.names import is_body, looks_pinyin_name, name_spans

_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?)+|[A-Z]{1,3}")
_HYPHENATED = re.compile(r"[A-Z][^\W\d_]{0,5}['’‘ʼ]?[a-zü]{0,5}-[a-z][a-zü'’‘ʼ]{0,6}")  # Tse-tung, Ch'ing-ling
_PARTICLES = frozenset("van von der den de del della di da du dos la le ten ter zu zur al- el- bin ibn af av".split())
_VIETNAMESE = frozenset(
    "nguyen nguyễn tran trần pham phạm hoang hoàng huynh phan vu vũ vo võ dang đặng bui bùi ngo ngô duong".split()
)
_SUFFIX = re.compile(r",?\s+(Jr|Sr|II|III|IV)\.?$")
_NOISE = re.compile(r"\s*\(?(?:eds?|hrsg|hg|editors?|comps?|trans)\.?\)?$", re.IGNORECASE)


def read_names(text: str, *, title_language: str, memory: Memory, body: bool = False) -> tuple[Name, ...]:
    """Read a printed list of names; a body, or anything that cannot be parted, is one literal name."""
    if (
        body
        or fold_ascii(text) in words("news-agencies.txt")
        or (is_body(text) and not re.match(r"[^\W\d_a-z][\w’'-]+,\s", text))
    ):
        return (Name(literal=text.strip(" ,"), order="literal", why="words of a corporate body"),)
    names = [
        read_name(text[start:end], title_language=title_language, memory=memory) for start, end in name_spans(text)
    ]
    return tuple(name for name in names if name.family or name.literal)


def read_name(printed: str, *, title_language: str, memory: Memory) -> Name:
    """Read one printed name and say by what evidence its parts were told apart."""
    text = _NOISE.sub("", printed.strip(" ,;"))
    suffix_match = _SUFFIX.search(text)
    suffix = suffix_match.group(1) if suffix_match else ""
    text = text[: suffix_match.start()] if suffix_match else text
    if script(text):
        return _with_script(text, title_language, memory)
    if "," in text:
        family, given = (part.strip() for part in text.split(",", 1))
        return _particled(family, given, "inverted", "printed with a comma", suffix)
    tokens = text.split()
    if not tokens:
        return Name()
    if len(tokens) == 1:
        return Name(family=text.rstrip("."), order="unknown", why="one word")
    lower = [token for token in tokens if token[0].islower() and token not in _PARTICLES]
    if is_body(text) or len(tokens) > 6 or lower:
        return Name(literal=text, order="literal", why="words of a corporate body")
    if _INITIALS.fullmatch(tokens[-1]) and not _INITIALS.fullmatch(tokens[0]):
        return _particled(" ".join(tokens[:-1]), tokens[-1], "family-first", "initials stand last", suffix)
    return _ordered(tokens, title_language, memory, suffix)


def _ordered(tokens: list[str], title_language: str, memory: Memory, suffix: str) -> Name:
    if looks_pinyin_name(" ".join(tokens)):
        chinese = _chinese(tokens, title_language, memory)
        if chinese:
            return chinese
    if len(tokens) == 2 and is_chinese(title_language) and not _foreign(tokens):
        return Name(
            family=tokens[0],
            given=tokens[1],
            order="family-first",
            why="names beside Chinese titles stand family first",
        )
    if len(tokens) in (2, 3) and fold_ascii(tokens[0]) in words("surnames-ko.txt") and _korean_given(tokens[1:]):
        return Name(family=tokens[0], given=" ".join(tokens[1:]), order="family-first", why="Korean surname first")
    if tokens[0].casefold() in _VIETNAMESE and len(tokens) > 2 and all(len(token) <= 6 for token in tokens):
        return Name(family=tokens[0], given=" ".join(tokens[1:]), order="family-first", why="Vietnamese surname first")
    if len(tokens) == 2 and _japanese_family_first(tokens):
        return Name(family=tokens[0], given=tokens[1], order="family-first", why="Japanese surname first")
    if len(tokens) == 2 and readings(tokens[0]) and _HYPHENATED.fullmatch(tokens[1]):
        return Name(family=tokens[0], given=tokens[1], order="family-first", why="Wade–Giles surname first")
    return _western(tokens, suffix)


def _chinese(tokens: list[str], title_language: str, memory: Memory) -> Name | None:
    """Tell the order of a name of two or three pinyin words, or None when it is no Chinese name."""
    first, last = tokens[0], tokens[-1]
    if len(tokens) == 3:
        if fold_ascii(first) in words("given-western.txt") or not _rank(first):
            return None
        return Name(family=first, given=" ".join(tokens[1:]), order="family-first", why="Chinese surname first")
    if _japanese(tokens) and not _rank(first):
        return None
    family_first = Name(family=first, given=last, order="family-first")
    given_first = Name(family=last, given=first, order="given-first")
    order, why = _chinese_order(first, last, title_language, memory)
    if order == "unknown":
        return None
    chosen = family_first if order == "family-first" else given_first
    return Name(family=chosen.family, given=chosen.given, order=order, why=why)


def _chinese_order(first: str, last: str, title_language: str, memory: Memory) -> tuple[Order, str]:
    """The order of two pinyin words that make a name, and the evidence for it."""
    first_rank, last_rank, beside_chinese = _rank(first), _rank(last), is_chinese(title_language)
    if fold_ascii(first) in words("surnames-zh-double.txt"):
        return "family-first", "Chinese surname of two syllables first"
    if not first_rank and not last_rank:
        return ("family-first", "pinyin name beside a Chinese title") if beside_chinese else ("unknown", "")
    if beside_chinese and syllable_count(first) == 1:
        return "family-first", "names beside Chinese titles stand family first"
    if first_rank and (not last_rank or syllable_count(last) > 1 >= syllable_count(first)):
        return "family-first", "only the first word is a Chinese surname"
    if not first_rank or not last_rank or syllable_count(first) > 1:
        return "given-first", "only the last word is a Chinese surname"
    return _two_surnames(first, last, memory)


def _two_surnames(first: str, last: str, memory: Memory) -> tuple[Order, str]:
    """Both words are surnames, beside a title that is not Chinese: the document tells, else the commoner one."""
    if memory.seen(last, first):
        return "given-first", f"the document prints “{last} {first}” elsewhere"
    if memory.seen(first, last) <= 1 and _rank(last) * 3 < _rank(first):
        return "given-first", f"{last} is by far the commoner surname, beside a title that is not Chinese"
    return "family-first", "Chinese surname first"


@cache
def _ranks() -> dict[str, int]:
    ranks = {name: rank for rank, name in enumerate(lines("surnames-zh.txt"), 1)}
    return ranks | dict.fromkeys(lines("surnames-zh-double.txt"), 150)


def _rank(word: str) -> int:
    """The rank of a Chinese surname by frequency, 1 the commonest; 0 when it is none."""
    return _ranks().get(fold_ascii(word).replace("ü", "v"), 0)


def _foreign(tokens: list[str]) -> bool:
    """Whether one of the words is a Western given name or a Japanese name, or an initial stands among them."""
    return _japanese(tokens) or any(
        fold_ascii(token) in words("given-western.txt") or _INITIALS.fullmatch(token) for token in tokens
    )


def _japanese(tokens: list[str]) -> bool:
    plain = [fold_ascii(token) for token in tokens]
    return any(word in words("given-ja.txt") or word in words("surnames-ja.txt") for word in plain)


def _japanese_family_first(tokens: list[str]) -> bool:
    first, last = (fold_ascii(token) for token in tokens)
    return first in words("surnames-ja.txt") and last in words("given-ja.txt")


def _korean_given(tokens: list[str]) -> bool:
    given = " ".join(tokens)
    return "-" in given or (len(tokens) == 2 and all(len(token) <= 6 for token in tokens))


def _western(tokens: list[str], suffix: str) -> Name:
    """Given names first; particles open the family name."""
    index = next((i for i, token in enumerate(tokens[1:], 1) if token in _PARTICLES), len(tokens) - 1)
    return _particled(" ".join(tokens[index:]), " ".join(tokens[:index]), "given-first", "Western order", suffix)


def _particled(family: str, given: str, order: Order, why: str, suffix: str) -> Name:
    tokens = family.split()
    count = next((i for i, token in enumerate(tokens) if token not in _PARTICLES), 0)
    return Name(
        family=" ".join(tokens[count:]).rstrip("."),
        given=given,
        particle=" ".join(tokens[:count]),
        suffix=suffix,
        order=order,
        why=why,
    )


def _with_script(text: str, title_language: str, memory: Memory) -> Name:
    """A name in its own script, alone or behind its romanisation: ``Wang Yizhou 王逸舟``."""
    run = re.search(r"(?:[^\x00-⹿]|·)+", text)
    sides = [side for side in (text[: run.start()], text[run.end() :]) if re.search(r"\w", side)] if run else []
    if not run or len(sides) != 1 or not re.search(r"[A-Za-z]{2}", sides[0]):
        return _written(text, title_language)
    romanised = sides[0].strip(" ()[]")
    return replace(read_name(romanised, title_language=title_language, memory=memory), original=run.group())


def _written(text: str, title_language: str) -> Name:
    """A name in Chinese, Japanese or Korean script: the surname is its first sign, or two for the double ones."""
    plain = text.strip(" ·")
    if "·" in plain or len(plain) > 4 or len(plain) < 2:
        return Name(literal=plain, order="literal", why="in its own script")
    japanese = title_language == "ja" and len(plain) > 2
    cut = (
        2 if japanese or len(plain) == 4 or plain[:2] in ("欧阳", "司马", "诸葛", "上官", "歐陽", "司馬", "諸葛") else 1
    )
    return Name(family=plain[:cut], given=plain[cut:], order="family-first", why="East Asian script")
