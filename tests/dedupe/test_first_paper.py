"""The first paper: 103 citations, 98 works, five of them cited twice, and each trap stays apart."""

from __future__ import annotations

from citekit.dedupe import gather_works


def test_the_clusters_and_works(first_paper):
    library, clusters, works = first_paper
    gathered = gather_works(library)
    found = sorted(sorted(place.citation for place in work.cited) for work in gathered.works)
    assert found == sorted(sorted(work["keys"]) for work in works)
    assert [keys for keys in found if len(keys) > 1] == sorted(sorted(keys) for keys in clusters)
    assert len(gathered.works) == 98
    assert all(citation.work for citation in gathered.citations)


def test_the_works_say_what_they_must(first_paper):
    library, _, works = first_paper
    found = {work.cited[0].citation: work for work in gather_works(library).works}
    for wanted in works:
        work = found[wanted["keys"][0]]
        printed = {
            "title": work.title.main,
            "title_translation": work.title.translation,
            "container": work.container.main,
            "container_translation": work.container.translation,
            "publisher": work.publisher.main,
        }
        for name, face in printed.items():
            if name in wanted:
                assert face, (work.key, name)
                assert face.text == wanted[name], work.key
        for name in ("date", "place", "volume", "issue", "url", "document_symbol", "event_date"):
            assert work.fields.get(name) == wanted.get(name), (work.key, name)
        assert len(work.author) == len(wanted.get("authors", ()))
        assert len(work.editor) == len(wanted.get("editors", ()))


def test_its_speech_inherits_the_volume_of_the_one_before(first_paper):
    library, _, _ = first_paper
    work = next(work for work in gather_works(library).works if work.cited[0].citation == "n4.1")
    assert work.key == "wen2009tongzhou"
    assert work.container.display == "Shizheng Wenxian Jilan: March 2008 – April 2009"
    assert dict(work.inherited) == dict.fromkeys(("container", "publisher", "editor", "place", "date"), "n3.1")


def test_its_findings(first_paper):
    library, _, _ = first_paper
    found = [(finding.code, finding.citation) for finding in gather_works(library).findings]
    assert found == [("RS009", "n49.1"), ("DU001", "n50.1"), ("DU002", "n49.1"), ("DU003", "n46.2")]


def test_its_keys(first_paper):
    library, _, _ = first_paper
    keys = [work.key for work in gather_works(library).works]
    assert len(set(keys)) == 98
    assert {"zhao2007jiangou", "sres1706", "tang2002zhongguo", "jiefangjunbao2003zhongguob"} <= {*keys}
