"""A bibliography → findings: what in it is wrong, doubtful or hard to use, and what can be put right.

One file a rule (``rules/``), one list of them (``registry``). Rules look at entries, which have the names of BibLaTeX
whatever format they came in (``entry``, ``sources/``), and at the traces of all entries (``trace``).
"""

from __future__ import annotations

from citekit.check.fixes import is_made, mended, repaired
from citekit.check.rule import Setting
from citekit.check.run import Checked, check
from citekit.check.selection import Selection
from citekit.check.sources import Source, open_source

__all__ = ["Checked", "Selection", "Setting", "Source", "check", "is_made", "mended", "open_source", "repaired"]
