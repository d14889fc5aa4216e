"""A citation → the record of it that is compared: as that of a work, but for what only points back."""

from __future__ import annotations

from collections.abc import Mapping

from citekit.dedupe import blank
from citekit.dedupe.from_work import record
from citekit.dedupe.hashing import digested
from citekit.dedupe.merge import OTHER_FIELDS
from citekit.dedupe.record import Record
from citekit.fields import NAME_FIELDS
from citekit.language.agree import squeeze
from citekit.model import Citation, Face, Title, Work

_NOT_TELLING = frozenset({"title_language", "locator", "accessed"})


def citation_record(citation: Citation) -> Record:
    """The comparable side of a citation; its signature is that of all that it prints, evened out.

    An "Ibid." that found nothing, and what prints fewer than two details, has none.
    """
    values = blank.values(citation)
    names = {role: blank.names(citation, role) for role in NAME_FIELDS}
    work = Work(
        citation.key,
        citation.type,
        _faces(values, "title"),
        _faces(values, "container"),
        _faces(values, "publisher"),
        names["author"],
        names["editor"],
        names["translator"],
        {name: values[name] for name in OTHER_FIELDS if name in values},
    )
    said = [f"{name}={squeeze(value)}" for name, value in sorted(values.items()) if name not in _NOT_TELLING]
    said += [f"{role}={squeeze(name.display)}" for role, found in names.items() for name in found]
    signature = digested("\x1f".join(said)) if len(said) > 1 and citation.form != "ibid" else 0
    return record(work)._replace(form=citation.form, damaged=citation.damaged, signature=signature)


def _faces(values: Mapping[str, str], kind: str) -> Title:
    main, original, translation = (values.get(f"{kind}{face}", "") for face in ("", "_original", "_translation"))
    return Title(
        Face(main, values.get(f"{kind}_language", "")) if main else None,
        Face(original) if original else None,
        Face(translation) if translation else None,
    )
