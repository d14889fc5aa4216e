"""A Work to the members of a CSL item, as far as CSL 1.0.2 has words for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from citekit.fields import NAME_FIELDS
from citekit.model import Name, Work
from citekit.write.csl_dates import csl_date
from citekit.write.csl_names import csl_name, in_static_order
from citekit.write.csl_variables import DATES, ROLES, TEXTS, TITLES
from citekit.write.types import kind

Item: TypeAlias = dict[str, Any]


def natural_item(work: Work, *, static: bool = False) -> Item:
    """The item of a work, without ``custom``; ``static`` marks names that processors would turn round."""
    titles = {name: getattr(work, part).display for part, name in TITLES.items()}
    people = {role: _names(names, static=static) for role, names in people_of(work).items()}
    texts = {TEXTS[field]: work.fields[field] for field in TEXTS if field in work.fields}
    dates = {name: csl_date(work.fields[field]) for field, name in DATES.items() if work.fields.get(field)}
    tag = work.title.main.language if work.title.main else ""
    members = {**people, **titles, **texts, **dates, "language": tag}
    return {"id": work.key, "type": kind(work.type).csl, **filled(members)}


def people_of(work: Work) -> dict[str, tuple[Name, ...]]:
    """The names of a work by the roles of CSL, those left out of which nothing is known."""
    people = {**work.people, **{role: getattr(work, role) for role in NAME_FIELDS}}
    return {role: tuple(filter(csl_name, people[role])) for role in ROLES if people.get(role)}


def _names(names: tuple[Name, ...], *, static: bool) -> list[Item]:
    return [csl_name(name) | ({"static-ordering": True} if static and in_static_order(name) else {}) for name in names]


def filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are not empty."""
    return {key: value for key, value in values.items() if value}
