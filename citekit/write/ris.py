"""A Library to RIS that EndNote, Zotero and bibutils read, and RIS of anybody's to a Library.

Lines are ``TI  - value`` and end in CR LF, as the specification has it; one value a line, ER last. What goes where
(``ris_table`` is the table itself, type by type):

==============================  =====================================================================================
of a work                       in the reference
==============================  =====================================================================================
key; type                       ID; TY, and M3 where TY stands for several types (``UN document``)
title: main; translation        TI (another face where there is no main one); TT
short title                     ST
container; its short form       T2, of a conference C3 too, of a case A2; J2
series                          T3, of books and reports T2
author; editor; translator      AU ``Family, Given``, bodies with a comma at the end; ED; A4
editor of a series              A3, of books A2
other roles                     film: director AU, producer A3; interviewer A2; author of the container C2 of a chapter
event_title, event_place        conference T2, CY; speech T2, CY; interview CY
place; publisher; authority     CY, of a conference C1; PB; PB of a case
date; accessed                  PY, and DA ``2007/03/05/`` where there is more than a year; Y2
volume, issue, edition          VL, IS, ET (also the version of a program)
pages; number_of_pages          SP and EP; SP of a book or thesis
chapter_number, section         SE
collection_number               M1 of a book
number_of_volumes               NV
document_symbol                 SN of a report or patent, else M1
isbn, issn; doi, url; pmcid     SN; DO, UR; C2 of an article
genre; language                 M3; LA (BCP 47)
archive, archive_location       DB, AN
call_number; source             CN; DP
original_title, -publisher …    OP, as ``Title (Place: Publisher, 1967)``
reviewed_title, scale, medium   RI, C1 of a map, C5 of a film; references: C5 of a patent
keyword, abstract, note         KW (one a line), AB, N1 (one a line)
places that cite the work       RN, as ``note 8, p. 44; note 50``; annote is RN too
fields of a loaded file         their own tags, from ``ris.C7`` and the like
all the rest                    M2: ``citekit:`` and a JSON merge patch from what the tags tell to the whole record
==============================  =====================================================================================

So original scripts, the order of names, variants and every other field and role are in M2, and a reference that tells
all by itself has none. What cannot be read is a finding: text outside of references, an unknown type, a missing ER.
"""

from __future__ import annotations

from citekit.model import Finding, Library, Work
from citekit.write.latex import even
from citekit.write.ris_lines import Reference, split
from citekit.write.ris_table import CODES, ORDER, RIS
from citekit.write.tagged import Loaded, in_order, keys, reference, with_keys, work_from
from citekit.write.xml_read import library_of

_OPAQUE = "M2"


def to_ris(library: Library) -> str:
    """The works of a library as RIS, in their order; an empty text for a library without works."""
    return "".join(reference_text(work, key) for work, key in zip(library.works, keys(library), strict=True))


def reference_text(work: Work, key: str) -> str:
    """The lines of a work's reference under a key, and the blank line behind it."""
    code, pairs = reference(RIS, work, key, _OPAQUE)
    lines = [("TY", code), *in_order(pairs, ORDER), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines) + "\r\n"


def load_ris(text: str, source: str) -> Library:
    """The works of a RIS text, in its order; ``source`` is the name of the file, for findings.

    Nothing in the text raises: what belongs to no reference is a finding that keeps it.
    """
    lines, references = split(text)
    works: list[Loaded] = []
    findings: list[Finding] = []
    for found in references:
        findings += _findings(found, lines)
        if found.code or found.pairs:
            key = next((even(value) for tag, value in found.pairs if tag == "ID"), "")
            works.append(Loaded(work_from(RIS, found.code, found.pairs, _OPAQUE), key, found.line))
    if findings and not works:
        message = "This file holds no reference of RIS; no line of it begins with a tag."
        findings = [Finding("RD123", message, "error", text=text, line=1, help="Name the format that it is in.")]
    named, twice = with_keys(works)
    return library_of(text, source, named, sorted([*findings, *twice], key=lambda finding: finding.line or 0))


def _findings(found: Reference, lines: list[str]) -> list[Finding]:
    told: list[Finding] = []
    whole = "\n".join(lines[found.line - 1 : found.last])
    if found.stray:
        message = "This text stands outside of any reference; it is not read."
        told.append(Finding("RD131", message, text="\n".join(found.stray), line=found.line, help=_STRAY))
    if not (found.code or found.pairs):
        return told
    if found.code not in CODES:
        what = f"The type {found.code} is none of RIS" if found.code else "The reference has no TY line"
        told.append(Finding("RD132", f"{what}; it is read as a document.", text=whole, line=found.line, help=_TYPE))
    if not found.closed:
        message = "The reference is not closed by an ER line; it is read up to the next one."
        told.append(Finding("RD133", message, "info", text=whole, line=found.line, help=_OPEN))
    return told


_STRAY = "Take the text out, or put the tag it belongs to before it."
_TYPE = "Give the reference a TY line with one of the types of RIS, such as BOOK or JOUR."
_OPEN = "Put a line with ER at the end of the reference."
