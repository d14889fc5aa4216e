"""Options of a verb under headings of their own in its help."""

from __future__ import annotations

from typing import Any

import click


class GroupedOption(click.Option):
    """An option that stands under a heading of its own."""

    def __init__(self, *arguments: Any, group: str, **named: Any) -> None:  # noqa: ANN401 - click's own arguments
        """Take the heading beside what click takes."""
        super().__init__(*arguments, **named)
        self.group = group


class GroupedCommand(click.Command):
    """A command whose help lists the options without a heading first, then each heading with its own."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options to the help."""
        groups: dict[str, list[tuple[str, str]]] = {"Options": []}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record:
                groups.setdefault(getattr(parameter, "group", "Options"), []).append(record)
        for heading, rows in groups.items():
            with formatter.section(heading):
                formatter.write_dl(rows)
