"""The rules as a list for a reader."""

from __future__ import annotations


def listed() -> str:
    """The rules, one a line: code, name, severity, whether it can be put right, what it means."""
    from citekit.check.registry import RULES
    from citekit.data import findings

    width = max(len(findings.name(rule.code)) for rule in RULES)
    return "".join(
        f"{rule.code}  {findings.name(rule.code):<{width}}  {rule.severity:<7}  {_FIXES[rule.fix]:<9}  "
        f"{findings.meaning(rule.code)}\n"
        for rule in RULES
    )


_FIXES = {"": "", "safe": "--fix", "offered": "--unsafe"}
