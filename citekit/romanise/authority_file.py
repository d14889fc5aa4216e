"""An authority list as a file: tab-separated, a heading that names the columns, ``#`` before a remark.

Columns, in any order: ``characters`` and ``romanised`` are needed; ``id`` ``type`` ``language`` ``traditional``
``alalc`` ``variants`` (parted by ``|``) ``english`` ``place`` ``parent`` ``issn`` ``confidence`` may be left out, as
columns or as empty cells. Without them a row is a ``body`` in Chinese, of ``high`` confidence for whose list it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from citekit.errors import CitekitError
from citekit.language import is_pinyin
from citekit.model import Finding
from citekit.romanise.authority_row import CONFIDENCES, TYPES, Authority
from citekit.romanise.face_key import face_key
from citekit.romanise.text import words

NEEDED = ("characters", "romanised")
COLUMNS = Authority._fields
_ISSN_LENGTH = 8
_LANGUAGES = {"zh", "ja"}


class Rows(NamedTuple):
    """What a file holds: its rows in order, and what is amiss with those that are broken or doubtful."""

    rows: tuple[Authority, ...]
    findings: tuple[Finding, ...] = ()


def load_authorities(path: Path) -> Rows:
    """The rows of a file. Raises :class:`~citekit.errors.CitekitError` where it cannot be opened or is no UTF-8."""
    try:
        return read_authorities(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CitekitError(f"{path}: cannot be read ({error.strerror}). Name an authority list that exists.") from error
    except UnicodeDecodeError as error:
        raise CitekitError(f"{path}: is not UTF-8. Save the authority list as UTF-8 text.") from error


def read_authorities(text: str, *, sure: bool = False) -> Rows:
    r"""The rows of a list's text; a row that cannot be used is a finding with its line and its text, and is left out.

    ``sure`` spares the cells of a list that is known to be clean from being looked at one by one.

    >>> read_authorities("characters\tromanised\n人民日报\tRenmin Ribao\n").rows[0].id
    'renminribao'
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if _is_row(line)]
    if not lines:
        return Rows(())
    heading = [cell_of(cell).lower() for cell in lines[0][1].split("\t")]
    amiss = _amiss_in_heading(heading)
    if amiss:
        return Rows((), (_unreadable(*lines[0], amiss),))
    findings: list[Finding] = []
    rows: dict[str, Authority] = {}
    for number, line in lines[1:]:
        cells = line.split("\t") if sure else [cell_of(cell) for cell in line.split("\t")]
        named = dict(zip(heading, cells, strict=False))
        problem = _amiss_in_row(heading, cells, named)
        if problem:
            findings.append(_unreadable(number, line, problem))
            continue
        row = _row(named)
        if row.id in rows:
            findings.append(_twice(number, line, row))
            continue
        if not sure:
            findings.extend(_doubtful(number, line, says) for says in _doubts(row, named))
        rows[row.id] = row
    return Rows(tuple(rows.values()), tuple(findings))


_WRITTEN = ("id", "type", "characters", "romanised", "variants", "english", "place", "issn")


def write_authorities(rows: Iterable[Authority]) -> str:
    """Rows as the text of a list, which :func:`read_authorities` reads; columns that learned rows have."""
    lines = ["\t".join(_WRITTEN)]
    for row in rows:
        cells = row._asdict() | {"variants": "|".join(row.variants)}
        lines.append("\t".join(" ".join(str(cells[name]).split()) for name in _WRITTEN))
    return "\n".join(lines) + "\n"


def _is_row(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def cell_of(cell: str) -> str:
    """A cell without the quotes that spreadsheets put round it."""
    plain = cell.strip()
    if len(plain) > 1 and plain[0] == plain[-1] == '"':
        return plain[1:-1].replace('""', '"').strip()
    return plain


def _amiss_in_heading(heading: list[str]) -> str:
    lacking = [name for name in NEEDED if name not in heading]
    if lacking:
        return f"The heading lacks the column {' and '.join(lacking)}"
    unknown = [name for name in heading if name not in COLUMNS]
    if unknown:
        return f"The heading names a column that no list has: {', '.join(unknown) or 'one without a name'}"
    twice = sorted({name for name in heading if heading.count(name) > 1})
    return f"The heading names a column twice: {', '.join(twice)}" if twice else ""


def _amiss_in_row(heading: list[str], cells: list[str], named: Mapping[str, str]) -> str:
    if any(cells[len(heading) :]):
        return f"The row has {len(cells)} cells for {len(heading)} columns"
    lacking = [name for name in NEEDED if not named.get(name)]
    return f"The row has nothing under {' and '.join(lacking)}" if lacking else ""


def _row(named: Mapping[str, str]) -> Authority:
    variants = tuple(filter(None, (variant.strip() for variant in named.get("variants", "").split("|"))))
    issn = named.get("issn", "").upper()
    language = named.get("language", "")
    confidence = named.get("confidence", "")
    return Authority(
        id=named.get("id") or face_key(named["romanised"]) or named["characters"],
        type=named.get("type") or "body",
        language=language or "zh",
        characters=named["characters"],
        romanised=named["romanised"],
        traditional=named.get("traditional", ""),
        alalc=named.get("alalc", ""),
        variants=variants,
        english=named.get("english", ""),
        place=named.get("place", ""),
        parent=named.get("parent", ""),
        issn=issn if is_issn(issn) else "",
        confidence=confidence if confidence in CONFIDENCES else "low" if confidence else "high",
    )


def is_issn(text: str) -> bool:
    """Whether a text is an ISSN whose check digit holds (ISO 3297): ``1006-9550``, ``1007-161X``."""
    digits = text.replace("-", "")
    if len(digits) != _ISSN_LENGTH or not (
        digits[:7].isascii() and digits[:7].isdigit() and digits[7] in "0123456789X"
    ):
        return False
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(weight * value for weight, value in zip(range(8, 0, -1), values, strict=True)) % 11 == 0


def _doubts(row: Authority, named: Mapping[str, str]) -> Iterator[str]:
    if named.get("issn") and not row.issn:
        yield f"The check digit of the ISSN {named['issn']} does not hold; it is left out"
    if named.get("confidence") and named["confidence"] != row.confidence:
        yield f"The confidence {named['confidence']} is none of {', '.join(CONFIDENCES)}; it is taken for low"
    if row.type not in TYPES:
        yield f"The type {row.type} is none of {', '.join(sorted(TYPES))}"
    if row.language not in _LANGUAGES:
        yield f"The language {row.language} is neither zh nor ja"
    if row.language == "zh":
        spelt = [row.romanised[start:end] for start, end in words(row.romanised)]
        wrong = [word for word in spelt if not is_pinyin(word)]
        if wrong:
            yield f"The romanised form is no pinyin at {', '.join(wrong)}"


_HELP_ROW = "Mend the row in the file; its text is kept here."


def _unreadable(line: int, text: str, says: str) -> Finding:
    return Finding("PY101", f"{says}.", "error", text=text.strip(), line=line, help=_HELP_ROW)


def _doubtful(line: int, text: str, says: str) -> Finding:
    return Finding("PY102", f"{says}.", text=text.strip(), line=line, help="Mend the cell in the file.")


def _twice(line: int, text: str, row: Authority) -> Finding:
    message = f"The id {row.id} names more than one row; the first is taken."
    return Finding(
        "PY103", message, text=text.strip(), line=line, help="Give the rows ids of their own, or take one out."
    )
