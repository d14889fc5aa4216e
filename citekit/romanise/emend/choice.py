"""What is to be made of proposed emendations: which codes at once, which by a decision, which not."""

from __future__ import annotations

import math
from dataclasses import dataclass

from citekit.model import Emendation
from citekit.romanise.emend.decisions import Decision
from citekit.romanise.emend.find import corrects
from citekit.romanise.repair import HARMLESS


@dataclass(frozen=True, slots=True)
class Choice:
    """The codes whose emendations are made, the harmless ones if nothing is said, and decisions one by one.

    With ``originals`` names get the characters that the authority list has for them. Corrections at least as confident
    as ``least`` are made whatever their code, where strings are but read.
    """

    codes: frozenset[str] = HARMLESS
    decisions: tuple[Decision, ...] = ()
    originals: bool = False
    least: float = math.inf

    def makes(self, emendation: Emendation) -> bool:
        """Whether an emendation is made: a decision stands above its code."""
        if emendation.decision or emendation.new is None:
            return emendation.decision == "accept" and emendation.new is not None
        return emendation.code in self.codes or (emendation.confidence >= self.least and corrects(emendation))
