"""How a paper becomes a library: the options of ``extract`` that other processes must know, and the steps they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # what only annotations need is not loaded
    from citekit.cli.decided import Asked
    from citekit.pipeline import Step


class Recipe(NamedTuple):
    """How works are named, what is asked of romanised strings (None: nothing), the password of a locked PDF."""

    key_pattern: str | None = None
    asked: Asked | None = None
    password: str | None = None

    def steps(self, *, quiet: bool) -> tuple[Step, ...]:
        """The steps of the pipeline; ``quiet`` shows no bar where the word list has to be built."""
        from citekit import pipeline
        from citekit.cli.decided import decided_steps

        if self.asked is None:
            return pipeline.steps(self.key_pattern, None, None)
        return pipeline.steps(self.key_pattern, *decided_steps(self.asked, quiet=quiet))
