"""CSL-YAML: the items of CSL-JSON in another dress."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from citekit.write.csl_yaml import load_csl_yaml, to_csl_yaml
from citekit.write.record import record

spec = importlib.util.spec_from_file_location("write_strategies", Path(__file__).with_name("strategies.py"))
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)

TEXT = """\
---
# mine
references:
- id: zhao2007
  type: book
  title: 'Jiangou Heping: Zhongguo dui Lianheguo'
  author:
  - family: Zhao
    given: Lei
  issued: 2007-03-01
  volume: 007
  language: no
  note: |
    two
    lines
- id: wang2009
  type: book
  number-of-pages: 12
  keyword: yes
...
"""


def test_dates_and_words_are_texts():
    zhao, wang = load_csl_yaml(TEXT, "a.yaml").works
    assert zhao.fields == {"date": "2007-03-01", "volume": "007", "note": "two\nlines\n"}
    assert zhao.title.main.language == "no"
    assert wang.fields == {"number_of_pages": "12", "keyword": "yes"}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made.libraries)
def test_csl_yaml_loses_nothing(library):
    text = to_csl_yaml(library)
    loaded = load_csl_yaml(text, "made.yaml")
    assert loaded.findings == ()
    assert [record(work) for work in loaded.works] == [record(work) for work in library.works]
    assert to_csl_yaml(loaded) == text


def test_what_is_written_is_yaml_to_others_too(library):
    items = yaml.safe_load(to_csl_yaml(library))["references"]
    assert [item["id"] for item in items] == [work.key for work in library.works]


# text, ids of the works, codes and lines of the findings
BAD = [
    ("", [], []),
    ("---\n...\n", [], []),
    ("references: []", [], []),
    ("nothing", [], [("RD141", 1)]),
    ("- id: a\n  type: book\n- id: b\n  type: [\n- id: c\n  type: book\n", ["a", "c"], [("RD141", 3)]),
    ("references:\n- id: a\n  type: book\n- id: 'b\n", ["a"], [("RD141", 4)]),
    ("- id: a\n  type: book\n  title: x\n  title: y\n", ["a"], [("RD144", 1)]),
    ("- &a\n  id: x\n  type: book\n  custom: *a\n", [], [("RD141", 1)]),
    ("a: [\n", [], [("RD141", 1)]),
    ("- !!python/object/apply:os.getcwd []\n", [], [("RD141", 1)]),
    ("id: a\ntype: book\n", ["a"], []),
    ("- id: a\n  type: book\n  1: x\n", ["a"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ids", "said"), BAD)
def test_what_is_broken_is_said_and_harms_no_neighbour(text, ids, said):
    loaded = load_csl_yaml(text, "made.yaml")
    assert [work.key for work in loaded.works] == ids
    assert [(finding.code, finding.line) for finding in loaded.findings] == said


def test_the_first_of_two_is_taken():
    (work,) = load_csl_yaml("- id: a\n  type: book\n  title: x\n  title: y\n", "made.yaml").works
    assert work.title.display == "x"


def test_aliases_that_multiply_do_no_harm():
    lines = ["- &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"- &a{number} [{', '.join([f'*a{number - 1}'] * 10)}]" for number in range(1, 12)]
    start = time.perf_counter()
    loaded = load_csl_yaml("\n".join(lines), "made.yaml")
    assert loaded.findings
    assert time.perf_counter() - start < 5
