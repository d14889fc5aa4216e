"""A family name with its particle: ``van Genugten``."""

from __future__ import annotations

import re

_PARTICLE = re.compile(r"(?P<particle>[^\W\d_A-Z][\w'’]*(?: [^\W\d_A-Z][\w'’]*)*) (?P<family>\S.*)")


def apart(text: str) -> tuple[str, str]:
    """The words in lower case that a family name begins with, and the rest: ``van der Genugten`` → ``van der``, …."""
    found = _PARTICLE.fullmatch(text)
    return (found["particle"], found["family"]) if found else ("", text)
