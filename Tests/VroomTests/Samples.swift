import Optimiser
import Vroom

/// Small problems in VROOM's JSON.
enum Samples {
  /// Four places: the depot 0, and three others on a line to the east.
  static let matrices = """
    "matrices": {"car": {
      "durations": [[0, 100, 200, 300], [100, 0, 100, 200], [200, 100, 0, 100], [300, 200, 100, 0]],
      "distances": [[0, 1000, 2000, 3000], [1000, 0, 1000, 2000], [2000, 1000, 0, 1000],
        [3000, 2000, 1000, 0]]
    }}
    """

  /// Every part of the format that is handled, once.
  static let rich = """
    {
      "vehicles": [{
        "id": 7, "description": "van", "start_index": 0, "end_index": 0, "capacity": [4, 9],
        "skills": [1, 14], "time_window": [100, 9000], "speed_factor": 1.25, "max_tasks": 5,
        "max_travel_time": 2000, "max_distance": 20000,
        "costs": {"fixed": 10, "per_hour": 1800, "per_km": 2, "per_task_hour": 0},
        "breaks": [{"id": 1, "description": "lunch", "service": 50, "time_windows": [[2000, 2100]]}]
      }],
      "jobs": [
        {"id": 11, "location_index": 1, "setup": 30, "service": 100, "delivery": [1, 0],
         "time_windows": [[400, 450], [5000, 5100]], "priority": 3},
        {"id": 12, "location_index": 2, "service": 100, "pickup": [0, 3], "skills": [14]},
        {"id": 13, "location_index": 3, "skills": [3], "description": "nobody can"}
      ],
      \(matrices)
    }
    """

  static func instance(_ text: String) throws -> VroomInstance {
    try VroomInstance(parsing: Array(text.utf8))
  }

  static func plan(
    _ instance: VroomInstance, iterations: Int = 500, seed: UInt64 = 1
  ) throws -> VroomPlan {
    let parameters = SearchParameters(iterations: iterations, seed: seed)
    return try instance.plan(of: Solver(instance.problem).solve(parameters))
  }
}
