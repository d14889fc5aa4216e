"""Python in a process that does nothing but make and compare records: no search for cycles, little remembered."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_RULES = ("citekit.dedupe.", "citekit.language.")
_ENOUGH = 16384  # of each kind: what is said of two titles is hardly ever asked again …
_KEPT = frozenset({"is_pinyin"})  # … but words come back


@contextmanager
def quiet() -> Iterator[None]:
    """No search for cycles inside, for there are none to be found; as it was before afterwards, and much forgotten."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # what was made since is as old as the rest at once: looking through it takes a tenth of all time
        gc.unfreeze()
        if was:
            gc.enable()
        for rule in remembering():
            if rule.cache_info().currsize > _ENOUGH:
                rule.cache_clear()


def remembering() -> Iterator[Any]:
    """The rules that remember what they answered last; those that remember all of it, authorities, are left out."""
    modules = [module for name, module in [*sys.modules.items()] if name.startswith(_RULES)]
    rules = (rule for module in modules for rule in [*vars(module).values()] if hasattr(rule, "cache_parameters"))
    return (rule for rule in rules if rule.cache_parameters()["maxsize"] and rule.__name__ not in _KEPT)
