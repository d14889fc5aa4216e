"""Style files are read as XML and nothing more: no document type, no entity, no surprise."""

from __future__ import annotations

import time

import pytest

from citekit.style.errors import StyleError
from citekit.style.xml import parse

LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE style [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<style>&b;</style>"""

BROKEN = {
    "open": ("<style>\n<info>\n</style>", "x.csl, line 3: this is no well-formed XML (mismatched tag)."),
    "empty": ("", "x.csl, line 1: this is no well-formed XML (no element found)."),
    "no XML": ("PK\x03\x04", "x.csl, line 1: this is no well-formed XML (not well-formed (invalid token))."),
    "entity": ("<style>\n&nbsp;</style>", "x.csl, line 2: this is no well-formed XML (undefined entity)."),
    "half a character": ("<style>\ud800</style>", "x.csl: this is no XML, for it holds half a character."),
    "laughs": (LAUGHS, "x.csl, line 2: <!DOCTYPE is not allowed in a style or locale; take it out."),
    "laughs in UTF-16": (
        ("\ufeff" + LAUGHS).encode("utf-16-le"),
        "x.csl, line 2: <!DOCTYPE is not allowed in a style or locale; take it out.",
    ),
    "no UTF-8": (b"<style>\xff</style>", "x.csl: its bytes are not the utf-8 they should be."),
    "no encoding": (
        b'<?xml version="1.0" encoding="klingon"?><style/>',
        "x.csl: its bytes are not the klingon they should be.",
    ),
    "a well": ("<a>" * 5000 + "</a>" * 5000, "x.csl: its elements are nested more than 200 deep."),
}
WHOLE = {
    "text": "<style>é</style>",
    "blank before": "\n <?xml version='1.0' encoding='utf-8'?><style>é</style>",
    "mark": "\ufeff<style>é</style>",
    "bytes": "<style>é</style>".encode(),
    "bytes with a mark": "\ufeff<style>é</style>".encode(),
    "declared": "<?xml version='1.0' encoding='iso-8859-1'?><style>é</style>".encode("latin-1"),
    "UTF-16": "\ufeff<?xml version='1.0' encoding='utf-16'?><style>é</style>".encode("utf-16-be"),
    "declared, yet a text": "<?xml version='1.0' encoding='iso-8859-1'?><style>é</style>",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_a_sentence(name):
    data, sentence = BROKEN[name]
    with pytest.raises(StyleError) as error:
        parse(data, "x.csl")
    assert str(error.value) == sentence


@pytest.mark.parametrize("name", WHOLE)
def test_what_can_be_read_is_read(name):
    root = parse(WHOLE[name], "x.csl")
    assert (root.tag, root.text) == ("style", "é")


def test_a_bomb_takes_no_time():
    bomb = "<!DOCTYPE s [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n + 1} '&a{n};&a{n};'>" for n in range(60))
    start = time.process_time()
    with pytest.raises(StyleError):
        parse(bomb + "]><s>&a60;</s>", "x.csl")
    assert time.process_time() - start < 0.5


def test_a_style_error_is_a_value_error():
    assert issubclass(StyleError, ValueError)
