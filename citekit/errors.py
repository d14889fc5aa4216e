"""The one error a caller has to expect: input that cannot be used, said in a sentence."""

from __future__ import annotations


class CitekitError(Exception):
    """Input or usage that cannot be served; the message is one sentence: what, where, what to do next."""
