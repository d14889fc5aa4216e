"""What the registries' answers make of a work: verdicts, differences, notices, and never a clean word on a failure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit.model import Face, Name, Title

DOI = "10.1111/canal.1996.42"


@pytest.fixture
def cited(make):
    return make.article(
        "China’s Attitude toward U.N. Peacekeeping Operations since 1989",
        "Fravel, M. Taylor",
        "Asian Survey",
        1996,
        "36",
        "1102-1121",
    )


@pytest.fixture
def others(make):
    """What a search gives beside, or instead of, the right record."""
    return [
        make.item(make.article(title, authors, journal, year), f"10.1111/other.{number}")
        for number, (title, authors, journal, year) in enumerate(
            [
                ("China’s Attitude toward the United Nations", "Kim, Samuel", "World Politics", 1974),
                ("U.N. Peacekeeping since 1989: A Survey", "Diehl, Paul", "Survival", 1996),
                ("The Canal and the Road", "Fravel, M. Taylor", "Asian Survey", 1996),
            ]
        )
    ]


def with_doi(work, doi=DOI):
    return replace(work, fields={**work.fields, "doi": doi})


def test_a_work_is_found_by_its_doi(make, stub, check, cited):
    stub.items.append(make.item(cited, DOI))
    (told,) = check(with_doi(cited))
    assert (told.verdict, told.differences) == ("verified", ())
    assert told.asked == ("Crossref",)


def test_a_work_is_found_among_wrong_ones_and_its_doi_proposed(make, stub, check, cited, others):
    stub.items += [*others, make.item(cited, DOI)]
    (told,) = check(cited)
    assert told.verdict == "verified"
    assert [(one.field, one.registered) for one in told.fills] == [("doi", DOI)]


def test_wrong_first_hits_are_refused(check, stub, cited, others):
    stub.items += others
    (told,) = check(cited)
    assert told.verdict == "not-found"
    assert told.reason == "not found in Crossref and OpenAlex"
    assert told.candidate is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "1986"),
        ("volume", "63"),
        ("pages", "11-21"),
        ("container", "World Politics"),
        ("author", (Name("Gill", "Bates"),)),
        ("title", "China’s Attitude toward U.N. Enforcement Operations since 1949"),
        ("doi", "10.1111/canal.other"),
    ],
)
@pytest.mark.parametrize("by_doi", [True, False])
def test_one_wrong_field_is_named_with_what_is_registered(make, stub, check, cited, others, field, value, by_doi):
    stub.items += [*others, make.item(cited, DOI)]
    work = with_doi(cited) if by_doi else cited
    if field in {"container", "title"}:
        work = replace(work, **{field: Title(Face(value))})
    elif field == "author":
        work = replace(work, author=value)
    else:
        work = replace(work, fields={**work.fields, field: value})
    (told,) = check(work)
    assert told.verdict == "differs"
    assert [one.field for one in told.differences] == [field]
    assert told.differences[0].registered


def test_a_doi_that_leads_to_another_work_says_so(stub, check, cited, others):
    stub.items += [others[0] | {"DOI": DOI}]
    (told,) = check(with_doi(cited))
    assert told.verdict == "differs"
    assert "leads to another work, “China’s Attitude toward the United Nations”" in told.reason


@pytest.mark.parametrize("where", ["record", "notice", "openalex"])
def test_retractions_are_found_wherever_they_stand(make, stub, check, cited, where):
    doi = "10.1111/with,comma" if where == "openalex" else DOI
    more = {"updated-by": [{"type": "retraction", "DOI": "10.1/R", "updated": {"date-parts": [[2020, 1, 2]]}}]}
    stub.items.append(make.item(cited, doi, retracted=where == "openalex", **(more if where == "record" else {})))
    if where == "notice":
        stub.notices.append({"DOI": "10.1/R", "update-to": [{"DOI": DOI.upper(), "type": "retraction"}]})
    (told,) = check(with_doi(cited, doi))
    assert told.verdict == "retracted"
    assert not any("filter" in path for path in stub.asked)


def test_a_correction_is_told(make, stub, check, cited):
    stub.items.append(make.item(cited, DOI, **{"updated-by": [{"type": "erratum", "DOI": "10.1/E"}]}))
    (told,) = check(with_doi(cited))
    assert (told.verdict, told.reason) == ("corrected", "a correction was published (10.1/e)")


def test_the_published_version_of_a_preprint_is_told(make, stub, check, cited):
    relation = {"is-preprint-of": [{"id": "10.1/P", "id-type": "doi"}]}
    stub.items.append(make.item(cited, DOI, type="posted-content", relation=relation))
    (told,) = check(with_doi(cited))
    assert told.verdict == "published"
    assert "10.1/p" in told.reason


def test_a_doi_that_is_not_registered(check, cited):
    (told,) = check(with_doi(cited))
    assert told.verdict == "not-found"
    assert told.reason == f"the DOI {DOI} is not registered"


def test_a_doi_of_another_agency_is_not_judged(check, stub, cited):
    stub.other[DOI] = "mEDRA"
    (told,) = check(with_doi(cited))
    assert told.verdict == "unchecked"
    assert "mEDRA" in told.reason


def test_datacite_is_asked_for_its_own(check, stub, cited):
    stub.datacite[DOI] = {
        "titles": [{"title": cited.title.display}],
        "creators": [{"familyName": "Fravel", "givenName": "M. Taylor"}],
        "publicationYear": 1996,
        "doi": DOI,
    }
    stub.faults["/openalex"] = lambda *_: (200, '{"results": []}', {})
    (told,) = check(with_doi(cited))
    assert told.verdict in {"verified", "unchecked"}
    assert told.candidate.registry == "DataCite"


def test_a_preprint_of_arxiv(check, stub, make):
    entry = (
        "<entry><id>http://arxiv.org/abs/1706.03762v7</id><title>Attention Is\n All You Need</title>"
        "<published>2017-06-12T17:57:34Z</published><updated>2023-08-02T00:41:18Z</updated>"
        "<author><name>Ashish Vaswani</name></author><author><name>Noam Shazeer</name></author></entry>"
    )
    stub.arxiv = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'
    work = make.article(
        "Attention Is All You Need", "Vaswani, Ashish; Shazeer, Noam", "", 2017, "", "", type="manuscript"
    )
    (told,) = check(replace(work, fields={**work.fields, "doi": "10.48550/arXiv.1706.03762"}))
    assert told.verdict == "verified"


def test_books_are_found_in_open_library_and_not_missed_there(check, stub, make):
    stub.books.append(
        {"title": "The Great Wall", "author_name": ["Andrew J. Nathan"], "publish_year": [1997], "isbn": ["1"]}
    )
    known = make.article("The Great Wall: China’s Search", "Nathan, Andrew J.", "", 1997, "", "", type="book")
    unknown = make.article("The Empty Fortress of Nowhere", "Nobody, A.", "", 1997, "", "", type="book")
    found, lost = check(known, unknown)
    assert found.verdict == "verified"
    assert lost.verdict == "unchecked"
    assert lost.reason.startswith("not found in Open Library and Crossref; ")


@pytest.mark.parametrize("kind", ["article-newspaper", "archival", "un-document", "interview", "legal-case", "webpage"])
def test_what_no_registry_has_is_not_asked_for(check, stub, cited, kind):
    (told,) = check(replace(cited, type=kind))
    assert (told.verdict, stub.asked) == ("unchecked", [])


def test_a_romanised_title_that_is_not_found_is_unchecked(check, make):
    work = make.article(
        "Zhongguo yu Lianheguo weihe xingdong", "Tang, Yongsheng", "Shijie Jingji yu Zhengzhi", 2002,
        language="zh-Latn-pinyin",
    )  # fmt: skip
    (told,) = check(work)
    assert told.verdict == "unchecked"
    assert "not English" in told.reason


FAULTS = {
    "too many": lambda *_: (429, "", {"Retry-After": "0"}),
    "out of service": lambda *_: (503, "", {}),
    "cut short": lambda *_: (200, '{"status": "ok", "message": {"items": [{"DOI": "10.1', {}),
    "HTML": lambda *_: (200, "<html><title>Maintenance</title></html>", {"Content-Type": "text/html"}),
    "empty": lambda *_: (200, "", {}),
    "an empty object": lambda *_: (200, "{}", {}),
    "null": lambda *_: (200, "null", {}),
    "a list": lambda *_: (200, "[]", {}),
    "an error in JSON": lambda *_: (200, '{"status": "failed", "message": [{"type": "filter-not-available"}]}', {}),
    "a request that is wrong": lambda *_: (400, "bad", {}),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("by_doi", [True, False])
def test_a_failed_look_up_is_never_clean_and_never_not_found(make, stub, check, cited, fault, by_doi):
    stub.items.append(make.item(cited, DOI))
    stub.faults["/"] = FAULTS[fault]
    (told,) = check(with_doi(cited) if by_doi else cited)
    assert told.verdict == "unchecked"
    assert told.failures
    assert "could not be asked" in told.reason


@pytest.mark.parametrize("fault", FAULTS)
def test_retractions_that_cannot_be_asked_for_leave_a_work_unchecked(make, stub, check, cited, fault):
    stub.items.append(make.item(cited, DOI))
    stub.faults["/openalex"] = FAULTS[fault]
    stub.faults["/crossref/works"] = lambda path, params: (
        FAULTS[fault](path, params) if "filter" in params else make.reply({"status": "ok", "message": stub.items[0]})
    )
    (told,) = check(with_doi(cited))
    assert told.verdict == "unchecked"
    assert "retracted could not be asked" in told.reason


def test_one_registry_that_fails_leaves_the_other_to_find_it(make, stub, check, cited):
    stub.items.append(make.item(cited, DOI))
    stub.faults["/crossref"] = FAULTS["out of service"]
    (told,) = check(cited)
    assert told.verdict == "verified"
    assert told.candidate.registry == "OpenAlex"


def test_a_contact_is_told_to_those_that_want_one(make, stub, check, cited):
    seen = []
    stub.items.append(make.item(cited, DOI))
    plain = stub.answer
    stub.answer = lambda path, params: seen.append(params.get("mailto")) or plain(path, params)
    check(with_doi(cited), contact="me@example.org")
    assert "me@example.org" in seen
