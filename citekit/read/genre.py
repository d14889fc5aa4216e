"""What lines of notes look like: words of citing, ends of sentences, lines that break off.

Every list is written for notes of law and the humanities in several languages, not for one paper.
"""

from __future__ import annotations

import re

_CUES = (
    "ibid ibidem op cit loc supra infra passim ebd ebda ebenda vgl zit hrsg hg cf cfr eds ed trans ders pp vol vols nos"
    " bd rn rz jg aufl fn fasc http https doi a.a.o chubanshe verlag editore éditions editions"
).split()
_CUE_WORDS = frozenset(word + end for word in _CUES for end in ("", ".", ",", ".,", ";", ":")) | frozenset(
    f"({word}){end}"
    for word in ("ed", "ed.", "eds", "eds.", "hrsg", "hrsg.", "hg", "hg.", "dir", "n.d.")
    for end in ("", ",", ".")
)
_SIGNALS = frozenset("see see, cf. compare vgl vgl. siehe voir véase vedi zie (see".split())
_AFTER_SIGNAL = re.compile(
    r"(?:See|Cf\.|Compare|Vgl\.?|Siehe|Voir|Véase|Vedi|Zie)[,:]?\s|[Ss]ee(?:\salso)?,?\s(?:for\sexample,?\s)?[“\"A-Z]"
)
_DOTTED = re.compile(r"\.\s?[0-9]")
_NUMBERED = re.compile(r"(?<!\w)(?:No|Nos|Nr|n|S|p|pp|c|col|t)\.\s?[0-9]")
_EAST = re.compile(r"[《》社页頁期卷版见見同掲]")
_CITED_EAST = re.compile(
    r"《|》|出版社|第\s?[0-9０-９一二三四五六七八九十百]+\s?[页頁期卷版]|参[见見]|參見|同[上前]|前掲|[0-9０-９]\s?[页頁]"
)
_CITED = tuple(  # patterns that begin with a sign are soon done with, so there is one for each sign
    re.compile(pattern).search
    for pattern in (
        r"\((?:(?:[^()]{0,60}[\s,/])?(?:1[5-9]|20)\d\d[a-z]?\)|(?:1[5-9]|20)\d\d,\s|[^\W\d_][\w\s.’-]{2,30}:\s\w)",
        r",[”\"’»]\s?[(A-ZÀ-Ý]",
        r"\),[”\"]",
        r";\s[A-ZÀ-Ý“„\"«]",
        r"[0-9]\s?[–-]\s?[0-9]{1,3}[.;,)]",
        r"[A-ZÀ-Ý][\w’-]{1,30},\s?(?:[“\"„«]|[A-Z]\.)",
        r"[“\"„][^“”\"„]{5,80}\s\([A-Z]",
        r"(?:1[5-9]|20)[0-9]{2}\)?(?:,\s(?:S\.|p\.|pp\.|at\s)?\s?[0-9]|\.$)",
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d\d?,\s?(?:\d{4}\.|$)",
    )
)
_STOP = re.compile(r"[.!?。！？…．][\"'”’»›)\]）］】》」』]*$")
_STOP_OR_MARKER = re.compile(
    r"[.!?。！？…．:：][\"'”’»›)\]）］】》」』]*\s?(?:[\[(（［]?[0-9⁰¹²³⁴-⁹]{1,3}[\])）］]?|[①-⒛㉑-㊿])?$"
)
_LOWER = re.compile(r"[\"'“‘«„(\[]?[a-zà-öø-ÿß-ʯа-яα-ω]")
_BREAKS_OFF = re.compile(
    r"(?:[,;:(\[（［“„«‘/&–—-]|[^\W\d_][-‐]|,[”\"’»]"
    r"|\b(?:see|in|of|the|and|or|an|by|to|for|from|with|at|on|que|de|du|des|la|le|les|et|ou|der|die|das|und|oder|von"
    r"|im|zu|zum|zur|bei|mit|für|vgl|siehe|voir|di|del|della|los|eds?),?"
    r"|(?<![\w.])(?:pp?|vols?|nos|nr|s|art|rn|cf|vgl)[.,]{0,2}|§)$",
    re.IGNORECASE,
)
_TAIL = 24


def is_cited(words: str) -> bool:
    """Whether a line holds something that citations have and running prose seldom has."""
    tokens = words.lower().split()
    if not _CUE_WORDS.isdisjoint(tokens) or "://" in words or "www." in words:
        return True
    if not _SIGNALS.isdisjoint(tokens) and _AFTER_SIGNAL.search(words):
        return True
    if _DOTTED.search(words) and _NUMBERED.search(words):
        return True
    return any(search(words) for search in _CITED) or bool(_EAST.search(words) and _CITED_EAST.search(words))


def ends_sentence(text: str, stop: int, *, marked: bool = True) -> bool:
    """Whether a sentence ends before ``stop``; ``marked`` lets a note number stand between it and its full stop."""
    last = text[stop - 1 : stop]
    if last.isalpha() or last in ",;-":  # most lines do not, and this is soon told
        return False
    return bool((_STOP_OR_MARKER if marked else _STOP).search(text, max(0, stop - _TAIL), stop))


def starts_lower(text: str, start: int) -> bool:
    """Whether the words at ``start`` begin in lower case, as words in mid-sentence do."""
    return bool(_LOWER.match(text, start))


def breaks_off(text: str, start: int, stop: int) -> bool:
    """Whether the words before ``stop`` cannot be the end of a note: a comma, an open bracket, "see", "pp."."""
    return bool(_BREAKS_OFF.search(text, max(start, stop - _TAIL), stop))
