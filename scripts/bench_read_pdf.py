"""How long the notes of a PDF take to be read, beside the bare text that PDFium gives of the same pages.

``bench read [PDF ...]``; a paper of some three hundred pages is set by Typst where none is named. Seconds of the
processor on one core; exits with 1 where a figure is over its bound.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench import row

WORDS = "the council had not decided how far a mission may go before consent is lost and states asked for more".split()
SLOWEST, RATIO, MOST, IMPORT = 1 / 100, 7, 150, 0.15
"""Seconds a page, times the bare text, megabytes for three hundred pages, seconds for the import."""


def main() -> int:
    """Measure, print the table, and say what is over its bound."""
    files = [Path(name).read_bytes() for name in sys.argv[1:]] or [made(900)]
    pages = sum(bare(data) for data in files)
    took = best(lambda: [read(data) for data in files])
    beside = best(lambda: [bare(data) for data in files])
    print(f"{'what':<44}{'seconds':>9}{'bound':>8}   beside it")
    kept = [
        row(f"notes of {pages} PDF pages", took, min(pages * SLOWEST, beside * RATIO), "bare text", beside),
        row("import of the reader", imported(), IMPORT, "python -c pass", started("pass")),
    ]
    print(f"  {pages / took:.0f} pages a second")
    return 0 if memory(files[0]) and all(kept) else 1


def made(notes: int) -> bytes:
    """A paper of so many notes, five a page."""
    import typst  # noqa: PLC0415 - only where no file is named

    passages = []
    for number in range(notes):
        words = " ".join(WORDS[(number + step) % len(WORDS)] for step in range(60))
        note = (
            f"Author {number}, #emph[A Title of {number} Words] (Beijing: Press, {1900 + number % 100}), p. {number}."
        )
        passages.append(f"{words}.#footnote[{note} {words[:150]}.] {words}.\n\n")
    return bytes(typst.compile(('#set page(paper: "a5")\n' + "".join(passages)).encode()))


def read(data: bytes) -> object:
    """The notes of a PDF."""
    from citekit.read.pdf import read_pdf  # noqa: PLC0415 - measured without the start

    return read_pdf(data, "paper.pdf")


def bare(data: bytes) -> int:
    """The text of a PDF as PDFium gives it, and thrown away; the number of its pages."""
    import pypdfium2  # noqa: PLC0415 - the same

    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    count = len(pdf)
    pdf.close()
    return count


def best(work: Callable[[], object], rounds: int = 3) -> float:
    """The shortest of some runs, in seconds of the processor."""
    took = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return min(took)


def started(code: str) -> float:
    """How long Python takes to start and run a line, in seconds of the processor."""
    took = []
    # a user's Python keeps what it has compiled
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(took)


def imported() -> float:
    """How long the reader takes to be loaded."""
    return started("import citekit.read.pdf.paper, citekit.read.pdf.reading") - started("pass")


def memory(data: bytes) -> bool:
    """Whether the memory that a PDF takes keeps its bound, in a process of its own."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as paper:
        paper.write(data)
        paper.flush()
        # not getrusage: its figure is at least that of the process that started this one
        code = (
            "import re, sys; from citekit.read import read_file; read_file(sys.argv[1]);"
            "print(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1])"
        )
        told = subprocess.run([sys.executable, "-c", code, paper.name], check=True, capture_output=True, text=True)
    peak = int(told.stdout) / 1000
    print(f"  peak memory {peak:.0f} MB of {MOST}{'' if peak <= MOST else '  OVER'}")
    return peak <= MOST


if __name__ == "__main__":
    sys.exit(main())
