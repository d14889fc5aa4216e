"""A file becomes a Document: numbered notes with the place of every character."""

from __future__ import annotations

from citekit.read.files import decode_file, read_bytes, read_file
from citekit.read.listing import read_lines
from citekit.read.text import read_text

__all__ = ["decode_file", "read_bytes", "read_file", "read_lines", "read_text"]
