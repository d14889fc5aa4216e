"""Misprints in romanised strings: what is no pinyin, and what is pinyin but not what was meant."""

from __future__ import annotations

from citekit.romanise.misprints.find import misprints
from citekit.romanise.misprints.listed import Known, Lookup
from citekit.romanise.misprints.printed import Printed
from citekit.romanise.misprints.weigh import MARGIN

__all__ = ["MARGIN", "Known", "Lookup", "Printed", "misprints"]
