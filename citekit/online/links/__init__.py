"""Links checked: what is cited → a verdict with its reason.

:func:`find` gets the addresses out of a text, :class:`Checker` asks them, :class:`Outcome` says what came of it.
"""

from citekit.online.archive.copy import Copy
from citekit.online.links.find import Spot, find
from citekit.online.links.link import VERDICTS, Link, Outcome, Result, Verdict
from citekit.online.links.memory import Memory
from citekit.online.links.run import Checker

__all__ = ["VERDICTS", "Checker", "Copy", "Link", "Memory", "Outcome", "Result", "Spot", "Verdict", "find"]
