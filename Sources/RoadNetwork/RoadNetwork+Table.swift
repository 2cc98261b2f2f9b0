import ShortestPaths

extension RoadNetwork {
  /// The times between all doors in whole seconds, both walks included.
  ///
  /// Shape: `snaps.count` rows of `snaps.count` values, row by row; `Int32.max` where there is no
  /// way. Each value is that of ``milliseconds(from:to:)``, rounded to the nearest second, halves
  /// up. Doors that are there several times are computed once.
  public func table(among snaps: [RoadSnap], threads: Int = 1) -> [Int32] {
    let (distinct, numbers) = Self.distinct(snaps)
    let table = distinctTable(distinct, threads: threads)
    guard distinct.count < snaps.count else { return table }
    return unsafe [Int32](unsafeUninitializedCapacity: snaps.count * snaps.count) { cells, count in
      for row in numbers {
        for column in numbers {
          unsafe cells.initializeElement(at: count, to: table[row * distinct.count + column])
          count += 1
        }
      }
    }
  }

  /// For every door the `count` of the others, or fewer, that are reached first, nearest first.
  ///
  /// Times are milliseconds with both walks; on equal times the smaller index comes first. A door
  /// is no neighbour of itself, but one at the same place is, at once.
  public func nearest(
    _ count: Int, among snaps: [RoadSnap], threads: Int = 1
  ) -> [[NearDoor]] {
    let found = hierarchy.nearest(
      count + 1, of: snaps.map(arrivals(at:)), from: snaps.map(departures(of:)), threads: threads)
    let onSegment = Dictionary(grouping: snaps.indices) { snaps[$0].segment }
    return snaps.indices.map { index in
      var times: [Int32: Int32] = [:]
      for neighbour in found[index] { times[neighbour.target] = neighbour.milliseconds }
      for other in onSegment[snaps[index].segment] ?? [] {
        guard let direct = snaps[index].directMilliseconds(to: snaps[other]) else { continue }
        times[Int32(other)] = min(direct, times[Int32(other)] ?? .max)
      }
      times[Int32(index)] = nil
      return times.map { NearDoor(door: $0.key, milliseconds: $0.value) }
        .sorted { ($0.milliseconds, $0.door) < ($1.milliseconds, $1.door) }
        .prefix(count).map(\.self)
    }
  }

  /// The different doors in the order they occur, and for every door its number among them.
  private static func distinct(_ snaps: [RoadSnap]) -> (doors: [RoadSnap], numbers: [Int]) {
    var numberOf: [RoadSnap: Int] = [:]
    var doors: [RoadSnap] = []
    let numbers = snaps.map { snap in
      if let number = numberOf[snap] { return number }
      numberOf[snap] = doors.count
      doors.append(snap)
      return doors.count - 1
    }
    return (doors, numbers)
  }

  private func distinctTable(_ snaps: [RoadSnap], threads: Int) -> [Int32] {
    var table = hierarchy.table(
      from: snaps.map(departures(of:)), to: snaps.map(arrivals(at:)), threads: threads)
    let onSegment = Dictionary(grouping: snaps.indices) { snaps[$0].segment }
    for index in snaps.indices {
      for other in onSegment[snaps[index].segment] ?? [] {
        guard let direct = snaps[index].directMilliseconds(to: snaps[other]) else { continue }
        let cell = index * snaps.count + other
        table[cell] = min(table[cell], direct)
      }
    }
    roundToSeconds(&table)
    return table
  }
}

extension RoadSnap {
  /// The time to a door at the same place or along the same segment, if there is such a way.
  public func directMilliseconds(to other: RoadSnap) -> Int32? {
    place == other.place ? 0 : directWay(to: other)?.milliseconds
  }
}

/// Milliseconds to seconds, halves up; `Int32.max` stays.
private func roundToSeconds(_ table: inout [Int32]) {
  for cell in table.indices where table[cell] != .max {
    table[cell] = Int32((Int64(table[cell]) + 500) / 1000)
  }
}
