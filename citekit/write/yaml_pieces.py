"""YAML to its records: a list, an object that wraps one, or an object whose members they are.

Where the text as a whole is broken, each item that begins on a line of its own is read by itself.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from citekit.write.pieces import Piece

_WRAPPERS = ("references", "items")
_ITEM = re.compile(r"^(?P<indent>[ \t]*)-[ \t]", re.MULTILINE)
_MEMBER = re.compile(r"^(?:---|\.\.\.|\?|[^\s#:-][^\n]*:)", re.MULTILINE)
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_MOST = 10_000_000
"""Values that a text may hold when all its aliases are followed; what holds more is made to do harm."""
_TYPES = {
    "null": (r"~|null|Null|NULL|", "~nN"),
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "int": (r"-?(?:0|[1-9][0-9]{0,17})", "-0123456789"),
}


class _Loader(yaml.SafeLoader):
    """Knows numbers, true, false and null; every other plain value is text, dates and ``no`` among them."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own table, made anew


class _Fast(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """The same, ten times as fast, but it refuses halves of surrogate pairs."""

    yaml_implicit_resolvers = _Loader.yaml_implicit_resolvers


for _name, (_pattern, _first) in _TYPES.items():
    _tag, _regexp = f"tag:yaml.org,2002:{_name}", re.compile(f"(?:{_pattern})$")
    _Loader.yaml_implicit_resolvers |= {
        char: [*_Loader.yaml_implicit_resolvers.get(char, ()), (_tag, _regexp)] for char in (*_first, "")
    }


def yaml_pieces(text: str) -> list[Piece]:
    """The records of a YAML text in their order; what is none of it is a broken piece."""
    return _all(text, keyed=False)


def yaml_members(text: str) -> list[Piece]:
    """The members of a YAML text that is one object, each with its key; what is none of it is a broken piece."""
    return _all(text, keyed=True)


def _all(text: str, *, keyed: bool) -> list[Piece]:
    if not text.strip("\ufeff \t\r\n"):
        return []
    try:
        return _pieces(text, 0, keyed=keyed)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError):
        cut = _members(text) if keyed else _items(text)
        if len(cut) < 2:
            return [Piece(0, len(text), broken=True)]
        return [piece for first, last in cut for piece in _alone(text, first, last, keyed=keyed)]


def _alone(text: str, start: int, end: int, *, keyed: bool) -> list[Piece]:
    try:
        return _pieces(text[start:end], start, keyed=keyed)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError):
        stripped = len(text[start:end].rstrip())
        return [Piece(start, start + stripped, broken=True)] if stripped else []


def _items(text: str) -> list[tuple[int, int]]:
    """The stretches of the items of the outermost list; what stands before them is a wrapper."""
    found = list(_ITEM.finditer(text))
    if not found:
        return []
    outer = min((item["indent"] for item in found), key=len)
    places = [item.start() for item in found if item["indent"] == outer]
    return list(zip(places, [*places[1:], len(text)], strict=True))


def _members(text: str) -> list[tuple[int, int]]:
    """The stretches of the members of the outermost object, and what stands before them."""
    places = sorted({0, *(found.start() for found in _MEMBER.finditer(text))})
    return list(zip(places, [*places[1:], len(text)], strict=True))


def _pieces(text: str, offset: int, *, keyed: bool) -> list[Piece]:
    loader = (_Loader if _HALF.search(text) else _Fast)(text)
    try:
        node = loader.get_single_node()
        if node is None or node.value == "":
            return []
        _check(node)
        if not keyed:
            return [_piece(loader, record, text, offset) for record in _records(node)]
        if not isinstance(node, yaml.MappingNode):
            raise ValueError("no object")  # noqa: TRY004 - as for any other text that is none
        return [_member(loader, key, record, text, offset) for key, record in node.value]
    finally:
        loader.dispose()


def _records(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        wrapped = [value for key, value in node.value if key.value in _WRAPPERS]
        if wrapped and isinstance(wrapped[0], yaml.SequenceNode):
            node = wrapped[0]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def _member(loader: Any, key: yaml.Node, node: yaml.Node, text: str, offset: int) -> Piece:  # noqa: ANN401 - as below
    piece = _piece(loader, node, text, offset)
    name = _plain(loader.construct_object(key, deep=True))
    start, end = offset + key.start_mark.index, offset + key.end_mark.index
    # what stands behind an alias stands elsewhere
    return piece._replace(start=start, end=max(end, piece.end) if piece.start > start else end, key=str(name))


def _piece(loader: Any, node: yaml.Node, text: str, offset: int) -> Piece:  # noqa: ANN401 - PyYAML has no types for it
    twice = _twice(node)
    if twice:
        first = {str(key.value): (key, value) for key, value in reversed(node.value)}
        node.value = list(first.values())[::-1]
    value = _plain(loader.construct_object(node, deep=True))
    start, end = node.start_mark.index, node.end_mark.index
    return Piece(offset + start, offset + start + len(text[start:end].rstrip()), value, twice=twice)


def _twice(node: yaml.Node) -> tuple[str, ...]:
    """The members that a record has more than once, of which PyYAML would take the last."""
    names = [str(key.value) for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    return tuple(dict.fromkeys(name for name in names if names.count(name) > 1))


def _check(node: yaml.Node) -> None:
    """Refuse what holds itself, or holds too much when its aliases are followed (ValueError)."""
    sizes: dict[int, int] = {}

    def size(node: yaml.Node) -> int:
        known = sizes.get(id(node))
        if known is not None:
            if known < 0:
                raise ValueError("a value holds itself")
            return known
        sizes[id(node)] = -1
        inner = node.value if isinstance(node, yaml.CollectionNode) else []
        parts = [part for pair in inner for part in (pair if isinstance(pair, tuple) else (pair,))]
        total = 1 + sum(map(size, parts))
        if total > _MOST:
            raise ValueError("too many values")
        sizes[id(node)] = total
        return total

    size(node)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    """The value as JSON could hold it: the names of members are texts."""
    if isinstance(value, dict):
        return {key if isinstance(key, str) else str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, str | int | bool) or value is None else str(value)
