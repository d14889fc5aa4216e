"""A Library as the classic BibTeX styles print it: plain, alpha, unsrt, unsrtalpha, as pybtex has them.

The marks of each form are our own, since titles are anybody's: everything is escaped, and only addresses of the web
become links.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, TypeAlias
from urllib.parse import quote

from citekit.errors import CitekitError
from citekit.model import Library, Work
from citekit.write.bibtex import in_order, to_bibtex
from citekit.write.listing import line

if TYPE_CHECKING:
    from pybtex.database import Entry

Form: TypeAlias = Literal["text", "html", "markdown", "latex"]

STYLES = ("plain", "alpha", "unsrt", "unsrtalpha")
"""The styles: ``plain`` and ``alpha`` sort, ``alpha`` and ``unsrtalpha`` label by name and year."""

_LATEX = {
    **{sign: f"\\{sign}" for sign in "{}$&#%_"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
}
_LATEX_SIGN = re.compile(r"[{}$&#%_\\~^<>]")
_MARKDOWN_SIGN = re.compile(r"[\\`*_{}\[\]()#+.!<>&|~^$@\"'-]")
_NO_ADDRESS = re.compile(r"[\s\"<>\\^`{|}()]")


class _Marks(NamedTuple):
    escape: Callable[[str], str]
    tags: Mapping[str, tuple[str, str]]
    link: str
    address: Callable[[str], str]
    entry: str
    frame: tuple[str, str]


_FORMS: dict[str, _Marks] = {
    "text": _Marks(lambda text: text, {}, "{text}", str, "[{label}] {text}\n", ("", "")),
    "html": _Marks(
        html.escape,
        {"em": ("<em>", "</em>"), "i": ("<i>", "</i>"), "b": ("<b>", "</b>"), "strong": ("<strong>", "</strong>")},
        '<a href="{url}">{text}</a>',
        html.escape,
        "<dt>{label}</dt>\n<dd>{text}</dd>\n",
        ("<dl>\n", "</dl>\n"),
    ),
    "markdown": _Marks(
        lambda text: _MARKDOWN_SIGN.sub(r"\\\g<0>", text),
        {"em": ("*", "*"), "i": ("*", "*"), "b": ("**", "**"), "strong": ("**", "**")},
        "[{text}](<{url}>)",
        str,
        "\\[{label}\\] {text}\n\n",
        ("", ""),
    ),
    "latex": _Marks(
        lambda text: _LATEX_SIGN.sub(lambda found: _LATEX[found[0]], text).replace("\u00a0", "~"),
        {
            "em": (r"\emph{", "}"),
            "i": (r"\textit{", "}"),
            "b": (r"\textbf{", "}"),
            "strong": (r"\textbf{", "}"),
            "sup": (r"\textsuperscript{", "}"),
            "sub": (r"\textsubscript{", "}"),
        },
        r"\href{{{url}}}{{{text}}}",
        lambda url: re.sub("[%#&_]", r"\\\g<0>", url),
        "\\bibitem[{label}]{{{key}}}\n{text}\n\n",
        ("\\begin{thebibliography}{WIDEST}\n\n", "\\end{thebibliography}\n"),
    ),
}


def to_classic(library: Library, style: str, form: Form = "text") -> str:
    """The works of a library in a classic style; one that pybtex cannot format stands in its place as a plain line.

    Raises CitekitError for a style or a form that is not there.
    """
    if style not in STYLES or form not in _FORMS:
        raise CitekitError(f"There is no style {style} as {form}: take {', '.join(STYLES)}; {', '.join(_FORMS)}.")
    marks = _FORMS[form]
    printed = list(_printed(library, style, marks))
    widest = max((label for _, label, _ in printed), key=len, default="")
    body = "".join(marks.entry.format(key=key, label=label, text=text) for key, label, text in printed)
    return f"{marks.frame[0].replace('WIDEST', widest)}{body}{marks.frame[1]}"


def _printed(library: Library, name: str, marks: _Marks) -> Iterator[tuple[str, str, str]]:
    """Key, label and text of each entry, in the order of the style, as they are to be printed."""
    from pybtex.plugin import find_plugin  # noqa: PLC0415 - takes a third of a second to load

    style = find_plugin("pybtex.style.formatting", name)()
    backend = _backend(marks)
    pairs = _entries(library)
    plain = {entry.key: line(work) for entry, work in pairs}
    entries = [entry for entry, _ in pairs]
    labels = [str(number) for number in range(1, len(entries) + 1)]
    with suppress(Exception):  # what pybtex cannot sort or label keeps its place and a number
        entries = list(style.sort(entries))
        labels = [str(label) for label in style.format_labels(entries)]
    for entry, label in zip(entries, labels, strict=True):
        text = _text(style, backend, entry) or marks.escape(plain[entry.key])
        yield entry.key, marks.escape(label), text


def _text(style: Any, backend: Any, entry: Entry) -> str:  # noqa: ANN401 - pybtex has no types
    """The entry as the style prints it: in its own type, else as a book, else as anything; empty if it cannot."""
    for kind in (entry.type, "book", "misc"):
        entry.type = kind
        with suppress(Exception):  # a style raises whatever its template meets
            return str(style.format_entry("", entry).text.render(backend)).replace("\n", " ")
    return ""


def _entries(library: Library) -> list[tuple[Entry, Work]]:
    """The works as entries of pybtex, in the order they are first cited; one that it cannot read has but a note."""
    from pybtex.database import Entry  # noqa: PLC0415

    works = in_order(library)
    found = _parsed(library)
    if len(found) == len(works):
        return list(zip(found, works, strict=True))
    pairs = []
    for number, work in enumerate(works):
        alone = _parsed(replace(library, works=(work,)))
        entry = alone[0] if alone else Entry("misc", [("note", "-")])
        entry.key = f"{work.key}-{number}"
        pairs.append((entry, work))
    return pairs


def _parsed(library: Library) -> list[Entry]:
    from pybtex import errors  # noqa: PLC0415
    from pybtex.database import parse_string  # noqa: PLC0415

    with errors.capture(), suppress(Exception):  # what it complains of is printed as far as it goes
        return list(parse_string(to_bibtex(library, dialect="classic-bibtex"), "bibtex").entries.values())
    return []


def _backend(marks: _Marks) -> Any:  # noqa: ANN401 - pybtex has no types
    """What turns the rich text of pybtex into a form."""
    from pybtex.backends import BaseBackend  # noqa: PLC0415

    class Backend(BaseBackend):  # type: ignore[misc]
        symbols: ClassVar[dict[str, str]] = {
            "ndash": marks.escape("–"),
            "nbsp": marks.escape("\u00a0"),
            "newblock": " ",
        }

        def format_str(self, text: str) -> str:
            return marks.escape(text)

        def format_tag(self, name: str, text: str) -> str:
            before, after = marks.tags.get(name, ("", ""))
            return f"{before}{text}{after}" if text else ""

        def format_href(self, url: str, text: str, external: bool = False) -> str:  # noqa: FBT001, FBT002 - theirs
            del external
            if not url.casefold().startswith(("http://", "https://")) or not text:
                return text
            address = _NO_ADDRESS.sub(lambda found: quote(found[0], safe=""), url)
            return marks.link.format(url=marks.address(address), text=text)

    return Backend()
