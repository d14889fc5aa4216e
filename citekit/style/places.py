"""Where the files lie that other packages carry: found without importing the package, which would take its time."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def folder_of(package: str, *parts: str) -> Path | None:
    """The folder ``parts`` inside an installed top-level package, or None."""
    spec = find_spec(package)
    roots = (spec.submodule_search_locations or ()) if spec else ()
    return next((folder for root in roots if (folder := Path(root, *parts)).is_dir()), None)
