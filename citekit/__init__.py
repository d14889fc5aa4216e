"""Turn the footnotes of a scholarly paper into a bibliography that can be trusted."""

from __future__ import annotations
