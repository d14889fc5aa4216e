"""Workers forget: what the rules remember of records is dropped when there is much of it."""

from __future__ import annotations

from citekit.dedupe.large import quiet
from citekit.dedupe.large.prepare import prepare
from citekit.dedupe.large.source import Portion


def test_what_the_rules_remember_is_forgotten(made_works, monkeypatch):
    works = tuple(work for records in made_works.makes(14, 30) for work in records)
    prepare(Portion(0, works=works))
    sizes = {rule.__qualname__: rule.cache_info().currsize for rule in quiet.remembering()}
    assert sizes["divide"] > 10
    assert sizes["squeeze"] > 10
    monkeypatch.setattr(quiet, "_ENOUGH", 10)
    prepare(Portion(0, works=works))
    assert max(rule.cache_info().currsize for rule in quiet.remembering()) <= 10
