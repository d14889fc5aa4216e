"""How long the readers take on files that they are made for, beside what the tool underneath takes for the same file.

The files are made by pandoc, of the test extra. Times are seconds of the processor; exits with 1 where a figure is over
its bound. PDF has a bench of its own, ``bench_read_pdf``, which is run behind this one where it is.
"""

from __future__ import annotations

import io
import resource
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench import row, run

NOTES = 111
"""In a long article."""
IN_A_BOOK = 4500
PARAGRAPH = "the council met again in spring and the troops that had been promised were still waiting for a ship "
ENTRY = (
    "Weber, *Reise nach Norden und anderswo* (Berlin: Weg, 1999), p. 5; Li Wei, “Wenti,” *Renmin Ribao*, May 3, 1999."
)


class Row(NamedTuple):
    """A figure: what it is of, the work, its bound in seconds, and the work beside it with its name."""

    what: str
    work: Callable[[], object]
    bound: float
    beside: str
    other: Callable[[], object]


def main() -> int:
    """Measure, print the table, and say what is over its bound."""
    print(f"{'what':<44}{'seconds':>9}{'bound':>8}   beside it")
    kept = [
        row(one.what, took(one.work), one.bound, one.beside, took(one.other)) for one in (*starting(), *structured())
    ]
    failed = bool(import_module("bench_read_pdf").main()) if find_spec("bench_read_pdf") else False
    return 0 if all(kept) and not failed else 1


def took(work: Callable[[], object], rounds: int = 5) -> float:
    """The fewest seconds of the processor that some rounds took, those of processes started meanwhile included."""
    least = float("inf")
    for _ in range(rounds):
        before = spent()
        work()
        least = min(least, spent() - before)
    return least


def spent() -> float:
    """Seconds of the processor so far; ``os.times`` counts hundredths, which is too coarse for small files."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def starting() -> Iterator[Row]:
    """The import of the readers, in a Python of its own."""
    code = "import lxml.etree, citekit.read.markup.docx, citekit.read.markup.odt, citekit.read.markup.epub"
    yield Row("import of the readers", lambda: run("-c", code), 0.15, "python -c pass", lambda: run("-c", "pass"))


def structured() -> Iterator[Row]:
    """An article in each format, and a book of 5 MB in EPUB."""
    for form, bound in (
        ("docx", 0.025),
        ("odt", 0.025),
        ("html5", 0.05),
        ("epub3", 0.05),
        ("jats", 0.05),
        ("tei", 0.05),
    ):
        yield reading(f"{form}, {NOTES} notes", article(NOTES), form, bound)
    yield reading(f"epub3, {IN_A_BOOK:,} notes", article(IN_A_BOOK, chapter=75), "epub3", 1)


def article(count: int, chapter: int = 0) -> str:
    """A paper in Markdown with as many notes."""
    heads = {at: f"# Chapter {at // chapter}\n\n" for at in range(0, count, chapter)} if chapter else {}
    body = "\n\n".join(f"{heads.get(at, '')}{PARAGRAPH * 5}.[^n{at}] {PARAGRAPH}." for at in range(count))
    return f"{body}\n\n" + "\n\n".join(f"[^n{at}]: {ENTRY}" for at in range(count)) + "\n"


def reading(what: str, markdown: str, form: str, bound: float) -> Row:
    """The row of a file that pandoc makes of a paper; beside it lxml alone on the same parts."""
    from citekit.read import read_bytes  # noqa: PLC0415 - the start is measured without it

    data = made(markdown, form)
    trees = parts(data)
    assert len(read_bytes(data, form).notes) in {NOTES, IN_A_BOOK}  # noqa: S101 - else nothing was measured
    return Row(what, lambda: read_bytes(data, form), bound, "lxml's trees alone", lambda: parse(trees))


def made(markdown: str, form: str) -> bytes:
    """The bytes of a file in a format."""
    import pypandoc  # noqa: PLC0415 - of the test extra

    with TemporaryDirectory() as folder:
        path = Path(folder, "paper")
        extra = ["-s", "--metadata", "title=Paper"]
        pypandoc.convert_text(markdown, form, format="markdown-smart", outputfile=str(path), extra_args=extra)
        return path.read_bytes()


def parts(data: bytes) -> list[bytes]:
    """The XML of a file."""
    if not data.startswith(b"PK"):
        return [data]
    archive = zipfile.ZipFile(io.BytesIO(data))
    return [archive.read(name) for name in archive.namelist() if name.endswith(("xml", "xhtml"))]


def parse(trees: list[bytes]) -> None:
    """The trees that lxml makes of XML."""
    from lxml import etree  # noqa: PLC0415 - the start is measured without it

    for tree in trees:
        etree.fromstring(tree, etree.XMLParser(recover=True))


if __name__ == "__main__":
    sys.exit(main())
