/// Where sites go, so that cells lie right; areas are held by weights meanwhile.
///
/// With areas held, the cells' centroids are the gradient of a convex function of the sites, so
/// that moving a site by what its centroid is off climbs towards the wanted one. The shares below
/// were chosen on four regencies of 107 to 187 regions.
extension SketchFit {
  /// A point that another cell holds, or nearly.
  struct Stray {
    let site: Int
    let holder: Int
  }

  private enum Pull {
    static let centroid = 0.1
    static let home = 0.3
    static let stray = 2.0
    static let neighbour = 0.5
  }

  /// Moves every site by a share of the sum of its pulls.
  ///
  /// Weights change along, so that the power at each centroid stays and areas hardly change.
  mutating func moveSites(share: Double) {
    let current = measures()
    let pulls = pulls(current)
    let apart = points.indices.map(nearestMetres)
    for site in points.indices {
      let length = pulls[site].length
      let furthest = min(0.2 * radius(site), 0.1 * apart[site])
      let move = pulls[site].scaled(by: length > 0 ? min(share, furthest / length) : 0)
      let old = diagram.sites[site]
      let fromSite = Step(from: old, to: current[site].centroid)
      diagram.sites[site] = PlanarPoint(
        eastMetres: old.eastMetres + move.east, northMetres: old.northMetres + move.north)
      diagram.weights[site] += move.dot(move) - 2 * fromSite.dot(move)
    }
  }

  /// Changes weights, and draws sites back to their points where that is not enough, until every
  /// point is in its own cell.
  mutating func keepPoints() {
    for _ in 0..<40 {
      if settleWeights() { return }
      for site in points.indices {
        diagram.sites[site] = diagram.sites[site].towards(points[site], share: 0.1)
        diagram.weights[site] *= 0.9
      }
    }
    // Each point is its own nearest site when sites are the points and weights are equal.
    diagram = PowerDiagram(sites: points, weights: Array(repeating: 0, count: points.count))
  }

  /// Shifts weight from cells that hold a foreign point to the rightful one; true once none does.
  mutating func settleWeights() -> Bool {
    for _ in 0..<200 {
      var isSettled = true
      for site in points.indices {
        for other in points.indices where other != site {
          let lack = lack(of: site, against: other)
          guard lack > 0 else { continue }
          diagram.weights[site] += 0.51 * lack
          diagram.weights[other] -= 0.51 * lack
          isSettled = false
        }
      }
      if isSettled { return true }
    }
    return false
  }

  func strays() -> [Stray] {
    points.indices.flatMap { site in
      points.indices
        .filter { $0 != site && lack(of: site, against: $0) > 0 }
        .map { Stray(site: site, holder: $0) }
    }
  }

  /// How much power, in square metres, `site` lacks to hold its own point safely against `other`.
  private func lack(of site: Int, against other: Int) -> Double {
    let apart = points[site].metres(to: points[other])
    return diagram.power(of: points[site], to: site) + 0.004 * apart * apart
      - diagram.power(of: points[site], to: other)
  }

  private func pulls(_ current: [CellMeasure]) -> [Step] {
    var pulls = points.indices.map { site in
      Step(from: current[site].centroid, to: centroids[site]).scaled(by: Pull.centroid)
        .plus(Step(from: diagram.sites[site], to: centroids[site]).scaled(by: Pull.home))
    }
    for stray in strays() {
      let home = Step(from: current[stray.site].centroid, to: points[stray.site])
      pulls[stray.site] = pulls[stray.site].plus(home.scaled(by: Pull.stray))
    }
    for site in points.indices {
      pulls[site] = pulls[site].plus(neighbourPull(on: site, touching: current[site].borders))
    }
    return pulls
  }

  /// Towards true neighbours that do not touch, and away from touching cells that are none.
  private func neighbourPull(
    on site: Int, touching borders: [(site: Int, metres: Double)]
  ) -> Step {
    var pull = Step(east: 0, north: 0)
    for other in neighbours[site] where !borders.contains(where: { $0.site == other }) {
      pull = pull.plus(towards(other, from: site, metres: min(radius(site), radius(other))))
    }
    for border in borders where !neighbours[site].contains(border.site) {
      let metres = min(border.metres, radius(site), radius(border.site))
      pull = pull.plus(towards(border.site, from: site, metres: -metres))
    }
    return pull.scaled(by: Pull.neighbour)
  }

  private func towards(_ other: Int, from site: Int, metres: Double) -> Step {
    let step = Step(from: diagram.sites[site], to: diagram.sites[other])
    return step.length > 0 ? step.scaled(by: metres / step.length) : step
  }

  /// The radius of a disc of the wanted area, in metres.
  private func radius(_ site: Int) -> Double { (targets[site] / .pi).squareRoot() }

  private func nearestMetres(_ site: Int) -> Double {
    points.indices.reduce(.infinity) { nearest, other in
      other == site ? nearest : min(nearest, diagram.sites[site].metres(to: diagram.sites[other]))
    }
  }
}

/// A movement on the plane, in metres.
private struct Step {
  let east: Double
  let north: Double

  init(east: Double, north: Double) {
    self.east = east
    self.north = north
  }

  init(from start: PlanarPoint, to end: PlanarPoint) {
    east = end.eastMetres - start.eastMetres
    north = end.northMetres - start.northMetres
  }

  var length: Double { dot(self).squareRoot() }

  func dot(_ other: Step) -> Double { east * other.east + north * other.north }
  func plus(_ other: Step) -> Step { Step(east: east + other.east, north: north + other.north) }
  func scaled(by factor: Double) -> Step { Step(east: factor * east, north: factor * north) }
}
