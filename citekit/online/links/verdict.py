"""From what happened to a verdict.

Nothing is dead on one try. What is definite (no such page, gone for good, no such host, a page that says it is none)
was tried twice in the run and is dead. What may pass (a time-out, a fault, a connection that is refused or broken off)
is a doubt, until it has failed on several days in a row. What only shuts us out (a login, a test for robots, a
certificate that does not fit) says nothing of the page and stays a doubt. What was not asked is unchecked.
"""

from __future__ import annotations

from dataclasses import replace

from citekit.online.failure import PHRASES, Failure
from citekit.online.links.link import PASSING, Reason, Result, Verdict

DAYS = 3
"""Days in a row on which an address must have failed to be called dead."""

_DEAD = frozenset({"not-found", "gone", "dns"})
_NOT_ASKED = frozenset({"malformed", "scheme", "credentials", "port", "private", "network-down"})
_WORDS: dict[Reason, str] = {
    "soft-404": "the page says that there is nothing, though its status says that all is well",
    "home-page": "the address leads to the home page of the site now",
    "empty": "the answer is empty",
    "cookie-wall": "a page about cookies stands before it",
    "robot-check": "the host wants to know whether we are a person",
    "login": "a page for logging in stands before it",
}


def of_failure(failure: Failure) -> Result:
    """The result that a failure gives on a single day."""
    verdict: Verdict = "dead" if failure.kind in _DEAD else "unchecked" if failure.kind in _NOT_ASKED else "unsure"
    return Result(verdict, failure.kind, failure.message, failure.status)


def doubt(reason: Reason, detail: str = "", status: int | None = None) -> Result:
    """A doubt with its reason."""
    return Result("unsure", reason, detail or _WORDS.get(reason) or PHRASES[reason], status)


def dead(reason: Reason, status: int | None = None) -> Result:
    """A death with its reason."""
    return Result("dead", reason, _WORDS.get(reason) or PHRASES[reason], status)


def with_days(result: Result, failed_days: tuple[int, ...], today: int, days: int = DAYS) -> Result:
    """The result in view of the days before on which the address failed, latest first, as the store has them."""
    if not result.is_failure:
        return result
    count = len({today, *failed_days})
    if result.reason in PASSING and result.verdict == "unsure" and count >= days:
        return replace(
            result,
            verdict="dead",
            message=f"{result.message}, as on {count} days in a row that it was asked",
            failed_days=count,
        )
    return replace(result, failed_days=count)
