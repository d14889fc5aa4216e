"""How long a library in BibTeX takes to be read and written, beside bibtexparser 2, which only cuts and joins.

``bench bibtex [ENTRIES]``, a hundred thousand where no number is given. Each thing is done in a process of its own;
times are seconds of the processor. Exits with 1 where a figure is over its bound.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import row

NAMES = [
    'St{\\"a}hle, Stefan',
    "Zhao, Lei",
    "Katsumi Ishizuka",
    "Ludwig van Beethoven",
    "M{\\'a}rquez, Gabriel Garc{\\'\\i}a",
    "Smith, John A.",
    "{World Health Organization}",
    "de la Cruz, Juan",
]
TYPES = "article book incollection inproceedings techreport phdthesis online misc".split()
SERIAL = 'journal = cq, volume = {{{0}}}, number = "3", pages = {{{0}--{1}}}, month = sep, doi = {{10.1000/x{0}}}'
PART = "booktitle = {{A Handbook}}, editor = {{Doe, Jane}}, publisher = {{Springer}}, pages = {{1--20}}"
WEB = "url = {{https://example.org/{0}}}, note = {{Accessed: 2020-01-01}}"
MORE = {
    "article": SERIAL,
    "book": "publisher = {{Oxford University Press}}, address = {{Oxford}}, isbn = {{0-306-40615-2}}",
    "incollection": PART,
    "inproceedings": PART,
    "techreport": "institution = {{RAND}}, number = {{R-{0}}}",
    "phdthesis": "school = {{MIT}}",
    "online": WEB,
    "misc": WEB,
}

ABSTRACT = "Words about this that go on for a while. " * 4


def made(entries: int) -> str:
    """A library of so many entries of eight types, about half a kilobyte each."""
    told = ['@string{cq = "The China Quarterly"}\n']
    for number in range(entries):
        kind = TYPES[number % len(TYPES)]
        names = " and ".join(NAMES[(number + step) % len(NAMES)] for step in range(number % 3 + 1))
        more = MORE[kind].format(number, number + 20).replace(", ", ",\n  ")
        title = f"A Study of the {{UN}} in Volume {number}: Content \\& More"
        told.append(
            f"@{kind}{{key{number},\n  author = {{{names}}},\n  title = {{{title}}},\n  year = {1950 + number % 70},\n"
            f"  {more},\n  keywords = {{a, b, c}},\n  abstract = {{{ABSTRACT}}}\n}}\n"
        )
    return "\n".join(told)


def apart(what: str, file: Path) -> tuple[float, float]:
    """Seconds of the processor and megabytes that one thing takes, in a process of its own."""
    command = [sys.executable, __file__, what, str(file)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    seconds, peak = json.loads(told)
    return seconds, peak


def _work(what: str, text: str) -> Callable[[], Any]:
    """What is to be measured; what it needs is made before."""
    from bibtexparser import parse_string, write_string  # noqa: PLC0415 - in the process that measures

    from citekit.write.bibtex import to_bibtex  # noqa: PLC0415 - the same
    from citekit.write.bibtex_keep import keep_bibtex  # noqa: PLC0415 - the same
    from citekit.write.load import load_bibtex  # noqa: PLC0415 - the same

    if what == "cut":
        return lambda: parse_string(text, parse_stack=[])
    if what == "read":
        return lambda: load_bibtex(text, "library.bib")
    if what == "join":
        parsed = parse_string(text, parse_stack=[])
        return lambda: write_string(parsed, unparse_stack=[])
    library = load_bibtex(text, "library.bib")
    return lambda: to_bibtex(library) if what == "write" else keep_bibtex(library)


def measure(what: str, file: Path) -> None:
    """Do one thing to a file and print the seconds and megabytes it took."""
    work = _work(what, file.read_text(encoding="utf-8"))
    start = time.process_time()
    work()
    took = time.process_time() - start
    print(json.dumps([took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000]))


def table(entries: int) -> bool:
    """Print what is done, beside what; whether all keep their bounds."""
    share = entries / 100_000
    print(f"{'what':<44}{'seconds':>9}{'bound':>8}   beside it")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "library.bib")
        file.write_text(made(entries), encoding="utf-8")
        told = {name: apart(name, file) for name in ("cut", "read", "keep", "join", "write")}
    rows = [("read", "read", "cut", 15.0), ("write back", "keep", "cut", 20.0), ("write anew", "write", "join", 90.0)]
    kept = [
        row(f"{entries:,} entries: {what}", told[name][0], bound * share, f"bibtexparser: {other}", told[other][0])
        for what, name, other, bound in rows
    ]
    peak = told["read"][1]
    print(f"  peak memory of reading {peak:,.0f} MB, of bibtexparser {told['cut'][1]:,.0f} MB")
    return all(kept) and peak <= 1000


def main() -> int:
    """Measure one thing, when it is named with its file; else all of them."""
    if len(sys.argv) == 3:
        measure(sys.argv[1], Path(sys.argv[2]))
        return 0
    return 0 if table(int(sys.argv[1]) if sys.argv[1:] else 100_000) else 1


if __name__ == "__main__":
    sys.exit(main())
