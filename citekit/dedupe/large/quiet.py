"""Python in a process that does nothing but make and compare records: no search for cycles, little remembered."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from citekit.dedupe.say.container import names_alike
from citekit.dedupe.say.people import persons_agree
from citekit.dedupe.say.words import numbers, places, strangers, syllables
from citekit.language.agree import bare, is_misprint, squeeze

_REMEMBERED: tuple[Any, ...] = (
    *(bare, squeeze, is_misprint),
    *(names_alike, numbers, persons_agree, places, strangers, syllables),
)
_ENOUGH = 8192  # of each kind: what is said of two titles is hardly ever asked again


@contextmanager
def quiet() -> Iterator[None]:
    """No search for cycles inside, for there are none to be found; as it was before afterwards, and much forgotten."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # what was made since is as old as the rest at once: looking through it would cost a tenth of all time
        gc.unfreeze()
        if was:
            gc.enable()
        for rule in _REMEMBERED:
            if rule.cache_info().currsize > _ENOUGH:
                rule.cache_clear()
