"""Citation styles (CSL 1.0.2): items, a style and a locale become formatted text; knows nothing else of citekit.

>>> from citekit.style.locales import Locales
>>> from citekit.style.processor import Processor
>>> from citekit.style.style import Style
>>> processor = Processor(Style(xml, Locales()), items)
>>> [text(entry.tree) for entry in processor.bibliography()]

``items`` are CSL-JSON items, ``xml`` is the text of a style. What comes out are trees of :mod:`citekit.style.node`,
whose leaves say which variable, term or affix each piece of text came from.
"""
