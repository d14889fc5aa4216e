"""What ``citekit romanise`` is asked for, and which of its wishes exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from citekit.cli.output import STANDARD

if TYPE_CHECKING:  # what only annotations need is not loaded
    from citekit.romanise import Form

CHINESE = "zh"
"""The value of ``--from`` that asks for the way back, characters in pinyin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The inputs and options of one run."""

    inputs: tuple[str, ...]
    output: str
    form: Form | None
    source_format: str | None
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    accepted: tuple[str, ...]
    lists: tuple[str, ...]
    decisions: str | None
    check: bool
    json: bool
    characters: bool
    originals: bool
    sort_keys: bool
    search: bool
    learn: bool
    no_misprints: bool
    strict: bool
    quiet: bool

    @property
    def is_back(self) -> bool:
        """Whether characters are to be written in pinyin."""
        return self.source_format == CHINESE

    @property
    def file_format(self) -> str | None:
        """The format of the files among the inputs, where it was given."""
        return None if self.is_back else self.source_format

    def refuse(self) -> None:
        """Raise UsageError for wishes that exclude each other."""
        self._refuse_two_outputs()
        if self.is_back and (self.form or self.check or self.json or self.decisions or self.characters):
            raise click.UsageError("--from zh writes pinyin; run citekit romanise on that for a form or for findings.")
        if self.sort_keys and not (self.is_back and self.output != STANDARD):
            raise click.UsageError("--sort-keys writes a library: give --from zh and -o with it.")
        if self.originals and self.output == STANDARD:
            raise click.UsageError("--originals writes a library: give -o with it.")
        if self.no_misprints and (self.characters or self.search):
            raise click.UsageError("--characters and --search need the word list that --no-misprints leaves out.")

    def _refuse_two_outputs(self) -> None:
        if self.characters and (self.check or self.json or self.form):
            raise click.UsageError("--characters writes candidates; --check, --json and --to write something else.")
        if self.check and self.json:
            raise click.UsageError("--check writes no strings and --json does; give one of them.")
        named = {
            "--check": self.check,
            "--json": self.json,
            "--decisions": bool(self.decisions),
            "--characters": self.characters and not self.decisions,
            "--search": self.search,
            "--learn": self.learn,
        }
        given = [name for name, there in named.items() if there]
        if len(given) > 1:
            raise click.UsageError(f"{given[0]} and {given[1]} write two things; give one of them.")
        if self.output != STANDARD and given and given[0] in {"--check", "--decisions"}:
            raise click.UsageError(f"{given[0]} writes nothing to -o; leave that out.")
