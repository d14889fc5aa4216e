"""Others of the kind on the records of the bench: run by a Python that has them, ``PEER FILE``; prints JSON.

Seconds on the clock, peak megabytes of this process and its largest child, and the clusters as lists of rows.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import time
from typing import Any

NAMES = {"key": "ID", "container": "journal", "issue": "number"}
LIKELY = 0.9
"""The probability from which Splink's pairs are taken for one work."""


def main() -> int:
    """Search a file with a peer and print what came of it."""
    import pandas as pd  # noqa: PLC0415 - of the peers

    peer, file = sys.argv[1:]
    records = pd.read_parquet(file).drop(columns="work")
    start = time.perf_counter()
    clusters = {"bib-dedupe": bib_dedupe, "splink": splink}[peer](records)
    took = time.perf_counter() - start
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1000
    print(json.dumps({"seconds": took, "megabytes": peak, "clusters": clusters}))
    return 0


def _rows(clusters: Any) -> list[list[int]]:  # noqa: ANN401 - lists of keys, ``r17`` the 17th row
    return [[int(key[1:]) for key in members] for members in clusters]


def bib_dedupe(records: Any) -> list[list[int]]:  # noqa: ANN401 - a table of pandas, which is not installed here
    """bib-dedupe as its page shows it."""
    from bib_dedupe.bib_dedupe import block, cluster, match, prep  # noqa: PLC0415 - of the peers

    table = records.rename(columns=NAMES).assign(ENTRYTYPE="article", abstract="", booktitle="")
    found = cluster(match(block(prep(table, verbosity_level=0), verbosity_level=0), verbosity_level=0))
    return _rows(found)


def splink(records: Any) -> list[list[int]]:  # noqa: ANN401 - the same
    """Splink, untrained by labels: blocked on identifiers, titles, and people with years."""
    import splink.comparison_library as compare  # noqa: PLC0415 - of the peers
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on  # noqa: PLC0415 - the same

    logging.disable(logging.WARNING)
    table = records.replace("", None).assign(
        head=records["title"].str.lower().str.slice(0, 20), first=records["author"].str.split(",").str[0].str.lower()
    )
    blocks = [block_on("doi"), block_on("head"), block_on("first", "year"), block_on("volume", "pages")]
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="key",
        comparisons=[
            compare.JaroWinklerAtThresholds("title", [0.95, 0.88]),
            compare.JaroWinklerAtThresholds("author", [0.9, 0.7]),
            *(compare.ExactMatch(name) for name in ("year", "volume", "pages", "doi")),
        ],
        blocking_rules_to_generate_predictions=blocks,
    )
    database = DuckDBAPI()
    linker = Linker(database.register(table), settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("head"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("first", "year"))
    pairs = linker.inference.predict(threshold_match_probability=LIKELY)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, LIKELY).as_pandas_dataframe()
    return _rows(members for members in found.groupby("cluster_id")["key"].apply(list) if len(members) > 1)


if __name__ == "__main__":
    sys.exit(main())
