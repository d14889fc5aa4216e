"""Whether the works of a library exist as they are cited: asked of registries, told with reasons, and no word of guilt.

:func:`verify` asks, politely and with a store, and gives one :class:`Checked` for each work. A look-up that fails is
``unchecked``, never clean; what no registry has is ``not-found`` in those registries, which proves nothing.
"""

from __future__ import annotations

from citekit.registries.bases import Bases
from citekit.registries.checked import Checked, Difference, Verdict
from citekit.registries.verify import verify

__all__ = ["Bases", "Checked", "Difference", "Verdict", "verify"]
