"""The time, as a value that a test can put in the place of the real one."""

from __future__ import annotations

import asyncio
import time


class Clock:
    """The time of this machine."""

    def now(self) -> float:
        """Seconds since 1970, as they are kept with a try."""
        return time.time()

    def ticks(self) -> float:
        """Seconds of a clock that never goes back, for waiting."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)
