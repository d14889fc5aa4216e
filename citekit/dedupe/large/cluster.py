"""The steps on a cluster of ``dask.distributed``: the same tasks, sent to the workers of a scheduler."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from citekit.errors import CitekitError

Task = TypeVar("Task")
Done = TypeVar("Done")

_AHEAD = 3  # tasks a thread of the cluster that wait for it
_RETRIES = 10  # workers that may be lost under one task


class Cluster:
    """The workers of a scheduler; what a worker that is lost was doing, another one does again."""

    workers = 0

    def __init__(self, scheduler: str, wait: float = 30.0) -> None:
        """Connect to a scheduler, ``tcp://host:8786``; CitekitError where none answers within ``wait`` seconds."""
        try:
            from distributed import Client  # noqa: PLC0415 - of an extra
        except ImportError as absent:
            raise CitekitError(
                "A cluster needs dask.distributed; install it with `pip install citekit[cluster]`."
            ) from absent
        try:
            connect: Any = Client  # distributed carries no types
            self._client = connect(scheduler, timeout=wait, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as wrong:
            raise CitekitError(
                f"No scheduler answers at {scheduler}; start one with `dask scheduler`, and workers with `dask worker "
                f"{scheduler}`."
            ) from wrong

    def map(self, step: Callable[[Task], Done], tasks: Iterable[Task]) -> Iterator[Done]:
        """As :meth:`citekit.dedupe.large.executor.Executor.map`; raises CitekitError where the cluster gives up."""
        waiting: deque[Any] = deque()
        for task in tasks:
            waiting.append(self._client.submit(step, task, pure=False, retries=_RETRIES))
            if len(waiting) > _AHEAD * self._threads():
                yield self._result(waiting.popleft())
        while waiting:
            yield self._result(waiting.popleft())

    def _threads(self) -> int:
        return max(1, int(sum(self._client.nthreads().values())))

    @staticmethod
    def _result(future: Any) -> Any:  # noqa: ANN401 - distributed carries no types
        from distributed import KilledWorker  # noqa: PLC0415 - of an extra

        try:
            return future.result()
        except KilledWorker as killed:
            raise CitekitError(
                "Worker after worker of the cluster was lost at one task; look into their logs, give them more memory."
            ) from killed

    def close(self) -> None:
        """Leave the cluster, which goes on."""
        self._client.close()
