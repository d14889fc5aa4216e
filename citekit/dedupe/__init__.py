"""Citations become Works: one record for each thing cited."""

from __future__ import annotations
