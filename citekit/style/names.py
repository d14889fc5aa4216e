"""``cs:names``: name variables with their labels, or what substitutes for them (CSL 1.0.2, "Names")."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

from citekit.style.box import Box, Node, Text, joined, plain
from citekit.style.context import FIRST, Block, Context
from citekit.style.dress import Dress, dresser
from citekit.style.elements import Render
from citekit.style.locale import NS
from citekit.style.node import Source
from citekit.style.one_name import Look, highest_level, level_of, name_node
from citekit.style.person import Person
from citekit.style.superior import raised

if TYPE_CHECKING:
    from citekit.style.compiler import Compiler, Scope

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


class Labelled(NamedTuple):
    """The label of a names element: its form, its plural, its looks, whether it stands before the names."""

    form: str
    plural: str
    dress: Dress | None
    before: bool


def names(compiler: Compiler, element: Element, scope: Scope) -> Render:
    """Compiles a ``cs:names``."""
    from citekit.style.compiler import options_of  # noqa: PLC0415

    source = element
    if scope.parent is not None and element.find(f"{NS}name") is None and not _has_children(element):
        source = scope.parent  # "a shorthand version of cs:names without child elements" takes those of its parent
    options = dict(options_of(element, scope.options))
    style = _style(source, options)
    label = _label(source)
    variables = element.get("variable", "").split()
    dress = dresser(element)
    delimiter = element.get("delimiter", options.get("names-delimiter", ""))
    substitute = element.find(f"{NS}substitute")
    instead = []
    if substitute is not None:
        inner = scope._replace(parent=element)
        instead = [render for child in substitute if (render := compiler.element(child, inner)) is not None]

    def render(ctx: Context) -> Node | None:
        ctx.called = True
        found = _lists(ctx, variables, style, label)
        if not found:
            node = _substituted(ctx, instead)
            return dress(node, ctx) if node is not None and dress and ctx.sorting is None else node
        ctx.filled = True
        if style.form == "count" or (ctx.sorting is not None and ctx.sorting.form == "count"):
            return Text(str(sum(block.shown for block in ctx.blocks[-len(found) :])), Source("number", "names"))
        if ctx.skip_names and not ctx.names_done:
            ctx.names_done = True
            return None
        found = [each for each in found if plain(each)]
        node = joined(found, delimiter)
        if node is not None and dress and ctx.sorting is None:
            node = dress(node, ctx)
        if ctx.first_names is None:
            ctx.first_names = node
        ctx.names_done = True
        return node

    return render


def _has_children(element: Element) -> bool:
    return any(child.tag in (f"{NS}name", f"{NS}label", f"{NS}et-al", f"{NS}institution") for child in element)


def _substituted(ctx: Context, instead: list[Render]) -> Node | None:
    """The first substitute with output; the variables it prints are empty from then on."""
    outer = ctx.tracked
    first = ctx.first_names
    for render in instead:
        ctx.tracked = set()
        node = render(ctx)
        used = ctx.tracked
        ctx.tracked = outer
        if node is not None:
            ctx.hidden |= used
            if outer is not None:
                outer |= used
            ctx.filled = True
            if first is None:
                ctx.first_names = ctx.first_names or node
                if ctx.skip_names and not ctx.names_done:
                    ctx.names_done = True
                    return None
            node = Box([node], what="substitute")
            return node
    return None


def _lists(ctx: Context, variables: list[str], style: Style, label: Labelled | None) -> list[Node]:
    """The node of each variable that has names, its label with it."""
    item = ctx.item
    filled = [name for name in variables if name not in ctx.hidden and item.names(name)]
    merged = ""
    if (
        len(filled) == 2
        and set(filled) == {"editor", "translator"}
        and item.names("editor") == item.names("translator")
    ):
        form = label.form if label else "long"
        terms = [(name, ctx.locale.term(name, form)) for name in ("editortranslator", "editor-translator")]
        merged, word = next(((name, word) for name, word in terms if word is not None), ("", ""))
        if word:
            for name in filled:
                ctx.use(name)
            filled = filled[:1]
        else:
            merged = ""
    nodes: list[Node] = []
    for name in filled:
        people = item.names(name)
        node = _list(ctx, people, style, name)
        ctx.use(name)
        nodes.append(_labelled(ctx, node, label, merged or name, len(people)))
    return nodes


def _labelled(ctx: Context, node: Node, label: Labelled | None, name: str, count: int) -> Node:
    if label is None or ctx.sorting is not None:
        return node
    several = label.plural == "always" or (label.plural == "contextual" and count > 1)
    found = ctx.locale.term(name, label.form, plural=several)
    if not found:
        return node
    term = raised(found, Source("label", name))
    if label.dress:
        term = label.dress(term, ctx)
    return Box([term, node] if label.before else [node, term])


def _list(ctx: Context, people: tuple[Person, ...], style: Style, variable: str) -> Node:
    look = style.look
    block = len(ctx.blocks)
    shown = _shown(ctx, style, len(people), block)
    base = level_of(look)
    ctx.blocks.append(Block(variable, people, shown, highest_level(look)))
    given = ctx.disambiguation.given
    inverted_from = {"all": len(people), "first": 1}.get(look.sort_order, 0)
    if ctx.sorting is not None:
        inverted_from = len(people)
    nodes: list[Node] = [
        name_node(
            ctx,
            person,
            look,
            variable,
            at,
            inverted=at < inverted_from,
            level=max(base, given.get((block, at), 0)),
        )
        for at, person in enumerate(people[:shown])
    ]
    last = None
    use_last = ctx.sorting.last if ctx.sorting is not None and ctx.sorting.last is not None else style.use_last
    if use_last and shown < len(people) - 1:
        at = len(people) - 1
        last = name_node(ctx, people[at], look, variable, at, inverted=at < inverted_from, level=base)
    list_node = _strung(
        ctx, nodes, style, hidden=len(people) - shown, inverted_from=inverted_from, last=last, people=people
    )
    node: Node = Box(list_node, what="names", who=people)
    if style.dress and ctx.sorting is None:
        node = style.dress(node, ctx)
    return node


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
    between = Text(style.delimiter, _BETWEEN)
    kids: list[Node] = []
    count = len(nodes)
    if not count:
        return kids
    conjunction = _conjunction(ctx, style) if not hidden and count > 1 and ctx.sorting is None else ""
    for at, node in enumerate(nodes):
        if at and at == count - 1 and conjunction:
            if _precedes(style.precedes_last, count, at - 1, inverted_from, people):
                kids.append(
                    Text(
                        f"{style.delimiter.rstrip()} {conjunction}"
                        if style.delimiter.strip()
                        else f"{style.delimiter}{conjunction}",
                        _BETWEEN,
                    )
                )
            else:
                kids.append(Text(conjunction if conjunction[-1:] == "\u2008" else f" {conjunction}", _BETWEEN))
        elif at:
            kids.append(between)
        kids.append(node)
    if not hidden:
        return kids
    if last is not None:
        return [*kids, Text(f"{style.delimiter}… ", _BETWEEN), last]
    if ctx.sorting is not None:
        return kids
    term = ctx.locale.term(style.et_al)
    if term:
        comma = _precedes(style.precedes_et_al, count + 1, count - 1, inverted_from, people)
        node = raised(term, Source("term", style.et_al))
        if style.et_al_dress:
            node = style.et_al_dress(node, ctx)
        kids += [Text(style.delimiter if comma else _gap(term), _BETWEEN), node]
    return kids


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


def _style(element: Element, options: dict[str, str]) -> Style:
    name = element.find(f"{NS}name")
    if name is None:
        name = Element(f"{NS}name")
    et_al = element.find(f"{NS}et-al")
    merged = {**options, **{key: value for key, value in name.attrib.items() if key not in ("prefix", "suffix")}}
    least, shown = _integer(merged.get("et-al-min")), _integer(merged.get("et-al-use-first", "-1"))
    later = Limits(
        _integer(merged.get("et-al-subsequent-min")) or least,
        _integer(merged.get("et-al-subsequent-use-first")) or shown,
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


def _integer(value: str | None) -> int:
    try:
        return int(value or 0)
    except ValueError:
        return 0


def _label(element: Element) -> Labelled | None:
    children = [child.tag for child in element]
    label = element.find(f"{NS}label")
    if label is None:
        return None
    name = f"{NS}name"
    before = name in children and children.index(f"{NS}label") < children.index(name)
    return Labelled(label.get("form", "long"), label.get("plural", "contextual"), dresser(label), before)
