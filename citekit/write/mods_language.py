"""BCP 47 tags to the attributes by which MODS tells language, script and transliteration, and back."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from citekit.write.langid import tag_of
from citekit.write.latex import even

ATTRIBUTES = ("lang", "script", "transliteration")
_TAG = re.compile(
    r"(?P<lang>[a-z]{2,3}(?:-[A-Z]{2})?)(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<transliteration>[a-z0-9]{5,8}))?"
)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ISO = dict(
    pair.split("=")
    for pair in (
        "ara=ar bul=bg cat=ca ces=cs chi=zh cze=cs dan=da deu=de dut=nl ell=el eng=en est=et fas=fa fin=fi fra=fr "
        "fre=fr ger=de gre=el heb=he hin=hi hrv=hr hun=hu ice=is ind=id isl=is ita=it jpn=ja kor=ko lat=la lav=lv "
        "lit=lt mon=mn nld=nl nor=no per=fa pol=pl por=pt ron=ro rum=ro rus=ru slk=sk slo=sk slv=sl spa=es srp=sr "
        "swe=sv tha=th tur=tr ukr=uk vie=vi zho=zh"
    ).split()
)
"""ISO 639-2, both its lists, → ISO 639-1, for the languages that a bibliography here may meet."""


def attributes(tag: str) -> dict[str, str]:
    """``zh-Latn-pinyin`` → ``lang="zh" script="Latn" transliteration="pinyin"``; an odd tag is a ``lang`` as it is."""
    found = _TAG.fullmatch(tag)
    values = found.groupdict() if found else {"lang": even(tag)}
    return {name: value for name, value in values.items() if value}


def language(tag: str) -> str:
    """The language of a tag without its script; empty for an odd tag."""
    found = _TAG.fullmatch(tag)
    return found["lang"] if found else ""


def tag(element: Element) -> str:
    """The tag that the attributes of an element tell; empty where they tell none."""
    values = [element.get(name, "") for name in ATTRIBUTES]
    return "-".join(filter(None, values)) or element.get(_XML_LANG, "")


def even_out(root: Element) -> None:
    """Bring the three-letter codes of ``lang`` attributes to two letters, as BCP 47 has them."""
    for element in root.iter():
        if "lang" in element.attrib:
            element.set("lang", _ISO.get(element.attrib["lang"], element.attrib["lang"]))


def named(term: str, text: str) -> str:
    """The tag of a text whose record is in a language: ``("chi", "Jiangou heping") → "zh-Latn-pinyin"``."""
    return tag_of(_ISO.get(term, term), text)
