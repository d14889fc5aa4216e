"""A title told apart into its faces where text may be lost: the lost place parts them then."""

from __future__ import annotations

from citekit.language.faces import MARKS, Faces, cut_faces
from citekit.language.trim import trim


def split_faces(text: str, start: int, end: int, gaps: tuple[int, ...] = ()) -> Faces:
    """Tell the faces of the title in a stretch apart, as :func:`~citekit.language.faces.cut_faces` does.

    Where text is lost inside the title, or a bracket is left open or unopened by a loss, the lost place parts the
    faces.
    """
    start, end = trim(text, start, end, MARKS)
    return _torn_faces(text, start, end, gaps) or cut_faces(text, start, end)


def _torn_faces(text: str, start: int, end: int, gaps: tuple[int, ...]) -> Faces | None:
    """The faces of a title that a loss has torn."""
    closes, opens = _unmatched(text, start, end)
    inside = next((gap for gap in gaps if start < gap < end), None)
    if inside is not None and closes is not None and inside <= closes:
        return Faces(trim(text, start, inside, MARKS), trim(text, inside, closes, MARKS))
    if closes is not None and gaps and closes >= end - 3:
        lost_before = max((gap for gap in gaps if gap <= start), default=None)
        if lost_before is not None and not text[lost_before:start].strip(" “\"'"):
            return Faces(None, trim(text, start, closes, MARKS))
    if opens is not None and len(text) in gaps and end >= len(text) - 1:
        return Faces(trim(text, start, opens, MARKS), trim(text, opens + 1, end, MARKS))
    return None


def _unmatched(text: str, start: int, end: int) -> tuple[int | None, int | None]:
    """The first closing bracket never opened, and the last opening bracket never closed."""
    open_at: list[int] = []
    orphan = None
    for index in range(start, end):
        if text[index] in "(（":
            open_at.append(index)
        elif text[index] in ")）":
            if open_at:
                open_at.pop()
            elif orphan is None:
                orphan = index
    return orphan, open_at[-1] if open_at else None
