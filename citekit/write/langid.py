"""BCP 47 tags to the ``language`` and ``langid`` of BibLaTeX, and back.

``langid`` is a name that babel knows; it is what keeps a style from taking the capitals of a foreign title away.
Romanised Chinese has hyphenation patterns of its own, ``pinyin``.
"""

from __future__ import annotations

from citekit.language import script

_NAMES = {
    "ar": "arabic",
    "bg": "bulgarian",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "he": "hebrew",
    "hi": "hindi",
    "hr": "croatian",
    "hu": "hungarian",
    "id": "indonesian",
    "is": "icelandic",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "la": "latin",
    "lt": "lithuanian",
    "lv": "latvian",
    "mn": "mongolian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sl": "slovenian",
    "sr": "serbian",
    "sv": "swedish",
    "th": "thai",
    "tr": "turkish",
    "uk": "ukrainian",
    "vi": "vietnamese",
    "zh": "chinese",
}
_TAGS = {name: tag for tag, name in _NAMES.items()} | {
    "american": "en-US",
    "austrian": "de-AT",
    "brazilian": "pt-BR",
    "british": "en-GB",
    "naustrian": "de-AT",
    "ngerman": "de",
    "pinyin": "zh-Latn-pinyin",
    "portuges": "pt",
    "slovene": "sl",
    "usenglish": "en-US",
    "ukenglish": "en-GB",
}
_OTHER_SCRIPTS = {"ar", "bg", "el", "fa", "he", "hi", "ja", "ko", "mn", "ru", "th", "uk", "zh"}


def language(tag: str) -> str:
    """The ``language`` of a record: ``chinese`` for ``zh-Latn-pinyin``; nothing for English and for what is unknown."""
    primary = tag.split("-", maxsplit=1)[0].casefold()
    return "" if primary == "en" else _NAMES.get(primary, "")


def langid(tag: str) -> str:
    """The ``langid`` of a record: ``pinyin`` for ``zh-Latn``, ``japanese`` for ``ja-Latn``, ``english`` for ``en``."""
    if tag in ("zh-Latn", "zh-Latn-pinyin"):
        return "pinyin"
    return _NAMES.get(tag.split("-", maxsplit=1)[0].casefold(), "")


def tag_of(name: str, text: str) -> str:
    """The tag of a text whose record names a language: ``("japanese", "Kokuren PKO") → "ja-Latn"``."""
    tag = _TAGS.get(name.casefold(), name if name.split("-", maxsplit=1)[0].casefold() in _NAMES else "")
    if tag not in _OTHER_SCRIPTS:
        return tag
    written = script(text)
    if not written:
        return "zh-Latn-pinyin" if tag == "zh" else f"{tag}-Latn"
    return written if written.split("-", maxsplit=1)[0] == tag else tag
