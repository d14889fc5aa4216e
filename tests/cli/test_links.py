"""``citekit links`` from the outside: formats, reports, exit codes, a run that is killed and goes on, bad input."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from citekit.online import Settings

sys.path.insert(0, str(Path(__file__).parents[1] / "online"))
from server import Page, Server, always, page, to

GOOD = always(page("Annual report", "Words of the report. " * 40))
FORMS = ("text", "json", "jsonl", "csv", "markdown", "sarif", "junit", "github")


@pytest.fixture
def site():
    """A server on this machine, in a thread of its own, with its base address."""
    server = Server({"/301": always(to(301, "/ok")), "/500": always(Page(500))}, {"/ok": GOOD})
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    asyncio.run_coroutine_threadsafe(server.start(), loop).result()
    server.base = f"http://127.0.0.1:{server.port}"
    yield server
    asyncio.run_coroutine_threadsafe(server.stop(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture
def links(citekit, site, tmp_path, monkeypatch):
    """Run the verb on this machine's server; archives and resolvers are it too."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("citekit.cli.links_settings.Settings", partial(Settings, backoff=0.0))
    bases = [word for name in ("doi", "handle", "wayback", "memento") for word in ("--base", f"{name}={site.base}")]

    def call(*arguments, stdin=b"", private=True):
        return citekit("links", *(["--allow-private"] if private else []), *bases, *arguments, stdin=stdin)

    return call


@pytest.fixture
def library(site, tmp_path):
    """A library with a link of each verdict."""
    path = tmp_path / "library.bib"
    path.write_text(
        f"""@misc{{well, title = {{A}}, url = {{{site.base}/ok}}, urldate = {{2010-05-06}}}}

@misc{{moved,
  title = {{B}},
  url = {{{site.base}/301}},
}}
@misc{{gone, url = {{{site.base}/none}}, urldate = {{2010-05-06}}}}
@misc{{fault, url = {{{site.base}/500}}}}
@misc{{mail, howpublished = {{\\url{{ftp://example.org/x}}}}}}
""",
        encoding="utf-8",
    )
    return path


VERDICTS = {"well": "alive", "moved": "moved", "gone": "dead", "fault": "unsure", "mail": "unchecked"}
CODES = {"moved": "UR002", "gone": "UR001", "fault": "UR003", "mail": "UR011"}


def test_json_has_every_link_with_its_verdict(links, library, site):
    done = links(library, "--to", "json")
    document = json.loads(done.stdout)
    assert done.returncode == 1
    assert {one["key"]: one["verdict"] for one in document["links"]} == VERDICTS
    assert [one["line"] for one in document["links"]] == [1, 5, 7, 8, 9]
    assert document["summary"] == {"alive": 1, "moved": 1, "dead": 1, "unsure": 1, "unchecked": 1}
    moved = document["links"][1]
    assert moved["proposed"] == f"{site.base}/ok"
    assert moved["hops"] == [{"status": 301, "address": f"{site.base}/ok"}]


def test_every_report_is_in_its_form(links, library):
    told = {form: links(library, "--to", form).stdout.decode() for form in FORMS}
    assert {json.loads(line)["key"] for line in told["jsonl"].splitlines()} == set(VERDICTS)
    rows = list(csv.DictReader(io.StringIO(told["csv"])))
    assert {row["key"]: row["verdict"] for row in rows} == VERDICTS
    assert "library.bib:5: UR002 link-moved" in told["text"]
    table = [line for line in told["markdown"].splitlines() if line.startswith("| ")]
    assert len(table) == 2 + len(CODES)
    assert {line.count(" | ") for line in table} == {3}
    results = json.loads(told["sarif"])["runs"][0]["results"]
    assert sorted(one["ruleId"] for one in results) == sorted(CODES.values())
    assert ET.fromstring(told["junit"]).get("failures") == str(len(CODES))  # noqa: S314 - our own
    assert told["github"].count("::error ") == 1


def test_stderr_says_once_which_hosts_are_asked_and_what_came_of_it(links, library, site):
    told = links(library).stderr.decode()
    assert told.count(f"127.0.0.1:{site.port} for DOIs") == 1
    assert "5 links: 1 alive, 1 moved, 1 dead, 1 unsure, 1 unchecked" in told
    assert links(library, "-q").stderr == b""


def test_a_copy_in_an_archive_is_proposed(links, library, site):
    rows = [["timestamp", "original", "statuscode", "digest"], ["20100507000000", f"{site.base}/none", "200", "D"]]
    site.behaviours["/cdx/search/cdx"] = always(Page(200, json.dumps(rows).encode()))
    (gone,) = (one for one in json.loads(links(library, "--to", "json").stdout)["links"] if one["key"] == "gone")
    assert gone["archive_url"] == f"{site.base}/web/20100507000000/{site.base}/none"
    assert gone["archive_gap_days"] == 1
    assert f"archive_url = {{{gone['archive_url']}}}, made on 2010-05-07, 1 day after" in " ".join(
        links(library).stdout.decode().split()
    )


def test_nothing_to_say_is_0(links, site):
    done = links("-", stdin=f"{site.base}/ok\n{site.base}/ok2\n".encode())
    assert (done.returncode, done.stdout) == (0, b"")


@pytest.mark.parametrize("form", FORMS)
def test_a_library_without_links_is_a_report_without_any(links, tmp_path, form):
    (tmp_path / "a.bib").write_text("@book{a, title = {A}}\n")
    done = links("a.bib", "--to", form)
    assert done.returncode == 0
    assert b"no URL, DOI or handle" in done.stderr
    assert form != "json" or json.loads(done.stdout)["links"] == []


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_network_that_is_down_is_3_and_one_sentence(links, tmp_path, form, monkeypatch):
    monkeypatch.setattr("citekit.online.settings.PROBES", ())
    monkeypatch.setattr("citekit.online.web.system_lookup", None)
    (tmp_path / "a.txt").write_text("".join(f"http://nobody{number}.test/\n" for number in range(200)))
    monkeypatch.setattr("citekit.cli.links_run.Web", down)
    done = links("a.txt", "--to", form, private=False)
    assert done.returncode == 3
    assert done.stderr.decode().count("The network is down") == 1
    assert done.stdout == b"" or {one["verdict"] for one in json.loads(done.stdout)["links"]} == {"unchecked"}


def down(settings):
    """A web on a machine that is off the network."""
    import socket  # noqa: PLC0415 - for this stand-in only
    from dataclasses import replace  # noqa: PLC0415 - the same

    from citekit.online import Web  # noqa: PLC0415 - the same

    def lookup(_host):
        raise socket.gaierror(socket.EAI_NONAME, "nodename nor servname provided")

    return Web(replace(settings, backoff=0.0), lookup=lookup)


def test_private_machines_are_not_asked_unless_that_is_meant(links, site):
    done = links("-", "--to", "jsonl", "--any-port", stdin=f"http://127.1:{site.port}/ok\n".encode(), private=False)
    # the port makes it the trusted base under another spelling, which is another host
    told = json.loads(done.stdout)
    assert (told["verdict"], told["reason"]) == ("unchecked", "private")
    assert not site.asked


FORMATS = {
    "a.ris": "TY  - WEB\nTI  - A\nUR  - {}/ok/1\nER  - \nTY  - WEB\nUR  - {}/none\nER  - \n",
    "a.csl.json": '[{{"id": "a", "type": "webpage", "URL": "{}/ok/1"}}, {{"id": "b", "URL": "{}\\/none"}}]',
    "a.txt": "{}/ok/1\n{}/none\n",
    "a.bib": "@misc{{a, url = {{{}/ok/1}}}}\n@misc{{b, note = {{See \\url{{{}/none}}}}}}\n",
    "a.hayagriva.yaml": "a:\n  type: web\n  url: {}/ok/1\nb:\n  type: web\n  url: {}/none\n",
    "paper.txt": "Those who study this begin with a page.1 And others.2\n\n"
    "1 See A. Smith, “Report,” {}/ok/1 (accessed May 6, 2010).\n2 B. Jones, “Note,” {}/none.\n",
}


@pytest.mark.parametrize("name", FORMATS)
def test_addresses_are_found_in_every_format(links, site, tmp_path, name):
    (tmp_path / name).write_text(FORMATS[name].format(site.base, site.base), encoding="utf-8")
    told = [json.loads(line) for line in links(name, "--to", "jsonl").stdout.splitlines()]
    found = {one["address"].removeprefix(site.base): (one["verdict"], one.get("line")) for one in told}
    assert {path: verdict for path, (verdict, _) in found.items()} == {"/ok/1": "alive", "/none": "dead"}
    assert all(line for _, line in found.values())


@pytest.mark.parametrize("name", ["a.ris", "a.csl.json", "a.txt", "a.bib"])
def test_a_large_file_is_read_piece_by_piece_with_the_same_links(tmp_path, name, monkeypatch):
    from citekit.cli import links_inputs  # noqa: PLC0415 - the rest looks from the outside

    one = FORMATS[name].format("http://a.org", "http://b.org")
    text = f"[\n{','.join([one.strip('[]')] * 50)}\n]\n" if name.endswith("json") else one * 50
    (tmp_path / name).write_text(text, encoding="utf-8")
    whole = list(links_inputs.read_links([str(tmp_path / name)], None))
    monkeypatch.setattr(links_inputs, "_LARGE", 1)
    pieces = list(links_inputs.read_links([str(tmp_path / name)], None))
    assert len(whole) == 100
    assert [(link.forms, link.line) for link in pieces] == [(link.forms, link.line) for link in whole]


def test_a_run_that_is_killed_goes_on_where_it_was(site, tmp_path):
    """The process is killed by the system in the middle; the next asks what was not asked, and nothing else again."""
    (tmp_path / "list.txt").write_text("".join(f"{site.base}/ok/{number}\n" for number in range(400)), encoding="utf-8")
    command = [sys.executable, "-m", "citekit", "links", "list.txt", "--to", "jsonl", "--allow-private", "-q"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    first = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE)
    for _ in range(100):
        assert first.stdout.readline()
    first.send_signal(signal.SIGKILL)
    first.communicate()
    before = Counter(one.path for one in site.asked)
    assert 100 <= len(before) < 400
    site.asked.clear()
    second = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    told = [json.loads(line) for line in second.stdout.splitlines()]
    assert [one["address"] for one in told] == [f"{site.base}/ok/{number}" for number in range(400)]
    assert {one["verdict"] for one in told} == {"alive"}
    again = Counter(one.path for one in site.asked)
    kept = sum(one.get("kept", False) for one in told)
    assert kept >= 100
    # a few were on their way when it was killed, and their answers were lost with it
    assert len(set(before) & set(again) - {"/robots.txt"}) <= 8
    assert second.returncode == 0


def test_an_output_is_written_whole_or_not_at_all(links, library, tmp_path):
    (tmp_path / "out.json").write_text("before")
    done = links(library, "--to", "json", "-o", "out.json")
    assert done.stdout == b""
    assert len(json.loads((tmp_path / "out.json").read_text())["links"]) == 5
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_device_is_written_to_and_not_put_away(links, library):
    assert links(library, "--to", "json", "-o", os.devnull).returncode == 1
    assert not Path(os.devnull).is_file()


def test_a_file_that_cannot_be_written_is_said(links, library, tmp_path):
    (tmp_path / "full").symlink_to("/dev/full")
    done = links(library, "--to", "json", "-o", "full")
    assert done.returncode == 2
    assert "could not be written" in done.stderr.decode()


def test_who_reads_no_further_ends_the_run(site, tmp_path):
    (tmp_path / "list.txt").write_text("".join(f"{site.base}/none/{number}\n" for number in range(3000)))
    command = f"{sys.executable} -m citekit links list.txt --allow-private --archive none --no-cache | head -2"
    told = subprocess.run(command, cwd=tmp_path, shell=True, capture_output=True, check=False)  # noqa: S602 - a pipe
    assert told.stdout.count(b"\n") == 2
    assert b"Traceback" not in told.stderr
    assert len(site.asked) < 5000


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["no.bib"], "There is no file no.bib"),
        (["."], "is a folder"),
        (["empty.bib"], "is empty"),
        (["binary.bib"], "binary"),
        (["-", "-"], "only once"),
        (["a.txt", "--from", "xyz"], "xyz is no format"),
        (["a.txt", "--base", "x=y"], "--base x=y is not NAME=URL"),
        (["a.txt", "--save"], "--save needs CITEKIT_ARCHIVE_KEYS"),
        (["a.txt", "--timeout", "0"], "--timeout"),
        (["a.txt", "-o", "no/such/out"], "is not there"),
        (["a.txt", "-o", "a.txt"], "is an input"),
        ([], "INPUT"),
    ],
)
def test_bad_usage_is_one_sentence(links, tmp_path, arguments, told):
    (tmp_path / "empty.bib").write_bytes(b"")
    (tmp_path / "binary.bib").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "a.txt").write_text("http://127.0.0.1:1/\n")
    done = links(*arguments)
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert "fault of citekit" not in done.stderr.decode()
    assert done.stdout == b""
