"""Names to the names of CSL-JSON."""

from __future__ import annotations

from citekit.model import Name


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


def beside(name: Name) -> dict[str, str]:
    """What a name has and CSL does not know: other faces, the order it was printed in."""
    parts = {"translated": name.translated, "original": name.original}
    if name.order not in ("literal", "unknown"):
        parts["order"] = name.order
    return {part: value for part, value in parts.items() if value}
