"""Addresses that a line end or a blank has torn: the forms that they may have had.

What is joined is never taken for granted. All forms are asked, and the one that answers is reported.
"""

from __future__ import annotations

import re

from citekit.online.links.trim import trimmed

_TOKEN = re.compile(r"[^\s<>“”\"«»，。；）》、]+")
_GAP = re.compile(r"[ \t]*\n?[ \t]*")
_OTHER = re.compile(
    r"(?:https?:|ftp:|www\.|doi\b|10\.\d{4}|\(|\[|"
    r"(?:accessed|visited|retrieved|last|abgerufen|zuletzt|consult|archived|and|und|see|at|on|in|cited|available)\b)",
    re.IGNORECASE,
)
_HYPHENS = "-‐\u00ad"
_ENDS = frozenset({"asp", "aspx", "com", "htm", "html", "net", "org", "pdf", "php"})
_REST = re.compile(r"[/=&?_%]\w|\.(?:html?|php|pdf|aspx?)$")
_WITHIN = re.compile(r"[/=&?_%~#]|\.(?:s?html?|php|pdf|aspx?|jsp|docx?|txt|xml)\b|\d-|-\d|\w\.\w", re.IGNORECASE)
_MOST = 3


def forms(text: str, start: int, end: int) -> tuple[tuple[str, int], ...]:
    """The addresses that the one at ``text[start:end]`` may be, with the ends of what is printed of them.

    The likeliest comes first: the longest that is joined. A hyphen at a line end may be the address's own or the
    printer's.
    """
    whole, stop = text[start:end], end
    found = [(trimmed(whole), start + len(trimmed(whole)))]
    for _ in range(_MOST):
        following = _following(text, whole, stop)
        if following is None:
            break
        token, begin, is_likely = following
        joint, whole, stop = whole[-1], whole + token, begin + len(token)
        cut = trimmed(whole)
        last = stop - (len(whole) - len(cut))
        more = [(cut, last)]
        if joint in _HYPHENS:
            more.append((trimmed(whole[: -len(token) - 1] + token), last))
        found = [*more, *found] if is_likely else [*found, *more]
        if not is_likely:
            break
    return tuple(dict.fromkeys(found))


def _following(text: str, whole: str, stop: int) -> tuple[str, int, bool] | None:
    """The next word where it may be the rest of the address that ends at ``stop``: where it begins, if it is likely."""
    gap = _GAP.match(text, stop)
    token = _TOKEN.match(text, gap.end()) if gap and gap.end() > stop else None
    if gap is None or token is None or _OTHER.match(token[0]) or whole[-1] in ",;:)]}>":
        return None
    rest = trimmed(token[0])
    if not rest or not re.match(r"[\w%~/.?#=&_-]", rest) or (whole[-1] == "." and not _goes_on_after_stop(rest)):
        return None
    is_line_end = "\n" in gap[0]
    if rest[0] in "/?#=&_%~" or (rest[0] in ".-" and rest[1:2].isalnum()):
        return token[0], gap.end(), True
    if whole[-1] in "/_=&?%~#+." + _HYPHENS:
        is_likely = bool(_WITHIN.search(rest))
        return (token[0], gap.end(), is_likely) if is_likely or (is_line_end and rest.isascii()) else None
    if is_line_end and _REST.search(rest):
        return token[0], gap.end(), True
    return None


def _goes_on_after_stop(rest: str) -> bool:
    """Whether an address may go on so behind a full stop: ``www.un. org/Depts``, ``index. html``."""
    return bool(rest[0].islower() and (re.match(r"\w+[./?]\w", rest) or rest in _ENDS))
