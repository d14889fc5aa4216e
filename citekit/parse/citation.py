"""Labels of one citation → the citation: fields, form, type, extent."""

from __future__ import annotations

from citekit.model import Citation, Field, Form, Note
from citekit.parse.fields import make_fields, settle_dates_and_pages
from citekit.parse.kinds import kind
from citekit.parse.labels import Label
from citekit.parse.memory import Memory
from citekit.parse.prose import is_prose
from citekit.parse.split import Segment
from citekit.parse.targets import linked


def make_citation(note: Note, segment: Segment, labels: tuple[Label, ...], memory: Memory) -> Citation | None:
    """Make a citation of a labelled segment, still without key and signal; None when nothing was labelled."""
    fields = make_fields(note.text, note.id, labels, memory)
    back = next((label for label in labels if label.name == "ibid"), None)
    if not fields and not back:
        return None
    form: Form = "ibid" if back else "full"
    if back and _stands_for_host(note.text, back, fields):
        host = make_fields(note.text, note.id, [_as_container(back)], memory)
        fields, form = fields | host, "full"
    span = _extent(note.text, segment, labels)
    raw = note.text[slice(*span)]
    fields |= linked(note, span, fields) if note.runs else {}
    work_type = kind(_values(raw, fields, labels))
    return Citation(
        key="",
        note=note.id,
        span=span,
        raw=raw,
        type=work_type,
        form=form,
        fields=settle_dates_and_pages(fields, work_type, pointing=form == "ibid" or _names_and_year(labels)),
        damaged=any(_touches(note.text, span, gap) for gap in note.gaps),
    )


def _names_and_year(labels: tuple[Label, ...]) -> bool:
    """``Geiger 1964, S. 65–83`` points into a work of the reference list, whose extent it does not tell."""
    return any(label.by == "names-and-year" for label in labels)


def _values(raw: str, fields: dict[str, Field], labels: tuple[Label, ...]) -> dict[str, str]:
    """What the rules for the type look at."""
    values = {name: field.value for name, field in fields.items() if isinstance(field.value, str)}
    for name in ("author", "editor"):
        people = fields[name].value if name in fields else ()
        values[name] = " ".join(person.display for person in people if not isinstance(person, str))
    rules = {label.by for label in labels}
    marks = {"quoted": "quoted-title" in rules, "interview": "interview" in rules, "statute": "statute" in rules}
    marks["ibid"] = any(label.name == "ibid" for label in labels)
    return values | {"raw": raw} | {name: "yes" for name, there in marks.items() if there}


def _stands_for_host(text: str, back: Label, fields: dict[str, Field]) -> bool:
    """An "ibid." behind a title of its own stands for the host alone: ``“Title,” (October 24, 2008), ibid., p. 9``."""
    return "title" in fields and "container" not in fields and back.text_in(text).casefold().startswith("ib")


def _as_container(label: Label) -> Label:
    return Label("container", label.start, label.end, "ibid-container", 0.9)


def _touches(text: str, span: tuple[int, int], gap: int) -> bool:
    """Whether text was lost inside a citation or right beside it, punctuation aside."""
    nearest = min(max(gap, span[0]), span[1])
    return not text[min(gap, nearest) : max(gap, nearest)].strip(' .,;:“”"')


def _extent(text: str, segment: Segment, labels: tuple[Label, ...]) -> tuple[int, int]:
    """The citation's stretch: without the punctuation that ends it, and without prose that follows its last field."""
    start, end = segment.start, segment.end
    last = min(max((label.end for label in labels), default=end), end)
    rest = text[last:end]
    if is_prose(rest) and len(rest.split()) > 3:
        end = last
    while end > start and text[end - 1] in " .;,":
        end -= 1
    if text[end - 1] == ")" and end > last and text.count(")", start, end) > text.count("(", start, end):
        end -= 1
    return start, max(end, last)
