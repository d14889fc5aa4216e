"""The one error of this room: a style, a locale or a format that cannot be used, said in a sentence."""

from __future__ import annotations


class StyleError(ValueError):
    """A style or locale that cannot be used; the message is one sentence: what, where, what to do next."""
