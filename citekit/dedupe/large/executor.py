"""Who does the steps: this process, a pool of processes, or a cluster; a step is a pure function of its task."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Protocol, TypeVar

from citekit.errors import CitekitError

Task = TypeVar("Task")
Done = TypeVar("Done")

_AHEAD = 2  # tasks a process that wait for it, so that it never waits for them
_TRIES = 5  # pools that may break one after the other at one task


def processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Executor(Protocol):
    """What :func:`citekit.dedupe.large.find.find_large` asks of those who do its steps."""

    workers: int
    """Processes of this machine that take memory beside this one."""

    def map(self, step: Callable[[Task], Done], tasks: Iterable[Task]) -> Iterator[Done]:
        """What the step gives for each task, in the order of the tasks; few tasks are held at a time."""

    def close(self) -> None:
        """Let go of what was taken up."""


class InProcess:
    """One task after the other, in this process."""

    workers = 0

    def map(self, step: Callable[[Task], Done], tasks: Iterable[Task]) -> Iterator[Done]:
        """As :meth:`Executor.map`."""
        return map(step, tasks)

    def close(self) -> None:
        """Nothing was taken up."""


class ProcessPool:
    """Processes of this machine; where one is killed, its tasks are done again by others.

    They are spawned: a script that makes a pool does so under ``if __name__ == "__main__":``.
    """

    def __init__(self, workers: int = 0) -> None:
        """So many processes, as many as there are processors where none are named; they start with the first task."""
        self.workers = workers or processors()
        self._pool = self._new()

    def _new(self) -> ProcessPoolExecutor:
        # spawned: a fork beside the threads of DuckDB and Arrow may hang
        return ProcessPoolExecutor(self.workers, get_context("spawn"), _settle)

    def map(self, step: Callable[[Task], Done], tasks: Iterable[Task]) -> Iterator[Done]:
        """As :meth:`Executor.map`; raises CitekitError where processes are killed again and again at one task."""
        waiting: deque[tuple[Task, Future[Done]]] = deque()
        for task in tasks:
            waiting.append((task, self._submit(step, task)))
            if len(waiting) > _AHEAD * self.workers:
                yield self._next(step, waiting)
        while waiting:
            yield self._next(step, waiting)

    def _submit(self, step: Callable[[Task], Done], task: Task) -> Future[Done]:
        try:
            return self._pool.submit(step, task)
        except BrokenProcessPool as broken:
            lost: Future[Done] = Future()
            lost.set_exception(broken)
            return lost

    def _next(self, step: Callable[[Task], Done], waiting: deque[tuple[Task, Future[Done]]]) -> Done:
        """What the first task gives; where the pool broke, it is made anew and all that wait are given to it again."""
        for _ in range(_TRIES):
            try:
                done = waiting[0][1].result()
            except BrokenProcessPool:
                self._pool.shutdown(wait=False, cancel_futures=True)
                self._pool = self._new()
                again = [(task, _kept(future) or self._submit(step, task)) for task, future in waiting]
                waiting.clear()
                waiting.extend(again)
                continue
            waiting.popleft()
            return done
        raise CitekitError(
            "The processes that compare records are killed again and again, most often for want of memory; give "
            "--memory less than what is free."
        )

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown(cancel_futures=True)


def _settle() -> None:
    """In a process of the pool: Ctrl-C is for the one that made it, and where that is killed, this one ends too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _kept(future: Future[Done]) -> Future[Done] | None:
    """A future that is done as it should be."""
    return future if future.done() and not future.cancelled() and future.exception() is None else None
