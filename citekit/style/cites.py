"""One cluster of cites: affixes, groups of one author, collapsed numbers and years (CSL 1.0.2, "Cite Collapsing")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citekit.style.box import Box, Node, Text, plain, texts
from citekit.style.context import Cite, Context, Disambiguation
from citekit.style.elements import run
from citekit.style.item import Item
from citekit.style.node import Source
from citekit.style.positions import Place
from citekit.style.rich import rich
from citekit.style.style import Area, Layout
from citekit.style.superior import affix
from citekit.style.textcase import recased

if TYPE_CHECKING:
    from citekit.style.processor import Processor

_RANGE = Source("affix", "cite-range")
_BETWEEN = Source("affix", "cite-delimiter")


class Rendering:
    """A cite with its place and state; it can be rendered whole, without its author, or as its year suffix alone."""

    def __init__(  # noqa: D107, PLR0913, PLR0917 - a cite is these
        self,
        processor: Processor,
        item: Item | None,
        cite: Cite,
        place: Place,
        state: Disambiguation | None,
        form: str,
    ) -> None:
        self.processor = processor
        self.item = item
        self.cite = cite
        self.place = place
        self.state = state
        self.form = form
        self.node: Node | None = None
        self.names = ""
        self.nameless = False
        self.year: str | None = None
        self.suffix = state.suffix if state else ""
        self.number = 0
        self.render()

    def context(self) -> Context:
        """A fresh context for this cite."""
        if self.item is None:
            raise LookupError(self.cite.id)
        return self.processor.context(self.item, "citation", cite=self.cite, place=self.place, state=self.state)

    def render(self) -> None:
        """Renders the cite as it stands alone."""
        if self.item is None:
            self.node = Text(f"[{self.cite.id}?]", Source("value", "unknown-item"))
            return
        ctx = self.context()
        ctx.skip_names = self.form == "suppress-author"
        self.node = self.layout(ctx)
        self.names = plain(ctx.first_names)
        self.nameless = not ctx.names_done
        self.year = ctx.year_text
        self.number = ctx.number
        if self.form == "author-only":
            self.node = ctx.first_names

    def layout(self, ctx: Context) -> Node | None:
        """The node of the layout's parts."""
        renders = self.processor.style.citation.layout(ctx.item.language).renders(ctx.item.type)
        nodes = run(renders, ctx)
        if not nodes:
            return None
        return nodes[0] if len(nodes) == 1 else Box(nodes)

    def without_names(self) -> Node | None:
        """The cite without its first names."""
        ctx = self.context()
        ctx.skip_names = True
        return self.layout(ctx)

    def suffix_only(self) -> Node | None:
        """The year suffix alone."""
        node = self.without_names()
        return _suffix_of(node) if node else None

    def shows_suffix(self) -> bool:
        """Whether the cite prints its year suffix."""
        return bool(self.suffix and self.node and _suffix_of(self.node))


def _suffix_of(node: Node) -> Node | None:
    if isinstance(node, Text):
        return None
    if node.what == "suffix":
        return node
    for kid in node.kids:
        found = _suffix_of(kid)
        if found:
            return found
    return None


def cluster_node(
    processor: Processor, renderings: list[Rendering], area: Area, layout: Layout, *, opens: bool = True
) -> Node:
    """The node of a cluster, the layout's affixes and formatting around it."""
    options = area.options
    collapse = options.get("collapse", "")
    grouped = bool(options.get("cite-group-delimiter") is not None or collapse in _YEARS)
    rows = _groups(renderings, apart=bool(area.keys)) if grouped else [[each] for each in renderings]
    kids: list[Node] = []
    if collapse == "citation-number":
        kids = _numbers(renderings, layout)
    else:
        for at, row in enumerate(rows):
            found = _row(row, layout, options, collapse, in_text=not processor.style.is_note)
            if kids and found:
                kids += _between(_after(rows[at - 1], layout, options), rows[at - 1][-1], row[0])
            kids += found
    if not any(plain(kid).strip() for kid in kids):
        kids = [processor.unprinted()]
    if processor.style.is_note and opens:
        kids = _capitalized(kids)
    before: list[Node] = [affix(layout.prefix)] if layout.prefix else []
    after: list[Node] = [affix(layout.suffix)] if layout.suffix else []
    return Box([*before, *kids, *after], layout.marks)


_YEARS = ("year", "year-suffix", "year-suffix-ranged")


def _groups(renderings: list[Rendering], *, apart: bool) -> list[list[Rendering]]:
    """The cites by their names: those of the same names stand with the first of them, in sorted cites even apart."""
    found: list[list[Rendering]] = []
    rows: dict[str, list[Rendering]] = {}
    for each in renderings:
        row = rows.get(each.names)
        if row is not None and not apart and row is not found[-1]:
            row = None
        if row is not None:
            row.append(each)
        else:
            row = [each]
            found.append(row)
            if each.names or each.nameless:
                rows[each.names] = row
    return found


def _after(row: list[Rendering], layout: Layout, options: dict[str, str]) -> str:
    """What follows a row: ``after-collapse-delimiter`` where it was collapsed, or could be but for suffixes."""
    after, collapse = options.get("after-collapse-delimiter"), options.get("collapse", "")
    if after is None:
        return layout.delimiter
    collapsed = len(row) > 1 and collapse in _YEARS
    return after if collapsed or row[-1].cite.locator or collapse != "year-suffix" else layout.delimiter


def _between(delimiter: str, one: Rendering, two: Rendering) -> list[Node]:
    """The delimiter between two cites, unless what their author wrote there brings its own punctuation."""
    if two.cite.prefix.strip().startswith((",", ".", ";")):
        delimiter = ""
    elif one.cite.suffix.strip().endswith((",", ";", ":")):
        delimiter = " "
    return [Text(delimiter, _BETWEEN)] if delimiter else []


def _row(row: list[Rendering], layout: Layout, options: dict[str, str], collapse: str, *, in_text: bool) -> list[Node]:
    if len(row) == 1 or collapse not in _YEARS:
        between = options.get("cite-group-delimiter", layout.delimiter)
        kids: list[Node] = []
        for each in row:
            node = _cite(each, each.node)
            if node is not None:
                kids += [*([Text(between, _BETWEEN)] if kids else []), node]
        return kids
    return _years(row, layout, options, collapse, in_text=in_text)


def _years(
    row: list[Rendering], layout: Layout, options: dict[str, str], collapse: str, *, in_text: bool
) -> list[Node]:
    """The first cite whole, the others as their years, or as year suffixes after one year."""
    group = options.get("cite-group-delimiter", ", " if in_text else layout.delimiter)
    between = options.get("year-suffix-delimiter", options.get("cite-group-delimiter", layout.delimiter))
    after = options.get("after-collapse-delimiter")
    kids: list[Node] = []
    at = 0
    while at < len(row):
        run_end = at + 1
        if collapse != "year":
            while run_end < len(row) and _continues(row[run_end - 1], row[run_end]):
                run_end += 1
        first = row[at]
        node = first.node if at == 0 or first.cite.prefix else first.without_names()
        whole = _cite(first, node)
        if whole is not None:
            sign = after if after is not None and at and row[at - 1].cite.locator else group
            kids += [*([Text(sign, _BETWEEN)] if kids else []), whole]
        kids += _suffixes(row[at:run_end], between, ranged=collapse == "year-suffix-ranged")
        at = run_end
    return kids


def _continues(one: Rendering, two: Rendering) -> bool:
    """Whether the second can stand as its year suffix after the first."""
    plain_cites = not (one.cite.locator or two.cite.locator or one.cite.suffix or two.cite.prefix)
    return plain_cites and one.year == two.year and one.shows_suffix() and two.shows_suffix()


def _suffixes(row: list[Rendering], between: str, *, ranged: bool) -> list[Node]:
    kids: list[Node] = []
    at = 1
    if ranged:
        run_start = 0
        while at <= len(row):
            if at == len(row) or ord(row[at].suffix[-1]) != ord(row[at - 1].suffix[-1]) + 1:
                kids += _ranged(row[run_start:at], between, first=run_start == 0)
                run_start = at
            at += 1
        return kids
    for each in row[1:]:
        node = each.suffix_only()
        if node is not None:
            kids += [Text(between, _BETWEEN), node]
            if each.cite.suffix:
                kids.append(_spaced_suffix(each.cite.suffix))
    return kids


def _ranged(row: list[Rendering], between: str, *, first: bool) -> list[Node]:
    kids: list[Node] = []
    shown = row[1:] if first else row
    if len(row) > 2:
        last = row[-1].suffix_only()
        head = [] if first else [Text(between, _BETWEEN), row[0].suffix_only()]
        return [node for node in (*head, Text("–", _RANGE), last) if node is not None]
    for each in shown:
        node = each.suffix_only()
        if node is not None:
            kids += [Text(between, _BETWEEN), node]
    return kids


def _cite(rendering: Rendering, node: Node | None) -> Node | None:
    """A cite with what its author put before and after it."""
    cite = rendering.cite
    if node is None:
        if not (cite.prefix.strip() or cite.suffix.strip()):
            return None
        node = Box([])
    kids = [node]
    if cite.prefix:
        kids.insert(0, rich(_spaced_prefix(cite.prefix), Source("affix", "cite-prefix")))
    if cite.suffix:
        kids.append(_spaced_suffix(cite.suffix))
    return Box(kids, what="cite", who=cite)


def _spaced_prefix(prefix: str) -> str:
    """With a blank after it, unless it ends in one or in a sign that takes none."""
    return prefix if prefix[-1:] in " \u00a0([/-–—’'‘“\"" else f"{prefix} "


def _spaced_suffix(suffix: str) -> Node:
    spaced = suffix if suffix[:1] in " \u00a0,.;:!?)]’'”\"/-–—" else f" {suffix}"
    return rich(spaced, Source("affix", "cite-suffix"))


def _numbers(renderings: list[Rendering], layout: Layout) -> list[Node]:
    """Runs of three rising numbers and more as their first and last."""
    kids: list[Node] = []
    at = 0
    while at < len(renderings):
        end = at
        while end + 1 < len(renderings) and _rises(renderings[end], renderings[end + 1], first=end == at):
            end += 1
        if end - at >= 2:
            ends = [_cite(renderings[at], renderings[at].node), Text("–", _RANGE)]
            ends.append(_cite(renderings[end], renderings[end].node))
            found = [node for node in ends if node is not None]
        else:
            end = at
            one = _cite(renderings[at], renderings[at].node)
            found = [one] if one is not None else []
        if found and kids:
            kids.append(Text(layout.delimiter, _BETWEEN))
        kids += found
        at = end + 1
    return kids


def _rises(one: Rendering, two: Rendering, *, first: bool) -> bool:
    bare_one = not (one.cite.locator or one.cite.suffix or (one.cite.prefix and not first))
    bare_two = not (two.cite.locator or two.cite.prefix)
    return bare_one and bare_two and one.number > 0 and two.number == one.number + 1


def _capitalized(kids: list[Node]) -> list[Node]:
    """A term that opens a note, or follows a prefix that ends a sentence, begins with a capital."""
    found: list[Node] = []
    first = True
    for kid in kids:
        if isinstance(kid, Box) and kid.what == "cite":
            prefix = kid.who.prefix.strip() if isinstance(kid.who, Cite) else ""
            opens = (first and not prefix) or (" " in prefix and prefix.rstrip("”’\"'").endswith((".", "!", "?")))
            found.append(_with_capital(kid) if opens else kid)
            first = False
        else:
            found.append(kid)
    return found


def _with_capital(node: Box) -> Node:
    for text in texts(node):
        if not text.text or text.source.name == "cite-prefix":
            continue
        if text.source.kind != "term":
            return node
        break
    done = [False]

    def change(each: Node) -> Node:
        if done[0]:
            return each
        if each.fixed:
            done[0] = True
            return each
        if isinstance(each, Text):
            if not each.text or each.source.name == "cite-prefix":
                return each
            done[0] = True
            return recased(each, "capitalize-first", english=True)
        return each.with_kids([change(kid) for kid in each.kids])

    return change(node)
