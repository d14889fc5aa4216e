"""What a work takes from another one: "ibid." in the container's place its host, "ders." its author."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from citekit.dedupe import blank
from citekit.model import Citation, Work

_OF_HOST = ("place", "date", "volume", "issue", "series", "edition", "isbn")


def with_host(work: Work, members: Sequence[Citation], works: Mapping[str, Work]) -> Work:
    """The work with title, editor, imprint and date of its host, for what it does not print itself.

    ``works`` holds the works by the keys of their citations. The date of an event (a speech) that stands in for a
    date of publication gives way to the host's.
    """
    citation = next((one for one in members if one.container_reference), None)
    if citation is None or citation.container_reference is None:
        return work
    target = citation.container_reference.target
    host = works.get(target)
    return _housed(work, host, target) if host and host.cited != work.cited else work


def _housed(work: Work, host: Work, target: str) -> Work:
    inherited, fields = dict(work.inherited), dict(work.fields)
    within = bool(host.container)
    if fields.get("date") and fields.get("date") == fields.get("event_date") and host.fields.get("date"):
        del fields["date"]
    for name in _OF_HOST:
        if name not in fields and name in host.fields:
            fields[name] = host.fields[name]
            inherited[name] = target
    container = work.container or (host.container if within else host.title)
    publisher = work.publisher or host.publisher
    editor = work.editor or host.editor or (() if within else host.author)
    taken = {"container": work.container, "publisher": work.publisher, "editor": work.editor}
    found = {"container": container, "publisher": publisher, "editor": editor}
    inherited |= {name: target for name, own in taken.items() if not own and found[name]}
    return replace(work, container=container, publisher=publisher, editor=editor, fields=fields, inherited=inherited)


def with_author(work: Work, members: Sequence[Citation], works: Mapping[str, Work]) -> Work:
    """The work with the author that "ders." or "idem" stands for, before those who are printed beside it."""
    citation = next((one for one in members if one.author_reference), None)
    if citation is None or citation.author_reference is None:
        return work
    target = citation.author_reference.target
    other = works.get(target)
    names = (other.author or other.editor) if other else ()
    if not names:
        return work
    role = "editor" if blank.names(citation, "editor") and not blank.names(citation, "author") else "author"
    inherited = {**work.inherited, role: target}
    if role == "editor":
        return replace(work, editor=(*names, *work.editor), inherited=inherited)
    return replace(work, author=(*names, *work.author), inherited=inherited)
