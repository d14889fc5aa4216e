"""Notes written by hand, their fields marked where they stand.

``"[a Zhao| Lei], [t Jiangou Heping] ([place Beijing]: [pub Jiuzhou Chubanshe], [d 2007]), p. [l 12]"`` is one
citation. ``[a Zhao| Lei]`` is a person, family name before the bar; ``[a Jing |Chen<]`` has it behind; ``[b ACLEC]``
is a body, ``[b Waijiaobu=Foreign Ministry]`` one with its translation; ``[d June 7, 1989=1989-06-07]`` gives the value
that is made of the words. ``;;`` parts two citations of a note, ``~`` opens one in which the parser saw an
ibid-word, ``(type)`` gives its type, ``#`` marks it as damaged. In a paper None is a lost note, a note that ends in
``<cut>`` has lost its end, and ``--`` opens a note without citations.
"""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.model import Citation, Document, Evidence, Field, Library, Name, Note, Reading

TAG = re.compile(r"\[([a-z]+) ([^\]]*)\]")
NAMES = {
    "t": "title", "x": "title_translation", "o": "title_original", "lang": "title_language",
    "c": "container", "cx": "container_translation", "co": "container_original",
    "pub": "publisher", "px": "publisher_translation", "place": "place", "d": "date", "ed": "event_date",
    "v": "volume", "i": "issue", "pp": "pages", "l": "locator", "s": "document_symbol", "url": "url", "doi": "doi",
    "edn": "edition", "ep": "event_place", "g": "genre", "isbn": "isbn",
}  # fmt: skip


def person(text):
    """A name and its words as printed."""
    if text.endswith("<"):
        given, _, family = text[:-1].partition("|")
        return Name(family=family.strip(), given=given.strip(), order="given-first"), given + family
    family, _, given = text.partition("|")
    return Name(family=family.strip(), given=given.strip(), order="family-first"), family + given


def body(text):
    """A body and its words as printed."""
    literal, _, translated = text.partition("=")
    return Name(literal=literal, translated=translated, order="literal"), literal


def citation(markup, note, count, at=0):
    """One marked citation as the parser would give it, its words beginning at an offset of the note."""
    form = "ibid" if markup.startswith("~") else "full"
    markup = markup.removeprefix("~")
    kind = re.match(r"\(([a-z-]+)\)", markup)
    markup = markup[kind.end() :] if kind else markup
    damaged = markup.startswith("#")
    markup = markup.removeprefix("#")
    raw, end, fields, people = "", 0, {}, {}
    for tag in TAG.finditer(markup):
        raw += markup[end : tag.start()]
        end, start, code = tag.end(), len(raw), tag[1]
        if code in {"a", "b", "e", "eb"}:
            name, words = (body if code.endswith("b") else person)(tag[2])
            people.setdefault("editor" if code.startswith("e") else "author", []).append((name, at + start))
        else:
            words, _, value = tag[2].partition("=") if code in {"d", "ed"} else (tag[2], "", "")
            span = (at + start, at + start + len(words))
            fields[NAMES[code]] = Field(value or words, Evidence(note, None if code == "lang" else span, "hand"))
            words = "" if code == "lang" else words
        raw += words
    raw += markup[end:]
    for role, found in people.items():
        evidence = Evidence(note, (found[0][1], at + len(raw)), "hand")
        fields[role] = Field(tuple(name for name, _ in found), evidence)
    span = (at, at + len(raw))
    return Citation(
        f"n{note}.{count}", note, span, raw, kind[1] if kind else "other", form, fields=fields, damaged=damaged
    )


def paper(*notes, start=1):
    """A library of marked notes, numbered from ``start``."""
    made, readings = [], []
    for number, markup in enumerate(notes, start):
        name = str(number)
        if markup is None:
            made.append(Note(name, number, "", status="missing"))
            readings.append(Reading(name))
            continue
        cut = markup.endswith("<cut>")
        parts = [] if markup.startswith("--") else markup.removesuffix("<cut>").strip().split(" ;; ")
        citations, text = [], markup[2:] if markup.startswith("--") else ""
        for count, part in enumerate(parts, 1):
            text += "; " if text else ""
            citations.append(citation(part, name, count, len(text)))
            text += citations[-1].raw
        gaps = (len(text),) if cut else ()
        made.append(Note(name, number, text, status="partial" if cut else "intact", gaps=gaps))
        readings.append(Reading(name, (), tuple(citations)))
    return Library(Document("paper.txt", "", tuple(made)), tuple(readings))


def typed(rows):
    """The notes of a paper read and typed by hand → a library as the parser would give it: full or ibid only."""
    notes, readings = [], []
    for row in rows:
        name, text = str(row["note"]), row.get("text") or ""
        ends = row.get("damage", "").startswith("end lost")
        notes.append(Note(name, row["note"], text, status=row["status"], gaps=(len(text),) if ends else ()))
        readings.append(Reading(name, (), tuple(_typed(name, text, answer) for answer in row["citations"])))
    return Library(Document("paper.txt", "", tuple(notes)), tuple(readings))


TYPED = (
    "title", "title_translation", "container", "container_translation", "publisher", "place", "date", "event_date",
    "event_place", "volume", "issue", "pages", "url", "document_symbol",
)  # fmt: skip


def _typed(note, text, answer):
    raw, fields = answer["raw"], {}
    at = max(text.find(raw), 0)

    def evidence(words):
        start = raw.find(words)
        return Evidence(note, (at + start, at + start + len(words)) if start >= 0 else None, "hand")

    for role in ("author", "editor"):
        names = tuple(
            Name(**{part: value for part, value in one.items() if value}) for one in answer.get(f"{role}s", ())
        )
        if names:
            fields[role] = Field(names, evidence(names[0].family or names[0].literal))
    for name in TYPED:
        if value := answer.get(name):
            fields["locator" if name == "pages" and answer.get("locator_only") else name] = Field(
                value, evidence(value)
            )
    if language := answer.get("title_language"):
        tag = {"zh-Latn": "zh-Latn-pinyin"}.get(language, language)
        fields["title_language"] = Field(tag, Evidence(note, None, "hand"))
    made = Citation(answer["key"], note, (at, at + len(raw)), raw, answer["type"], fields=fields)
    return replace(made, form="ibid" if "ibid" in raw.casefold() else "full", damaged=bool(answer.get("damaged")))


def law_note(row):
    """A note of the law articles as typed by hand → a note and its reading; a citation's words run to the next one."""
    label, text = row["label"], re.sub(r"^\d+ ", "", row["raw"])
    starts, at = [], 0
    for answer in row["gold"]:
        first = next(iter(answer.get("author", ())), answer.get("title", "")).partition(", ")[0]
        at = max(text.find(first, at), 0) if first else at
        starts.append(at)
    citations = []
    for count, (answer, start) in enumerate(zip(row["gold"], starts, strict=True), 1):
        end = starts[count] if count < len(starts) else len(text)
        citations.append(_law_citation(label, count, answer, text[start:end].rstrip(" ;"), start))
    return Note(label, int(label), text), Reading(label, (), tuple(citations))


def _law_citation(label, count, answer, raw, start):
    fields = {}
    for role in ("author", "editor"):
        if role in answer:
            names = tuple(person(name.replace(", ", "| "))[0] for name in answer[role])
            where = max(raw.find(names[0].family), 0)
            fields[role] = Field(names, Evidence(label, (start + where, start + where + 1), "hand"))
    for name in ("title", "container", "date", "volume", "pages"):
        if name in answer:
            where = raw.find(answer[name])
            span = (start + where, start + where + len(answer[name])) if where >= 0 else None
            fields[name] = Field(answer[name], Evidence(label, span, "hand"))
    form = "ibid" if "backref" in answer else "full"
    return Citation(f"n{label}.{count}", label, (start, start + len(raw)), raw, "other", form, fields=fields)


def numbered(notes):
    """A library of notes that keep their own numbers."""
    document = Document("paper.txt", "", tuple(note for note, _ in notes))
    return Library(document, tuple(reading for _, reading in notes))
