"""Draws the gap over CPU time, one small panel for each of up to six instances."""

from __future__ import annotations

from pathlib import Path

import matplotlib
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from .comparison import Cell, Line
from .results import read_trace
from .solvers import PEERS

matplotlib.use("svg")
matplotlib.rcParams.update(
    {
        "svg.hashsalt": "hantar",
        "svg.fonttype": "none",
        "font.family": "sans-serif",
        "font.size": 8,
        "axes.spines.top": False,
        "axes.spines.right": False,
    }
)

import matplotlib.pyplot  # noqa: E402  # after the backend is chosen

_COLOURS = {
    "hantar": "#c8102e",
    "pyvrp": "#0072b2",
    "hgs": "#009e73",
    "vroom": "#e69f00",
    "ortools": "#56b4e9",
    "vrp-cli": "#999999",
}
_REFERENCE_COLOUR = "#333333"
_MOST_PANELS = 6
_LOWEST_GAP = 0.01
_SOONEST = 0.1
_SECONDS = [0.1, 0.3, 1, 3, 10, 30, 100, 300]
_PERCENTS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100]


def draw(lines: list[Line], budget: float, path: Path) -> None:
    """Writes one SVG; the same rows and traces always give the same bytes."""
    chosen = _panels(lines)
    columns = min(3, len(chosen))
    count = -(-len(chosen) // columns)
    figure, axes = matplotlib.pyplot.subplots(
        count, columns, figsize=(3.1 * columns, 2.2 * count + 0.3), squeeze=False
    )
    panels = list(axes.flat)
    handles: dict[str, Line2D] = {}
    for panel, line in zip(panels, chosen):
        _draw_panel(panel, line, budget, handles)
    for panel in panels[len(chosen) :]:
        panel.set_visible(False)
    figure.legend(
        list(handles.values()), list(handles), loc="upper center", ncols=len(handles), frameon=False
    )
    figure.tight_layout(rect=(0, 0, 1, 1 - 0.25 / (2.2 * count + 0.3)))
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Date": None, "Creator": None})
    matplotlib.pyplot.close(figure)


def _panels(lines: list[Line]) -> list[Line]:
    """The instances most solvers were run on, smallest first."""

    def answers(line: Line) -> int:
        return sum(1 for cell in line.cells.values() if cell.gap is not None)

    ranked = sorted(lines, key=answers, reverse=True)
    return sorted(ranked[:_MOST_PANELS], key=lambda line: (line.stops, line.instance))


def _draw_panel(panel: Axes, line: Line, budget: float, handles: dict[str, Line2D]) -> None:
    panel.set_title(f"{Path(line.instance).name}, {line.stops:,} stops", fontsize=8)
    panel.set_xscale("log")
    panel.set_yscale("log")
    panel.set_xlabel("CPU seconds")
    panel.set_ylabel("gap, %")
    for name in [*PEERS, *sorted(line.cells.keys() - PEERS.keys())]:
        cell = line.cells.get(name)
        if cell is not None and cell.gap is not None:
            title = PEERS[name].title if name in PEERS else name
            handles.setdefault(title, _draw_cell(panel, line, cell, budget))
    for axis, marks in [(panel.xaxis, _SECONDS), (panel.yaxis, _PERCENTS)]:
        low, high = axis.get_view_interval()
        axis.set_ticks([mark for mark in marks if low <= mark <= high])
        axis.set_ticks([], minor=True)
        axis.set_major_formatter("{x:g}")
    panel.grid(alpha=0.25, linewidth=0.5)


def _draw_cell(panel: Axes, line: Line, cell: Cell, budget: float) -> Line2D:
    """A step curve of the first seed, or a dot for a solver that answers only once."""
    colour = _COLOURS.get(cell.solver, _REFERENCE_COLOUR)
    trace = read_trace(cell.rows[0].trace_path) if cell.rows else []
    if len(trace) < 2:
        marker = "x" if cell.is_reference else "o"
        gap = max(cell.gap or 0, _LOWEST_GAP)
        return panel.plot([cell.cpu], [gap], marker, color=colour, markersize=4)[0]
    seconds = [max(point[0], _SOONEST) for point in trace] + [max(budget, trace[-1][0])]
    costs = [point[1] for point in trace] + [trace[-1][1]]
    gaps = [max(100 * (cost - line.best) / line.best, _LOWEST_GAP) for cost in costs]
    width = 1.8 if cell.solver == "hantar" else 1.1
    return panel.step(seconds, gaps, where="post", color=colour, linewidth=width)[0]
