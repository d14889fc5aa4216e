"""The processor: a style and items become the citations of a document and its bibliography, as trees of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from citekit.style.attributes import whole
from citekit.style.box import Box, Node, Text, plain
from citekit.style.cites import Rendering, cluster_node
from citekit.style.context import FIRST, NO_DISAMBIGUATION, SUBSEQUENT, Block, Cite, Context, Disambiguation, View
from citekit.style.disambiguate import Methods, disambiguated
from citekit.style.elements import run
from citekit.style.ending import ended
from citekit.style.entries import entry_nodes
from citekit.style.flow import Quotes, flow, quotes_of
from citekit.style.item import Item
from citekit.style.locale import Locale
from citekit.style.node import Source, Span
from citekit.style.positions import Cluster, Place, places
from citekit.style.sorting import Key, ordered_key
from citekit.style.style import Area, Layout, Style
from citekit.style.superior import affix

UNPRINTED = "[CSL STYLE ERROR: reference with no printed form.]"
"""What stands for a cite of which a style prints nothing; the wording is that of the official fixtures."""


class Entry(NamedTuple):
    """An entry of a bibliography: the item's id and its text."""

    id: str
    tree: Span


class Processor:
    """Formats the citations and the bibliography of a set of items in a style.

    ``items`` are CSL-JSON items with distinct ids, in the order in which they are cited. ``view`` says which faces of
    titles and names are shown, ``links`` turns identifiers into links. ``tidy`` closes up the gaps that empty variables
    leave between a style's marks (``, ,``, ``. .``), which the official fixtures want kept. ``item_terms`` takes terms
    and dates from the language of each item that tells one, so that "et al." stands by English names and 等 by Chinese.
    """

    def __init__(  # noqa: D107, PLR0913 - the class says it; what a user can ask for is a fixed list
        self,
        style: Style,
        items: Iterable[Mapping[str, Any]],
        *,
        view: View = "romanised",
        links: bool = False,
        tidy: bool = False,
        item_terms: bool = False,
    ) -> None:
        self.style = style
        self.view = view
        self.links = links
        self.tidy = tidy
        self.item_terms = item_terms
        self.items = {item.id: item for item in map(Item, items)}
        self._quotes: dict[str, Quotes] = {}
        self._numbers = {each: number for number, each in enumerate(self.items, 1)}
        self.order = self._ordered(list(self.items), style.bibliography, "bibliography")
        self._numbers = {each: number for number, each in enumerate(self.order, 1)}
        self.state: dict[str, Disambiguation] = self._disambiguate()

    # --- contexts -------------------------------------------------------------------------------------------------

    def context(  # noqa: PLR0913
        self,
        item: Item,
        area: str,
        *,
        cite: Cite | None = None,
        place: Place | None = None,
        state: Disambiguation | None = None,
        sorting: Key | None = None,
        looking: bool = False,
    ) -> Context:
        """A context to render an item in."""
        style = self.style
        options = style.citation if area == "citation" else style.bibliography
        locale = self._locale(options, item.language)
        where = place or Place()
        return Context(
            item,
            locale,
            area,
            cite=cite,
            position=where.position,
            near=where.near,
            number=self._numbers.get(item.id, 0),
            first_note=str(where.first_note) if where.first_note and where.position != FIRST else "",
            disambiguation=state or NO_DISAMBIGUATION,
            view=self.view,
            default_language=style.default_language,
            sorting=sorting,
            links=self.links,
            page_format=style.page_format,
            looking=looking,
            brief=area == "citation" and not style.is_note and style.bibliography is not None,
        )

    def _locale(self, area: Area | None, language: str) -> Locale:
        """The locale of an area for items in a language: that of the layout that serves them, of several."""
        if area is not None and len(area.layouts) > 1:
            tags = area.layout(language).language.split()
            if tags:
                return self.style.locale_for(tags[0])
        return self.style.locale_for(language) if self.item_terms and language else self.style.locale

    def _quotes_of(self, locale: Locale) -> Quotes:
        found = self._quotes.get(locale.tag)
        if found is None:
            found = self._quotes[locale.tag] = quotes_of(locale)
        return found

    def _ordered(self, ids: list[str], area: Area | None, name: str) -> list[str]:
        if area is None or not area.keys:
            return ids
        keys = {each: self._sort_key(each, area.keys, name) for each in ids}
        return sorted(ids, key=lambda each: keys[each])

    def _sort_key(self, item: str, keys: list[Key], area: str) -> tuple[Any, ...]:
        return ordered_key(keys, lambda key: self.context(self.items[item], area, sorting=key))

    # --- disambiguation -------------------------------------------------------------------------------------------

    def _disambiguate(self) -> dict[str, Disambiguation]:
        options = self.style.citation.options
        methods = Methods(
            given=options.get("disambiguate-add-givenname") == "true",
            names=options.get("disambiguate-add-names") == "true",
            conditions=self.style.disambiguate_conditions,
            suffix=options.get("disambiguate-add-year-suffix") == "true",
            rule=options.get("givenname-disambiguation-rule", "by-cite"),
            initialize_with=self.style.initialize_with,
        )
        if not (methods.given or methods.names or methods.conditions or methods.suffix):
            return {}
        return disambiguated(self.order, self._look, methods)

    def _look(self, item: str, state: Disambiguation) -> tuple[str, list[Block]]:
        ctx = self.context(
            self.items[item], "citation", cite=Cite(item), place=Place(SUBSEQUENT), state=state, looking=True
        )
        node = self._cite_node(ctx)
        return plain(node), ctx.blocks

    def _cite_node(self, ctx: Context) -> Node | None:
        layout = self.style.citation.layout(ctx.item.language)
        nodes = run(layout.renders(ctx.item.type), ctx)
        return Box(nodes) if nodes else None

    # --- citations ------------------------------------------------------------------------------------------------

    def cite(self, clusters: Sequence[Cluster]) -> list[Span]:
        """The text of each cluster of a document, in its order."""
        distance = whole(self.style.citation.options.get("near-note-distance"), 5)
        rows = places(clusters, distance)
        return [self.cluster(cluster, row) for cluster, row in zip(clusters, rows, strict=True)]

    def cluster(self, cluster: Cluster, row: Sequence[Place]) -> Span:
        """The text of one cluster whose cites stand at these places."""
        pairs = [(cite, place) for cite, place in zip(cluster.cites, row, strict=True)]
        area = self.style.citation
        if area.keys and len(pairs) > 1 and not cluster.unsorted:
            keys = [
                self._sort_key(cite.id, area.keys, "citation") if cite.id in self.items else () for cite, _ in pairs
            ]
            pairs = [pairs[at] for at in sorted(range(len(pairs)), key=lambda at: keys[at])]
        language = self.items[pairs[0][0].id].language if pairs and pairs[0][0].id in self.items else ""
        layout = area.layout(language)
        mark, layout = ended(layout, cluster.ending)
        node = self._composite(pairs, area, layout, cluster.infix) if cluster.form == "composite" else None
        if node is None:
            renderings = [self._rendering(cite, place, cluster.form) for cite, place in pairs]
            node = cluster_node(self, renderings, area, layout, opens=cluster.opens)
        locale = self._locale(area, language)
        return flow(Box([node, affix(mark)]) if mark else node, self._quotes_of(locale), tidy=self.tidy)

    def _composite(self, pairs: list[tuple[Cite, Place]], area: Area, layout: Layout, infix: str) -> Node | None:
        """The author of the first cite, then the cites without it; None where the style prints no author."""
        author = self._rendering(*pairs[0], "author-only").node if pairs else None
        if author is None or not plain(author):
            return None
        rest = [self._rendering(cite, place, "" if at else "suppress-author") for at, (cite, place) in enumerate(pairs)]
        if len(rest) == 1 and not plain(rest[0].node):
            return author
        return Box([author, affix(f"{infix} " if infix else " "), cluster_node(self, rest, area, layout, opens=False)])

    def _rendering(self, cite: Cite, place: Place, form: str) -> Rendering:
        if cite.position is not None or cite.near is not None:
            place = Place(cite.position or 0, cite.near or False, place.first_note)
        item = self.items.get(cite.id)
        return Rendering(
            self, item, cite, place, self.state.get(cite.id), cite.form if form in ("", "composite") else form
        )

    # --- bibliography ---------------------------------------------------------------------------------------------

    def bibliography(self) -> list[Entry]:
        """The entries, in the order of the style; entries of which nothing is printed are left out."""
        return list(self.entries())

    def entries(self) -> Iterator[Entry]:
        """The same one by one, so that a large bibliography need not be held whole."""
        area = self.style.bibliography
        if area is None:
            return
        for item, node in entry_nodes(self, area):
            quotes = self._quotes_of(self._locale(area, self.items[item].language))
            yield Entry(item, flow(node, quotes, item, tidy=self.tidy))

    def unprinted(self) -> Text:
        """What stands for a cite without text."""
        return Text(UNPRINTED, Source("value", "unprinted"))


__all__ = ["UNPRINTED", "Entry", "Processor"]
