"""Citation keys: readable, in ASCII, no two alike, the same on every run."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice, product
from string import ascii_lowercase

from citekit.dedupe.keyparts import COUNTED, PARTS
from citekit.errors import CitekitError
from citekit.model import Work

DEFAULT_PATTERN = "{author}{year}{title}"

_TOKEN = re.compile(
    r"\{(?P<part>[a-z]+)(?::(?P<count>[1-9]))?\}|(?P<literal>[A-Za-z0-9_.:/+-]+)|(?P<wrong>.)", re.DOTALL
)
_ALLOWED = ", ".join(f"{{{part}}}" for part in (*PARTS, "n"))


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a pattern: a named part with its count (0: as usual), or text that stands as it is."""

    part: str = ""
    count: int = 0
    literal: str = ""


def parse_pattern(pattern: str) -> tuple[Token, ...]:
    """A key pattern as tokens.

    ``{part}`` or ``{part:N}`` between letters, digits and ``_ . : / + -``. Parts: ``author`` (first family name, a
    body's or an unsigned work's container's first words), ``authors`` (up to three, or N), ``year``, ``title`` (first
    telling word, or N), ``container`` (two words, or N), ``type``, ``symbol`` (document symbol), ``n`` (number in the
    list). Raises :class:`CitekitError` where a pattern is anything else.
    """
    tokens = tuple(_token(pattern, match) for match in _TOKEN.finditer(pattern))
    if not any(token.part for token in tokens):
        raise CitekitError(f"The key pattern “{pattern}” names no part of a work; use {_ALLOWED}.")
    return tokens


def _token(pattern: str, match: re.Match[str]) -> Token:
    part, wanted = match["part"], int(match["count"] or 0)
    if match["literal"]:
        return Token(literal=match["literal"])
    if match["wrong"]:
        place = match.start() + 1
        raise CitekitError(
            f"The key pattern “{pattern}” has “{match['wrong']}” at character {place}; "
            f"a key holds letters, digits, _ . : / + - and the parts {_ALLOWED}."
        )
    if part != "n" and part not in PARTS:
        raise CitekitError(f"The key pattern “{pattern}” names an unknown part {{{part}}}; the parts are {_ALLOWED}.")
    if wanted and part not in COUNTED:
        counted = ", ".join(f"{{{name}}}" for name in sorted(COUNTED))
        raise CitekitError(
            f"The key pattern “{pattern}” counts {{{part}}}; of {_ALLOWED} only {counted} take a number."
        )
    return Token(part, wanted)


def _base(work: Work, tokens: Sequence[Token], number: int) -> str:
    """The key without its letter; where no part says more than the year, the work's type stands before it."""
    parts = [PARTS[token.part](work, token.count) if token.part in PARTS else "" for token in tokens]
    pieces = [
        str(number) if token.part == "n" else part or token.literal for token, part in zip(tokens, parts, strict=True)
    ]
    says = any(map(str.isalpha, "".join(pieces))) if any(parts) else any(token.part == "n" for token in tokens)
    return "".join(pieces if says else [PARTS["type"](work, 0) or "work", *parts])


def _symbol(work: Work) -> str:
    """What an unsigned document goes by, whatever its title: its symbol."""
    return "" if work.author or work.editor else PARTS["symbol"](work, 0)


def _letters() -> Iterator[str]:
    """The letters after a key: ``b`` to ``z``, then ``aa``, ``ab`` and so on."""
    runs = (product(ascii_lowercase, repeat=size) for size in count(1))
    return islice(("".join(letters) for run in runs for letters in run), 1, None)


def with_keys(works: Sequence[Work], pattern: str = DEFAULT_PATTERN, taken: frozenset[str] = frozenset()) -> list[Work]:
    """The works with their keys, in order: of several alike the first stays plain, the next get letters from b on."""
    tokens, used, named = parse_pattern(pattern), {key.casefold() for key in taken}, []
    letters: defaultdict[str, Iterator[str]] = defaultdict(_letters)
    for number, work in enumerate(works, 1):
        base = key = (_symbol(work) if pattern == DEFAULT_PATTERN else "") or _base(work, tokens, number)
        while key.casefold() in used:
            key = base + next(letters[base])
        used.add(key.casefold())
        named.append(replace(work, key=key))
    return named
