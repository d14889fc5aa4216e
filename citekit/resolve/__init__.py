"""Ibid., op. cit. and short titles become pointers to the citation meant."""

from __future__ import annotations
