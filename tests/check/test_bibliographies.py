"""Whole bibliographies: what is right in them is not accused, and what is told of the project's own is explained."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

import pytest

from citekit.check import Setting, check, open_source
from citekit.check.run import Checked
from citekit.cli.checking import periodicals
from citekit.write import READERS, WRITERS

EXPLAINED = {
    ("srs1244", "CK160"): "the paper prints S/RS/1244 for S/RES/1244",
    ("reminribao2004zhongguo", "CK153"): "the paper prints Remin Ribao for Renmin Ribao",
    ("internationalstrategy2008", "CK114"): "the note gives the translation alone, which stands in for the title",
    ("ajiakeizai2009policy", "CK114"): "the note is cut; of the title only the end of the translation is left",
}
"""Entry and code → why what is told of the bundled paper's bibliography is right."""

# entries that are made in the shapes that real libraries have, none of which is a fault
TRICKY = r"""
@string{oup = "Oxford University Press"}
@article{a1,
  author = {{\'A}lvarez, Jos{\'e} Mar{\'\i}a and de la Cruz, Juana In{\'e}s and M{\"u}ller-L{\"u}denscheidt, H.},
  title = {{UN} Peacekeeping: {\emph{Quo vadis}}?}, journal = {Int. Organ.}, year = 1998, volume = {52},
  number = {3--4}, pages = {887--917}, month = jul # "/" # aug, doi = {10.1162/002081898550789}, issn = {0020-8183}}
@book{b1, author = {King, Jr., Martin Luther and van der Berg, Jan and others}, title = {Why We Can't Wait},
  publisher = oup, address = {New York and London}, year = {1964}, isbn = {0-451-52753-4}, edition = {2}}
@incollection{c1, author = {{United Nations} and {Centre National de la Recherche Scientifique} and 李, 小龙},
  title = {50 ans de maintien de la paix (1948--1998)}, crossref = {c2}, pages = {xii--xv, 12--9}, langid = {french}}
@collection{c2, editor = {Weiss, Thomas G.}, title = {The Oxford Handbook on the United Nations}, publisher = oup,
  date = {2007/2008}, isbn = {978-0-19-927951-7}}
@online{d1, author = {{BBC News}}, title = {{China} ‘Backs’ {UN}}, date = {2005-21}, url = {https://bbc.co.uk/a_b?c=d&e#f},
  urldate = {2011-12-15}}
@misc{e1, author = {Vaswani, Ashish and others}, title = {Attention Is All You Need}, eprint = {1706.03762},
  archiveprefix = {arXiv}, primaryclass = {cs.CL}, year = 2017}
@article{f1, author = {Doe, Jane and Roe, Richard}, title = {A $\beta$-Study of 5\% \& More {\textit{in vivo}}},
  journal = {PLoS ONE}, year = 2013, volume = 8, pages = {e0123456}, note = {Accessed 50% of the time}}
@book{g1, author = {Herodotus}, title = {Histories}, date = {1890?}, origdate = {-0430}, publisher = {Clarendon}}
@article{h1, author = {Zhao, Lei 赵磊}, title = {Zhongguo yu lianheguo [中国与联合国]},
  journal = {Shijie Jingji yu Zhengzhi}, date = {2004-10}, number = {9}, pages = {S39--S44}}
@phdthesis{i1, author = {Ng, Eu-jin}, title = {On {LaTeX} and {BibTeX}}, school = {MIT}, year = {2004}}
@report{j1, author = {{UN Secretary-General}}, title = {In Larger Freedom}, type = {UN document}, institution = {UN},
  number = {A/59/2005}, date = {2005-03-21}}
@inproceedings{k1, author = {O'Brien, Pat and D'Souza, J. E.}, title = {Pre- and Post-war Aid}, year = {in press},
  booktitle = {Proceedings of the 3rd Conference on Aid, {Geneva}, 2--4 {May}}}
"""


def without_clock(sources):
    from datetime import date  # noqa: PLC0415 - the only test that needs one

    return check(sources, setting=Setting(date(2026, 6, 1), periodicals=periodicals), processes=1)


def test_what_is_told_of_the_own_bibliography_is_explained(root, opened):
    text = (root / "references.bib").read_text(encoding="utf-8")
    (one,) = without_clock([opened(text)])
    assert one.entries == text.count("\n@") + 1
    assert {(finding.citation, finding.code) for finding in one.findings} == EXPLAINED.keys()
    assert all(finding.severity != "error" for finding in one.findings)


def test_shapes_of_real_libraries_are_no_faults(opened):
    (one,) = without_clock([opened(TRICKY)])
    told = [(finding.citation, finding.code, finding.message) for finding in one.findings if finding.severity != "info"]
    assert not told


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "csl-json", "ris"])
def test_no_error_is_told_of_the_bundled_paper_in_any_format(form, sample):
    from citekit import extract  # noqa: PLC0415 - the others need no paper

    text = WRITERS[form](extract(sample))
    (one,) = without_clock([open_source("out", text, form, lambda: READERS[form](text, "out"))])
    assert not [finding for finding in one.findings if finding.severity == "error"]
    known = {code for _, code in EXPLAINED}
    assert {finding.code for finding in one.findings if finding.severity == "warning"} <= known | {"CK011"}


FIELDS = {"title": "title", "container": "journaltitle", "date": "date", "publisher": "publisher", "place": "location"}
FIELDS |= {"volume": "volume", "issue": "number", "pages": "pages", "url": "url", "document_symbol": "number"}


def gold_works(shared):
    works = json.loads((shared / "gold" / "china-un-peacekeeping.works.json").read_text(encoding="utf-8"))
    for work in works:
        names = [
            f"{{{name['literal']}}}" if "literal" in name else f"{name['family']}, {name.get('given', '')}"
            for name in work.get("authors", [])
        ]
        told = {name: work[field] for field, name in FIELDS.items() if work.get(field)}
        yield work["id"], {"author": " and ".join(names)} | told


def test_no_error_is_told_of_the_works_that_a_person_typed(shared, opened):
    text = "".join(
        f"@misc{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value) + "}\n"
        for key, fields in gold_works(shared)
    )
    (one,) = without_clock([opened(text)])
    assert one.entries > 90
    assert not [finding for finding in one.findings if finding.severity == "error"]


def test_no_error_is_told_of_the_shared_papers(shared):
    from citekit import extract  # noqa: PLC0415 - the others need no paper

    papers = sorted((shared / "papers").glob("*.txt"))
    assert papers
    for paper in papers:
        text = WRITERS["bibtex"](extract(paper))
        (one,) = without_clock([open_source(paper.name, text, "bibtex", lambda text=text: READERS["bibtex"](text, ""))])
        assert isinstance(one, Checked)
        assert not [finding for finding in one.findings if finding.severity == "error"], PurePath(paper).name


def test_the_hook_runs_the_check_on_bibliographies(root):
    import yaml  # noqa: PLC0415 - the others need no YAML

    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert hook["language"] == "python"
    assert hook["entry"].split()[:2] == ["citekit", "check"]
    names = ("a/b.bib", "a.ris", "a.csl.json", "a.bib.txt", "a.json")
    assert [name for name in names if re.search(hook["files"], name)] == ["a/b.bib", "a.ris", "a.csl.json"]
