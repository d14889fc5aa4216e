"""Expressions to look works up with."""

from __future__ import annotations

import pytest

from citekit.romanise.search import Sought, catalogue, cnki

RUNS = ("联合国维和行动", "中国与")


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (Sought(runs=RUNS), "TI%'联合国维和行动'"),
        (Sought(runs=RUNS, container_characters="世界经济与政治", year="2002"),
         "TI%'联合国维和行动' AND LY='世界经济与政治' AND YE='2002'"),
        (Sought(runs=RUNS, title_characters="中国与联合国", author_characters=("唐永胜", "赵磊")),
         "TI='中国与联合国' AND AU='唐永胜'"),
        (Sought(title_characters="O'Neill 论"), "TI='O Neill 论'"),
        (Sought(container_characters="世界经济与政治", year="2002"), ""),
        (Sought(), ""),
    ],
)  # fmt: skip
def test_cnki(work, told):
    assert cnki(work) == told


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (Sought(title="Jiangou heping: Zhongguo de xingwei", authors=("Zhao Lei", "Li Ming")),
         'ti:"jian gou he ping zhongguo de xing wei" au:"Zhao, Lei"'),
        (Sought(title="Xi’an de “lishi”"), 'ti:"xi’an de li shi"'),
        (Sought(title="X", container="Shijie Jingji", is_part=True), 'ti:"shi jie jing ji"'),
        (Sought(title="X", container="Shijie Jingji", container_spelling="Shi jie jing ji", is_part=True),
         'ti:"shi jie jing ji"'),
        (Sought(title="X", is_part=True), ""),
        (Sought(authors=("Zhao Lei",)), ""),
        (Sought(title="The Concept of Law"), 'ti:"The Concept of Law"'),
    ],
)  # fmt: skip
def test_catalogues(work, told):
    assert catalogue(work) == told
