"""Names to the one line that RIS and EndNote have for them, and back.

A person is ``von Family, Given, Suffix``. A body ends in a comma, which is how EndNote tells it from a person; on the
way in a body is also what has blanks but no comma, and ``Department of X,, Body`` is a body with a comma in its name.
"""

from __future__ import annotations

from citekit.model import Name
from citekit.write.bibtex_names import usual_order
from citekit.write.latex import even
from citekit.write.record import Record


def name_line(name: Name) -> str:
    """The line of a name; empty when nothing is known of it."""
    literal, given = even(name.literal), even(name.given)
    if literal or not given:
        text = literal or even(f"{name.particle} {name.family}") or even(name.translated) or even(name.original)
        body = literal or " " in text
        return f"{text}," if body and text and "," not in text else text
    family = even(f"{name.particle} {name.family}")
    return ", ".join(filter(None, (family, given, even(name.suffix))))


def read_names(value: str) -> list[Record]:
    """The names of a line as records; some programs put all of them in one line, with semicolons between."""
    found = (_read(even(part)) for part in value.split(";"))
    return [name for name in found if name]


def _read(text: str) -> Record:
    if text.endswith(",") or ",, " in text:
        return _filled(literal=text.rstrip(", ").replace(",, ", ", "), order="literal")
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        return _filled(literal=text, order="literal") if " " in text else _filled(family=text)
    particle, family = _particle(parts[0])
    suffix = ", ".join(filter(None, parts[2:]))
    return _filled(family=family, given=parts[1], particle=particle, suffix=suffix, order=usual_order(family, parts[1]))


def _particle(text: str) -> tuple[str, str]:
    """``van den Berg`` → ``("van den", "Berg")``: the words in lower case that open a family name."""
    words = text.split(" ")
    count = next((number for number, word in enumerate(words) if not word[:1].islower()), 0)
    return " ".join(words[:count]), " ".join(words[count:])


def _filled(**values: str) -> Record:
    named = {key: value for key, value in values.items() if value}
    return named if named.keys() - {"order"} else {}
