"""Styles as the command line names them: found, compiled, listed; what cannot be used is a sentence."""

from __future__ import annotations

from citekit.errors import CitekitError
from citekit.style.catalogue import Catalogue
from citekit.style.errors import StyleError
from citekit.style.locales import Locales
from citekit.style.style import Style


def compiled(name: str, locale: str) -> tuple[Style, str]:
    """The style of a name or a file, its terms in the language of a locale, and the name it is known by."""
    try:
        found, locales = Catalogue().find(name), Locales()
        if locale and locales.find(locale) is None:
            raise CitekitError(f"There are no terms in {locale}; give the tag of a language, such as zh-CN or fr.")
        return Style(found.xml, locales, language=locale or found.default_locale, what=name), found.name
    except StyleError as error:
        raise CitekitError(str(error)) from error


def listed(query: str) -> str:
    """The styles that a query finds, one a line: its name and title."""
    try:
        found = Catalogue().search(query)
    except StyleError as error:
        raise CitekitError(str(error)) from error
    if not found:
        raise CitekitError(f"No style is found for {query}; try fewer words, such as chicago or 中文.")
    width = max(len(style.name) for style in found)
    return "".join(f"{style.name:<{width}}  {style.title}\n" for style in found)
