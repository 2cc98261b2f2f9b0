import Domain

/// The main roads between the centres of desa, with the rank that their traffic gives them.
struct ArterialPlan {
  struct Link {
    let first: Int
    let second: Int
    let metres: Double
    var traffic = 0.0
    var kind = RoadKind.tertiary
    /// Links of one line bear one name.
    var line = -1
  }

  let places: [SketchDesa]
  private(set) var links: [Link] = []
  /// The desa nearest to the middle of each kecamatan, by position in `places`.
  private(set) var hubs: [Int] = []

  /// - Parameter neighbours: Pairs of desa that border one another, by position in `places`.
  init(_ places: [SketchDesa], neighbours: [(Int, Int)], kecamatan: [Region]) {
    self.places = places
    links = Self.relativeNeighbours(among: places, neighbours)
    joinMasses()
    hubs = Self.hubs(kecamatan, places)
    countTraffic()
    rank()
    nameLines()
  }

  /// The links at a place, by position.
  func links(at place: Int) -> [Int] {
    links.indices.filter { links[$0].first == place || links[$0].second == place }
  }

  /// Pairs of neighbours with no common neighbour nearer to both.
  ///
  /// Source: G. T. Toussaint, "The relative neighbourhood graph of a finite planar set", 1980.
  private static func relativeNeighbours(
    among places: [SketchDesa], _ pairs: [(Int, Int)]
  ) -> [Link] {
    var borders = [[Int]](repeating: [], count: places.count)
    for (first, second) in pairs {
      borders[first].append(second)
      borders[second].append(first)
    }
    func metres(_ first: Int, _ second: Int) -> Double {
      places[first].centre.metres(to: places[second].centre)
    }
    return pairs.compactMap { first, second in
      guard places[first].mass == places[second].mass else { return nil }
      let length = metres(first, second)
      let isBypassed = borders[first].contains {
        borders[second].contains($0) && max(metres(first, $0), metres(second, $0)) < length * 0.97
      }
      return isBypassed ? nil : Link(first: first, second: second, metres: length)
    }
  }

  /// Adds the shortest links that make each land mass one network.
  private mutating func joinMasses() {
    var groups = Groups(count: places.count)
    for link in links { groups.join(link.first, link.second) }
    let pairs = places.indices.flatMap { first in
      ((first + 1)..<places.count).compactMap { second -> Link? in
        guard places[first].mass == places[second].mass else { return nil }
        return Link(
          first: first, second: second,
          metres: places[first].centre.metres(to: places[second].centre))
      }
    }
    for link in pairs.sorted(by: { ($0.metres, $0.first) < ($1.metres, $1.first) })
    where groups.join(link.first, link.second) { links.append(link) }
  }

  private static func hubs(_ kecamatan: [Region], _ places: [SketchDesa]) -> [Int] {
    kecamatan.compactMap { kecamatan in
      let middle = MapPoint(kecamatan.pointInside)
      return places.indices.filter { places[$0].kecamatan == kecamatan.code }
        .min {
          (middle.metres(to: places[$0].centre), $0) < (middle.metres(to: places[$1].centre), $1)
        }
    }
  }

  /// Sends traffic between every two kecamatan, by population over squared distance.
  private mutating func countTraffic() {
    var linksAt = [[Int]](repeating: [], count: places.count)
    for (index, link) in links.enumerated() {
      linksAt[link.first].append(index)
      linksAt[link.second].append(index)
    }
    for hub in hubs {
      let arrivals = shortestWays(from: hub, linksAt)
      for other in hubs where other > hub {
        let kilometres = max(1, places[hub].centre.metres(to: places[other].centre) / 1000)
        let people = Double(places[hub].population) * Double(places[other].population)
        var place = other
        while let link = arrivals[place] {
          links[link].traffic += people / (kilometres * kilometres)
          place = links[link].first == place ? links[link].second : links[link].first
        }
      }
    }
  }

  /// The last link on the shortest way to each place.
  private func shortestWays(from start: Int, _ linksAt: [[Int]]) -> [Int?] {
    var metres = [Double](repeating: .infinity, count: places.count)
    var arrivals = [Int?](repeating: nil, count: places.count)
    metres[start] = 0
    var waiting = CostHeap()
    waiting.push(start, 0)
    while let place = waiting.pop() {
      for link in linksAt[place] {
        let next = links[link].first == place ? links[link].second : links[link].first
        let total = metres[place] + links[link].metres
        guard total < metres[next] else { continue }
        metres[next] = total
        arrivals[next] = link
        waiting.push(next, total)
      }
    }
    return arrivals
  }

  /// The busiest fifth of the length is primary, the next three tenths secondary.
  private mutating func rank() {
    let total = links.reduce(0) { $0 + $1.metres }
    var sum = 0.0
    for index in links.indices.sorted(by: {
      (links[$1].traffic, $0) < (links[$0].traffic, $1)
    }) {
      sum += links[index].metres
      links[index].kind =
        links[index].traffic == 0
        ? .tertiary : sum < 0.2 * total ? .primary : sum < 0.5 * total ? .secondary : .tertiary
    }
  }

  /// Joins links of one rank that go straight on through a place into lines.
  private mutating func nameLines() {
    var groups = Groups(count: links.count)
    for place in places.indices {
      let here = links(at: place)
      var isTaken = Set<Int>()
      for first in here {
        let onward = here.filter {
          $0 > first && !isTaken.contains($0) && links[$0].kind == links[first].kind
            && direction(of: $0, from: place).dot(direction(of: first, from: place)) < -0.6
        }
        guard !isTaken.contains(first),
          let next = onward.min(by: {
            direction(of: $0, from: place).dot(direction(of: first, from: place))
              < direction(of: $1, from: place).dot(direction(of: first, from: place))
          })
        else { continue }
        isTaken.formUnion([first, next])
        groups.join(first, next)
      }
    }
    for link in links.indices { links[link].line = groups.find(link) }
  }

  private func direction(of link: Int, from place: Int) -> Displacement {
    let other = links[link].first == place ? links[link].second : links[link].first
    return places[place].centre.displacement(to: places[other].centre).unit
  }
}
