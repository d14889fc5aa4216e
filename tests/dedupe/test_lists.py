"""Fields that hold several values: what is added, in which form, and what is left as it stands."""

from __future__ import annotations

import pytest

from citekit.dedupe.lists import is_joined, joined, listed, with_items


@pytest.mark.parametrize(
    ("name", "held", "other", "both"),
    [
        ("keyword", "UN, China", "China, peace", "UN, China, peace"),
        ("keyword", "UN; China", "peace, war", "UN; China; peace; war"),
        ("keyword", "UN, China", "peace, war; Mali", "UN; China; peace, war; Mali"),
        ("keyword", "UN,China", "China;UN", "UN,China"),
        ("groups", "Mine", "Mine,Others", "Mine, Others"),
        ("ids", "a,b", "b, c", "a,b, c"),
        ("file", ":papers/a.pdf:PDF", ":papers/a.pdf:PDF;:b.pdf:PDF", ":papers/a.pdf:PDF;:b.pdf:PDF"),
        ("file", r"a\;b.pdf", "b.pdf", r"a\;b.pdf;b.pdf"),
        ("ris.L1", "file://a.pdf", "file://b.pdf\nfile://a.pdf", "file://a.pdf\nfile://b.pdf"),
        ("zotero.collections", '["A"]', '["B", "A"]', '["A", "B"]'),
        ("zotero.collections", "A", '["B"]', None),
        ("note", "see p. 4", "see p. 4", "see p. 4"),
        ("note", "see p. 4", "lent to Wang", "see p. 4; lent to Wang"),
        ("note", "see p. 4", "see p. 4, and 5", "see p. 4, and 5"),
        ("annote", "one\ntwo", "three", "one\ntwo\nthree"),
        ("comment-me", "mine", "yours", "mine; yours"),
    ],
)
def test_what_the_other_has_is_added(name, held, other, both):
    assert joined(name, held, other) == both


@pytest.mark.parametrize(
    ("section", "name", "is_list"),
    [
        ("fields", "keyword", True),
        ("fields", "note", True),
        ("fields", "date", False),
        ("extra", "file", True),
        ("extra", "comment-me", True),
        ("extra", "review", True),
        ("extra", "owner", False),
        ("extra", "keyword", False),
    ],
)
def test_which_fields_are_joined(section, name, is_list):
    assert is_joined(section, name) == is_list


def test_further_keys_are_a_list():
    assert listed("ids", " a,b , c,") == ["a", "b", "c"]
    assert with_items("ids", "a,b", ["b", "c"]) == "a, b, c"
