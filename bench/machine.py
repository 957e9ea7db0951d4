"""The machine of a measurement, and how idle it was."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Machine:
    """What the figures depend on most."""

    cores: int
    processor: str
    memory_gb: float
    # Processes that wanted a core before the bench began: above 0.3, others were at work.
    load_before: float

    @classmethod
    def this(cls) -> "Machine":
        """Returns this machine (Linux), as idle as it is now."""
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        return cls(
            cores=len(os.sched_getaffinity(0)),
            processor=models[0] if models else "unknown",
            memory_gb=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30,
            load_before=os.getloadavg()[0],
        )

    def __str__(self) -> str:
        return (
            f"{self.cores} cores ({self.processor}), {self.memory_gb:.0f} GB, "
            f"load {self.load_before:.2f} before."
        )
