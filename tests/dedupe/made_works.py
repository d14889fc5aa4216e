"""Works made by rule, each in several of the forms it is cited in, with others that are easily taken for it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from citekit.language.characters import reading
from citekit.model import Face, Name, Title, Work
from citekit.romanise.from_characters import pinyin

PLACES = [
    *(("中国", "China"), ("日本", "Japan"), ("非洲", "Africa"), ("东南亚", "Southeast Asia"), ("欧洲", "Europe")),
    *(("朝鲜", "Korea"), ("苏丹", "Sudan"), ("海地", "Haiti"), ("马里", "Mali"), ("湖北", "Hubei"), ("河北", "Hebei")),
    *(("湖南", "Hunan"), ("上海", "Shanghai"), ("香港", "Hong Kong"), ("台湾", "Taiwan"), ("蒙古", "Mongolia")),
]
TOPICS = [
    *(("维和行动", "peacekeeping operations"), ("外交政策", "foreign policy"), ("经济改革", "economic reform")),
    *(("国防建设", "national defence"), ("农村教育", "rural education"), ("法律制度", "the legal system")),
    *(("粮食安全", "food security"), ("能源合作", "energy cooperation"), ("边界问题", "the border question")),
    *(("战争赔偿", "war reparations"), ("人权观念", "ideas of human rights"), ("民族主义", "nationalism")),
    *(("工业化", "industrialisation"), ("文学革命", "the literary revolution"), ("城市规划", "urban planning")),
]
ASPECTS = [
    *(("的演变", "The Evolution of"), ("的困境", "Dilemmas of"), ("的历史考察", "A Historical Study of")),
    *(("的理论与实践", "Theory and Practice of"), ("及其影响", "Consequences of"), ("研究", "A Study of")),
    *(("的特点", "Characteristics of"), ("新论", "New Views on"), ("比较", "Comparing")),
]
AUTHORS = "赵磊 唐永胜 秦亚青 王逸舟 李东燕 张慧玉 何银 庞中英 钱文荣 吕德胜 陈静 沈志华 杨奎松 费孝通 周琦".split()
JOURNALS = [
    *(("世界经济与政治", "Shijie Jingji yu Zhengzhi", "World Economics and Politics"),),
    *(("国际问题研究", "Guoji Wenti Yanjiu", "International Studies"), ("现代国际关系", "Xiandai Guoji Guanxi", "")),
    *(("历史研究", "Lishi Yanjiu", "Historical Research"), ("近代史研究", "Jindaishi Yanjiu", "")),
]
PAPERS = [
    *(("人民日报", "Renmin Ribao", "People's Daily"), ("解放军报", "Jiefangjun Bao", "PLA Daily")),
    *(("光明日报", "Guangming Ribao", "Guangming Daily"),),
]


def makes(seed: int, number: int) -> Iterator[list[Work]]:
    """Works one after the other, each as a list of the records of it."""
    draw = random.Random(seed)  # noqa: S311 - no secret is made
    subjects = [(place, topic, aspect) for place in PLACES for topic in TOPICS for aspect in ASPECTS]
    draw.shuffle(subjects)
    made = 0
    for place, topic, aspect in subjects:
        for work in _siblings(draw, place[0] + topic[0] + aspect[0], f"{aspect[1]} {topic[1]} in {place[1]}"):
            made += 1
            yield [replace(one, key=f"{made}.{count}") for count, one in enumerate(_variants(draw, work))]
        if made >= number:
            return


def _siblings(draw: random.Random, han: str, english: str) -> list[Work]:
    """A work, and now and then one that is not the same."""
    work = _work(draw, han, english)
    twist = draw.randrange(8)
    if twist == 0:  # the year before and the year itself
        year = int(work.year)
        return [
            _named(work, f"{year}年{han}", f"{english}, {year}"),
            _later(_named(work, f"{year - 1}年{han}", english)),
        ]
    if twist == 1:  # two parts
        return [_named(work, f"{han}（上）", f"{english} (1)"), _moved(_named(work, f"{han}（下）", f"{english} (2)"))]
    if twist == 2:  # another title under the same translation
        return [work, _moved(_named(work, f"论{han[:2]}{han[2:][::-1]}", english))]
    if twist == 3:  # the same title by another author in another year
        other = next(name for name in draw.sample(AUTHORS, 2) if name != work.author[0].family)
        return [work, _later(replace(work, author=(Name(family=other),)))]
    if twist == 4 and work.type == "book":
        return [work, _later(replace(work, fields={**work.fields, "edition": "2"}))]
    if twist == 5:  # another one beside it, in the same issue or paper
        return [work, _moved(_named(work, f"再谈{han[2:]}", f"On {english} Again"))]
    return [work]


def _work(draw: random.Random, han: str, english: str) -> Work:
    kind = draw.choice(["article-journal", "article-journal", "article-newspaper", "book"])
    year = draw.randint(1980, 2020)
    first = draw.randint(1, 150)
    fields = {
        "article-journal": {"date": str(year), "issue": str(draw.randint(1, 12)), "pages": f"{first}-{first + 9}"},
        "article-newspaper": {"date": f"{year}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"},
        "book": {"date": str(year), "place": "Beijing"},
    }[kind]
    shelf = {"article-journal": JOURNALS, "article-newspaper": PAPERS}.get(kind)
    container = _title(*draw.choice(shelf)) if shelf else Title()
    return Work(
        "", kind, _title(han, "", english), container, Title(), (Name(family=draw.choice(AUTHORS)),), fields=fields
    )


def _title(han: str, romanised: str, english: str) -> Title:
    main = romanised or pinyin(han)
    return Title(Face(main), Face(han), Face(english[:1].upper() + english[1:]) if english else None)


def _named(work: Work, han: str, english: str) -> Work:
    return replace(work, title=_title(han, "", english))


def _later(work: Work) -> Work:
    date = work.fields["date"]
    return replace(work, fields={**work.fields, "date": f"{int(date[:4]) - 3}{date[4:]}"})


def _moved(work: Work) -> Work:
    first = int(work.fields.get("pages", "1-1").split("-")[0]) + 30
    return replace(
        work, fields={**work.fields, "pages": f"{first}-{first + 8}"} if "pages" in work.fields else work.fields
    )


def _variants(draw: random.Random, work: Work) -> list[Work]:
    """The forms that a work is cited in: one, two or three, each face of its names by itself or with another."""
    forms = [_romanised, _in_characters, _apart, _both, _misprinted]
    return [form(draw, work) for form in draw.sample(forms, draw.choice([1, 2, 2, 3]))]


def _person(name: Name, style: int) -> Name:
    family, given = reading(name.family[:1]), reading(name.family[1:]).replace(" ", "")
    if style == 0:
        return Name(family=family.title(), given=given.title(), order="family-first")
    if style == 1:
        return Name(family=family.title(), given=reading(name.family[1:]).replace(" ", "-").capitalize())
    return Name(family=given.title(), given=family.title())  # turned round by who did not know


def _romanised(draw: random.Random, work: Work) -> Work:
    translation = work.title.translation if draw.random() < 0.7 else None
    return replace(
        work,
        title=Title(work.title.main, None, translation),
        container=Title(work.container.main),
        author=tuple(_person(name, draw.randrange(3)) for name in work.author),
        fields=_dates(draw, work),
    )


def _dates(draw: random.Random, work: Work) -> dict[str, str]:
    """Fewer pages, and a newspaper's date to the day as ever."""
    fields = dict(work.fields)
    if "pages" in fields and draw.random() < 0.4:
        fields["pages"] = fields["pages"].split("-")[0]
    return fields


def _in_characters(draw: random.Random, work: Work) -> Work:
    del draw
    han = Face(work.title.original.text, "zh-Hans")
    container = Title(Face(work.container.original.text)) if work.container else Title()
    return replace(work, title=Title(han), container=container)


def _apart(draw: random.Random, work: Work) -> Work:
    """As the catalogues of libraries write: each syllable by itself."""
    syllables = " ".join(reading(work.title.original.text).split())
    return replace(_romanised(draw, work), title=Title(Face(syllables[:1].upper() + syllables[1:])))


def _both(draw: random.Random, work: Work) -> Work:
    one = _romanised(draw, work)
    return replace(one, title=Title(work.title.main, work.title.original, None))


def _misprinted(draw: random.Random, work: Work) -> Work:
    """One letter wrong in a long word of the title."""
    one = _romanised(draw, work)
    words = one.title.main.text.split()
    spot = max(range(len(words)), key=lambda place: (len(words[place]), -place))
    at = draw.randrange(1, len(words[spot]) - 1)
    words[spot] = words[spot][:at] + draw.choice("aeioung") + words[spot][at + 1 :]
    return replace(one, title=Title(Face(" ".join(words)), None, one.title.translation))
