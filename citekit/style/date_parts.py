"""``cs:date``: its parts, their order and looks; ranges that tell what their ends share once (CSL 1.0.2, "Date")."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

from citekit.style.box import Box, Node, Text, joined
from citekit.style.context import Context
from citekit.style.dress import Dress, dresser
from citekit.style.elements import Render
from citekit.style.locale import NS, Locale
from citekit.style.moment import Moment, Point
from citekit.style.node import Source
from citekit.style.superior import affix, raised
from citekit.style.texts import suffix_node

if TYPE_CHECKING:
    from citekit.style.compiler import Compiler, Scope

_ORDER = ("year", "month", "day")
_SHOWN = {"year-month-day": {"year", "month", "day"}, "year-month": {"year", "month"}, "year": {"year"}}


class Part(NamedTuple):
    """A part of a date: its name and form, what goes around it, what stands between it and the end of a range."""

    name: str
    form: str
    prefix: str
    suffix: str
    delimiter: str
    dress: Dress | None


def date(compiler: Compiler, element: Element, scope: Scope) -> Render:  # noqa: ARG001 - the signature of a maker
    """Compiles a ``cs:date``."""
    names = element.get("variable", "").split()
    dress = dresser(element)
    form = element.get("form")
    explicit = compiler.explicit_suffix
    own = [_part(child) for child in element if child.tag == f"{NS}date-part"]
    shown = _SHOWN.get(element.get("date-parts", "year-month-day"), _SHOWN["year-month-day"])
    cache: dict[str, tuple[list[Part], str, Dress | None]] = {}

    def parts_for(locale: Locale) -> tuple[list[Part], str, Dress | None]:
        found = cache.get(locale.tag)
        if found is None:
            if form:
                localized = locale.date(form)
                parts = _localized(localized, element, shown) if localized is not None else []
                delimiter = element.get("delimiter", localized.get("delimiter", "") if localized is not None else "")
                outer = dresser(localized) if localized is not None else None
                found = (parts, delimiter, outer)
            else:
                found = (own, element.get("delimiter", ""), None)
            cache[locale.tag] = found
        return found

    def render(ctx: Context) -> Node | None:
        nodes: list[Node] = []
        ctx.called = True
        for name in names:
            if name in ctx.hidden or (ctx.looking and name == "accessed"):
                continue  # cites that differ only in when something was looked at are not told apart
            moment = ctx.item.date(name)
            if moment is None:
                continue
            parts, delimiter, outer = parts_for(ctx.locale)
            node = (
                sort_text(moment, parts, name)
                if ctx.sorting is not None
                else _whole(ctx, moment, parts, delimiter, name, suffixed=not explicit and name != "accessed")
            )
            if node is not None:
                ctx.use(name)
                nodes.append(outer(node, ctx) if outer and ctx.sorting is None else node)
        node = joined(nodes, ", ") if len(nodes) > 1 else nodes[0] if nodes else None
        return dress(node, ctx) if node is not None and dress and ctx.sorting is None else node

    return render


def _part(element: Element, override: Element | None = None) -> Part:
    name = element.get("name", "")
    looks = Element("date-part", dict(element.attrib))
    if override is not None:
        looks.attrib.update({key: value for key, value in override.attrib.items() if key not in ("prefix", "suffix")})
    form = looks.get("form", "long" if name != "day" else "numeric")
    delimiter = looks.get("range-delimiter", "–")
    return Part(name, form, looks.get("prefix", ""), looks.get("suffix", ""), delimiter, dresser(looks, affixes=False))


def _localized(localized: Element, element: Element, shown: set[str]) -> list[Part]:
    overrides = {child.get("name"): child for child in element if child.tag == f"{NS}date-part"}
    return [
        _part(child, overrides.get(child.get("name")))
        for child in localized
        if child.tag == f"{NS}date-part" and child.get("name") in shown
    ]


def _whole(  # noqa: PLR0913
    ctx: Context, moment: Moment, parts: list[Part], delimiter: str, name: str, *, suffixed: bool
) -> Node | None:
    if moment.start is None:
        words = Text(moment.literal, Source("variable", name))
        suffix = suffix_node(ctx) if suffixed and not ctx.suffix_done else None
        return Box([words, suffix]) if suffix else words
    if ctx.year_text is None and name != "accessed" and any(part.name == "year" for part in parts):
        ctx.year_text = str(moment.start.year)
    if moment.end is None:
        node = _run(ctx, _present(parts, moment.start), moment.start, delimiter, name, suffixed=suffixed)
        if moment.opened and node is not None:
            return Box([node, Text("–", Source("affix", "range-delimiter"))])
        return node
    return _range(ctx, moment.start, moment.end, parts, delimiter, name, suffixed=suffixed)


def _present(parts: list[Part], point: Point) -> list[Part]:
    return [
        part
        for part in parts
        if part.name == "year" or (part.name == "month" and point.month > 0) or (part.name == "day" and point.day > 0)
    ]


def _run(  # noqa: PLR0913
    ctx: Context,
    parts: list[Part],
    point: Point,
    delimiter: str,
    name: str,
    *,
    suffixed: bool,
    bare_start: bool = False,
    bare_end: bool = False,
) -> Node | None:
    nodes = []
    for at, part in enumerate(parts):
        node = _shown(ctx, part, point, name)
        if node is None:
            continue
        if part.dress:
            node = part.dress(node, ctx)
        if part.name == "year" and suffixed and not ctx.suffix_done:
            suffix = suffix_node(ctx)
            if suffix:
                node = Box([node, suffix])
        before = [affix(part.prefix)] if part.prefix and not (bare_start and at == 0) else []
        after = [affix(part.suffix)] if part.suffix and not (bare_end and at == len(parts) - 1) else []
        nodes.append(Box([*before, node, *after]) if before or after else node)
    return joined(nodes, delimiter)


def _range(  # noqa: PLR0913, PLR0917
    ctx: Context, start: Point, end: Point, parts: list[Part], delimiter: str, name: str, *, suffixed: bool
) -> Node | None:
    """Parts that both ends share stand once; the others stand twice, with a dash between."""
    first, second = _present(parts, start), _present(parts, end)
    names = {part.name for part in first} | {part.name for part in second}
    differing = next((each for each in _ORDER if each in names and _get(start, each) != _get(end, each)), None)
    if differing is None:
        return _run(ctx, first, start, delimiter, name, suffixed=suffixed)
    varied = set(_ORDER[_ORDER.index(differing) :])
    sign = next((part.delimiter for part in parts if part.name == differing), "–")
    places = [at for at, part in enumerate(parts) if part.name in varied and part.name in names]
    low, high = places[0], places[-1]
    head = [part for part in first if parts.index(part) < low]
    tail = [part for part in first if parts.index(part) > high]
    one = [part for part in first if low <= parts.index(part) <= high]
    two = [part for part in second if low <= parts.index(part) <= high]
    before = _run(ctx, head, start, delimiter, name, suffixed=suffixed)
    left = _run(ctx, one, start, delimiter, name, suffixed=suffixed, bare_end=True)
    right = _run(ctx, two, end, delimiter, name, suffixed=suffixed, bare_start=True)
    after = _run(ctx, tail, end, delimiter, name, suffixed=suffixed)
    dash = Text(sign, Source("affix", "range-delimiter"))
    middle: list[Node] = [node for node in (left, dash, right) if node is not None]
    return joined([node for node in (before, Box(middle), after) if node is not None], delimiter)


def _get(point: Point, name: str) -> int:
    return {"year": point.year, "month": point.month, "day": point.day}[name]


def _shown(ctx: Context, part: Part, point: Point, variable: str) -> Node | None:
    source = Source("variable", variable, part=part.name)
    locale = ctx.locale
    if part.name == "year":
        return _year(locale, part, point.year, source)
    if part.name == "month":
        return _month(locale, part, point.month, source)
    if not point.day:
        return None
    number = str(point.day)
    if part.form == "numeric-leading-zeros":
        return Text(f"{point.day:02}", source)
    if part.form == "ordinal":
        if locale.option("limit-day-ordinals-to-day-1") == "true" and point.day != 1:
            return Text(number, source)
        month = f"month-{point.month:02}"
        ending = locale.ordinal(point.day, locale.gender(month))
        return (
            Box([Text(number, source), raised(ending, Source("term", "ordinal"))]) if ending else Text(number, source)
        )
    return Text(number, source)


def _year(locale: Locale, part: Part, year: int, source: Source) -> Node:
    digits = str(abs(year))
    if part.form == "short":
        return Text(digits[-2:].rjust(2, "0"), source)
    era = ("bc" if year < 0 else "ad") if year < 1000 else ""
    word = locale.term(era) if era else ""
    node: Node = Text(digits, source)
    return Box([node, Text(word, Source("term", era))]) if word else node


def _month(locale: Locale, part: Part, month: int, source: Source) -> Node | None:
    if not month:
        return None
    if month > 12:
        season = month - 12 if month < 17 else month - 16 if month < 21 else month - 20
        if season > 4:
            return None
        word = locale.term(f"season-{season:02}", part.form if part.form in ("long", "short") else "long")
        return Text(word, source) if word else None
    if part.form == "numeric":
        return Text(str(month), source)
    if part.form == "numeric-leading-zeros":
        return Text(f"{month:02}", source)
    word = locale.term(f"month-{month:02}", part.form)
    return raised(word, source) if word else None


def sort_text(moment: Moment, parts: list[Part], name: str) -> Node | None:
    """A date in a form that sorts: only the parts that are shown count; negative years come first."""
    if moment.start is None:
        return Text(moment.literal, Source("variable", name)) if moment.literal else None
    return Text(sort_key(moment, {part.name for part in parts}), Source("variable", name))


def sort_key(moment: Moment, shown: set[str] | None = None) -> str:
    """``YYYYMMDD`` of a date, and of its end after it; parts that are not shown and seasons are 00."""
    return "".join(_sorted_point(point, shown) for point in (moment.start, moment.end) if point)


def _sorted_point(point: Point, shown: set[str] | None) -> str:
    year = point.year if point.year >= 0 else point.year + 1_000_000
    sign = "N" if point.year < 0 else "Y"
    month = point.month if point.month <= 12 and (shown is None or "month" in shown) else 0
    day = point.day if shown is None or "day" in shown else 0
    return f"{sign}{year:06}{month:02}{day:02}"
