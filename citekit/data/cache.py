"""The folder of what citekit can make or ask for again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """Where it is: ``citekit`` in XDG_CACHE_HOME, else in the system's own place for caches. It need not be there."""
    set_by_user = os.environ.get("XDG_CACHE_HOME", "")
    if set_by_user and Path(set_by_user).is_absolute():
        return Path(set_by_user, "citekit")
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local", "citekit")
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "citekit"
