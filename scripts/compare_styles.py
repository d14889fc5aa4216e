"""All styles: does one fail on an odd item, where stand translated titles, which entries differ from pandoc's.

``--every N`` looks at one style in N, ``--show`` prints the entries that differ. Exits with 1 where a style fails or a
figure is under its floor.
"""

from __future__ import annotations

import sys
from collections import Counter

import pypandoc

from citekit.style.catalogue import Catalogue
from citekit.style.locales import Locales
from citekit.style.processor import Processor
from citekit.style.style import Style
from tests.style import odd_items
from tests.style.compared import differing
from tests.style.compared_items import ITEMS
from tests.style.translated import faults

TITLES, ENTRIES = 0.99, 0.96


def main() -> int:
    """Compare, print the figures, and say whether they keep their floors."""
    arguments = sys.argv[1:]
    every = int(arguments[arguments.index("--every") + 1]) if "--every" in arguments else 1
    paths = sorted(Catalogue().folder.glob("*.csl"))[::every]
    pandoc, locales = pypandoc.get_pandoc_path(), Locales()
    count = 0
    failed: list[str] = []
    titles: Counter[str] = Counter()
    differ: list[tuple[str, str, str, str]] = []
    for number, path in enumerate(paths, 1):
        style = Style(path.read_bytes(), locales)
        try:
            Processor(style, odd_items.ITEMS).bibliography()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            failed.append(f"{path.stem}: {error!r}")
        found = faults(style)
        titles.update(fault or "good" for fault in (found.book, found.article) if fault is not None)
        compared, differences = differing(pandoc, path, style, ITEMS)
        count += compared
        differ += [(path.stem, *each) for each in differences]
        if number % 100 == 0:
            print(f"{number} of {len(paths)} …", file=sys.stderr)
    if "--show" in arguments:
        for name, item, ours, theirs in differ:
            print(f"{name}, {item}\n  {ours}\n  {theirs}")
    whole, good = 1 - len(differ) / count, titles["good"] / titles.total()
    print(f"{len(paths)} styles, {len(failed)} fail on an odd item", *failed, sep="\n  ")
    print(f"{good:.2%} of {titles.total()} translated titles as they should be: {dict(titles.most_common())}")
    print(f"{whole:.2%} of {count} entries equal to pandoc's")
    return int(bool(failed) or good < TITLES or whole < ENTRIES)


if __name__ == "__main__":
    sys.exit(main())
