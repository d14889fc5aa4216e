"""Many papers, read in processes side by side: what one of them does never stops the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from signal import SIG_IGN, SIGINT, signal
from time import perf_counter

from citekit.cli.recipe import Recipe
from citekit.errors import CitekitError
from citekit.model import Library

AHEAD = 4
"""Papers handed to each process before it asks, so that an interrupted run has little to wait for."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one paper: its library as JSON, or the sentence that says why there is none; seconds it took."""

    paper: str
    json: str = ""
    error: str = ""
    seconds: float = 0.0

    def library(self) -> Library:
        """The library that was read out of the paper."""
        from citekit.write import READERS

        return READERS["json"](self.json, self.paper)


def read_one(paper: str, recipe: Recipe) -> Result:
    """Read one paper and run it through the pipeline; no fault of a file or of citekit's own leaves this function."""
    from citekit import pipeline
    from citekit.read import read_file
    from citekit.write.json import library_to_json

    start = perf_counter()
    try:
        document = read_file(paper, password=recipe.password)
        text = library_to_json(pipeline.run(document, recipe.steps(quiet=True)))
    except CitekitError as error:
        return Result(paper, error=str(error), seconds=perf_counter() - start)
    except MemoryError:
        return Result(paper, error=f"{paper} takes more memory than there is; read it alone, or split it.")
    except Exception as error:  # noqa: BLE001 - the others go on, and the report names the fault
        what = f"{type(error).__name__}: {error}".partition("\n")[0].rstrip(": ")
        return Result(paper, error=f"{paper} meets a fault of citekit ({what}); please report it with the file.")
    return Result(paper, text, seconds=perf_counter() - start)


def read_many(
    papers: Sequence[str], recipe: Recipe, jobs: int | None, done: Callable[[Result], None]
) -> Mapping[str, Result]:
    """The result of every paper; ``done`` is told each as it comes. ``jobs`` is the number of processes.

    A process that dies takes only its own paper with it: what it held is read again one by one, each in a process of
    its own, and the paper that kills it is reported.
    """
    found: dict[str, Result] = {}
    workers = max(1, min(jobs or os.cpu_count() or 1, len(papers)))
    for result in _side_by_side(papers, recipe, workers) if workers > 1 else ():
        found[result.paper] = result
        done(result)
    for paper in papers:
        if paper not in found:
            found[paper] = _alone(paper, recipe) if workers > 1 else read_one(paper, recipe)
            done(found[paper])
    return found


def _pool(workers: int) -> ProcessPoolExecutor:
    # a forked child would share the parent's libraries in whatever state they are; PDFium forbids it
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl-C reaches all processes of a terminal; the parent answers it for all of them."""
    signal(SIGINT, SIG_IGN)


def _side_by_side(papers: Sequence[str], recipe: Recipe, workers: int) -> Iterator[Result]:
    """Results as they come, until all are there or a process has died."""
    pool = _pool(workers)
    waiting = list(papers)[::-1]
    running: set[Future[Result]] = set()
    try:
        while waiting or running:
            while waiting and len(running) < workers * AHEAD:
                running.add(pool.submit(read_one, waiting.pop(), recipe))
            ready, running = wait(running, return_when=FIRST_COMPLETED)
            for future in ready:
                yield future.result()
    except BrokenProcessPool:
        return
    except BaseException:  # interrupted: nobody waits for what is half done
        for child in active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(paper: str, recipe: Recipe) -> Result:
    """One paper in a process of its own."""
    with _pool(1) as pool:
        try:
            return pool.submit(read_one, paper, recipe).result()
        except BrokenProcessPool:
            return Result(paper, error=f"{paper} ends the process that reads it; it may be damaged, or too large.")
