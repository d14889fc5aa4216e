"""How fast links are checked, beside linkchecker on the same machine in the same run.

A server on twenty addresses of this machine answers 5,000 fast pages after five milliseconds each; then 2,000 links of
mixed kinds, among them some that hang, which set a floor that no checker can go below. Exits with 1 where a figure is
over its bound. linkchecker (``apt install linkchecker``) is left out where it is not there. ``--quick`` takes a fifth.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import ClassVar

HOSTS = [f"127.0.0.{number}" for number in range(1, 21)]
DELAY = 0.005
TIMEOUT = 5.0
"""Seconds that an answer is waited for among the mixed links."""

WANTED = {"httpx": 500, "aiohttp": 1500}
"""Addresses a second that are wanted of each transport."""

MEMORY = 80
"""MiB."""

SENTENCE = "The mission left for the border in spring, and its report was printed in autumn. "
BODY = f"<!doctype html><html><head><title>Report</title></head><body><p>{SENTENCE * 12}</p></body></html>".encode()
MIXED = {"ok": 80, "301": 4, "302": 2, "404": 4, "500": 2, "503": 2, "429": 2, "reset": 2, "slow": 1, "hang": 1}
"""Kinds of the mixed links, in per cent."""


class Page(asyncio.Protocol):
    """One connection: requests are answered by the first part of their path."""

    counts: ClassVar[Counter[str]] = Counter()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep what is written to."""
        self.transport, self.came = transport, b""

    def data_received(self, data: bytes) -> None:
        """Answer every request that is whole, after the delay."""
        self.came += data
        while b"\r\n\r\n" in self.came:
            head, _, self.came = self.came.partition(b"\r\n\r\n")
            method, path, _ = head.partition(b"\r\n")[0].decode().split(" ")
            kind = path.split("/")[1]
            if kind != "hang":
                asyncio.get_running_loop().call_later(0.5 if kind == "slow" else DELAY, self.answer, method, path, kind)

    def answer(self, method: str, path: str, kind: str) -> None:
        """Write the answer of a kind; what says "later" says so once for each path, an index lists fast pages."""
        if kind == "reset":
            self.transport.abort()
            return
        later = kind in {"503", "429"} and not self.counts[path]
        self.counts[path] += 1
        status = int(kind) if kind.isdecimal() and (later or kind not in {"503", "429"}) else 200
        status = 404 if kind == "robots.txt" else status
        more = "Location: /ok/0\r\n" if status in {301, 302} else "Retry-After: 0\r\n" if later else ""
        body = index(int(path.split("/")[2]), self.transport.get_extra_info("sockname")[1]) if kind == "index" else BODY
        head = f"HTTP/1.1 {status} -\r\nContent-Type: text/html\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode()
        self.transport.write(head if method == "HEAD" else head + body)


def index(count: int, port: int) -> bytes:
    """A page with links to so many fast pages."""
    return "".join(f'<a href="{link}">x</a>\n' for link in fast_pages(count, port)).encode()


def fast_pages(count: int, port: int) -> list[str]:
    """The addresses of fast pages, on all hosts by turns."""
    return [f"http://{HOSTS[number % 20]}:{port}/ok/{number}" for number in range(count)]


async def serve() -> None:
    """Serve on all hosts at one port, tell the port, and go on until ended."""
    loop = asyncio.get_running_loop()
    port = 0
    for host in HOSTS:
        server = await loop.create_server(Page, host, port, backlog=1000)
        port = server.sockets[0].getsockname()[1]
    print(port, flush=True)
    await asyncio.Event().wait()


def main() -> int:
    """Measure, print the table, and say what is over its bound."""
    server = subprocess.Popen([sys.executable, __file__, "serve"], stdout=subprocess.PIPE, text=True)
    try:
        port = int(server.stdout.readline()) if server.stdout else 0
        with tempfile.TemporaryDirectory() as folder:
            return measure(Path(folder), port, 1000 if "--quick" in sys.argv else 5000)
    finally:
        server.terminate()
        server.wait()


def measure(folder: Path, port: int, count: int) -> int:
    """The table."""
    fast = fast_pages(count, port)
    print(f"{f'{count:,} fast addresses':<34}{'seconds':>9}{'a second':>10}{'CPU s':>8}{'MiB':>7}")
    kept = []
    for transport, wanted in WANTED.items():
        rate, memory = row(f"citekit links, {transport}", *check(folder, fast, transport), count)
        kept += [over(f"{transport}: {rate:,.0f}/s", rate >= wanted, f"{wanted:,}/s are wanted")]
        kept += [over(f"{transport}: {memory:,.0f} MiB", memory <= MEMORY, f"{MEMORY} MiB are allowed")]
    if shutil.which("linkchecker"):
        row("linkchecker, 100 threads", *beside(folder, port, count), count)
    else:
        print("There is no linkchecker here to measure beside (apt install linkchecker).")
    return 0 if all([*kept, *mixed(folder, port, count * 2 // 5)]) else 1


def mixed(folder: Path, port: int, count: int) -> list[bool]:
    """Links of all kinds, and how much longer they take than the time-outs among them make any checker take."""
    kinds = [kind for kind, share in MIXED.items() for _ in range(share)]
    # each kind on all hosts, so that no host has more that hang than may be asked at once
    hosts = [HOSTS[(number + number // 100) % 20] for number in range(count)]
    links = [f"http://{host}:{port}/{kinds[number * 37 % 100]}/{number}" for number, host in enumerate(hosts)]
    print(f"{f'{count:,} mixed addresses':<34}")
    kept = []
    for transport in WANTED:
        took = check(folder, links, transport)
        row(f"citekit links, {transport}", *took, count)
        ratio = took[0] / TIMEOUT
        kept.append(over(f"{transport}: {ratio:.2f} times the floor", ratio <= 1.5, "1.5 times are allowed"))
    return kept


def check(folder: Path, links: list[str], transport: str) -> tuple[float, float, float]:
    """One run of citekit: seconds, seconds of the processor, MiB."""
    (folder / "list.txt").write_text("\n".join(links), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "citekit",
        "links",
        str(folder / "list.txt"),
        "--allow-private",
        "-q",
        "--no-cache",
    ]
    command += ["--archive", "none", "--to", "jsonl", "-o", str(folder / "out"), "--transport", transport]
    took = run([*command, "--timeout", str(TIMEOUT)])
    told = [json.loads(line) for line in (folder / "out").read_text(encoding="utf-8").splitlines()]
    verdicts = Counter(one["verdict"] for one in told)
    if len(told) != len(links):
        raise SystemExit(f"citekit told of {len(told)} links of {len(links)}: {verdicts}")
    return took


def beside(folder: Path, port: int, count: int) -> tuple[float, float, float]:
    """One run of linkchecker over a page with the links, without its limit of ten requests a second and host."""
    rules = folder / "rules"
    rules.write_text("[checking]\nmaxrequestspersecond=100000\n", encoding="utf-8")
    for path in (folder, rules):
        path.chmod(0o755)  # it gives up the rights of root
    command = ["linkchecker", "-f", str(rules), "--check-extern", "-t", "100", "-r", "1", "-o", "none", "--no-robots"]
    return run([*command, "--timeout", str(int(TIMEOUT)), f"http://{HOSTS[0]}:{port}/index/{count}"])


def run(command: list[str]) -> tuple[float, float, float]:
    """Run a command; its seconds, its seconds of the processor, its peak of memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def row(what: str, seconds: float, processor: float, memory: float, count: int) -> tuple[float, float]:
    """Print a line of the table; the addresses a second and the MiB."""
    rate = count / seconds
    print(f"{what:<34}{seconds:>9.2f}{rate:>10,.0f}{processor:>8.2f}{memory:>7.0f}", flush=True)
    return rate, memory


def over(what: str, is_kept: bool, wanted: str) -> bool:  # noqa: FBT001 - a bound is kept or not
    """Say where a bound is not kept."""
    if not is_kept:
        print(f"  OVER: {what}; {wanted}", flush=True)
    return is_kept


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    if sys.argv[1:] == ["serve"]:
        asyncio.run(serve())
    sys.exit(main())
