"""The citations already read, looked up by key, note, name, title, issue and symbol; it only ever grows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from citekit.language.agree import bare, dates_agree, is_misprint, periodicals_agree, squeeze
from citekit.language.people import name_key, names_agree
from citekit.model import Citation, Document, Name, Note
from citekit.resolve.places import Places
from citekit.resolve.titles import faces, head, title_keys


def container_faces(citation: Citation) -> tuple[str, ...]:
    """The container in every face it is printed in."""
    return tuple(citation.text(f"container{face}") for face in ("", "_translation", "_original"))


def _day(date: str) -> bool:
    return date.count("-") == 2 and "/" not in date


def issue_keys(citation: Citation) -> tuple[tuple[str, ...], ...]:
    """What tells one issue of a periodical: its name with the day, or with year, volume and number."""
    container, date = squeeze(citation.text("container")), citation.text("date")
    number = (citation.text("volume"), citation.text("issue"))
    keys: list[tuple[str, ...]] = []
    if container and _day(date):
        keys.append((container, date))
    if container and citation.text("issue") and date:
        keys.append((container, date[:4], *number))
    return tuple(keys)


def _first_word(title: str) -> str:
    return bare(title).partition(" ")[0]


class _Shelf:
    """Citations under one key: of each work, and each way of printing its title, the latest alone.

    A work cited a thousand times would else be compared a thousand times with each that follows.
    """

    def __init__(self) -> None:
        self._latest: dict[tuple[str, tuple[str, ...]], Citation] = {}

    def put(self, work: str, citation: Citation) -> None:
        place = (work, tuple(faces(citation)))
        self._latest.pop(place, None)
        self._latest[place] = citation

    def citations(self) -> list[Citation]:
        return list(self._latest.values())


class Past:
    """What has been cited so far."""

    def __init__(self, document: Document) -> None:
        """Begin with nothing cited; the document tells where the notes stand."""
        self.places = Places(document)
        self.citations: list[Citation] = []
        self._at: dict[str, int] = {}
        self._work: dict[str, str] = {}
        self._notes: defaultdict[str, list[Citation]] = defaultdict(list)
        self._names: defaultdict[str, dict[tuple[Name, ...], _Shelf]] = defaultdict(dict)
        self._titles: defaultdict[str, _Shelf] = defaultdict(_Shelf)
        self._beginnings: defaultdict[str, _Shelf] = defaultdict(_Shelf)
        self._issues: defaultdict[tuple[str, ...], _Shelf] = defaultdict(_Shelf)
        self._symbols: defaultdict[str, _Shelf] = defaultdict(_Shelf)

    def add(self, citation: Citation) -> None:
        """Enter a citation as decided; a work cited in full again is known as the same work."""
        self._at[citation.key] = len(self.citations)
        self.citations.append(citation)
        self._work[citation.key] = self._same_work(citation)
        self._notes[citation.note].append(citation)
        telling = bool(faces(citation)) or bool(citation.names("author") and citation.text("date"))
        if citation.reference is None and (citation.form == "full" or (citation.form == "short" and telling)):
            self._index(citation)

    def _index(self, citation: Citation) -> None:
        work = self._work[citation.key]
        for role in ("author", "editor"):
            names = citation.names(role)
            for key in {name_key(name) for name in names} - {""}:
                self._names[key].setdefault(names, _Shelf()).put(work, citation)
        for title in {*title_keys(citation)} - {""}:
            self._titles[title].put(work, citation)
        for title in faces(citation):
            self._beginnings[_first_word(title)].put(work, citation)
        for issue in issue_keys(citation):
            self._issues[issue].put(work, citation)
        if symbol := squeeze(citation.text("document_symbol")):
            self._symbols[symbol].put(work, citation)

    def _same_work(self, citation: Citation) -> str:
        if citation.reference is not None:
            return self._work.get(citation.reference.target, citation.reference.target)
        for earlier in self.titled(squeeze(citation.text("title"))) if citation.text("title") else ():
            verdicts = (
                names_agree(citation.names("author"), earlier.names("author")),
                dates_agree(citation.text("date"), earlier.text("date")),
                periodicals_agree(container_faces(citation), container_faces(earlier)),
            )
            if "unlike" not in verdicts and "same" in verdicts:
                return self._work[earlier.key]
        return citation.key

    def with_key(self, key: str) -> Citation | None:
        """The citation of this key."""
        return self.citations[self._at[key]] if key in self._at else None

    def target(self, citation: Citation) -> Citation:
        """The citation that stands for the work: the one a short form points to, else itself."""
        seen = {citation.key}
        while citation.reference is not None and citation.reference.target in self._at:
            citation = self.citations[self._at[citation.reference.target]]
            if citation.key in seen:
                break
            seen.add(citation.key)
        return citation

    def works(self, citations: Iterable[Citation]) -> list[Citation]:
        """The works these citations stand for: one citation each, the latest, in the order of the document."""
        latest: dict[str, Citation] = {}
        for citation in citations:
            holder = self.target(citation)
            work = self._work[holder.key]
            if work not in latest or self._at[holder.key] >= self._at[latest[work].key]:
                latest[work] = holder
        return sorted(latest.values(), key=lambda citation: self._at[citation.key])

    def in_note(self, note_id: str) -> list[Citation]:
        """The citations of a note so far."""
        return self._notes.get(note_id, [])

    def titled(self, key: str) -> list[Citation]:
        """Citations that print this title, or one that begins so up to its colon."""
        return self._titles[key].citations() if key in self._titles else []

    def titled_like(self, title: str) -> list[Citation]:
        """Citations that print this title, or its head, or a title whose head it is."""
        keys = {squeeze(title), squeeze(head(title))} - {""}
        found = {citation.key: citation for key in keys for citation in self.titled(key)}
        return sorted(found.values(), key=lambda citation: self._at[citation.key])

    def beginning_like(self, title: str) -> list[Citation]:
        """Citations with a title that begins with the same word."""
        word = _first_word(title)
        return self._beginnings[word].citations() if word in self._beginnings else []

    def host(self, citation: Citation) -> Citation:
        """The citation that prints the container of this one: itself, or where its "ibid." points."""
        seen = {citation.key}
        while citation.container_reference is not None and citation.container_reference.target in self._at:
            citation = self.citations[self._at[citation.container_reference.target]]
            if citation.key in seen:
                break
            seen.add(citation.key)
        return citation

    def in_issue(self, key: tuple[str, ...]) -> list[Citation]:
        """Citations from one issue of a periodical."""
        return self._issues[key].citations() if key in self._issues else []

    def with_symbol(self, key: str) -> list[Citation]:
        """Citations of one document symbol."""
        return self._symbols[key].citations() if key in self._symbols else []

    def by(self, names: tuple[Name, ...]) -> list[Citation]:
        """Citations by all of these authors or editors; a misprinted family name counts where no other fits."""
        if not names:
            return []
        key = name_key(names[0])
        signed = self._names.get(key) or self._names.get(self._misprinted(key), {})
        found = {
            citation.key: citation
            for others, shelf in signed.items()
            if names_agree(names, others) in {"same", "near"}
            for citation in shelf.citations()
        }
        return sorted(found.values(), key=lambda citation: self._at[citation.key])

    def _misprinted(self, key: str) -> str:
        """The name cited before that this one is but for a slip; only long names are close enough to tell."""
        most = max(1, len(key) // 6)
        near = process.extract(key, self._names.keys(), scorer=OSA.distance, score_cutoff=most, limit=3)
        keys = [found for found, _, _ in near if is_misprint(key, found, 6)]
        return keys[0] if len(keys) == 1 else ""

    def known_names(self, text: str) -> tuple[Name, ...]:
        """The family names and bodies cited before that stand in a text."""
        if squeeze(text) in self._names:
            return (Name(family=text),)
        words = (word.strip(".,;:()[]&'’‘“”\"") for word in text.replace("/", " ").split())
        return tuple(Name(family=word) for word in words if word[:1].isupper() and squeeze(word) in self._names)

    def note_of(self, citation: Citation) -> Note | None:
        """The note a citation stands in."""
        return self.places.note(citation.note)
