"""The table of what is measured, `suites.toml`, as values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from .villages import write_village_instances

_TABLE = Path(__file__).with_name("suites.toml")
_INVENTED = Path(__file__).resolve().parents[1] / ".work" / "invented"
_SEVERAL_SEEDS_UP_TO = 1_000


@dataclass(frozen=True)
class Suite:
    """Instances that are run with one budget. Names are paths below the data, without `.vrp`."""

    name: str
    title: str
    seconds: float
    clock: str
    threads: tuple[int, ...]
    instances: tuple[str, ...]
    short: tuple[str, ...]
    is_invented: bool = False

    @property
    def compares_threads(self) -> bool:
        return len(self.threads) > 1

    def panel(self, name: str) -> tuple[str, ...]:
        return self.short if name == "short" else self.instances

    def path(self, data: Path, instance: str) -> Path:
        """The file of an instance: below `data`, or where those invented here are written."""
        if not self.is_invented:
            return data / f"{instance}.vrp"
        path = _INVENTED / f"{instance}.vrp"
        if not path.exists():
            write_village_instances(path.parent)
        return path


def seeds(stops: int, panel: str) -> range:
    """Three seeds where luck counts most, one where runs are long and differ little."""
    return range(1, 4 if panel == "full" and stops <= _SEVERAL_SEEDS_UP_TO else 2)


def read_suites() -> dict[str, Suite]:
    """Returns the suites in the order of the table."""
    table = tomllib.loads(_TABLE.read_text())
    return {name: _suite(name, entry) for name, entry in table.items()}


def _suite(name: str, entry: dict) -> Suite:
    def placed(instances: list[str]) -> tuple[str, ...]:
        folder = f"{entry['folder']}/" if "folder" in entry else ""
        return tuple(folder + instance for instance in instances)

    return Suite(
        name=name,
        title=entry["title"],
        seconds=entry["seconds"],
        clock=entry.get("clock", "cpu"),
        threads=tuple(entry.get("threads", [1])),
        instances=placed(entry["instances"]),
        short=placed(entry["short"]),
        is_invented=entry.get("invented", False),
    )
