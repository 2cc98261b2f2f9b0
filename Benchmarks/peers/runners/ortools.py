"""OR-Tools' routing library: savings, then guided local search, as its guide advises."""

from __future__ import annotations

from ortools.constraint_solver import pywrapcp, routing_enums_pb2

from ..runner import Task, run

_NO_LIMIT = 10**9


def plan(task: Task) -> list[list[int]]:
    model, manager = build(task)
    best: list[list[int]] = []

    def note() -> None:
        """Keeps each better plan found within the budget, and ends the search after it."""
        if task.spent > task.budget:
            model.solver().FinishCurrentSearch()
            return
        cost = model.CostVar().Value()
        if not task.trace or cost < task.trace[-1][1]:
            task.improved(cost)
            best[:] = routes(model, manager, task.instance.fleet)

    model.AddAtSolutionCallback(note)
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.SAVINGS
    parameters.local_search_metaheuristic = (
        routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    )
    # Its limit counts wall seconds, which on a busy machine end before the CPU seconds do.
    parameters.time_limit.FromSeconds(int(3 * task.budget) + 1)
    model.SolveWithParameters(parameters)
    return best


def build(task: Task) -> tuple[pywrapcp.RoutingModel, pywrapcp.RoutingIndexManager]:
    instance = task.instance
    manager = pywrapcp.RoutingIndexManager(instance.stops + 1, instance.fleet, 0)
    model = pywrapcp.RoutingModel(manager)
    ways = instance.matrix()
    model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(ways.tolist()))
    load = model.RegisterUnaryTransitVector(instance.demands)
    model.AddDimension(load, 0, instance.capacity, True, "load")
    if instance.windows is not None:
        ways += [[service] for service in instance.services]
        times = model.RegisterTransitMatrix(ways.tolist())
        model.AddDimension(times, _NO_LIMIT, _NO_LIMIT, False, "time")
        time = model.GetDimensionOrDie("time")
        for node, (opens, closes) in enumerate(instance.windows):
            if node:
                time.CumulVar(manager.NodeToIndex(node)).SetRange(opens, closes)
        opens, closes = instance.windows[0]
        for vehicle in range(instance.fleet):
            time.CumulVar(model.Start(vehicle)).SetRange(opens, closes)
            time.CumulVar(model.End(vehicle)).SetRange(opens, closes)
    return model, manager


def routes(
    model: pywrapcp.RoutingModel, manager: pywrapcp.RoutingIndexManager, fleet: int
) -> list[list[int]]:
    """The routes of the plan just found, read from its variables."""
    found = []
    for vehicle in range(fleet):
        route = []
        index = model.NextVar(model.Start(vehicle)).Value()
        while not model.IsEnd(index):
            route.append(manager.IndexToNode(index))
            index = model.NextVar(index).Value()
        found.append(route)
    return [route for route in found if route]


if __name__ == "__main__":
    run(plan)
