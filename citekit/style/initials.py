"""Given names as initials (CSL 1.0.2, "initialize-with").

``Charles D.`` → ``C. D.``; ``Hui-Xiao`` → ``H.-X.``; ``Guo-ping`` → ``G.``; ``John de Cusance`` → ``J. de C.``;
``Ph.M.E.`` → ``Ph. M. E.``, for what is abbreviated already stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NAME = re.compile(r"(?P<hyphen>[-‐‑]?)(?P<name>(?:<[^>]*>|[^\s.\-‐‑<])+)(?P<dot>\.?)")
_TAGGED = re.compile(r"(?P<open>(?:<\w[^>]*>)+)(?P<name>[^<]*)(?P<close>(?:</\w+>)+)(?P<rest>.*)")


@lru_cache(maxsize=8192)
def initials(given: str, mark: str, *, hyphen: bool = True, whole: bool = False) -> str:
    """The given name with each name as its initial and ``mark``; ``whole`` keeps full names and marks initials only."""
    line = ""
    was_initial = False
    for found in _NAME.finditer(given.replace("\u00a0", " ")):
        name, dot, joined = found["name"], bool(found["dot"]), bool(found["hyphen"])
        bare = re.sub(r"<[^>]*>", "", name)
        if not bare:
            continue
        if joined and not whole and bare[0].islower():
            continue
        shown = _shown(name, dot=dot, whole=whole)
        if shown is None:  # a name or particle that stays as it is
            gap = "-" if joined else " " if line else ""
            line = line.rstrip() + gap + name
            was_initial = False
            continue
        if joined and (hyphen or whole):
            line = line.rstrip() + "-"
        elif line and not was_initial:
            line += " "
        line += _marked(shown, mark)
        was_initial = True
    return line.strip()


def _shown(name: str, *, dot: bool, whole: bool) -> str | None:
    """What stands for a name before the mark; None when it stays."""
    bare = re.sub(r"<[^>]*>", "", name)
    if dot and len(bare) > 1:
        return name  # an abbreviation of its author's own
    if len(bare) == 1 and bare.isupper():
        return name
    if whole or bare[0].islower():
        return None
    first = bare[:2].title() if _is_digraph(bare) else bare[0]
    tagged = _TAGGED.match(name)
    return f"{tagged['open']}{first}{tagged['close']}" if tagged else first


def _is_digraph(bare: str) -> bool:
    """Whether a name is told to begin with a letter of two signs: ``TSerendorj`` is ``Ts.`` for short."""
    return len(bare) > 2 and bare[:2].isupper() and bare[2].islower()


def _marked(shown: str, mark: str) -> str:
    """The mark goes inside the markup of an initial."""
    tagged = re.fullmatch(r"(?P<head>.*?)(?P<close>(?:</\w+>)+)", shown)
    bare = mark.rstrip()
    if tagged:
        return f"{tagged['head']}{bare}{tagged['close']}{mark[len(bare) :]}"
    return shown + mark
