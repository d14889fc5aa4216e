"""A library named on the command line, read, laid out in a style and written: the work of ``citekit style``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast, get_args

import click

from citekit.cli.finding import findings_of
from citekit.cli.libraries import read_library
from citekit.cli.styles import compiled
from citekit.cli.talk import exit_code, talk
from citekit.errors import CitekitError
from citekit.model import Finding, Library
from citekit.restyle.desk import lay_out
from citekit.restyle.printed import Section, page, write_sections
from citekit.restyle.sheets import Part, preview_sheet, sheet, usual_parts
from citekit.restyle.views import default_view
from citekit.style.context import View
from citekit.style.errors import StyleError
from citekit.style.style import Style

CLASSIC = ("plain", "alpha", "unsrt", "unsrtalpha")
"""The classic BibTeX styles."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted: the style, the parts, the format, how titles, terms and links are shown; HTML as a page."""

    style: str
    parts: tuple[Part, ...] = ()
    to: str = "text"
    locale: str = ""
    view: View | None = None
    preview: str | None = None
    links: bool = False
    data: bool = False
    page: bool = False


@dataclass(frozen=True, slots=True)
class Styled:
    """What was written, the library with what is to be said of it, and sentences beyond its findings."""

    data: bytes
    library: Library
    sentences: tuple[str, ...] = ()

    def talk(self, *, findings: bool, quiet: bool) -> None:
        """Say on stderr what is to be said: sentences, then the findings, or how many there are."""
        for sentence in () if quiet else self.sentences:
            click.echo(f"citekit: {sentence}", err=True)
        if findings:
            talk([self.library], findings=True, quiet=True)
        elif not quiet and (count := len(findings_of(self.library))):
            click.echo(f"citekit: {count} finding{'s' * (count > 1)}; --findings shows them.", err=True)

    def code(self, *, strict: bool) -> int:
        """The exit code."""
        return exit_code([self.library], strict=strict)


def styled(source: str, form: str | None, wish: Wish) -> Styled:
    """The library of a source in a style.

    Raises CitekitError for a source that cannot be read, a style that cannot be used and a work that is not there.
    """
    if wish.style in CLASSIC:
        return _classic(source, form, wish)
    style, name = compiled(wish.style, wish.locale)
    library = read_library(source, form)
    try:
        sections, findings, sentences = _sections(library, style, name, wish)
        written = _written(sections, style, wish)
    except StyleError as error:
        raise CitekitError(str(error)) from error
    data = written if isinstance(written, bytes) else written.encode("utf-8", "surrogateescape")
    return Styled(data, replace(library, findings=(*library.findings, *findings)), (*style.warnings, *sentences))


def _written(sections: list[Section], style: Style, wish: Wish) -> str | bytes:
    if wish.to == "html" and wish.page:
        return page(sections, language=style.language, data_attributes=wish.data)
    return write_sections(sections, wish.to, data_attributes=wish.data)


def _classic(source: str, form: str | None, wish: Wish) -> Styled:
    """The bibliography of a library in one of the classic BibTeX styles."""
    from citekit.write.classic import Form, to_classic

    if wish.to not in get_args(Form):
        known = ", ".join(get_args(Form))
        raise CitekitError(
            f"{wish.style} is a style of BibTeX, which is not written as {wish.to}; take one of {known}."
        )
    if set(wish.parts) - {"bibliography"} or wish.preview is not None:
        raise CitekitError(f"{wish.style} is a style of BibTeX and prints a bibliography, nothing else.")
    library = read_library(source, form)
    text = to_classic(library, wish.style, cast("Form", wish.to))
    return Styled(text.encode("utf-8", "surrogateescape"), library)


def _sections(library: Library, style: Style, name: str, wish: Wish) -> tuple[list[Section], list[Finding], list[str]]:
    desk = lay_out(library, style, wish.view or default_view(style, name), links=wish.links)
    if wish.preview is not None:
        return [preview_sheet(desk, wish.preview)], list(desk.findings), []
    parts, sentences = _parts(library, style, wish)
    sections, findings = [], list(desk.findings)
    for part in parts:
        section, found = sheet(desk, part)
        sections.append(section)
        findings += found
    return sections, findings, sentences


def _parts(library: Library, style: Style, wish: Wish) -> tuple[list[Part], list[str]]:
    """What is written, and what is said where a style has no bibliography: notes stand in for it."""
    parts = list(dict.fromkeys(wish.parts or usual_parts(library, style)))
    if style.bibliography or ("bibliography" not in parts and wish.parts):
        return parts, []
    sentence = f"{style.title or wish.style} has no bibliography; its notes are written."
    instead: list[Part] = ["notes" if part == "bibliography" else part for part in parts]
    return list(dict.fromkeys(instead)), [sentence]
