"""A file becomes a Document: numbered notes with the place of every character."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citekit.read.files import decode_file, decode_kept, read_bytes, read_file
    from citekit.read.listing import read_lines
    from citekit.read.text import read_text

__all__ = ["decode_file", "decode_kept", "read_bytes", "read_file", "read_lines", "read_text"]

_HOMES = {
    "decode_file": "files",
    "decode_kept": "files",
    "read_bytes": "files",
    "read_file": "files",
    "read_lines": "listing",
    "read_text": "text",
}


if not TYPE_CHECKING:  # a checker that saw it would take every misspelt name for a known one

    def __getattr__(name: str) -> object:
        """Load a reader when it is asked for: its patterns take longer to build than many a run to do its work."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - the same

        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
