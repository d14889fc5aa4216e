"""What stands behind an address in a sentence and is not part of it."""

from __future__ import annotations

_CLOSING = ".,;:!?'’‘”\"»…*|`"
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<", "›": "‹"}
_ENTITIES = ("&gt", "&lt", "&quot", "&amp")


def trimmed(text: str) -> str:
    """The text without closing punctuation; a closing bracket stays where it was opened within the text.

    >>> trimmed("http://example.org/a_(b).")
    'http://example.org/a_(b)'
    """
    while text:
        last = text[-1]
        entity = next((one for one in _ENTITIES if last == ";" and text.endswith(f"{one};")), "")
        if entity:
            text = text[: -len(entity) - 1]
        elif last in _CLOSING or (last in _PAIRS and text.count(last) > text.count(_PAIRS[last])) or last in "([{<":
            text = text[:-1]
        else:
            break
    return text
