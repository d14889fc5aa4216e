"""A file becomes a Document: numbered notes with the place of every character."""

from __future__ import annotations
