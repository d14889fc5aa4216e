"""Names to the persons of Hayagriva, and back.

A person is the text ``Family, Given``, or a record (``name``, ``given-name``, ``prefix``, ``suffix``) where the text
would be read otherwise; ``translated`` and ``original`` stand beside them. A body is a text or ``name`` alone.
"""

from __future__ import annotations

import re
from typing import Any

from citekit.model import Name
from citekit.write.bibtex_names import usual_order
from citekit.write.latex import even
from citekit.write.record import Record

_SUFFIX = re.compile(r"(?:Jr|Sr|Jun|Sen|jr|sr)\.?|[IVX]+")


def person(name: Name) -> str | Record | None:
    """The person that stands for a name; None when nothing is known of it."""
    literal, given = even(name.literal), even(name.given)
    faces = _filled({"translated": even(name.translated), "original": even(name.original)})
    if literal or not given:
        text = literal or even(f"{name.particle} {name.family}") or next(iter(faces.values()), "")
        if not text:
            return None
        return {"name": text, **faces} if faces or not _is_plain(text) else text
    family = even(name.family) or even(name.particle)
    prefix = even(name.particle) if even(name.family) else ""
    parts = _filled({"name": family or given, "given-name": given if family else "", "prefix": prefix})
    parts |= _filled({"suffix": even(name.suffix), **faces})
    if family and parts.keys() == {"name", "given-name"} and _is_plain(family) and "," not in given:
        return f"{family}, {given}"
    return parts


def _is_plain(text: str) -> bool:
    """Whether a reader takes a text for one name: no comma, no word in lower case that could be a prefix."""
    return "," not in text and not any(word[0].islower() for word in text.split())


def persons_of(value: object) -> list[Record]:
    """The names that a person or a list of persons tells, as records."""
    found = (_read(item) for item in (value if isinstance(value, list) else [value]))
    return [name for name in found if name]


def _read(value: object) -> Record:
    if isinstance(value, str):
        return _read_text(value)
    if not isinstance(value, dict):
        return {}
    part = {key: text for key, text in value.items() if isinstance(text, str)}
    faces = _filled({face: part.get(face, "") for face in ("translated", "original")})
    name, given, prefix, suffix = (part.get(key, "") for key in ("name", "given-name", "prefix", "suffix"))
    if not (given or prefix or suffix):
        return {**_body(name), **faces} if name else {}
    return _filled({**_person(name, given, prefix, suffix), **faces})


def _read_text(text: str) -> Record:
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1 or len(parts) > 3:
        return _body(text.strip())
    # the documents of the format have a suffix last, its readers take BibTeX's order
    given, suffix = (parts[1], parts[2:]) if len(parts) < 3 or _SUFFIX.fullmatch(parts[2]) else (parts[2], parts[1:2])
    words = parts[0].split()
    small = next((number for number, word in enumerate(words) if not word[0].islower()), 0)
    return _person(" ".join(words[small:]), given, " ".join(words[:small]), "".join(suffix))


def _body(text: str) -> Record:
    return _filled({"literal": text, "order": "literal"}) if " " in text else _filled({"family": text})


def _person(family: str, given: str, prefix: str, suffix: str) -> Record:
    order = usual_order(family, given) if given else ""
    return _filled({"family": family, "given": given, "particle": prefix, "suffix": suffix, "order": order})


def _filled(values: dict[str, Any]) -> Record:
    return {key: value for key, value in values.items() if value}
