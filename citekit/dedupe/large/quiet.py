"""Python in a process that does nothing but make and compare records: no search for cycles, little remembered."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from citekit.dedupe.containers import container_keys, container_of, container_words
from citekit.dedupe.extent import pages_of
from citekit.dedupe.say.people import skeleton
from citekit.language.agree import bare, is_misprint, squeeze
from citekit.language.pinyin import divide

_REMEMBERED: tuple[Any, ...] = (
    *(bare, container_keys, container_of, container_words, divide, is_misprint),
    *(pages_of, skeleton, squeeze),
)
_ENOUGH = 8192  # of each kind: names of journals come back, titles hardly ever


@contextmanager
def quiet() -> Iterator[None]:
    """No search for cycles inside, for there are none to be found; as it was before afterwards, and much forgotten."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
        for rule in _REMEMBERED:
            if rule.cache_info().currsize > _ENOUGH:
                rule.cache_clear()
