"""A volume of a work that has fewer of them."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    volume, volumes = (entry.whole.get(name, "").strip() for name in ("volume", "volumes"))
    if volume.isdecimal() and volumes.isdecimal() and int(volume) > int(volumes):
        message = f"The work has {volumes} volumes, and this is volume {volume}."
        yield Fault(message, "volume", help="See which of the two numbers is misprinted.")


RULE = Rule("CK077", "warning", on=("volumes",), entry=_check)
