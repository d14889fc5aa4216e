"""Imports run one way: a room knows the nouns and the ground it stands on, never another room."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

GROUND = {"model", "fields", "errors", "data", "language"}
ROOMS = {"read", "parse", "resolve", "romanise", "dedupe", "write", "style"}
ALLOWED = (
    {"model": set(), "fields": set(), "errors": set(), "data": {"data"}, "language": {"language", "data", "model"}}
    | {room: {room} | GROUND for room in ROOMS - {"style"}}
    | {"style": {"style"}}  # fit to be lifted out
    | {"write": {"write", "style"} | GROUND}  # CSL-JSON is mended alike before it is styled and when it is loaded
    | {"restyle": {"restyle", "style", "write"} | GROUND}  # carries works into the styles, which know none
    | {"recall": {"recall", "style", "write"} | GROUND}  # stored records are CSL-JSON, which these mend and read
    | {"online": {"online"} | GROUND}
    | {"registries": {"registries", "online", "dedupe"} | GROUND}  # asks by the one, matches by the other
    | {"check": {"check", "write"} | GROUND}  # looks at entries as they stand in a file, which no work tells
    | {"pipeline": ROOMS | GROUND | {"recall"}, "__main__": {"cli"}}
    | {"cli": ROOMS | GROUND | {"check", "cli", "online", "pipeline", "registries", "restyle"}}
    | {"__init__": ROOMS | GROUND | {"pipeline"}}
)
"""Which parts of citekit each part may import."""


def imported(source: str) -> set[str]:
    """The parts of citekit that a module imports; ``.`` for a relative import, which hides what it names."""
    parts = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = ["citekit.."] if node.level else [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        parts |= {name.split(".")[1] or "." for name in names if name.startswith("citekit.")}
    return parts


def modules(root: Path) -> list[tuple[str, Path]]:
    package = root / "citekit"
    return [(path.relative_to(package).parts[0].removesuffix(".py"), path) for path in sorted(package.rglob("*.py"))]


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("import citekit.read", {"read"}),
        ("from citekit.read.labels import label", {"read"}),
        ("from citekit import pipeline, model", {"pipeline", "model"}),
        ("def f():\n    from citekit.parse import parse_notes", {"parse"}),
        ("from . import numbering", {"."}),
        ("import click\nfrom citekitten import read", set()),
    ],
)
def test_the_imports_of_a_module_are_found(source, parts):
    assert imported(source) == parts


def test_every_part_of_the_package_has_its_place_in_the_table(root):
    assert {part for part, _ in modules(root)} == ALLOWED.keys()


def test_write_takes_nothing_from_the_styles_but_the_mending(root):
    lines = [
        line for path in (root / "citekit" / "write").glob("*.py") for line in path.read_text("utf-8").splitlines()
    ]
    found = {line.split()[1] for line in lines if line.startswith("from citekit.style")}
    assert found == {"citekit.style.mend", "citekit.style.mend_text"}


def test_the_rules_take_nothing_from_the_formats_but_through_the_sources(root):
    users = {
        str(path.parent.relative_to(root / "citekit" / "check"))
        for path in (root / "citekit" / "check").rglob("*.py")
        if "write" in imported(path.read_text(encoding="utf-8"))
    }
    assert users == {"sources"}


@pytest.mark.parametrize("part", sorted(ALLOWED))
def test_no_part_imports_what_it_must_not(root, part):
    wrong = {
        str(path.relative_to(root)): sorted(foreign)
        for name, path in modules(root)
        if name == part and (foreign := imported(path.read_text(encoding="utf-8")) - ALLOWED[part])
    }
    assert not wrong


CLIENTS = {"aiohttp", "http.client", "httpcore", "httpx", "requests", "urllib.request", "urllib3"}


def test_no_other_room_asks_the_network(root):
    """Every request goes through the guard of the room for it, and httpx stands in one file of it."""
    asking = {
        str(path.relative_to(root / "citekit"))
        for _, path in modules(root)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([one.name for one in node.names] if isinstance(node, ast.Import) else [node.module or ""])
        if name in CLIENTS
    }
    assert asking == {"online/client.py"}
