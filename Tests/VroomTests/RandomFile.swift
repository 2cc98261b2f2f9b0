import Optimiser

/// Problems in VROOM's JSON, drawn at random from all that is handled.
enum RandomFile {
  static func text(
    using random: inout some RandomNumberGenerator, hasSpeeds: Bool = true
  ) -> String {
    let places = Int.random(in: 3...7, using: &random)
    let vehicles = (1...Int.random(in: 1...3, using: &random)).map { id in
      vehicle(id, places: places, hasSpeeds: hasSpeeds, using: &random)
    }
    let jobs = (1...Int.random(in: 2...12, using: &random)).map { id in
      job(id * 10, places: places, using: &random)
    }
    return """
      {"vehicles": [\(vehicles.joined(separator: ",\n"))],
       "jobs": [\(jobs.joined(separator: ",\n"))],
       "matrices": {"car": {"durations": \(matrix(places, upTo: 900, using: &random)),
         "distances": \(matrix(places, upTo: 9_000, using: &random))}}}
      """
  }

  private static func vehicle(
    _ id: Int, places: Int, hasSpeeds: Bool, using random: inout some RandomNumberGenerator
  ) -> String {
    var members = ["\"id\": \(id)", "\"capacity\": [\(Int.random(in: 2...9, using: &random)), 20]"]
    let ends = Int.random(in: 0..<4, using: &random)
    if ends != 1 {
      members.append("\"start_index\": \(Int.random(in: 0..<places, using: &random))")
    }
    if ends != 2 { members.append("\"end_index\": \(Int.random(in: 0..<places, using: &random))") }
    if chance(using: &random) { members.append("\"time_window\": [200, 7000]") }
    if chance(using: &random) {
      let opening = Int.random(in: 200...3_000, using: &random)
      let length = Int.random(in: 0...400, using: &random)
      members.append(
        """
        "breaks": [{"id": 1, "service": \(length), "time_windows": [[\(opening), 3500]]},
          {"id": 2, "service": 100, "time_windows": [[4000, 6900]]}]
        """)
    }
    if chance(using: &random) { members.append("\"skills\": [5]") }
    if hasSpeeds, chance(using: &random) { members.append("\"speed_factor\": 1.3") }
    if chance(using: &random) { members.append("\"max_tasks\": 4") }
    if chance(using: &random) { members.append("\"max_travel_time\": 2500") }
    if chance(using: &random) { members.append("\"max_distance\": 25000") }
    if chance(using: &random) {
      members.append("\"costs\": {\"fixed\": 50, \"per_hour\": 1200, \"per_km\": 7}")
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func job(
    _ id: Int, places: Int, using random: inout some RandomNumberGenerator
  ) -> String {
    var members = [
      "\"id\": \(id)", "\"location_index\": \(Int.random(in: 0..<places, using: &random))",
    ]
    if chance(using: &random) { members.append("\"setup\": 60") }
    if chance(using: &random) { members.append("\"service\": 120") }
    if chance(using: &random) { members.append("\"delivery\": [2, 0]") }
    if chance(using: &random) {
      members.append("\"pickup\": [\(Int.random(in: 0...2, using: &random)), 3]")
    }
    if chance(using: &random), chance(using: &random) { members.append("\"skills\": [5]") }
    if chance(using: &random) {
      members.append("\"priority\": \(Int.random(in: 0...9, using: &random))")
    }
    if chance(using: &random) {
      let opening = Int.random(in: 200...4_000, using: &random)
      members.append("\"time_windows\": [[\(opening), \(opening + 900)], [5000, 6000]]")
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func matrix(
    _ count: Int, upTo most: Int, using random: inout some RandomNumberGenerator
  ) -> String {
    let rows = (0..<count).map { row in
      (0..<count).map { $0 == row ? 0 : Int.random(in: 1...most, using: &random) }
    }
    return "\(rows)"
  }

  private static func chance(using random: inout some RandomNumberGenerator) -> Bool {
    Bool.random(using: &random)
  }
}
