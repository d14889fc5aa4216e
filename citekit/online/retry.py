"""A request tried again where that may help: as often as its failure bears, with growing pauses and jitter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from citekit.online.client import Answer
from citekit.online.failure import Failure, of_status

_LONGEST = 5.0
"""Seconds between two tries, where the host asks for no other pause."""


_CLEAR = frozenset({"not-found", "gone"})


class _Again(Exception):  # noqa: N818 - no error, but the way to tell stamina to go on
    def __init__(self, failure: Failure) -> None:
        super().__init__()
        self.failure = failure


async def retried(
    once: Callable[[], Awaitable[Answer | Failure]],
    tries: Mapping[str, int],
    *,
    backoff: float,
    longest_wait: float,
) -> Answer | Failure:
    """What the last try gives; ``tries`` says for each kind of failure how many there may be in all.

    A host that asks to wait longer than ``longest_wait`` seconds is not asked again. Shorter waits are not made here:
    the host's pace holds the next request back.
    """
    result = await once()
    if not _is_left(result, tries, 1, longest_wait):
        return result
    from stamina import retry_context  # noqa: PLC0415 - most requests need no second try

    _without_talk()
    again = retry_context(
        _pause, attempts=None, timeout=None, wait_initial=backoff, wait_max=_LONGEST, wait_jitter=backoff
    )
    async for attempt in again:
        with attempt:
            result = result if attempt.num == 1 else await once()
            _go_on(_is_left(result, tries, attempt.num, longest_wait))
    return result


def _go_on(failure: Failure | None) -> None:
    if failure:
        raise _Again(failure)


def _is_left(result: Answer | Failure, tries: Mapping[str, int], made: int, longest_wait: float) -> Failure | None:
    """The failure that another try is left for."""
    failure = result if isinstance(result, Failure) else of_status(result.status, result.wait)
    if failure is None or made >= tries.get(failure.kind, 1) or (failure.wait or 0) > longest_wait:
        return None
    return failure


def _pause(error: Exception) -> bool | float:
    """What stamina does: no pause where the host named one, for its pace keeps to it; else the growing one.

    A host that says clearly that there is nothing is asked again at once: it has no fault that needs time to pass.
    """
    if not isinstance(error, _Again):
        return False
    return 0.0 if error.failure.wait is not None or error.failure.kind in _CLEAR else True


def _without_talk() -> None:
    """Keep stamina from telling the log of each retry; stderr is for the user."""
    from stamina.instrumentation import set_on_retry_hooks  # noqa: PLC0415 - as above

    set_on_retry_hooks([])
