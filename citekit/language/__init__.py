"""Which language and script a string is in: the ground that several rooms stand on."""

from __future__ import annotations
