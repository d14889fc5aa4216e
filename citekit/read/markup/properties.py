"""Properties that programs set in a file, in which reference managers keep what a bookmark stands for."""

from __future__ import annotations

from citekit.read.markup.xml import Element, attribute, local


def numbered_properties(root: Element | None) -> dict[str, str]:
    """The properties that programs have set, those cut into numbered pieces as one: ``ZOTERO_BREF_x_1``, ``…_2``."""
    named = [
        element
        for element in (root.iter() if root is not None else ())
        if local(element) in ("user-defined", "property")
    ]
    pieces = {attribute(element, "name"): "".join(map(str, element.itertext())) for element in named}
    whole: dict[str, str] = {}
    for name in pieces:
        stem, _, number = name.rpartition("_")
        at = 1
        while number == "1" and f"{stem}_{at}" in pieces:
            whole[stem] = whole.get(stem, "") + pieces[f"{stem}_{at}"]
            at += 1
    return whole
