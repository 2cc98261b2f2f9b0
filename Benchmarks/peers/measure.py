"""Runs one command alone on a core and measures it from outside."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

_ONE_THREAD = {
    "MKL_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "RAYON_NUM_THREADS": "1",
}


@dataclass(frozen=True)
class Measurement:
    """CPU seconds and peak memory are those of the process with the children it waited for."""

    status: int
    cpu_seconds: float
    wall_seconds: float
    peak_megabytes: float

    @property
    def succeeded(self) -> bool:
        return self.status == 0


def measure(
    command: list[str], cores: list[int], most_cpu_seconds: float, most_bytes: int, log: Path
) -> Measurement:
    """Runs `command` on `cores` only, its output into `log`.

    The system ends it when it passes `most_cpu_seconds` or when `most_bytes` of data do not do.
    """

    def confine() -> None:
        os.sched_setaffinity(0, cores)
        seconds = int(most_cpu_seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_DATA, (most_bytes, most_bytes))

    begin = time.monotonic()
    with log.open("w") as output:
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | (_ONE_THREAD if len(cores) == 1 else {}),
            preexec_fn=confine,
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Measurement(
        status=process.returncode,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        wall_seconds=time.monotonic() - begin,
        peak_megabytes=usage.ru_maxrss / 1024,
    )


def machine() -> str:
    """The processor's name and the cores there are."""
    model = "unknown processor"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    return f"{model} ({os.cpu_count()} cores)"
