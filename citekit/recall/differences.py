"""Where the printed text of a citation says something else than the record that was stored with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from citekit.language.fold import fold
from citekit.model import Citation, Finding, Note, StoredCitation, Work
from citekit.recall.printed import printed_at

_WORD = re.compile(r"\w+")
_TAGS = re.compile(r"<[^<>]{1,40}>")
_HELP = "Look which is right, and correct the note or the record in the reference manager."
_ALIKE = 0.85
_SHORTEST = 12


def differences(note: Note, citation: Citation, work: Work, parsed: Sequence[Citation]) -> Iterator[Finding]:
    """What of numbers, title and author is printed otherwise; a short form, which leaves out, differs in nothing."""
    printed = next((one for one in parsed if one.span[0] < citation.span[1] and citation.span[0] < one.span[1]), None)
    if printed is None or printed.form != "full":
        return
    pinpointed = bool(citation.record and citation.record.locator)
    for what, one, other in _compared(printed, work):
        if what == "pages" and pinpointed:
            continue  # what is printed is where the citation points to
        if one and other and one != other and not printed_at(note.text, citation.span, other):
            yield _finding(note, citation, what, one, other)
    title = printed.text("title")
    if len(title) >= _SHORTEST and not _same(title, work.title.display):
        yield _finding(note, citation, "title", title, work.title.display)
    families = {fold(name.family or name.literal): name.family or name.literal for name in printed.names("author")}
    recorded = [name.family or name.literal for name in work.author]
    if (
        families
        and recorded
        and not any(fold(name) in families or _is_printed(note, citation, name) for name in recorded)
    ):
        yield _finding(note, citation, "author", next(iter(families.values())), recorded[0])


def _compared(printed: Citation, work: Work) -> Iterator[tuple[str, str, str]]:
    """Numbers in print and in the record: a year, a volume, an issue, the extent of an article."""
    year = printed.text("date")[:4]
    yield "year", year if year.isdecimal() else "", work.year
    for name in ("volume", "issue", "pages"):
        yield name, printed.text(name), work.fields.get(name, "").replace("–", "-")


def _is_printed(note: Note, citation: Citation, name: str) -> bool:
    return printed_at(note.text, citation.span, name) is not None


def changed(note: Note, stored: StoredCitation, citation: Citation) -> Iterator[Finding]:
    """A citation whose text is no longer what the manager set."""
    printed = note.text[slice(*stored.span)]
    if stored.set and not _unchanged(printed, stored.set):
        yield Finding(
            "RD041",
            f"A citation in note {note.id} was changed by hand since the reference manager set it as {stored.set!r}.",
            "info",
            note=note.id,
            citation=citation.key,
            span=stored.span,
            text=printed,
            help=_HELP,
        )


def _same(printed: str, recorded: str) -> bool:
    """Whether one title is the other, its beginning or a part of it, whatever case and signs."""
    one, other = (" ".join(_WORD.findall(fold(text))) for text in (printed, recorded))
    return not other or one in other or other in one or SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _unchanged(printed: str, was: str) -> bool:
    """Whether the text is what the manager set, whatever blanks and quotes the word processor makes of it."""
    return _WORD.findall(fold(printed)) == _WORD.findall(fold(_TAGS.sub("", was)))


def _finding(note: Note, citation: Citation, what: str, printed: str, recorded: str) -> Finding:
    spot = printed_at(note.text, citation.span, printed) or citation.span
    return Finding(
        "RD041",
        f"Note {note.id} prints the {what} {printed!r}; the record stored with the citation has {recorded!r}.",
        note=note.id,
        citation=citation.key,
        span=spot,
        text=note.text[slice(*spot)],
        help=_HELP,
    )
