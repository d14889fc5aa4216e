"""Interviews and messages of every shape: who, where, when; and the word interview where none was held."""

from __future__ import annotations

import pytest

from citekit.parse.interview import read_interview

# the note, then who, where, when
HELD = [
    (
        "Author’s interview with a PLA senior colonel (Beijing, December 2009)",
        "a PLA senior colonel",
        "Beijing",
        "December 2009",
    ),
    (
        "A military officer, in discussion with the author (April 2008, Tokyo)",
        "A military officer",
        "Tokyo",
        "April 2008",
    ),
    ("Interview with a Chinese diplomat, Beijing, 12 June 2010", "a Chinese diplomat", "Beijing", "12 June 2010"),
    ("Author interview with Zhao Lei, Beijing, June 2014", "Zhao Lei", "Beijing", "June 2014"),
    ("Personal interview with Wang Yizhou, 3 May 2008", "Wang Yizhou", None, "3 May 2008"),
    ("Interviews with UN officials, New York, October 2011", "UN officials", "New York", "October 2011"),
    ("Bates Gill, telephone interview with the author, 3 May 2008", "Bates Gill", None, "3 May 2008"),
    ("Pang Zhongying, interview by author, Beijing, May 2008", "Pang Zhongying", "Beijing", "May 2008"),
    ("Pang Zhongying, e-mail to the author, 14 February 2011", "Pang Zhongying", None, "14 February 2011"),
    ("Author interview, Addis Ababa, March 2012", None, "Addis Ababa", "March 2012"),
    ("Interview by the author, Geneva, 2 July 2007", None, "Geneva", "2 July 2007"),
    ("Telephone conversation with a UN official, 5 May 2010", "a UN official", None, "5 May 2010"),
    ("Confidential interview with a diplomat (London, July 2011)", "a diplomat", "London", "July 2011"),
    ("E-mail correspondence with Zhao Lei, January 2012", "Zhao Lei", None, "January 2012"),
    ("Interview mit einem Beamten, Berlin, 4. Mai 2009", "einem Beamten", "Berlin", "4. Mai 2009"),
]

NONE = [
    "“Interview with Foreign Minister Qian,” Renmin Ribao, March 13, 1992",
    "“Qian Qichen jieshou jizhe caifang (Interview of Qian Qichen),” Renmin Ribao, March 13, 1992",
    "Interview with a Chinese diplomat",
    "He gave an interview to the newspaper",
    "Zhao Lei, Jiangou Heping (Beijing: Jiuzhou, 2007)",
    "The interviews were held by others in 2009",
    "Gubrium, J., Handbook of Interview Research, 2002",
    "",
]


@pytest.mark.parametrize(("text", "who", "place", "date"), [pytest.param(*row, id=row[0][:50]) for row in HELD])
def test_interviews(text, who, place, date):
    found = read_interview(text, 0, len(text))
    assert [span and text[slice(*span)].strip() for span in (found.who, found.place, found.date)] == [who, place, date]


@pytest.mark.parametrize("text", NONE)
def test_no_interview(text):
    assert read_interview(text, 0, len(text)) is None
