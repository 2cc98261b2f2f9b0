"""Writes what the runs gave into `docs/BENCHMARKS.md`: `python -m peers.report`.

Everything between the two markers of that file is replaced, and the plots beside it. Losses are
printed like wins.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from statistics import mean

from .comparison import Cell, Duel, Line, duels, lines
from .measure import machine
from .plots import draw
from .results import Row, read_rows
from .solvers import PEERS
from .suites import Suite, read_suites

_DOCS = Path(__file__).resolve().parents[2] / "docs"
_BEGIN, _END = "<!-- bench-solver: begin -->", "<!-- bench-solver: end -->"
_NOTABLE = 0.1


def main() -> int:
    parser = argparse.ArgumentParser(prog="report", description=__doc__)
    parser.add_argument("--machine", help="show this machine's rows (default: the present one's)")
    parser.add_argument("--budget-share", type=float, default=1.0)
    arguments = parser.parse_args()
    suites = read_suites()
    chosen = arguments.machine or _machine_with_rows(suites)
    page = _DOCS / "BENCHMARKS.md"
    text = page.read_text()
    if _BEGIN not in text or _END not in text:
        print(f"{page}: the markers {_BEGIN} and {_END} are missing", file=sys.stderr)
        return 65
    before, rest = text.split(_BEGIN, 1)
    after = rest.split(_END, 1)[1]
    body = _body(suites, chosen, arguments.budget_share)
    page.write_text(f"{before}{_BEGIN}\n{body}\n{_END}{after}")
    return 0


def _machine_with_rows(suites: dict[str, Suite]) -> str:
    """This machine, or the one with most rows where this one has none."""
    counts = Counter(row.machine for name in suites for row in read_rows(name))
    here = machine()
    return here if here in counts or not counts else counts.most_common(1)[0][0]


def _body(suites: dict[str, Suite], chosen: str, share: float) -> str:
    parts = [f"Machine: {chosen}."]
    used: list[Row] = []
    for suite in suites.values():
        found = lines(suite, chosen, suite.seconds * share)
        if not found:
            continue
        used += [row for line in found for cell in line.cells.values() for row in cell.rows]
        parts.append(f"### {suite.title}")
        if suite.compares_threads:
            parts.append(_threads_table(suite, found))
            continue
        parts += _suite_parts(suite, found, share)
    parts.append(_versions(used))
    return "\n\n".join(part for part in parts if part)


def _suite_parts(suite: Suite, found: list[Line], share: float) -> list[str]:
    budget = suite.seconds * share
    plot = _DOCS / "benchmarks" / f"{suite.name}.svg"
    draw(found, budget, plot)
    met = duels(found)
    behind = [_behind(duel) for duel in met if duel.worse]
    return [
        f"`make bench-solver SUITE={suite.name}`: {budget:g} CPU seconds on one core.",
        _duel_table(met),
        "Hantar is behind " + "; ".join(behind) + "." if behind else "",
        _instance_table(found, budget),
        f"![Gap over CPU time](benchmarks/{plot.name})",
    ]


def _duel_table(met: list[Duel]) -> str:
    if not met:
        return ""
    rows = [
        f"| {_title(duel.solver)} | {duel.count} | {duel.gap:.2f} % | {duel.hantar_gap:.2f} % "
        f"| {duel.better} | {duel.equal} | {len(duel.worse)} |"
        for duel in met
    ]
    head = "| against | instances | its mean gap | Hantar's there | Hantar better | equal | worse |"
    return "\n".join([head, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |", *rows])


def _behind(duel: Duel) -> str:
    names = ", ".join(Path(name).name for name in duel.worse)
    return f"{_title(duel.solver)} on {names}"


def _instance_table(found: list[Line], budget: float) -> str:
    """Gaps by instance; the lowest in bold. Without a published best it is over the best found."""
    solvers = _columns(found)
    head = " | ".join(_title(solver) for solver in solvers)
    rows = []
    for line in found:
        cells = " | ".join(_text(line, line.cells.get(solver), budget) for solver in solvers)
        best = f"{line.best:,.1f}".removesuffix(".0") + ("" if line.is_published else " (found)")
        rows.append(f"| {Path(line.instance).name} | {line.stops:,} | {best} | {cells} |")
    means = " | ".join(_mean(found, solver) for solver in solvers)
    rows.append(f"| mean, where it answered | | | {means} |")
    rule = "| --- | ---: | ---: |" + " ---: |" * len(solvers)
    return "\n".join([f"| instance | stops | best known | {head} |", rule, *rows])


def _columns(found: list[Line]) -> list[str]:
    present = {solver for line in found for solver in line.cells}
    known = [name for name in PEERS if name in present]
    return known + sorted(present - set(known))


def _text(line: Line, cell: Cell | None, budget: float) -> str:
    if cell is None:
        return ""
    if cell.gap is None:
        return cell.status
    gaps = [other.gap for other in line.cells.values() if other.gap is not None]
    shown = f"{cell.gap:.2f} %"
    if cell.gap <= min(gaps) + 0.005:
        shown = f"**{shown}**"
    if abs(cell.cpu - budget) > _NOTABLE * budget + 2:
        shown += f" in {cell.cpu:.0f} s"
    return shown


def _mean(found: list[Line], solver: str) -> str:
    answered = [gap for line in found if (gap := line.gap(solver)) is not None]
    return f"{mean(answered):.2f} % of {len(answered)}" if answered else ""


def _threads_table(suite: Suite, found: list[Line]) -> str:
    rows = []
    for line in found:
        of_hantar = line.cells["hantar"].rows
        shown = []
        for threads in suite.threads:
            gaps = [
                100 * (row.cost - line.best) / line.best
                for row in of_hantar
                if row.threads == threads and row.cost is not None
            ]
            shown.append(f"{mean(gaps):.2f} %" if gaps else "")
        rows.append(f"| {Path(line.instance).name} | {line.stops:,} | {' | '.join(shown)} |")
    head = " | ".join(f"{threads} thread{'s' if threads > 1 else ''}" for threads in suite.threads)
    return "\n".join(
        [
            f"`make bench-solver SUITE={suite.name}`: {suite.seconds:g} wall seconds.",
            "",
            f"| instance | stops | {head} |",
            "| --- | ---: |" + " ---: |" * len(suite.threads),
            *rows,
        ]
    )


def _versions(used: list[Row]) -> str:
    """Which version of each solver the figures are of, when they were taken, and how quiet it was.

    Where other work took much of the time, CPU seconds are worth less too: caches are shared.
    """
    if not used:
        return "No runs yet."
    parts = []
    for solver in [name for name in PEERS if any(row.solver == name for row in used)]:
        counts = Counter(row.version for row in used if row.solver == solver)
        shown = [
            f"{version} ({count} runs)" if len(counts) > 1 else version
            for version, count in counts.items()
        ]
        peak = max(row.peak_mb for row in used if row.solver == solver)
        runs = [row for row in used if row.solver == solver and row.wall > 0]
        share = mean(row.cpu / row.wall for row in runs) if runs else 0
        parts.append(
            f"{_title(solver)} {', '.join(shown)}, at most {peak:,} MB, {share:.0%} of its core"
        )
    days = sorted(row.date[:10] for row in used)
    failed = [row for row in used if row.status.startswith("failed")]
    return (
        f"Versions, memory, load: {'; '.join(parts)}. Taken {days[0]} to {days[-1]}; "
        f"{len(used)} runs, {len(failed)} with a plan that was not valid."
    )


def _title(solver: str) -> str:
    return PEERS[solver].title if solver in PEERS else f"{solver} †"


if __name__ == "__main__":
    sys.exit(main())
