"""What the reader says about a document: one function a finding, each pointing at the text and line it means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from citekit.model import Finding, Note
from citekit.read.balance import Balance
from citekit.read.bytes import Decoded
from citekit.read.candidates import Candidate
from citekit.read.lines import Lines
from citekit.read.orphans import Orphan
from citekit.read.places import Place, around, before, ending_at, in_note, in_source

_QUOTED = 60
_MOST = 20
"""Places of undecodable bytes that are pointed at one by one."""


@dataclass(frozen=True)
class Seen:
    """A document as read, with what is not in it: orphans that no note claims, markers of no note."""

    lines: Lines
    notes: Sequence[Note]
    orphans: Sequence[Orphan]
    strays: Sequence[Candidate]
    decoded: Decoded


def note_missing(seen: Seen) -> Iterator[Finding]:
    """Numbers of which nothing is left, one finding for each run of them."""
    ends = iter(_ends_before(seen))
    for run in _runs(seen.notes, lambda note: note.status == "missing"):
        marked = [note.marker.span for note in run if note.marker]
        end = next(ends)
        verb, them = ("is", "it") if len(run) == 1 else ("are", "them")
        trace = "" if marked else ", nor a marker"
        yield Finding(
            "RD001",
            f"{_named(run)} {verb} missing: no text of {them} is in the file{trace}.",
            **(before(seen.lines, marked[0]) if marked else ending_at(seen.lines, end)),
            help="Take the text from the printed paper, or look whether it stands in the file under another number.",
        )


def _ends_before(seen: Seen) -> Iterator[int]:
    """For each run of missing notes the end of the last text before it, or of the first line."""
    end = _opening(seen.lines)["span"][1]
    before_missing: Note | None = None
    for note in seen.notes:
        if note.status == "missing" and (before_missing is None or before_missing.series != note.series):
            yield end
        before_missing = note if note.status == "missing" else None
        end = note.spans[-1][1] if note.spans else end


def note_partial(seen: Seen) -> Iterator[Finding]:
    """Places at which text of a note is lost."""
    for note in seen.notes:
        for gap in note.gaps:
            what = "The end" if gap == len(note.text) else "The middle" if gap else "The beginning"
            yield Finding(
                "RD002",
                f"{what} of note {note.id} is lost.",
                **in_note(seen.lines, note, gap),
                help="Take what is missing from the printed paper.",
            )


def orphan_tail(seen: Seen) -> Iterator[Finding]:
    """Pieces of notes without a number: whose they may be."""
    for note in seen.notes:
        if note.candidates:
            what = "What follows the gap" if note.label else "A piece without a number"
            yield Finding(
                "RD003",
                f"{what} is given to note {note.id}; it may belong to any of {', '.join(note.candidates)}.",
                "info",
                **in_note(seen.lines, note, note.gaps[0] if note.gaps else 0),
                help="Compare the printed paper and move it if need be.",
            )
    for orphan in seen.orphans:
        start, stop = seen.lines.heads[orphan.start], seen.lines.tails[orphan.stop - 1]
        yield Finding(
            "RD003",
            "These lines look like a piece of a note, but no number is free for it; they are left in the body.",
            "info",
            **in_source(seen.lines, start, min(stop, start + _QUOTED)),
            help="Compare the printed paper.",
        )


def label_repaired(seen: Seen) -> Iterator[Finding]:
    """Labels whose digits a scanner read as letters."""
    for note in seen.notes:
        if "ocr" in note.flags:
            yield Finding(
                "RD004",
                f"The number of note {note.id} is printed as {note.label!r} and was read as {note.number}.",
                "info",
                **in_note(seen.lines, note, 0),
                help="Nothing is to be done if the number is right.",
            )


def marker_missing(seen: Seen) -> Iterator[Finding]:
    """Notes that nothing in the body points to, one finding for each run of them."""
    for run in _runs(seen.notes, lambda note: "no-marker" in note.flags):
        yield Finding(
            "RD005",
            f"No marker was found in the body for {_named(run).lower()}.",
            "info",
            **in_note(seen.lines, run[0], 0),
            help="Look whether the note is one, and whether its number is right.",
        )


def stray_markers(seen: Seen) -> Iterator[Finding]:
    """Markers that no note belongs to."""
    if seen.strays:
        first, last = seen.strays[0], seen.strays[-1]
        yield Finding(
            "RD006",
            f"{len(seen.strays)} numbers in the body, {first.number} to {last.number}, may be markers, but of no note.",
            "info",
            **before(seen.lines, (first.start, first.stop)),
            help="Look whether notes of a chapter are lost.",
        )


def end_guessed(seen: Seen) -> Iterator[Finding]:
    """Notes whose last line was told from the body by its looks alone."""
    for note in seen.notes:
        if "end-guessed" in note.flags:
            yield Finding(
                "RD007",
                f"Where note {note.id} ends is a guess: no page mark stands between it and the body.",
                "info",
                **in_note(seen.lines, note, len(note.text)),
                help="Look whether the last words are the note's, and the next ones the body's.",
            )


def unbalanced(seen: Seen) -> Iterator[Finding]:
    """Quotes and brackets without a partner in notes that are whole; in others the loss says it."""
    for note in (note for note in seen.notes if note.status == "intact"):
        for flag, what in (("quote-unbalanced", "quotation mark"), ("paren-unbalanced", "bracket")):
            if flag in note.flags:
                yield Finding(
                    "RD008",
                    f"A {what} in note {note.id} has no partner.",
                    "info",
                    **in_note(seen.lines, note, Balance(note.text).lonely(quotes=flag == "quote-unbalanced")),
                    help="A title may end elsewhere than it seems; compare the printed paper.",
                )


def encoding_guessed(seen: Seen) -> Iterator[Finding]:
    """The file does not say in which encoding it is."""
    if seen.decoded.guessed:
        text = seen.lines.text
        at = next((at for at, char in enumerate(text) if char > "\x7f"), 0)
        yield Finding(
            "RD009",
            f"The file does not say how it is encoded; it was read as {seen.decoded.encoding}.",
            "info",
            **in_source(seen.lines, at, at + _QUOTED),
            help="If accents or quotes are wrong, save the file as UTF-8 and read it again.",
        )


def bytes_undecodable(seen: Seen) -> Iterator[Finding]:
    """Bytes that mean nothing in the file's encoding; each stands as U+FFFD in the text."""
    lost = seen.decoded.lost
    for at in islice(lost, _MOST):
        more = f", as in {len(lost) - 1} other places" if len(lost) > 1 else ""
        yield Finding(
            "RD010",
            f"A byte could not be read as {seen.decoded.encoding}{more}; U+FFFD stands in its place.",
            **around(seen.lines, at),
            help="Find a better copy of the file, or correct the word.",
        )


def no_notes_found(seen: Seen) -> Iterator[Finding]:
    """Nothing in the file is numbered as notes are."""
    if not seen.notes:
        yield Finding(
            "RD011",
            "No notes were found: no run of numbers opens lines here as the numbers of notes do.",
            **_opening(seen.lines),
            help="If it is a list of references, read it with `citekit parse`, one a line.",
        )


def _opening(lines: Lines) -> Place:
    """The first words of a text."""
    first = lines.after(-1)
    start = lines.heads[first] if first < len(lines) else 0
    return in_source(lines, start, start + _QUOTED)


REPORTERS: tuple[Callable[[Seen], Iterator[Finding]], ...] = (
    no_notes_found,
    encoding_guessed,
    bytes_undecodable,
    note_missing,
    note_partial,
    orphan_tail,
    label_repaired,
    marker_missing,
    stray_markers,
    end_guessed,
    unbalanced,
)
"""Every finding of the reader."""


def report(seen: Seen) -> tuple[Finding, ...]:
    """All findings, in the order of :data:`REPORTERS`."""
    return tuple(finding for reporter in REPORTERS for finding in reporter(seen))


def _runs(notes: Sequence[Note], wanted: Callable[[Note], bool]) -> Iterator[list[Note]]:
    """Notes that are wanted, neighbours together."""
    run: list[Note] = []
    for note in notes:
        if not wanted(note) or (run and run[-1].series != note.series):
            if run:
                yield run
            run = []
        if wanted(note):
            run.append(note)
    if run:
        yield run


def _named(run: Sequence[Note]) -> str:
    return f"Note {run[0].id}" if len(run) == 1 else f"Notes {run[0].id}–{run[-1].id}"


def _line(seen: Seen, offset: int) -> int:
    return seen.lines.number(seen.lines.at(offset))
