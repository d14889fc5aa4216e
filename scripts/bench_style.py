"""How fast styles format, beside pandoc and citeproc-py on the same machine in the same run.

Made-up records in three styles, a hundred, a thousand and ten thousand of them; each engine runs as a process of its
own, so that start, style and memory count. Exits with 1 where a figure is over its bound. ``--quick`` stops at a
thousand; pandoc and citeproc-py are left out where they would take longer than a minute.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

STYLES = {
    "chicago-notes-bibliography": 600,
    "apa": 800,
    "china-national-standard-gb-t-7714-2015-numeric": 2500,
}
"""Style → entries a second that are wanted at ten thousand."""

COLD, GROWTH, MEMORY = 0.25, 12, 200
"""Seconds for one entry from a cold start; how much longer ten times the entries may take; megabytes."""

LONGEST = 60

OURS = """
import json, sys
from citekit.style.catalogue import Catalogue
from citekit.style.locales import Locales
from citekit.style.output.html import write_entry
from citekit.style.processor import Processor
from citekit.style.style import Style
items = json.load(open(sys.argv[1], encoding="utf-8"))
for entry in Processor(Style(Catalogue().find(sys.argv[2]).xml, Locales()), items).entries():
    sys.stdout.write(write_entry(entry.tree) + "\\n")
"""

CITEPROC_PY = """
import json, sys, warnings
warnings.simplefilter("ignore")
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
items = json.load(open(sys.argv[1], encoding="utf-8"))
style = CitationStylesStyle(sys.argv[2], validate=False)
library = CitationStylesBibliography(style, CiteProcJSON(items), formatter.html)
for item in items:
    library.register(Citation([CitationItem(item["id"])]))
for entry in library.bibliography():
    sys.stdout.write(str(entry) + "\\n")
"""

FAMILIES = "Smith Zhao Li Wang Müller Garcia Kim Sato Ivanov Brown Jones Chen Lopez Khan Ali Novak".split()
GIVEN = ["John", "Lei", "Anna Maria", "Wei", "Jürgen", "Soo-Jin", "Peter J.", "Maria"]
WORDS = (
    "peace war state power china history law treaty union trade rights global order region theory practice policy"
    " reform growth culture"
).split()


class Run(NamedTuple):
    """What a process took: seconds, and megabytes at its peak."""

    seconds: float
    megabytes: float


def main() -> int:
    """Measure, print the table, and say what is over its bound."""
    from citekit.style.catalogue import Catalogue  # noqa: PLC0415 - measured without the start

    sizes = (1, 100, 1000) if "--quick" in sys.argv else (1, 100, 1000, 10_000)
    kept = True
    print(f"{'style':<32}{'records':>8}{'citekit':>9}{'a second':>9}{'MB':>6}{'pandoc':>9}{'citeproc-py':>12}")
    with tempfile.TemporaryDirectory() as folder:
        for name, wanted in STYLES.items():
            style = Path(folder, f"{name}.csl")
            style.write_text(Catalogue().find(name).xml, encoding="utf-8")
            ours: dict[int, Run] = {}
            others = {"pandoc": 0.0, "citeproc-py": 0.0}
            for size in sizes:
                items = Path(folder, f"{size}.json")
                items.write_text(json.dumps(records(size)), encoding="utf-8")
                took = run([sys.executable, "-c", OURS, str(items), name])
                if took is None:
                    raise SystemExit(f"citekit did not format {size} records in {name}")
                ours[size] = took
                beside = {each: other(each, items, style, spent) for each, spent in others.items()}
                others = {each: took.seconds if took else LONGEST for each, took in beside.items()}
                row(name, size, ours[size], beside)
            kept &= judged(ours, wanted)
    return 0 if kept else 1


def row(name: str, size: int, ours: Run, beside: dict[str, Run | None]) -> None:
    """Print a line of the table, the others with their ratio to citekit."""
    cells = [f"{took.seconds:.2f} ×{took.seconds / ours.seconds:.1f}" if took else "–" for took in beside.values()]
    rate = size / ours.seconds
    start = f"{name[:31]:<32}{size:>8}{ours.seconds:>9.2f}{rate:>9.0f}{ours.megabytes:>6.0f}"
    print(start + "".join(f"{cell:>14}" for cell in cells), flush=True)


def judged(ours: dict[int, Run], wanted: int) -> bool:
    """Whether start, rate, growth and memory keep their bounds; what does not is said."""
    over = [f"cold start {ours[1].seconds:.2f} s, bound {COLD} s"] if ours[1].seconds > COLD else []
    largest = max(ours)
    if largest == 10_000:
        rate = largest / ours[largest].seconds
        growth = ours[largest].seconds / ours[1000].seconds
        over += [f"{rate:.0f} a second, bound {wanted}"] if rate < wanted else []
        over += [f"ten times the records took {growth:.1f} times as long"] if growth > GROWTH else []
        over += [f"{ours[largest].megabytes:.0f} MB, bound {MEMORY}"] if ours[largest].megabytes > MEMORY else []
    for each in over:
        print(f"  OVER: {each}")
    return not over


def other(engine: str, items: Path, style: Path, spent: float) -> Run | None:
    """Another engine on the same records; None where ten times what the last size took would be too long."""
    if spent * 10 > LONGEST:
        return None
    if engine == "citeproc-py":
        return run([sys.executable, "-c", CITEPROC_PY, str(items), str(style.with_suffix(""))])
    import pypandoc  # noqa: PLC0415 - the test extra has it

    note = items.with_suffix(".md")
    note.write_text("---\nnocite: '@*'\n---\n", encoding="utf-8")
    command = [pypandoc.get_pandoc_path(), "-t", "html", "--citeproc", "--csl", str(style)]
    return run([*command, "--bibliography", str(items), str(note)])


def run(command: list[str]) -> Run | None:
    """Run a process to its end; None where it took too long or failed."""
    # a user's Python keeps what it has compiled
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    start = time.perf_counter()
    with subprocess.Popen(command, **quiet) as process:
        try:
            _, status, used = wait(process, start)
        except TimeoutError:
            process.kill()
            return None
    return Run(time.perf_counter() - start, used.ru_maxrss / 1000) if status == 0 else None


def wait(process: subprocess.Popen[bytes], start: float) -> tuple[int, int, resource.struct_rusage]:
    """The end of a process and what it used; TimeoutError after ten minutes."""
    while True:
        pid, status, used = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return pid, process.returncode, used
        if time.perf_counter() - start > 10 * LONGEST:
            raise TimeoutError
        time.sleep(0.005)


def records(size: int) -> list[dict[str, Any]]:
    """Made-up CSL-JSON records, the same for the same size: five types, one to five authors, many of one name."""
    chance = random.Random(1)  # noqa: S311 - nothing here is a secret
    return [record(number, chance) for number in range(size)]


def record(number: int, chance: random.Random) -> dict[str, Any]:
    """One made-up record."""
    names = [
        {"family": chance.choice(FAMILIES) + (str(number % 97) if number % 3 else ""), "given": chance.choice(GIVEN)}
        for _ in range(chance.choice([1, 1, 2, 3, 5]))
    ]
    kind = chance.choice(["article-journal", "book", "chapter", "webpage", "report"])
    date = [chance.randint(1980, 2020), chance.randint(1, 12), chance.randint(1, 28)]
    title = " ".join(chance.choices(WORDS, k=7)).capitalize() + f" {number}"
    made = {"id": f"i{number}", "type": kind, "title": title, "author": names, "issued": {"date-parts": [date]}}
    imprint = {"publisher": "Harbour Press", "publisher-place": "Oxford"}
    first = chance.randint(1, 400)
    more: dict[str, dict[str, Any]] = {
        "article-journal": {
            "container-title": f"Journal of {chance.choice(WORDS).title()}",
            "volume": str(chance.randint(1, 60)),
            "issue": str(chance.randint(1, 6)),
            "page": f"{first}-{first + 17}",
            "DOI": f"10.1000/{number}",
        },
        "chapter": {
            **imprint,
            "container-title": f"Handbook of {chance.choice(WORDS)}",
            "editor": [{"family": chance.choice(FAMILIES), "given": chance.choice(GIVEN)}],
            "page": "1-20",
        },
        "webpage": {"URL": f"https://example.org/{number}", "accessed": {"date-parts": [[2020, 5, 6]]}},
    }
    return {**made, **more.get(kind, imprint)}


if __name__ == "__main__":
    sys.exit(main())
