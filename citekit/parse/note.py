"""One note → its reading: pieces that cover its text, and citations with fields and evidence."""

from __future__ import annotations

from collections.abc import Iterable

from citekit.model import Citation, Note, Piece, Reading
from citekit.parse.entry import leading_label
from citekit.parse.fields import make_fields, settle_dates_and_pages
from citekit.parse.kinds import kind
from citekit.parse.label import Labeller
from citekit.parse.labels import Label
from citekit.parse.memory import Memory
from citekit.parse.prose import is_prose
from citekit.parse.split import Segment, split, structure_of
from citekit.parse.structure import Structure, analyse


def parse_note(note: Note, memory: Memory, labeller: Labeller) -> Reading:
    """Parse one note; ``labeller`` names the stretches that the field makers then turn into values."""
    structure = analyse(note.text, note.gaps)
    start = leading_label(note.text) if note.kind == "line" else 0
    segments = _merged(structure, split(structure, start, line=note.kind == "line"))
    citations: list[Citation] = []
    spans: list[tuple[str, int, int, str | None]] = [("label", 0, start, None)] if start else []
    signal = ""
    for segment in segments:
        if segment.kind != "citation":
            signal = note.text[segment.start : segment.end] if segment.kind == "signal" else signal
            spans.append((segment.kind, segment.start, segment.end, None))
            continue
        labels = labeller(structure_of(structure, segment), segment)
        citation = _citation(note, segment, labels, memory, signal, len(citations) + 1)
        if citation is None:
            spans.append(("commentary", segment.start, segment.end, None))
            continue
        signal = ""
        citations.append(citation)
        spans.append(("citation", *citation.span, citation.key))
        if citation.span[1] < segment.end and note.text[citation.span[1] : segment.end].strip(" ,;:.()[]"):
            spans.append(("commentary", citation.span[1], segment.end, None))
    return Reading(note.id, tuple(_covering(note.text, spans)), tuple(citations))


def _merged(structure: Structure, segments: Iterable[Segment]) -> list[Segment]:
    """Segments in order without empty ones."""
    return sorted((s for s in segments if structure.text[s.start : s.end].strip()), key=lambda s: s.start)


def _citation(
    note: Note, segment: Segment, labels: tuple[Label, ...], memory: Memory, signal: str, number: int
) -> Citation | None:
    fields = make_fields(note.text, note.id, labels, memory)
    back = [label for label in labels if label.name == "ibid"]
    if not fields and not back:
        return None
    span = _extent(note.text, segment, labels)
    raw = note.text[slice(*span)]
    form = "full"
    if back and "title" in fields and back[0].text_in(note.text).casefold().startswith("ib") and "container" not in fields:
        container = make_fields(note.text, note.id, [_as_container(back[0])], memory)
        fields["container"] = container["container"]
    elif back:
        form = "ibid"
    values = {name: field.value for name, field in fields.items() if isinstance(field.value, str)}
    author = fields.get("author")
    values |= {
        "raw": raw,
        "quoted": "yes" if any(label.by == "quoted-title" for label in labels) else "",
        "ibid": "yes" if back else "",
        "interview": "yes" if any(label.by == "interview" for label in labels) else "",
        "author": " ".join(name.display for name in author.value) if author and not isinstance(author.value, str) else "",
        "editor": "yes" if "editor" in fields else "",
    }
    work_type = kind(values)
    fields = settle_dates_and_pages(fields, work_type)
    return Citation(
        key=f"n{note.id}.{number}",
        note=note.id,
        span=span,
        raw=raw,
        type=work_type,
        form="ibid" if form == "ibid" else "full",
        signal=signal,
        fields=fields,
        damaged=any(span[0] <= gap <= span[1] for gap in note.gaps),
    )


def _as_container(label: Label) -> Label:
    """An "ibid." beside a title of its own stands for the host alone; its full stop belongs to the word."""
    return Label("container", label.start, label.end, "ibid-container", 0.9)


def _extent(text: str, segment: Segment, labels: tuple[Label, ...]) -> tuple[int, int]:
    """The citation's stretch: without the punctuation that ends it, and without prose that follows its last field."""
    start, end = segment.start, segment.end
    last = max((label.end for label in labels), default=end)
    rest = text[last:end]
    if is_prose(rest) and len(rest.split()) > 3:
        end = last
    while end > start and text[end - 1] in " .;,":
        end -= 1
    opened, closed = text.count("(", start, end), text.count(")", start, end)
    if closed > opened and text[end - 1] == ")" and end > last:
        end -= 1
    return start, max(end, min(last, segment.end))


def _covering(text: str, spans: list[tuple[str, int, int, str | None]]) -> Iterable[Piece]:
    """The pieces of a note: the given stretches, and punctuation for what lies between them."""
    position = 0
    for name, start, end, key in sorted(spans, key=lambda item: (item[1], item[2])):
        if end <= position:
            continue
        begin = max(start, position)
        if begin > position:
            yield Piece(_between(text[position:begin]), position, begin)
        yield Piece(name, begin, end, key)
        position = end
    if position < len(text):
        yield Piece(_between(text[position:]), position, len(text))


def _between(text: str) -> str:
    return "commentary" if any(char.isalnum() for char in text) else "punctuation"
