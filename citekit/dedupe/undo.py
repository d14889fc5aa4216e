"""The way back from a merge: a journal beside the file, from which the file comes back byte for byte.

``library.bib.undo`` is a JSON object: ``schema``, and ``steps``, the oldest first. Each step has ``after``, the SHA-256
of the file as the merge left it, and ``before``: the SHA-256 of the file as it was (``sha256``) and its bytes,
compressed with gzip, in base64 (``gzip``). A step goes back only from the very bytes that it left. Ten steps are kept.
"""

from __future__ import annotations

import base64
import gzip
import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

SCHEMA = "citekit-undo/1"
_KEPT = 10


class Undone(NamedTuple):
    """The bytes of the file as it was, and the journal without the step; None where that was the last one."""

    data: bytes
    journal: bytes | None


@dataclass(frozen=True, slots=True)
class NothingToUndo(Exception):  # noqa: N818 - it is no fault
    """There is no step from these bytes; ``changed`` tells that there are steps, but from others."""

    changed: bool


def with_step(journal: bytes | None, before: bytes, after: bytes) -> bytes:
    """The journal with one step more, without those that were never made; one that cannot be read is begun anew."""
    steps = [*_made(_steps(journal), _digest(before)), _step(before, after)]
    return _journal(steps[-_KEPT:])


def undone(journal: bytes | None, now: bytes) -> Undone:
    """The last step taken back from the bytes of the file as it is now.

    A step that was never made, because the run was stopped before the file was written, is passed over. Raises
    NothingToUndo.
    """
    digest = _digest(now)
    steps = _made(_steps(journal), digest)
    if not steps or steps[-1]["after"] != digest:
        raise NothingToUndo(bool(steps))
    before = gzip.decompress(base64.b64decode(steps.pop()["before"]["gzip"]))
    return Undone(before, _journal(steps) if steps else None)


def _made(steps: list[dict[str, Any]], digest: str) -> list[dict[str, Any]]:
    """The steps without the last ones that begin at the bytes with this digest, and so were never made."""
    while steps and steps[-1]["before"]["sha256"] == digest:
        steps.pop()
    return steps


def _step(before: bytes, after: bytes) -> dict[str, Any]:
    packed = base64.b64encode(gzip.compress(before, mtime=0)).decode("ascii")
    return {"after": _digest(after), "before": {"sha256": _digest(before), "gzip": packed}}


def _steps(journal: bytes | None) -> list[dict[str, Any]]:
    try:
        told = json.loads(journal or b"{}")
        steps = told["steps"] if told.get("schema") == SCHEMA else []
        return [step for step in steps if step["after"] and step["before"]["sha256"] and step["before"]["gzip"]]
    except (ValueError, TypeError, KeyError, AttributeError):
        return []


def _journal(steps: list[dict[str, Any]]) -> bytes:
    return (json.dumps({"schema": SCHEMA, "steps": steps}, indent=1) + "\n").encode("ascii")


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
