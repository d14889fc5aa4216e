"""Ten times the records take ten times the work, told in renderings, not in seconds."""

from __future__ import annotations

import pytest

from citekit.style.processor import Processor

YEAR = '<date variable="issued" prefix=" "><date-part name="year"/></date>'
AUTHOR_DATE = {
    "layout": f'<names variable="author"><name form="short" initialize-with=". "/></names>{YEAR}',
    "entry": f'<names variable="author"/>{YEAR}<text variable="title" prefix=". "/>',
    "citation": (
        'disambiguate-add-names="true" disambiguate-add-givenname="true" disambiguate-add-year-suffix="true" '
        'et-al-min="3" et-al-use-first="1" collapse="year-suffix"'
    ),
    "bibliography": 'subsequent-author-substitute="---"',
    "sort": '<key variable="author"/><key variable="issued"/><key variable="title"/>',
}


def record(number, families, givens, years, crew):
    """A record of a library in which names and years come again and again."""
    people = [
        {"family": f"Doe{(number * 7 + at) % families}", "given": f"G{(number + at) % givens}"} for at in range(crew)
    ]
    return {"author": people, "issued": {"date-parts": [[1900 + number % years]]}, "title": f"Title {number}"}


# how many family names, given names, years and authors there are
LIBRARIES = {
    "few alike": (1000, 50, 60, 1),
    "many alike": (20, 10, 5, 2),
    "crews": (10, 7, 3, 8),
    "all alike": (1, 1, 1, 1),
    "one family": (1, 400, 1, 1),
}


def work(made, monkeypatch, count, shape):
    """How many renderings it takes to format a library and to cite each of its records."""
    made_contexts = [0]
    real = Processor.context

    def counted(self, *args, **kwargs):
        made_contexts[0] += 1
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Processor, "context", counted)
    processor = made.processor(made.style(**AUTHOR_DATE), [record(number, *shape) for number in range(count)])
    assert len(processor.bibliography()) == count
    processor.cite([made.Cluster((made.Cite(each),), note) for note, each in enumerate(processor.items, 1)])
    monkeypatch.undo()
    return made_contexts[0]


@pytest.mark.parametrize("name", LIBRARIES)
def test_work_grows_as_the_library_does(made, monkeypatch, name):
    few, many = (work(made, monkeypatch, count, LIBRARIES[name]) for count in (40, 400))
    assert many <= 12 * few
