"""Names to the names of CSL-JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citekit.model import Name
from citekit.write.bibtex_names import usual_order
from citekit.write.record import Record

_NO = (None, False, 0, "", "0", "false")


def csl_name(name: Name) -> dict[str, str]:
    """Family and given name with particle and suffix, or the literal of a body; nothing but what CSL 1.0.2 knows."""
    literal = name.literal or ("" if name.family or name.given else name.translated or name.original)
    if literal:
        return {"literal": literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}


def in_static_order(name: Name) -> bool:
    """Whether a CSL processor must be told that the family name stands first: no rule of names tells it."""
    return name.order == "family-first" != usual_order(name.family, name.given)


def beside(name: Name) -> dict[str, str]:
    """What a name has and CSL does not know: other faces, the order it was printed in."""
    parts = {"translated": name.translated, "original": name.original}
    if name.order not in ("literal", "unknown"):
        parts["order"] = name.order
    return {part: value for part, value in parts.items() if value}


def name_of(csl: Mapping[str, Any]) -> Record:
    """The name that a CSL name tells, as a record; a dropping particle stands with the others before the family."""
    if csl.get("literal"):
        return {"literal": csl["literal"], "order": "literal"}
    particles = (csl.get("dropping-particle"), csl.get("non-dropping-particle"))
    family, given = csl.get("family", ""), csl.get("given", "")
    static = csl.get("static-ordering") not in _NO
    parts = {
        "family": family,
        "given": given,
        "particle": " ".join(filter(None, particles)),
        "suffix": csl.get("suffix", ""),
        "order": "family-first" if static else usual_order(family, given),
    }
    return {part: value for part, value in parts.items() if value}
