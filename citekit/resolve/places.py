"""Where the notes of a document stand to each other: the one before, the numbers, what is lost between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from citekit.model import Document, Note


class Places:
    """The notes of a document by id and by number, and which of them are lost."""

    def __init__(self, document: Document) -> None:
        """Index the notes of a document, the missing ones included."""
        self._notes = document.notes
        self._references = {note.id: place for place, note in enumerate(document.references)}
        self._entries = document.references
        self._at = {note.id: place for place, note in enumerate(document.notes)}
        self._numbered = {(note.series, note.number): note for note in document.notes if note.number is not None}
        self._lost = [place for place, note in enumerate(document.notes) if note.status == "missing"]

    def note(self, note_id: str) -> Note | None:
        """The note of this id."""
        place = self._at.get(note_id)
        return self.entry(note_id) if place is None else self._notes[place]

    def entry(self, note_id: str) -> Note | None:
        """The entry of a list of references of this id."""
        place = self._references.get(note_id)
        return None if place is None else self._entries[place]

    def entry_before(self, note_id: str) -> Note | None:
        """The entry before one of a list of references."""
        place = self._references.get(note_id, 0)
        return self._entries[place - 1] if place else None

    def numbered(self, number: int, beside: Note | None) -> Note | None:
        """The note of this number in the series of the note that names it."""
        return self._numbered.get((beside.series if beside else 1, number))

    def before(self, note: Note) -> Note | None:
        """The note before in the same series; a number skipped without a word is a lost note."""
        place = self._at.get(note.id, 0) - 1
        while place >= 0 and (self._notes[place].series, self._notes[place].kind) != (note.series, note.kind):
            place -= 1
        earlier = self._notes[place] if place >= 0 else None
        numbers = (earlier.number, note.number) if earlier else (None, None)
        if numbers[0] is not None and numbers[1] is not None and numbers[0] < numbers[1] - 1:
            return Note(str(numbers[1] - 1), numbers[1] - 1, "", status="missing")
        return earlier

    def lost_between(self, earlier: str, later: str) -> tuple[str, ...]:
        """The ids of the missing notes between two notes."""
        if earlier not in self._at or later not in self._at:
            return ()
        low = bisect_right(self._lost, self._at[earlier])
        high = bisect_left(self._lost, self._at[later])
        return tuple(self._notes[place].id for place in self._lost[low:high])

    def lost_before(self, later: str) -> tuple[str, ...]:
        """The ids of all missing notes before a note."""
        high = bisect_left(self._lost, self._at.get(later, 0))
        return tuple(self._notes[place].id for place in self._lost[:high])


def ends_lost(note: Note) -> bool:
    """Whether the end of a note is known to be lost."""
    return bool(note.text) and len(note.text) in note.gaps


def starts_lost(note: Note) -> bool:
    """Whether the beginning of a note is known to be lost."""
    return 0 in note.gaps
