"""What the JSON of CSL 1.0.2 may hold, as a JSON Schema of our own words, and items that hold all of it."""

from __future__ import annotations

from hypothesis import strategies as st

from citekit.style import variables

_FLAG = {"type": ["string", "number", "boolean"]}
_TEXT = {"type": "string"}
_NUMBER = {"type": ["string", "number"]}
_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
_NAME = {
    "type": "object",
    "properties": {
        **dict.fromkeys(_PARTS, _TEXT),
        **dict.fromkeys(("comma-suffix", "static-ordering", "parse-names"), _FLAG),
    },
    "additionalProperties": False,
}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": _NUMBER},
        },
        "season": _NUMBER,
        "circa": _FLAG,
        "literal": _TEXT,
        "raw": _TEXT,
    },
    "additionalProperties": False,
}
_NAMES = {"type": "array", "items": _NAME}
ITEM = {
    "type": "object",
    "required": ["id", "type"],
    "properties": {
        "id": _NUMBER,
        "type": {"enum": sorted(variables.TYPES)},
        "categories": {"type": "array", "items": _TEXT},
        "custom": {"type": "object"},
        **dict.fromkeys(variables.NAMES, _NAMES),
        **dict.fromkeys(variables.DATES, _DATE),
        **dict.fromkeys(variables.NUMBERS, _NUMBER),
        **dict.fromkeys(variables.TEXTS, _TEXT),
    },
    "additionalProperties": False,
}

WORDS = [
    "",
    "Jiangou Heping",
    "中国",
    "12",
    "true",
    "null",
    '"',
    "[]",
    "{",
    "2004",
    "2004-10~",
    "n.d.",
    "a: b",
    "é\n",
    "no",
]
texts = st.sampled_from(WORDS) | st.text(max_size=4)
numbers = st.integers(0, 99) | texts
flags = st.sampled_from([True, False, 0, 1, "true", "false", ""])
_parts = {part: texts for part in _PARTS if part != "family"}
_flags = dict.fromkeys(("comma-suffix", "static-ordering", "parse-names"), flags)
_families = st.sampled_from(["Zhao", "Wang", "Humboldt", "van Gogh", "中国"])
people = st.lists(st.fixed_dictionaries({"family": _families}, optional={**_parts, **_flags}), max_size=2)
_years = st.integers(-50, 2030).filter(bool)
_points = st.one_of(
    st.tuples(_years),
    st.tuples(_years, st.integers(1, 16) | st.integers(21, 24)),
    st.tuples(_years, st.integers(1, 12), st.integers(1, 28)),
    st.tuples(_years.map(str), st.sampled_from(["1", "03", "12"])),
).map(list)
_seasons = st.sampled_from([1, 2, 3, 4, "1", "Trinity", "spring"])
dates = st.one_of(
    st.fixed_dictionaries(
        {"date-parts": st.lists(_points, min_size=1, max_size=2)},
        optional={"season": _seasons, "circa": flags, "literal": texts.filter(bool), "raw": texts.filter(bool)},
    ),
    st.fixed_dictionaries({"literal": texts.filter(bool)}, optional={"circa": flags}),
    st.fixed_dictionaries({"raw": texts.filter(bool)}),
)
_custom = st.dictionaries(
    texts.filter(lambda name: name != "citekit"), numbers | st.lists(numbers, max_size=1), max_size=2
)
items = st.fixed_dictionaries(
    {"id": st.integers(0, 9) | texts.filter(bool), "type": st.sampled_from(sorted(variables.TYPES))},
    optional={
        "categories": st.lists(texts, max_size=2),
        "custom": _custom,
        **dict.fromkeys(sorted(variables.NAMES), people),
        **dict.fromkeys(sorted(variables.DATES), dates),
        **dict.fromkeys(sorted(variables.NUMBERS), numbers),
        **dict.fromkeys(sorted(variables.TEXTS), texts),
    },
)
