"""Hayagriva: what is written, what is read of other hands, and that nothing is lost on either way."""

from __future__ import annotations

import importlib.util
import time
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.fields import LIBRARY_FIELDS, LIBRARY_ROLES, TEXT_FIELDS
from citekit.model import Document, Face, Library, Name, Title, Work
from citekit.write.hayagriva import to_hayagriva
from citekit.write.hayagriva_load import load_hayagriva
from citekit.write.hayagriva_table import ALSO, BY_HOST, BY_TYPE, FIELDS, OWN, PARENTS, TYPES
from citekit.write.hayagriva_values import date, edtf_of, formattable, is_language, is_url, text_of
from citekit.write.record import record
from citekit.write.types import TYPES as KINDS

spec = importlib.util.spec_from_file_location("write_strategies", Path(__file__).with_name("strategies.py"))
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)

WIDE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FACES = {name for name in TEXT_FIELDS if name.partition("_")[0] in ("title", "container", "publisher")}
SHARED = {"article-magazine", "newswire", "un-document", "treaty", "press-release", "interview", "archival"}
PINYIN = "zh-Latn-pinyin"
ENTRY_TYPES = set(
    "article chapter entry anthos report thesis web scene artwork patent case newspaper legislation manuscript post "
    "misc performance periodical proceedings book blog reference conference anthology repository thread video audio "
    "exhibition original".split()
)
ROLES = set(
    "translator afterword foreword introduction annotator commentator holder compiler founder collaborator organizer "
    "cast-member composer producer executive-producer writer cinematography director illustrator narrator".split()
)


def library_of(*works):
    return Library(Document("", ""), works=works)


def load(text):
    return load_hayagriva(text, "made.yml")


def through(work):
    """A work written and read again."""
    loaded = load(to_hayagriva(library_of(work)))
    assert loaded.findings == ()
    return loaded.works[0]


def entry_of(work):
    (entry,) = yaml.safe_load(to_hayagriva(library_of(work))).values()
    return entry


def entries_in(entry):
    """The entry and all the parents of it."""
    parents = entry.get("parent", [])
    listed = parents if isinstance(parents, list) else [parents]
    return [entry, *(found for parent in listed for found in entries_in(parent))]


def complaints(text):
    """What a reader of Hayagriva refuses: unknown types and roles, texts where a number must stand, no type."""
    found = []
    for entry in (entry for whole in yaml.safe_load(text).values() for entry in entries_in(whole)):
        found += [entry.get("type")] if entry.get("type") not in ENTRY_TYPES else []
        found += [group for group in entry.get("affiliated", []) if group["role"] not in ROLES]
        found += [entry[name] for name in ("page-total", "volume-total") if not isinstance(entry.get(name, 1), int)]
        found += [entry["title"]] if not isinstance(entry.get("title", ""), str | dict) else []
    return found


def test_it_looks_like_this(library, golden):
    golden("works.hayagriva.yaml", to_hayagriva(library))


def test_its_readers_take_it(library):
    assert complaints(to_hayagriva(library)) == []


def test_every_field_type_and_role_has_its_place():
    placed = [field for field, *_ in FIELDS] + list(OWN)
    assert len(placed) == len(set(placed))
    assert {*placed, "url", "accessed"} == {*TEXT_FIELDS, *LIBRARY_FIELDS} - FACES
    assert {field for field, *_ in ALSO} <= {*placed}
    assert TYPES.keys() == KINDS.keys()
    assert {row.own for row in TYPES.values()} | {row.host for row in TYPES.values()} <= ENTRY_TYPES
    assert {*BY_TYPE.values(), *BY_HOST.values()} <= KINDS.keys()
    assert {*BY_TYPE, *PARENTS, *PARENTS.values()} <= ENTRY_TYPES | {"tweet"}


@pytest.mark.parametrize("container", [Title(), Title(Face("Renmin Ribao", PINYIN))])
@pytest.mark.parametrize("field", sorted({*TEXT_FIELDS, *LIBRARY_FIELDS} - FACES))
def test_every_field_is_told_in_words_of_the_format(field, container):
    value = "2004-10-31" if field.endswith("date") or field == "accessed" else "12" if "number_of" in field else "A/1"
    value = "https://example.org/a?b=1" if field == "url" else value
    fields = {field: value, **({"url": "https://example.org"} if field == "accessed" else {})}
    container = Title(Face("Peace")) if field == "container_title_short" else container
    work = Work("k", "report", Title(Face("Jiangou Heping", PINYIN)), container, fields=fields)
    assert through(work).fields == fields
    assert "citekit" not in entry_of(work)
    assert complaints(to_hayagriva(library_of(work))) == []


@pytest.mark.parametrize("kind", ["book", "chapter"])
@pytest.mark.parametrize("role", ["author", "editor", "translator", *LIBRARY_ROLES])
def test_every_role_is_told_in_words_of_the_format(role, kind):
    names = (Name("Genugten", "Willem", "van", "Jr.", order="given-first"), Name(literal="UN of all", order="literal"))
    own = {role: names} if role in ("author", "editor", "translator") else {"people": {role: names}}
    work = Work("k", kind, Title(Face("Peace")), **own)
    assert through(work) == work
    assert "citekit" not in entry_of(work)
    assert complaints(to_hayagriva(library_of(work))) == []


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("container", [Title(), Title(Face("Renmin Ribao", PINYIN))])
def test_every_type_comes_back(name, container):
    work = Work("k", name, Title(Face("Peace", "en")), container)
    assert through(work) == work
    told = "" if name not in SHARED or (name == "archival" and container) else f'{{"type":"{name}"}}'
    assert entry_of(work).get("citekit", "") == told


def test_three_faces_are_told_in_words_of_the_format():
    faces = Title(Face("Renmin Ribao", PINYIN), Face("人民日报", "zh-Hans"), Face("People’s Daily", "en"))
    author = Name("Zhao", "Lei", original="赵磊", translated="Lei Zhao", order="family-first")
    for title in (faces, replace(faces, main=None), replace(faces, main=None, original=None)):
        work = Work("k", "article-newspaper", title, title, title, author=(author,))
        assert through(work) == work
        assert "citekit" not in entry_of(work)


# EDTF, what is written of it
DATES = [
    ("2007", 2007),
    ("2007-03", "2007-03"),
    ("2007-03-04", "2007-03-04"),
    ("2007~", "~2007"),
    ("2005-21", 2005),
    ("2008-10-24/2008-10-25", "2008-10-24"),
    ("0205", "0205"),
    ("199X", None),
    ("n.d.", None),
    ("2005-02-30", None),
    ("2004/..", 2004),
]


@pytest.mark.parametrize(("text", "member"), DATES)
def test_a_date_is_written_as_far_as_the_format_knows_dates(text, member):
    assert date(text) == member
    work = Work("k", "book", fields={"date": text, "url": "http://a.org", "accessed": text})
    assert through(work) == work
    assert ("citekit" in entry_of(work)) == (member is None or edtf_of(member) != text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("costs $5", r"costs \$5"),
        ("a } b", r"a \} b"),
        ("{NASA}", r"\{NASA\}"),
        (r"C:\TeX", r"C:\\TeX"),
        ("Roe v. Wade", "Roe v. Wade"),
    ],
)
def test_signs_of_the_format_in_a_text_are_marked(text, told):
    assert formattable(text) == told
    assert text_of(told) == text
    work = Work("k", "book", Title(Face(text)), fields={"note": text, "title_short": text})
    assert through(work) == work


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://www.chinanews.com.cn:80/gn/962758.shtml", True),
        ("www.example.org", False),
        ("http://", False),
        ("http://a b.org", False),
        ("http://1.2.3.4.5/", False),
        ("http://-a.org", False),
        ("doi.org/10.1", False),
    ],
)
def test_an_address_that_readers_refuse_is_not_written_as_one(text, good):
    assert is_url(text) == good
    work = Work("k", "webpage", fields={"url": text})
    assert through(work) == work
    assert ("url" in entry_of(work)) == good


@pytest.mark.parametrize(
    ("tag", "good"), [("en", True), ("zh-Latn-pinyin", True), ("pt-BR", True), ("x}y", False), ("zh-x-a", False)]
)
def test_a_language_that_readers_refuse_is_not_written_as_one(tag, good):
    assert is_language(tag) == good
    work = Work("k", "book", Title(Face("Peace", tag)))
    assert through(work) == work
    assert ("language" in entry_of(work)) == good


def test_two_works_of_one_key_stand_under_two():
    works = (Work("a", "book"), Work("a", "film"), Work("a-2", "book"))
    text = to_hayagriva(library_of(*works))
    assert [*yaml.safe_load(text)] == ["a", "a-2", "a-2-2"]
    assert load(text).works == works


# person, name as a record
PERSONS = [
    ("Zhao, Lei", {"family": "Zhao", "given": "Lei", "order": "family-first"}),
    ("von der Leyen, Ursula", {"family": "Leyen", "given": "Ursula", "particle": "von der", "order": "given-first"}),
    ("Luther King, Jr., Martin", {"family": "Luther King", "given": "Martin", "suffix": "Jr.", "order": "given-first"}),
    ("Luther King, Martin, Jr.", {"family": "Luther King", "given": "Martin", "suffix": "Jr.", "order": "given-first"}),
    ("UNICEF", {"family": "UNICEF"}),
    ("International Court of Justice", {"literal": "International Court of Justice", "order": "literal"}),
    ("A, B, C, D", {"literal": "A, B, C, D", "order": "literal"}),
    ({"name": "Watkins", "given-name": "Gloria Jean", "alias": "bell hooks"},
     {"family": "Watkins", "given": "Gloria Jean", "order": "given-first"}),
    ({"name": "Office, Main"}, {"literal": "Office, Main", "order": "literal"}),
]  # fmt: skip


@pytest.mark.parametrize(("person", "name"), PERSONS)
def test_a_person_is_told_apart(person, name):
    for value in (person, [person]):
        text = yaml.safe_dump({"a": {"type": "book", "author": value}})
        (work,) = load(text).works
        assert record(work)["author"] == {"1": name}
        assert yaml.safe_load(to_hayagriva(library_of(work))) == yaml.safe_load(text)


# entry as others write it, what a work of it has
FOREIGN = [
    (("type: Article\ntitle: Kinetics\ndate: 2020-10-14\npage-range: 165126-165139\ndoi: 10.1103/x\n"
      "parent: {title: {value: Physical Review B, verbatim: true}, volume: 102, issue: 16}"),
     {"type": "article-journal", "title": {"main": {"text": "Kinetics"}},
      "container": {"main": {"text": "Physical Review B"}},
      "fields": {"date": "2020-10-14", "pages": "165126-165139", "doi": "10.1103/x", "volume": "102", "issue": "16"}}),
    (("type: anthos\ntitle: Gedanken\nparent:\n  title: Automata\n  editor: ['Shannon, C. E.']\n  volume: 34\n"
      "  date: 1956-04\n  isbn: 978-0\n  publisher: NBS\n  location: Princeton\n"
      "  parent: {type: anthology, title: Annals}"),
     {"type": "chapter", "title": {"main": {"text": "Gedanken"}}, "container": {"main": {"text": "Automata"}},
      "publisher": {"main": {"text": "NBS"}},
      "editor": {"1": {"family": "Shannon", "given": "C. E.", "order": "given-first"}},
      "fields": {"volume": "34", "date": "1956-04", "isbn": "978-0", "place": "Princeton", "series": "Annals"}}),
    (("type: book\ntitle: 'The {NASA} Story'\ndate: ~1960\nedition: 2\nlanguage: en-GB\n"
      "publisher: {name: Wiley, location: Oxford}\nparent: {type: anthology, title: Space, volume: 3}"),
     {"type": "book", "title": {"main": {"text": "The NASA Story", "language": "en-GB"}},
      "publisher": {"main": {"text": "Wiley"}},
      "fields": {"date": "1960~", "edition": "2", "place": "Oxford", "series": "Space", "collection_number": "3"}}),
    (("type: article\ntitle: Networking\nparent:\n- {type: conference, title: WWDC, location: Cupertino, date: 2020}\n"
      "- {type: video, runtime: '13:42'}"),
     {"type": "article-journal", "title": {"main": {"text": "Networking"}},
      "fields": {"event_title": "WWDC", "event_place": "Cupertino", "event_date": "2020"}}),
    ("type: case\ntitle: Roe v. Wade\nserial-number: 93 S. Ct. 705\norganization: Supreme Court\ndate: 1973",
     {"type": "legal-case", "title": {"main": {"text": "Roe v. Wade"}},
      "fields": {"document_symbol": "93 S. Ct. 705", "authority": "Supreme Court", "date": "1973"}}),
    (("type: video\ntitle: Terminator\nruntime: '137:00'\naffiliated:\n- {role: director, names: 'Cameron, James'}\n"
      "- {role: CastMember, names: ['Patrick, Robert']}\n- {role: foreword, names: Nobody}"),
     {"type": "film", "title": {"main": {"text": "Terminator"}},
      "people": {"director": {"1": {"family": "Cameron", "given": "James", "order": "given-first"}},
                 "performer": {"1": {"family": "Patrick", "given": "Robert", "order": "given-first"}}}}),
    ("type: web\ntitle: no\nurl: {value: 'http://a.org', date: 2020-11-12}\nnote: yes\nmine: {a: [1, 1.5, null]}",
     {"type": "webpage", "title": {"main": {"text": "no"}},
      "fields": {"url": "http://a.org", "accessed": "2020-11-12", "note": "yes"}}),
    ("title: [odd]\nauthor: 7\nparent: text\naffiliated: 3\nserial-number: [1]\nurl: []", {"type": "other"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), FOREIGN)
def test_what_others_write_is_read_and_given_back(text, values):
    text = "a:\n  " + text.replace("\n", "\n  ") + "\n"
    loaded = load(text)
    assert loaded.findings == ()
    found = record(loaded.works[0])
    assert {name: value for name, value in found.items() if name not in ("key", "extra")} == values
    before, after = (yaml.load(one, yaml.BaseLoader)["a"] for one in (text, to_hayagriva(loaded)))  # noqa: S506
    assert {"type": "misc"} | before == after
    assert load(to_hayagriva(loaded)).works == loaded.works


def test_what_has_no_field_is_kept_under_its_name():
    (work,) = load("a:\n  type: video\n  runtime: '13:42'\n  mine: {a: [1, no]}\n").works
    assert work.extra == {"hayagriva.runtime": "13:42", "hayagriva.mine": '{"a": [1, "no"]}'}


# text, keys of the works, codes and lines of the findings
BAD = [
    ("", [], []),
    ("---\n...\n", [], []),
    ("{}", [], []),
    ("nothing", [], [("RD141", 1)]),
    ("- a: 1\n", [], [("RD141", 1)]),
    ("a:\n  type: book\nb:\n  type: [\nc:\n  type: book\n", ["a", "c"], [("RD141", 3)]),
    ("a:\n  type: book\n---\nb:\n  type: book\n", ["a", "b"], []),
    ("a:\n  type: book\nb: 7\nc:\n", ["a"], [("RD141", 3), ("RD141", 4)]),
    ("a:\n  type: book\na:\n  type: video\n", ["a", "a-2"], [("RD142", 3)]),
    ("a:\n  type: book\n  title: x\n  title: y\n", ["a"], [("RD144", 1)]),
    ("a: &a\n  type: book\n  parent: *a\n", [], [("RD141", 1)]),
    ("a: &a\n  type: book\nb: *a\n", ["a", "b"], []),
    ("a: !!python/object/apply:os.getcwd []\n", [], [("RD141", 1)]),
    ("12:\n  type: book\nno:\n  type: book\n", ["12", "no"], []),
    ("mine\na:\n  type: book\nb:\n  type: book\n", ["a", "b"], [("RD141", 1)]),
    ("# mine\n\nb:\n  type: book\n  title: 'x\n", [], [("RD141", 3)]),
    ("# mine\n\na:\n  type: [\n# more\nb:\n  type: book\n", ["b"], [("RD141", 3)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "keys", "said"), BAD)
def test_what_is_broken_is_said_and_harms_no_neighbour(text, keys, said):
    loaded = load(text)
    assert [work.key for work in loaded.works] == keys
    assert [(finding.code, finding.line) for finding in loaded.findings] == said
    assert all(finding.text for finding in loaded.findings)


def test_a_patch_that_is_none_is_kept():
    (work,) = load("a:\n  type: book\n  citekit: not one of ours\n").works
    assert work.extra == {"hayagriva.citekit": "not one of ours"}
    assert through(work) == work


def test_aliases_that_multiply_do_no_harm():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 10)}]" for number in range(1, 12)]
    start = time.perf_counter()
    loaded = load("\n".join(lines))
    assert loaded.findings
    assert time.perf_counter() - start < 5


members = st.sampled_from(
    "type title author editor affiliated date parent publisher location url serial-number volume language citekit mine "
    "page-total note isbn interviewer role names value name short translation".split()
)
leaves = st.sampled_from(["book", "article", "anthology", "Zhao, Lei", "~2007", "a } {b}", "no", 12, True, None, ""])
values = st.recursive(
    leaves | made.texts.filter(str.isprintable),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(members, inner, max_size=4),
    max_leaves=8,
)
entries = st.dictionaries(members, values, max_size=6)
OWN_MEMBERS = ["hayagriva.runtime", "hayagriva.title", "hayagriva.parent", "hayagriva.", "hayagriva.citekit"]
KEPT = ['{"a": 1.5}', "null", "12", '"12"', "[[]]", "[" * 400 + "]" * 400, "1" * 30, "-0", "NaN", '"\\ud800"', "x"]
extras = st.dictionaries(st.sampled_from([*OWN_MEMBERS, "hayagriva.\ud800", "hayagriva.type"]), st.sampled_from(KEPT))


@WIDE
@given(made.libraries, extras)
def test_nothing_is_lost_and_the_text_is_the_same_again(library, more):
    library = replace(library, works=tuple(replace(work, extra={**work.extra, **more}) for work in library.works))
    text = to_hayagriva(library)
    loaded = load(text)
    assert loaded.findings == ()
    assert [record(work) for work in loaded.works] == [record(work) for work in library.works]
    assert to_hayagriva(loaded) == text


@WIDE
@given(made.libraries)
def test_readers_of_the_format_refuse_none_of_it(library):
    assert complaints(to_hayagriva(library)) == []


@WIDE
@given(st.dictionaries(st.sampled_from(["a", "b", "no", "1"]), entries | leaves, max_size=3))
def test_any_entry_is_read_and_what_is_read_comes_back(entries):
    loaded = load(yaml.safe_dump(entries, allow_unicode=True))
    text = to_hayagriva(loaded)
    assert [record(work) for work in load(text).works] == [record(work) for work in loaded.works]
    assert to_hayagriva(load(text)) == text
