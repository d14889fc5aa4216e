"""Whether what comes is of the kind that is cited: who cites a PDF and gets a page has lost the PDF."""

from __future__ import annotations

import re

_SUFFIX = re.compile(r"\.([a-z0-9]{2,5})$", re.IGNORECASE)
_FILES = {
    **dict.fromkeys(("pdf", "ps", "djvu", "epub", "mobi"), "document"),
    **dict.fromkeys(("doc", "docx", "odt", "rtf", "ppt", "pptx", "xls", "xlsx", "ods", "csv"), "document"),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "tif", "tiff", "svg", "webp"), "picture"),
    **dict.fromkeys(("mp3", "ogg", "wav", "flac", "m4a"), "recording"),
    **dict.fromkeys(("mp4", "avi", "mov", "webm", "mkv"), "film"),
    **dict.fromkeys(("zip", "gz", "tgz", "tar", "7z", "rar", "bz2", "xz"), "archive"),
}
_PREFIXES = {"picture": ("image/",), "recording": ("audio/", "video/"), "film": ("video/",)}


def is_file(path: str) -> bool:
    """Whether a path ends as that of a file that is no page."""
    found = _SUFFIX.search(path)
    return found is not None and found[1].lower() in _FILES


def differs(path: str, media_type: str) -> str:
    """What was cited and what comes, as a clause, where the two differ in kind; else the empty string.

    Only what is told for certain counts: a page in the place of a file, or a picture in the place of a document.
    """
    found = _SUFFIX.search(path)
    kind = media_type.partition(";")[0].strip().lower()
    if not found or found[1].lower() not in _FILES or not kind or kind == "application/octet-stream":
        return ""
    suffix = found[1].lower()
    wanted = _FILES[suffix]
    if kind in {"text/html", "application/xhtml+xml"}:
        return f"a file .{suffix} is cited, and a web page comes"
    others = {name for name, prefixes in _PREFIXES.items() if kind.startswith(prefixes)}
    if others and wanted not in others:
        return f"a file .{suffix} is cited, and {kind} comes"
    if wanted in _PREFIXES and kind == "application/pdf":
        return f"a file .{suffix} is cited, and a PDF comes"
    return ""
