"""Characters restored from pinyin: ranked candidates with honest confidences, never facts."""

from __future__ import annotations

from citekit.romanise.characters.restore import Candidate, Restored, restore

__all__ = ["Candidate", "Restored", "restore"]
