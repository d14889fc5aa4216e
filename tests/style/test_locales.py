"""Locales by tag: the dialect, the primary dialect of its language, en-US; an odd tag is no error."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.style import locales as room
from citekit.style.errors import StyleError
from citekit.style.locales import Locales, canonical

CHAINS = {
    "en-US": "en-US",
    "en": "en-US",
    "en-GB": "en-GB en-US",
    "en-AU": "en-US",
    "de": "de-DE en-US",
    "de-AT": "de-AT de-DE en-US",
    "DE-at": "de-AT de-DE en-US",
    "de_AT": "de-AT de-DE en-US",
    "de_AT.UTF-8@euro": "de-AT de-DE en-US",
    "de-LI": "de-DE en-US",
    "fr-CA": "fr-CA fr-FR en-US",
    "es-AR": "es-ES en-US",
    "es-CL": "es-CL es-ES en-US",
    "pt": "pt-PT en-US",
    "pt-BR": "pt-BR pt-PT en-US",
    "zh": "zh-CN en-US",
    "zh-Hans": "zh-CN en-US",
    "zh-hans": "zh-CN en-US",
    "zh-SG": "zh-CN en-US",
    "zh-Hant": "zh-TW zh-CN en-US",
    "zh-HK": "zh-TW zh-CN en-US",
    "zh-Hans-HK": "zh-CN en-US",
    "zh-Hant-CN": "zh-TW zh-CN en-US",
    "zh-TW": "zh-TW zh-CN en-US",
    "zh-Latn-pinyin": "zh-CN en-US",
    "zh-cmn-Hans-CN": "zh-CN en-US",
    "cmn-Hant": "zh-TW zh-CN en-US",
    "sr": "sr-Latn-RS en-US",
    "sr-RS": "sr-Latn-RS en-US",
    "sr-Cyrl": "sr-Cyrl-RS sr-Latn-RS en-US",
    "ru-Latn": "ru-RU en-US",
    "no": "nb-NO en-US",
    "nn": "nn-NO en-US",
    "iw": "he-IL en-US",
    "eu": "eu en-US",
    "eu-ES": "eu en-US",
    "ar-EG": "ar en-US",
    "en--x": "en-US",
    "en-x-zh": "en-US",
    "tlh": "en-US",
    "english": "en-US",
    "": "en-US",
    "-": "en-US",
    "中文": "en-US",
}


@pytest.fixture(scope="module")
def locales():
    return Locales()


@pytest.mark.parametrize("tag", CHAINS)
def test_the_chain_of_a_tag(locales, tag):
    assert locales.chain(tag) == CHAINS[tag].split()


@pytest.mark.parametrize("tag", CHAINS)
def test_the_file_found_is_the_first_of_the_chain_in_that_language(locales, tag):
    first = locales.chain(tag)[0]
    told = locales.find(tag)
    foreign = (first == "en-US" and not tag.casefold().startswith("en")) or tag == "english"
    assert told is None if foreign else f'xml:lang="{first}"' in told


@given(st.text(max_size=20))
def test_no_tag_is_an_error(tag):
    locales = Locales()
    assert locales.chain(tag)[-1] == "en-US"
    assert locales.find(tag) is None or locales.find(tag).lstrip().startswith("<?xml")
    assert canonical(canonical(tag)) == canonical(tag)


@pytest.mark.parametrize(
    ("tag", "usual"),
    [("zh_hans_cn.utf-8", "zh-Hans-CN"), ("EN-us", "en-US"), ("en--x", "en"), ("es-419", "es-419"), ("french", "")],
)
def test_a_tag_in_its_usual_spelling(tag, usual):
    assert canonical(tag) == usual


def test_a_folder_of_ones_own(tmp_path):
    (tmp_path / "locales-tlh.xml").write_text("<locale/>", encoding="utf-8")
    assert Locales(tmp_path).chain("tlh-Latn") == ["tlh"]
    assert Locales(tmp_path).find("TLH") == "<locale/>"
    assert Locales(tmp_path).chain("de") == []


@pytest.mark.parametrize("table", ["", "[]", '{"primary-dialects": {"de": 7}}', '{"primary-dialects": 7}'])
def test_a_broken_table_of_dialects_is_no_harm(tmp_path, table):
    (tmp_path / "locales.json").write_text(table, encoding="utf-8")
    for tag in ("de-DE", "en-US"):
        (tmp_path / f"locales-{tag}.xml").write_text("<locale/>", encoding="utf-8")
    assert Locales(tmp_path).chain("de")[0] == "de-DE"


def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path):
    (tmp_path / "locales-en-US.xml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StyleError, match="this locale file cannot be read"):
        Locales(tmp_path).find("en")


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(StyleError, match=r"There is no folder .*gone: install citeproc-py, or name a folder"):
        Locales(tmp_path / "gone")


def test_without_the_package_there_is_a_sentence(monkeypatch):
    monkeypatch.setattr(room, "folder_of", lambda *_: None)
    with pytest.raises(StyleError, match=r"^The locale files of citeproc-py are not installed"):
        Locales()


def test_the_package_that_carries_them_is_not_loaded():
    script = "from citekit.style.locales import Locales; Locales().find('de'); import sys; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert not {"citeproc", "lxml"} & set(told.split())
