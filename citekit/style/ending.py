"""What follows a cluster in a document: the mark of the text around it, in place of the layout's own full stop."""

from __future__ import annotations

from citekit.style.style import Layout

_STOPS = ".。．"
"""Full stops, those of East Asian styles among them."""


def ended(layout: Layout, ending: str | None) -> tuple[str, Layout]:
    """The mark that follows a cluster, and the layout without its own full stop where the document gives the mark.

    A layout that closes with a full stop of another script keeps it where the document has a full stop.
    """
    if ending is None:
        return "", layout
    own = layout.suffix[-1:]
    stop = own if own and own in _STOPS else ""
    return (stop or "." if ending == "." else ending), layout._replace(suffix=layout.suffix.removesuffix(stop))
