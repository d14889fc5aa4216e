"""What an earlier run over many papers left: the results of files that have not changed since."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from citekit.cli.batch import Result
from citekit.errors import CitekitError


class State:
    """The folder ``OUT.parts`` beside an output: one file a paper, written when the paper is done.

    A result counts as long as the paper has the size and time it had, and citekit the version and the options.
    """

    def __init__(self, target: str, options: str) -> None:
        """Open the folder; it is made with the first result."""
        self.folder = Path(f"{target}.parts")
        self._options = f"{version('citekit')} {options}"

    def find(self, paper: str) -> Result | None:
        """The result of an earlier run that still holds."""
        try:
            stored = json.loads(self._file(paper).read_text(encoding="utf-8"))
            return Result(**stored["result"]) if stored["of"] == self._of(paper) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, result: Result) -> None:
        """Store a result; one that could not be read is tried again next time."""
        if result.error:
            return
        file = self._file(result.paper)
        text = json.dumps({"of": self._of(result.paper), "result": asdict(result)}, ensure_ascii=False)
        try:
            self.folder.mkdir(exist_ok=True)
            beside = file.with_suffix(".new")
            beside.write_text(text, encoding="utf-8")
            beside.replace(file)
        except OSError as error:
            raise CitekitError(f"{self.folder} could not be written ({error.strerror}); free some space.") from error

    def _file(self, paper: str) -> Path:
        digest = hashlib.sha256(str(Path(paper).resolve()).encode()).hexdigest()[:16]
        return self.folder / f"{Path(paper).stem[:60]}-{digest}.json"

    def _of(self, paper: str) -> list[object]:
        stat = Path(paper).stat()
        return [stat.st_size, stat.st_mtime_ns, self._options]
