"""Papers made for the tests: notes of every length, set by Typst in many layouts."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

import typst

NAMES = (
    "Zhao Lei|Yin He|K. Ishizuka|M. Grünfeld|A. de la Cour|Bates Gill|P. O’Neill|Li Dongyan|S. Lüth|J. van Dijk".split(
        "|"
    )
)
TITLES = (
    "Zhongguo yu Lianheguo Weihe Xingdong|The Law of Armed Conflict|Verwaltungsrecht im Wandel|La paix par le droit"
    "|Japan and the Question of Intervention|Origins of the Charter|Le régime des mandats|Staat und Neutralität"
).split("|")
PLACES = (
    "Beijing: Shijie Zhishi Chubanshe|Oxford: Clarendon Press|Berlin: Duncker & Humblot|Paris: Pedone|Tokyo: Iwanami"
).split("|")
JOURNALS = "Waijiao Pinglun|American Journal of International Law|Der Staat|The China Quarterly".split("|")
WORDS = (
    "the council had not decided how far a mission may go before consent is lost and states which had sent troops asked"
    " for a clearer mandate while others held that practice alone shows what the charter allows in such a case"
).split()


@dataclass(frozen=True)
class Wanted:
    """A note as it was written: its number, its text, its title in italics; its markup."""

    number: int
    text: str
    title: str
    markup: str


def prose(chance: random.Random, words: int) -> str:
    """A sentence of so many words."""
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def citation(chance: random.Random) -> tuple[str, str, str]:
    """A citation as text, its title, and its markup."""
    name, year, page = chance.choice(NAMES), chance.randint(1901, 2019), chance.randint(1, 480)
    shape = chance.random()
    if shape < 0.25:
        plain = f"{chance.choice(('Ibid.', 'Ebd.', 'Id.'))}, p. {page}."
        return plain, "", plain
    title = chance.choice(TITLES)
    if shape < 0.6:
        before, after = f"{name}, ", f" ({chance.choice(PLACES)}, {year}), pp. {page}–{page + 9}."
    else:
        title, quoted = chance.choice(JOURNALS), chance.choice(TITLES)
        before, after = f"See {name}, “{quoted}”, ", f", Vol. {chance.randint(1, 60)}, No. 2 ({year}), p. {page}."
    return before + title + after, title, f"{escaped(before)}#emph[{escaped(title)}]{escaped(after)}"


def escaped(text: str) -> str:
    """Text as Typst markup."""
    return "".join(f"\\{char}" if char in "\\#*_`$<>@=-+/[]~'\"" else char for char in text)


@cache
def written(count: int, seed: int = 1) -> tuple[Wanted, ...]:
    """So many notes: most of one citation, some with commentary, a few so long that they go on on the next page."""
    chance = random.Random(seed)  # noqa: S311 - a paper, no secret
    notes = []
    for number in range(1, count + 1):
        text, title, markup = citation(chance)
        extra = chance.random()
        more = 160 if extra < 0.04 else 40 if extra < 0.25 else 0
        if more:
            comment = " ".join(prose(chance, 20) for _ in range(more // 20))
            text, markup = f"{text} {comment}", f"{markup} {escaped(comment)}"
        notes.append(Wanted(number, text, title, markup))
    return tuple(notes)


@dataclass(frozen=True)
class Setting:
    """How a paper is set."""

    columns: int = 1
    body: float = 11
    note: float = 8.5
    head: str = "The Charter and Its Practice"
    numbering: str = "1"
    quotes: bool = False
    captions: bool = False
    chapters: int = 1
    paper: str = "a5"
    page: int = 1
    super_glyphs: bool = True
    endnotes: bool = False
    gap: float = 0.5
    font: str = "Libertinus Serif"


def source(notes: tuple[Wanted, ...], how: Setting, seed: int = 7) -> str:
    """The paper as Typst markup."""
    chance = random.Random(seed)  # noqa: S311 - a paper, no secret
    parts = [_preamble(how), "= On Missions and Mandates\n\n"]
    share = -(-len(notes) // how.chapters)
    for at, note in enumerate(notes):
        if at and at % share == 0:
            parts.append("\n#counter(footnote).update(0)\n\n== A Further Chapter\n\n")
        parts.append(_passage(chance, note, how))
    if how.endnotes:
        parts.append("\n\n= Notes\n\n#set par(hanging-indent: 1.2em)\n")
        parts += [f"{note.number}. {note.markup}\n\n" for note in notes]
    return "".join(parts)


def _passage(chance: random.Random, note: Wanted, how: Setting) -> str:
    marker = f"#super[{note.number}]" if how.endnotes else f"#footnote[{note.markup}]"
    passage = f"{prose(chance, chance.randint(9, 40))}{marker} {prose(chance, chance.randint(5, 45))} "
    if chance.random() < 0.3:
        passage += "\n\n"
    if how.quotes and chance.random() < 0.15:
        passage += f"\n\n#pad(x: 1.5em, text(size: {how.note}pt)[{prose(chance, 45)}])\n\n"
    if how.captions and chance.random() < 0.08:
        passage += f"\n\n#figure(rect(width: 60%, height: 2em), caption: [{prose(chance, 12)}])\n\n"
    return passage


def _preamble(how: Setting) -> str:
    header = (
        f"align(center, text(size: 8pt)[{how.head} #h(1fr) #context counter(page).display()])" if how.head else "none"
    )
    columns = f", columns: {how.columns}" if how.columns > 1 else ""
    return (
        f'#set page(paper: "{how.paper}", margin: 18mm, header: {header}{columns})\n'
        f"#counter(page).update({how.page})\n"
        f'#set text(size: {how.body}pt, font: "{how.font}")\n#set par(justify: true)\n'
        f'#set footnote(numbering: "{how.numbering}")\n'
        f"#set footnote.entry(gap: {how.gap}em)\n#set super(typographic: {str(how.super_glyphs).lower()})\n"
        f"#show footnote.entry: set text(size: {how.note}pt)\n"
        f"#show figure.caption: set text(size: {how.note}pt)\n"
    )


def pdf(notes: tuple[Wanted, ...], how: Setting) -> bytes:
    """The paper as a PDF."""
    return typst.compile(source(notes, how).encode())
