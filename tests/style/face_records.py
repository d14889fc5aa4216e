"""Records with three faces (romanised, original script, translation) as CSL-JSON, and a tree of text as a line."""

from __future__ import annotations

from typing import Any

from citekit.style.node import Leaf, Tree

FAMILY_FIRST = {"order": "family-first"}

M = "Jiangou heping: Zhongguo dui Lianheguo waijiao xingwei yanjin"
T = "Constructing peace: Evolution of China’s diplomatic behavior toward the United Nations"
M_ARTICLE = "Zhongguo canyu Lianheguo weihe xingdong de leixing ji diyu fenxi"
T_ARTICLE = "Types and regions of China’s participation in UN peacekeeping"


def title(language: str, translation: str = "", original: str = "") -> dict[str, Any]:
    """The other faces of a text in ``language``: its translation into English and the original script."""
    faces: dict[str, Any] = {"language": language}
    if translation:
        faces["translation"] = {"text": translation, "language": "en"}
    if original:
        faces["original"] = {"text": original, "language": language.split("-", maxsplit=1)[0]}
    return faces


def beside(authors: list[dict[str, Any]] | None = None, **faces: Any) -> dict[str, Any]:
    """``custom`` of an item: faces of its texts, and what stands beside its authors' names."""
    return {"citekit": {**({"names": {"author": authors}} if authors else {}), **faces}}


BOOK = {
    "id": "zhao",
    "type": "book",
    "title": M,
    "author": [{"family": "Zhao", "given": "Lei"}],
    "publisher": "Jiuzhou Chubanshe",
    "publisher-place": "Beijing",
    "issued": {"date-parts": [[2007]]},
    "language": "zh-Latn-pinyin",
    "custom": beside(
        [{**FAMILY_FIRST, "original": "赵磊"}],
        title=title("zh-Latn-pinyin", T, "建构和平: 中国对联合国外交行为的演进"),
        publisher=title("zh-Latn-pinyin", original="九州出版社"),
        place=title("zh-Latn-pinyin", original="北京"),
    ),
}
ARTICLE = {
    "id": "wang",
    "type": "article-journal",
    "title": M_ARTICLE,
    "author": [{"family": "Zhao", "given": "Lei"}, {"family": "Wang", "given": "Jun"}],
    "container-title": "Dangdai Yatai",
    "volume": "12",
    "issue": "2",
    "page": "54-72",
    "issued": {"date-parts": [[2009]]},
    "language": "zh-Latn-pinyin",
    "custom": beside([FAMILY_FIRST, FAMILY_FIRST], title=title("zh-Latn-pinyin", T_ARTICLE)),
}
MORE: list[dict[str, Any]] = [
    {
        "id": "japanese",
        "type": "book",
        "title": "Shinrai no kōzō: Kokoro to shakai no shinka gēmu",
        "author": [{"family": "Yamagishi", "given": "Toshio"}],
        "publisher": "Tōkyō Daigaku Shuppankai",
        "publisher-place": "Tōkyō",
        "issued": {"date-parts": [[1998]]},
        "language": "ja-Latn",
        "custom": beside(
            [{**FAMILY_FIRST, "original": "山岸俊男"}],
            title=title(
                "ja-Latn",
                "The structure of trust: The evolutionary games of mind and society",
                "信頼の構造: こころと社会の進化ゲーム",
            ),
            publisher=title("ja-Latn", original="東京大学出版会"),
        ),
    },
    {  # a Japanese name that was printed in the western order
        "id": "western",
        "type": "article-journal",
        "title": "Japan’s policy towards UN peacekeeping operations",
        "author": [{"family": "Ishizuka", "given": "Katsumi"}],
        "container-title": "International Peacekeeping",
        "volume": "12",
        "issue": "1",
        "page": "56-72",
        "issued": {"date-parts": [[2005]]},
        "language": "en",
        "custom": beside([{"order": "given-first"}]),
    },
    {
        "id": "korean",
        "type": "article-journal",
        "title": "Han’guk kun haeoe p’abyŏng chŏngch’aek",
        "author": [{"family": "Kim", "given": "Yŏl-su"}],
        "container-title": "Kukche chŏngch’i nonch’ong",
        "volume": "46",
        "page": "93-115",
        "issued": {"date-parts": [[2006]]},
        "language": "ko-Latn",
        "custom": beside(
            [{**FAMILY_FIRST, "original": "김열수"}],
            title=title("ko-Latn", "Korea’s policy of sending troops abroad", "한국군 해외파병 정책"),
            container=title("ko-Latn", "Korean journal of international relations", "국제정치논총"),
        ),
    },
    {
        "id": "russian",
        "type": "book",
        "title": "OON i mirotvorchestvo",
        "author": [{"family": "Zaemskii", "given": "Vladimir Fedorovich"}],
        "publisher": "Mezhdunarodnye otnosheniia",
        "publisher-place": "Moskva",
        "issued": {"date-parts": [[2008]]},
        "language": "ru-Latn",
        "custom": beside([{}], title=title("ru-Latn", "The UN and peacekeeping", "ООН и миротворчество")),
    },
    {
        "id": "body",
        "type": "report",
        "title": "Zhongguo guanyu Lianheguo gaige wenti de lichang wenjian",
        "author": [{"literal": "Waijiaobu"}],
        "publisher": "Waijiaobu",
        "publisher-place": "Beijing",
        "issued": {"date-parts": [[2005, 6, 7]]},
        "language": "zh-Latn-pinyin",
        "custom": beside(
            [{"translated": "Ministry of Foreign Affairs", "original": "外交部"}],
            title=title("zh-Latn-pinyin", "Position paper on UN reform", "中国关于联合国改革问题的立场文件"),
        ),
    },
    {
        "id": "nobody",
        "type": "article-newspaper",
        "title": "Zhongguo weihe budui fu Libiliya",
        "container-title": "Renmin ribao",
        "issued": {"date-parts": [[2003, 12, 10]]},
        "page": "4",
        "language": "zh-Latn-pinyin",
        "custom": beside(
            title=title("zh-Latn-pinyin", "Chinese peacekeepers leave for Liberia", "中国维和部队赴利比里亚"),
            container=title("zh-Latn-pinyin", "People’s Daily", "人民日报"),
        ),
    },
    {
        "id": "document",
        "type": "report",
        "title": "2005 World Summit outcome",
        "author": [{"literal": "United Nations General Assembly"}],
        "number": "A/RES/60/1",
        "publisher": "United Nations",
        "publisher-place": "New York",
        "issued": {"date-parts": [[2005, 10, 24]]},
        "language": "en",
    },
    {
        "id": "interview",
        "type": "interview",
        "title": "Weihe renwu yu Zhongguo jingcha",
        "author": [{"family": "Chen", "given": "Jian"}],
        "interviewer": [{"family": "Hu", "given": "Wei"}],
        "issued": {"date-parts": [[2008, 4, 1]]},
        "language": "zh-Latn-pinyin",
        "custom": beside(
            names={"author": [FAMILY_FIRST], "interviewer": [FAMILY_FIRST]},
            title=title("zh-Latn-pinyin", "Peacekeeping and the Chinese police", "维和任务与中国警察"),
        ),
    },
    {
        "id": "speech",
        "type": "speech",
        "title": "Nuli jianshe chijiu heping, gongtong fanrong de hexie shijie",
        "author": [{"family": "Hu", "given": "Jintao"}],
        "event-title": "UN World Summit",
        "event-place": "New York",
        "issued": {"date-parts": [[2005, 9, 15]]},
        "language": "zh-Latn-pinyin",
        "custom": beside(
            [{**FAMILY_FIRST, "original": "胡锦涛"}],
            title=title("zh-Latn-pinyin", "Build towards a harmonious world", "努力建设持久和平、共同繁荣的和谐世界"),
        ),
    },
]

_TAGS = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub", "small-caps": "sc", "underline": "u"}
_RESET = {"roman": "i", "unbold": "b", "caps-normal": "sc"}


def shown(tree: Tree) -> str:
    """A tree as one line with tags for what looks otherwise; the margin of a label is a blank."""
    if isinstance(tree, Leaf):
        return tree.text
    inner = "".join(map(shown, tree.children))
    if tree.style in _TAGS:
        return f"<{_TAGS[tree.style]}>{inner}</{_TAGS[tree.style]}>"
    if tree.style in _RESET:
        return f"</{_RESET[tree.style]}>{inner}<{_RESET[tree.style]}>"
    return f"{inner.rstrip()} " if tree.style == "left-margin" else inner
