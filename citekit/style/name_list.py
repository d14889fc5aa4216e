"""A list of names: how many are shown, what stands between them and for the rest (CSL 1.0.2, "Name")."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from citekit.style.attributes import whole
from citekit.style.box import Box, Node, Text
from citekit.style.context import FIRST, Block, Context
from citekit.style.dress import Dress, dresser
from citekit.style.locale import NS
from citekit.style.node import Source
from citekit.style.one_name import Look, highest_level, level_of, name_node
from citekit.style.person import Person
from citekit.style.superior import raised

_BETWEEN = Source("affix", "name-delimiter")


class Limits(NamedTuple):
    """When names are left out: from how many on, and how many are shown then; 0 for never."""

    least: int = 0
    shown: int = 0


class Style(NamedTuple):
    """How a list of names is told."""

    look: Look
    form: str
    conjunction: str
    delimiter: str
    precedes_last: str
    precedes_et_al: str
    limits: Limits
    later: Limits
    use_last: bool
    et_al: str
    et_al_dress: Dress | None
    dress: Dress | None


def style_of(element: Element, options: dict[str, str]) -> Style:
    """How a ``cs:names`` tells its names: its own ``cs:name`` and ``cs:et-al`` over the options around it."""
    name = element.find(f"{NS}name")
    if name is None:
        name = Element(f"{NS}name")
    et_al = element.find(f"{NS}et-al")
    merged = {**options, **{key: value for key, value in name.attrib.items() if key not in ("prefix", "suffix")}}
    least, shown = whole(merged.get("et-al-min")), whole(merged.get("et-al-use-first"), -1)
    later = Limits(
        whole(merged.get("et-al-subsequent-min")) or least,
        whole(merged.get("et-al-subsequent-use-first")) or shown,
    )
    form = name.get("form") or options.get("name-form") or "long"
    parts = {part.get("name"): part for part in name.iter(f"{NS}name-part")}
    look = Look(
        form=form,
        initialize_with=merged.get("initialize-with"),
        initialize=merged.get("initialize") != "false",
        hyphen=merged.get("initialize-with-hyphen") != "false",
        sort_order=merged.get("name-as-sort-order", ""),
        separator=merged.get("sort-separator", ", "),
        demote=merged.get("demote-non-dropping-particle", "display-and-sort"),
        family=dresser(parts["family"], affixes=False) if "family" in parts else None,
        given=dresser(parts["given"], affixes=False) if "given" in parts else None,
        family_affixes=_affixes(parts.get("family")),
        given_affixes=_affixes(parts.get("given")),
    )
    return Style(
        look=look,
        form=form,
        conjunction=merged.get("and", ""),
        delimiter=name.get("delimiter", options.get("name-delimiter", ", ")),
        precedes_last=merged.get("delimiter-precedes-last", "contextual"),
        precedes_et_al=merged.get("delimiter-precedes-et-al", "contextual"),
        limits=Limits(least, shown),
        later=later,
        use_last=merged.get("et-al-use-last") == "true",
        et_al=et_al.get("term", "et-al") if et_al is not None else "et-al",
        et_al_dress=dresser(et_al) if et_al is not None else None,
        dress=dresser(name),
    )


def _affixes(part: Element | None) -> tuple[str, str]:
    return (part.get("prefix", ""), part.get("suffix", "")) if part is not None else ("", "")


def list_of_names(ctx: Context, people: tuple[Person, ...], style: Style, variable: str) -> Node:
    """The node of the names of one variable; what it shows is noted in the context as a block."""
    look = style.look
    block = len(ctx.blocks)
    shown = _shown(ctx, style, len(people), block)
    base = level_of(look)
    ctx.blocks.append(Block(variable, people, shown, highest_level(look)))
    given = ctx.disambiguation.given
    inverted_from = {"all": len(people), "first": 1}.get(look.sort_order, 0)
    if ctx.sorting is not None:
        inverted_from = len(people)

    def named(at: int, level: int) -> Node:
        node = name_node(ctx, people[at], look, variable, at, inverted=at < inverted_from, level=level)
        return _dressed(ctx, node, style.dress) if style.dress and ctx.sorting is None else node

    nodes = [named(at, max(base, given.get((block, at), 0))) for at in range(shown)]
    use_last = ctx.sorting.last if ctx.sorting is not None and ctx.sorting.last is not None else style.use_last
    last = named(len(people) - 1, base) if use_last and shown < len(people) - 1 else None
    list_node = _strung(
        ctx, nodes, style, hidden=len(people) - shown, inverted_from=inverted_from, last=last, people=people
    )
    return Box(list_node, what="names", who=people)


def _dressed(ctx: Context, name: Box, dress: Dress) -> Box:
    """A name in the looks of ``cs:name``, which are those of each name and not of what stands between them."""
    return name.with_kids([dress(Box(name.kids), ctx)])


def _shown(ctx: Context, style: Style, count: int, block: int) -> int:
    """How many names are shown."""
    sorting = ctx.sorting
    if sorting is not None:
        least, shown = sorting.least or style.limits.least, sorting.shown or style.limits.shown
    elif ctx.position > FIRST and ctx.area == "citation":
        least, shown = style.later
    else:
        least, shown = style.limits
    if not least or shown < 0 or count < least or shown >= count:
        return count
    return min(count, max(shown, ctx.disambiguation.names.get(block, 0)))


def _strung(  # noqa: PLR0913
    ctx: Context,
    nodes: list[Node],
    style: Style,
    *,
    hidden: int,
    inverted_from: int,
    last: Node | None,
    people: tuple[Person, ...],
) -> list[Node]:
    """The names with what stands between them, and what tells of those that are hidden."""
    count = len(nodes)
    if not count:
        return []
    conjunction = _conjunction(ctx, style) if not hidden and count > 1 and ctx.sorting is None else ""
    between = Text(style.delimiter, _BETWEEN)
    kids: list[Node] = [nodes[0]]
    for node in nodes[1:-1] if conjunction else nodes[1:]:
        kids += (between, node)
    if conjunction:
        comma = _precedes(style.precedes_last, count, count - 2, inverted_from, people)
        kids += (Text(_joining(style.delimiter if comma else "", conjunction), _BETWEEN), nodes[-1])
    if not hidden:
        return kids
    if last is not None:
        return [*kids, Text(f"{style.delimiter}… ", _BETWEEN), last]
    return kids if ctx.sorting is not None else [*kids, *_et_al(ctx, style, count, inverted_from, people)]


def _et_al(ctx: Context, style: Style, count: int, inverted_from: int, people: tuple[Person, ...]) -> list[Node]:
    """What stands for the names that are left out."""
    term = ctx.locale.term(style.et_al)
    if not term:
        return []
    comma = _precedes(style.precedes_et_al, count + 1, count - 1, inverted_from, people)
    node = raised(term, Source("term", style.et_al))
    if style.et_al_dress:
        node = style.et_al_dress(node, ctx)
    return [Text(style.delimiter if comma else _gap(term), _BETWEEN), node]


def _joining(delimiter: str, conjunction: str) -> str:
    """What stands before the last name: ``, and ``, or `` and ``."""
    if delimiter:
        return f"{delimiter.rstrip()} {conjunction}" if delimiter.strip() else delimiter + conjunction
    return conjunction if conjunction[-1:] == "\u2008" else f" {conjunction}"


def _gap(term: str) -> str:
    return "" if term[:1] in " \u00a0," or "\u3000" <= term[:1] <= "\u9fff" else " "


def _precedes(rule: str, count: int, before: int, inverted_from: int, people: tuple[Person, ...]) -> bool:
    """Whether the delimiter stands before "and" or "et al.": ``before`` is the name in front of it."""
    if rule == "always":
        return True
    if rule == "never":
        return False
    if rule == "after-inverted-name":
        return before < inverted_from and not people[before].literal and not people[before].is_cjk
    return count > 2


def _conjunction(ctx: Context, style: Style) -> str:
    if not style.conjunction:
        return ""
    word = ctx.locale.term("and", "symbol") or "&" if style.conjunction == "symbol" else ctx.locale.term("and") or ""
    return word if word[-1:].isspace() else f"{word} "
