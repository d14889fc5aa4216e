"""Three hundred references in a world of its own: as they are registered, with one slip, and of papers nobody wrote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit.model import Face, Name, Title

SUBJECTS = (
    "Peacekeeping|the Burma Road|Salt Taxation|Treaty Ports|Rural Credit|Opium Suppression|the Examination System|"
    "Railway Nationalisation|Famine Relief|Extraterritoriality|Silver Currency|Frontier Migration|the Assemblies|"
    "Labour Unions|Women’s Education|Land Reform|Public Health|Village Schools|Newspaper Censorship|River Conservancy|"
    "Grain Transport|the Customs Service|Student Movements|Banditry|Lineage Property"
).split("|")
ANGLES = (
    "The Politics of {} in Republican China",
    "{} Reconsidered: Evidence from Local Archives",
    "Who Gained from {}? A Quantitative Inquiry",
    "Law, Custom and {}, 1880–1930",
)
UNWRITTEN = (
    "Rethinking {} under the Late Qing State",
    "Between State and Society: {} and Its Critics",
    "Towards a Global History of {}",
    "{}: Memory, Trauma and the Archive",
)
PEOPLE = (
    "Fravel, M. Taylor",
    "Gill, Bates; Reilly, James",
    "Li, Ming",
    "Wu, Wei; Chen, Jian",
    "Nathan, Andrew J.",
    "Kim, S.",
)
JOURNALS = ("Asian Survey", "The China Quarterly", "Modern China", "Journal of Asian Studies", "International Security")


def world(make):
    """The hundred papers there are, each with its DOI."""
    titles = [angle.format(subject) for subject in SUBJECTS for angle in ANGLES]
    return [
        make.article(
            title[0].upper() + title[1:],
            PEOPLE[at % len(PEOPLE)],
            JOURNALS[at % len(JOURNALS)],
            1975 + at % 40,
            str(10 + at % 37),
            f"{100 + 3 * at}-{120 + 3 * at}",
            doi=f"10.5555/{at:04d}",
        )
        for at, title in enumerate(titles)
    ]


def without_doi(work):
    return replace(work, fields={name: value for name, value in work.fields.items() if name != "doi"})


def slipped(work, at):
    """The work with one field cited wrongly."""
    fields = dict(work.fields)
    match at % 7:
        case 0:
            return replace(work, fields=fields | {"date": str(int(fields["date"]) + 4)})
        case 1:
            return replace(work, fields=fields | {"volume": str(int(fields["volume"]) + 60)})
        case 2:
            return replace(work, fields=fields | {"pages": "901-933"})
        case 3:
            return replace(work, container=Title(Face("World Politics")))
        case 4:
            return replace(work, author=(Name("Sommer", "Matthew"), *work.author[1:]))
        case 5:
            words = work.title.display.split()
            return replace(work, title=Title(Face(" ".join([*words[:-2], "Imperial", "Taiwan"]))))
    return replace(work, fields=fields | {"doi": f"10.5555/{(at + 31) % 100:04d}"})


def unwritten(make, at):
    """A paper nobody wrote, by people who write such papers, in a journal that prints them."""
    title = UNWRITTEN[at % 4].format(SUBJECTS[at // 4])
    year, pages = 1975 + (at * 7) % 40, f"{50 + at}-{71 + at}"
    doi = {"doi": f"10.5555/none.{at}"} if at % 3 == 0 else {}
    return make.article(title, PEOPLE[(at * 5) % 6], JOURNALS[(at * 3) % 5], year, str(70 + at % 20), pages, **doi)


@pytest.fixture
def told(make, stub, check):
    """The verdicts on the three hundreds."""
    papers = world(make)
    stub.items += [make.item(work, work.fields["doi"]) for work in papers]
    true = [work if at % 2 else without_doi(work) for at, work in enumerate(papers)]
    wrong = [slipped(work if at % 2 or at % 7 == 6 else without_doi(work), at) for at, work in enumerate(papers)]
    false = [unwritten(make, at) for at in range(100)]
    found = check(*true, *wrong, *false)
    return [one.verdict for one in found]


def test_three_hundred_references(told):
    true, wrong, false = told[:100], told[100:200], told[200:]
    assert sum(verdict != "verified" for verdict in true) <= 2, "true ones accused"
    right = true.count("verified") + wrong.count("differs") + false.count("not-found")
    assert right >= 0.95 * 300, (true.count("verified"), wrong.count("differs"), false.count("not-found"))
