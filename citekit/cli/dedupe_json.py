"""What was found and what merging would do, as JSON for programs: ``"schema": "citekit-dedupe/1"``.

``records`` are called by ``file`` and ``key``. Every list is in the order of the files.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from citekit.cli.dedupe_desk import Desk
from citekit.dedupe.comparison import Comparison
from citekit.dedupe.entries import Entry
from citekit.dedupe.plan import Plan

SCHEMA = "citekit-dedupe/1"


def found_json(desk: Desk, plan: Plan | None = None) -> str:
    """The clusters, the pairs with their evidence, the findings, and the plan where there is one."""
    told = {
        "schema": SCHEMA,
        "records": len(desk.entries),
        "clusters": [[record(desk.entries[at]) for at in cluster] for cluster in desk.found.clusters],
        "pairs": [pair_record(pair, desk.entries) for pair in desk.found.pairs],
        "findings": [_finding(finding) for finding in desk.findings],
    }
    return dumped(told | ({"merges": [_merge(plan, number) for number in range(len(plan.merges))]} if plan else {}))


def dumped(told: dict[str, Any]) -> str:
    """Values as the text of a JSON file."""
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def record(entry: Entry) -> dict[str, str]:
    """What a record is called."""
    return {"file": entry.file, "key": entry.work.key}


def pair_record(pair: Comparison, entries: Sequence[Entry]) -> dict[str, Any]:
    """A comparison: the two records, the verdict, and what each field says."""
    parts = [{name: value for name, value in part._asdict().items() if value or name != "veto"} for part in pair.parts]
    return {
        "first": record(entries[pair.first]),
        "second": record(entries[pair.second]),
        "verdict": pair.verdict,
        "score": round(pair.score, 3),
        **({"relation": pair.relation} if pair.relation else {}),
        "evidence": parts,
    }


def _finding(finding: Any) -> dict[str, Any]:  # noqa: ANN401 - a Finding, whose empty members are left out
    return {name: value for name, value in asdict(finding).items() if value not in (None, "")}


def _merge(plan: Plan, number: int) -> dict[str, Any]:
    merge = plan.merges[number]
    lead, *others = (record(plan.entries[at]) for at in merge.members)
    return {"lead": lead, "takes_in": others, "changes": [asdict(change) for change in merge.changes]}
