"""Captions of figures and tables with the lines that name their sources, and headings that open or end the notes."""

from __future__ import annotations

import re

from citekit.read.genre import ends_sentence
from citekit.read.lines import Lines
from citekit.read.pages import Marks

_CAPTION = re.compile(
    r"(?:(?:fig(?:ure|\.)?|table|tab\.|chart|graph|map|plate|abb(?:ildung|\.)?|tabelle|tableau|graphique|carte|figura"
    r"|tabella|cuadro|tabla|図表|图表|图|表|圖|図)\s?(?:\d+|[IVX]+)(?:[.\-–]\d+)*(?:\s*[:.：．\u3000]|\s*$|\s[–—-]\s)"
    r"|(?:sources?|quellen?|fuente|fonte|资料来源|資料來源|来源|出所|出典)\s?[:：])",
    re.IGNORECASE,
)
_FIRST = frozenset("fFtTcCgGmMpPaAsSqQ図图表圖资資来出")
_NUMBERED = r"(?:\d+\.?\s+|[IVX]+\.?\s+)?"
_NOTES = re.compile(
    _NUMBERED + r"(?:(?:end|foot)?notes?(?:\sand\sreferences|\sto\s.{1,30})?|anmerkungen|(?:fu(?:ß|ss)|end)noten"
    r"|notes\sde\sfin|notes\set\sréférences|notas(?:\sfinales|\sal\spie)?|note\sal\stesto|noten|przypisy|примечания"
    r"|сноски|注\s?[释釋]|註\s?[释釋]|注\s?解|脚\s?注|注|註|後注|尾注)\s*[:：]?",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    _NUMBERED + r"(?:(?:selected?\s|select\s|annotated\s|general\s)?bibliograph(?:y|ies|ie)"
    r"|(?:list\sof\s)?references?(?:\s(?:cited|list))?|reference\slist|works\s(?:cited|consulted)|literature(?:\scited)?"
    r"|(?:(?:primary|secondary)\s)?sources(?:\s(?:cited|consulted))?|literatur(?:verzeichnis|liste)?|bibliographie"
    r"|(?:quellen|schriften)(?:-?\s?und\s(?:literatur))?verzeichnis|références(?:\sbibliographiques)?|bibliografía"
    r"|bibliografia|referências(?:\sbibliográficas)?|referencias(?:\sbibliográficas)?|riferimenti\sbibliografici"
    r"|参考文献|參考文獻|引用文献|引用文獻|参考书目|參考書目|参考資料)\s*[:：]?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    _NUMBERED + r"(?:appendix(?:\s\w+)?|annex(?:\s\w+)?|anhang|acknowledge?ments?|about\sthe\sauthors?|quellen"
    r"|附录|附錄)\s*[:：]?",
    re.IGNORECASE,
)
WIDEST_HEADING = 48
_LONGEST_CAPTION = 4


def opens_caption(lines: Lines, row: int) -> bool:
    """Whether a row opens like a caption ("Figure 2: …") or like the line that names a source ("Source: …")."""
    head = lines.heads[row]
    return lines.text[head] in _FIRST and bool(_CAPTION.match(lines.text, head, lines.tails[row]))


def caption_rows(lines: Lines, row: int, marks: Marks) -> list[int]:
    """The rows of the caption that opens in a row: up to a blank line, a page mark or the end of a sentence."""
    rows = [row]
    while len(rows) < _LONGEST_CAPTION and not ends_sentence(lines.text, lines.tails[rows[-1]], marked=False):
        following = rows[-1] + 1
        if following >= len(lines) or lines.is_blank(following) or following in marks:
            break
        rows.append(following)
    return rows


def heads_notes(words: str) -> bool:
    """Whether a line is the heading of a list of notes."""
    return bool(_NOTES.fullmatch(words))


def heads_references(words: str) -> bool:
    """Whether a line is the heading of a list of references."""
    return bool(_REFERENCES.fullmatch(words))


def ends_notes(words: str) -> bool:
    """Whether a line is a heading after which no note goes on (a bibliography, an appendix)."""
    return bool(_CLOSING.fullmatch(words)) or heads_references(words)
