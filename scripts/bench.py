"""How long citekit takes and how much memory, beside something of the same kind on the same machine.

The bundled paper once, then ten and a hundred times over (time must grow with the text and no faster); ``--big`` adds
a text of 100 MB. Exits with 1 where a figure is over its bound.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

PAPER = Path("citekit/data/sample/peacekeeping.txt")
WORDS = re.compile(r"\w+|[^\w\s]")
MEGABYTE = 1_000_000
LONGEST = 1800
"""Seconds after which a run is ended."""


def main() -> int:
    """Measure, print the table, and say what is over its bound."""
    text = PAPER.read_text(encoding="utf-8")
    bare = best(lambda: run("-c", "pass"))
    print(f"{'what':<44}{'seconds':>9}{'bound':>8}   beside it")
    kept = [
        row("citekit --help", best(lambda: run("-m", "citekit", "--help")), 0.15, "python -c pass", bare),
        row(
            "citekit extract --no-misprints PAPER",
            best(lambda: run("-m", "citekit", "extract", "--no-misprints", str(PAPER))),
            0.6,
            "python -c pass",
            bare,
        ),
        row(
            "citekit extract PAPER",
            best(lambda: run("-m", "citekit", "extract", str(PAPER))),
            1.2,
            "python -c pass",
            bare,
        ),
        *growth(text),
        titles(),
        misprints(),
        characters(),
        searched(),
    ]
    if "--big" in sys.argv:
        kept.append(big(text))
    return 0 if all(kept) else 1


def growth(text: str) -> list[bool]:
    """The pipeline in this process, on the paper once, ten times and a hundred times over."""
    once = best(lambda: convert(text))
    kept = [row("file → BibTeX in one process", once, 0.15, "words by regex", best(lambda: WORDS.findall(text)))]
    for times in (10, 100):
        many = text * times
        took = best(partial(convert, many), rounds=1)
        label = f"the paper {times} times ({len(many) / MEGABYTE:.1f} M characters)"
        kept.append(row(label, took, once * times * 1.5, f"{times} times the first", once * times))
    return kept


def titles() -> bool:
    """1,000 romanised titles, no two alike, checked and put into the form of ALA-LC."""
    from citekit.romanise import check, regular  # noqa: PLC0415 - measured without the start

    many = [f"Zhongguo yu lienheguo weihe xingdong di-{number} juan, {number}nian" for number in range(1000)]
    shown = best(lambda: [regular(title, "alalc") for title in many], rounds=1)
    print(f"  put into the form of ALA-LC {shown:.3f}")
    words = best(lambda: [WORDS.findall(title) for title in many])
    fresh = [title.replace("juan", "ce") for title in many]  # nothing of them is remembered
    return row(
        "1,000 romanised titles checked", best(lambda: [check(title) for title in fresh], 1), 1, "words by regex", words
    )


def misprints() -> bool:
    """The misprints of the bundled paper looked for, once the lexicon is loaded."""
    from citekit.pipeline import AS_PRINTED, run  # noqa: PLC0415 - measured without the start
    from citekit.read import read_text  # noqa: PLC0415 - the same
    from citekit.romanise.emend import find_emendations  # noqa: PLC0415 - the same
    from citekit.romanise.lexicon import load_lexicon  # noqa: PLC0415 - the same

    text = PAPER.read_text(encoding="utf-8")
    library, lexicon = run(read_text(text, PAPER.name), AS_PRINTED), load_lexicon()
    took = best(lambda: find_emendations(library, lambda: lexicon), 3)
    return row("misprints of PAPER looked for", took, 0.6, "words by regex", best(lambda: WORDS.findall(text)))


def characters() -> bool:
    """100 romanised titles, no two alike, restored to characters once the lexicon is loaded."""
    from citekit.romanise.characters import restore  # noqa: PLC0415 - measured without the start
    from citekit.romanise.lexicon import load_lexicon  # noqa: PLC0415 - the same

    start = time.perf_counter()
    lexicon = load_lexicon()
    print(f"  the lexicon loaded, or built where it was not kept, in {time.perf_counter() - start:.3f}")
    subjects = ("guofang", "waijiao", "jingji", "anquan", "heping", "fazhan", "gaige", "huanjing", "jiaoyu", "falv")
    titles = [
        (f"Zhongguo dui {one} yu {other} de gongxian", "China’s Contribution") for one in subjects for other in subjects
    ]
    words = best(lambda: [WORDS.findall(title) for title, _ in titles])
    return row(
        "100 titles restored to characters", best(lambda: restore(titles, lexicon), 3), 1, "words by regex", words
    )


def searched() -> bool:
    """1,000 clean names of the authority list searched for misprints as if they were titles, the lexicon loaded."""
    from citekit.romanise.authority import shipped  # noqa: PLC0415 - measured without the start
    from citekit.romanise.lexicon import load_lexicon  # noqa: PLC0415 - the same
    from citekit.romanise.misprints import Printed, misprints  # noqa: PLC0415 - the same

    lexicon = load_lexicon()
    names = [one for one in shipped().rows if one.language == "zh" and one.romanised][:1000]
    printed = [Printed(one.romanised, one.english) for one in names]
    words = best(lambda: [WORDS.findall(one.text) for one in printed])
    took = best(lambda: misprints(printed, lexicon), 2)
    return row("1,000 titles searched for misprints", took, 2, "words by regex", words)


def big(text: str) -> bool:
    """A text of 100 MB through the command line, with the memory it takes."""
    size = 100 * MEGABYTE
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder, "big.txt")
        paper.write_text(text * (size // len(text.encode()) + 1), encoding="utf-8")
        took = best(lambda: run("-m", "citekit", "extract", "-q", str(paper), "-o", f"{folder}/big.bib"), rounds=1)
        words = best(lambda: WORDS.findall(paper.read_text(encoding="utf-8")), rounds=1)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    print(f"  peak memory {peak:,.0f} MB, {peak * MEGABYTE / size:.0f} times the text")
    return row("a text of 100 MB", took, 900, "words by regex", words)


def convert(text: str) -> str:
    """One text from the bytes of a file to BibTeX."""
    from citekit.pipeline import run  # noqa: PLC0415 - measured without the start
    from citekit.read import read_file  # noqa: PLC0415 - the same
    from citekit.write import WRITERS  # noqa: PLC0415 - the same

    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as paper:
        paper.write(text)
        paper.flush()
        return WRITERS["bibtex"](run(read_file(paper.name)))


def run(*arguments: str) -> None:
    """Run Python on these arguments, its output thrown away; 1 says that there are findings."""
    # a user's Python keeps what it has compiled
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *arguments]
    code = subprocess.run(command, capture_output=True, check=False, env=environment, timeout=LONGEST).returncode
    if code not in {0, 1}:
        raise SystemExit(f"python {' '.join(arguments)} ended with {code}")


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """The shortest of some runs in seconds: what the machine can do when it is not busy with something else."""
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return min(took)


def row(what: str, took: float, bound: float, beside: str, other: float) -> bool:
    """Print a line of the table; whether the figure keeps its bound."""
    over = "" if took <= bound else "  OVER"
    print(f"{what:<44}{took:>9.3f}{bound:>8.2f}   {beside} {other:.3f}, ratio {took / other:.1f}{over}", flush=True)
    return not over


if __name__ == "__main__":
    sys.exit(main())
