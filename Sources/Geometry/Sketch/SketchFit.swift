/// Finds the power diagram whose cells, on a given land, have the true areas, lie around the true
/// points and touch the true neighbours.
///
/// Weights are set by Newton's method with damping (J. Kitagawa, Q. Mérigot, B. Thibert,
/// "Convergence of a Newton algorithm for semi-discrete optimal transport", 2019). Between its
/// steps sites are moved (`SketchFit+Places`), and the best diagram met on the way is kept.
struct SketchFit {
  /// One group of regions to be drawn on one land; all arrays have one entry per region.
  struct Regions {
    /// Places that must stay in their cells; no two alike.
    let points: [PlanarPoint]
    /// The wanted balance points.
    let centroids: [PlanarPoint]
    /// True areas in square metres; scaled so that they fill the land.
    let areas: [Double]
    /// Positions of true neighbours, in both directions.
    let neighbours: [[Int]]
  }

  var diagram: PowerDiagram
  let points: [PlanarPoint]
  let centroids: [PlanarPoint]
  let neighbours: [[Int]]
  /// Wanted areas in square metres; together they fill the land.
  let targets: [Double]
  private let land: [[LabelledCorner]]
  private let frame: [LabelledCorner]

  /// - Parameter land: Rings, the outer ones counter-clockwise and holes clockwise.
  init(_ regions: Regions, on land: [[PlanarPoint]]) {
    points = regions.points
    centroids = regions.centroids
    neighbours = regions.neighbours
    self.land = land.map { $0.map { LabelledCorner(point: $0, label: nil) } }
    frame = Self.frame(around: land.flatMap { $0 } + regions.points)
    diagram = PowerDiagram(sites: points, weights: Array(repeating: 0, count: points.count))
    let scale = land.reduce(0) { $0 + signedArea(of: $1) } / regions.areas.reduce(0, +)
    targets = regions.areas.map { $0 * scale }
  }

  /// The cells of the diagram within a frame around the land.
  var cells: [[PlanarPoint]] {
    points.indices.map { diagram.cell(of: $0, within: frame).map(\.point) }
  }

  /// Fits areas and moves sites in turn, then makes sure that every point is in its own cell.
  mutating func fit(rounds: Int) {
    fitAreas(steps: 30)
    var best = (faults: faults(), diagram: diagram)
    var share = 0.5
    for _ in 0..<rounds where share > 0.005 && best.faults > 0 {
      var trial = self
      trial.moveSites(share: share)
      trial.fitAreas(steps: 8)
      guard trial.largestError(trial.measures()) < 0.02 else {
        share /= 2
        continue
      }
      self = trial
      share = min(0.5, 1.3 * share)
      let faults = faults()
      if faults < best.faults { best = (faults, diagram) }
    }
    diagram = best.diagram
    keepPoints()
    mendAreas()
  }

  /// What each coastal cell's area is of its target while weights are those of plain discs; one
  /// for cells inland. Tells where the coast was guessed too far out or in.
  func coastalShares() -> [Double] {
    var plain = self
    plain.diagram.weights = targets.map { $0 / .pi }
    _ = plain.settleWeights()
    return zip(plain.measures(), targets).map {
      $0.coastMetres > 0 ? max(0, $0.squareMetres) / $1 : 1
    }
  }

  func measures() -> [CellMeasure] {
    points.indices.map { site in
      CellMeasure(of: land, in: diagram.cell(of: site, within: frame), site: site, diagram)
    }
  }

  /// Newton steps on the weights until every area is within a thousandth of its target.
  private mutating func fitAreas(steps: Int) {
    var current = measures()
    for _ in 0..<steps where largestError(current) > 1e-3 {
      let direction = newtonDirection(current)
      var share = 1.0
      var accepted: (fit: SketchFit, measures: [CellMeasure])?
      while accepted == nil, share > 1e-4 {
        var trial = self
        for site in points.indices { trial.diagram.weights[site] += share * direction[site] }
        let measured = trial.measures()
        if hasEveryCell(measured),
          totalError(measured) < totalError(current) * (1 - share / 4)
        {
          accepted = (trial, measured)
        }
        share /= 2
      }
      guard let accepted else { return }
      self = accepted.fit
      current = accepted.measures
    }
  }

  /// Takes back what ``keepPoints()`` cost in area, as far as points allow.
  private mutating func mendAreas() {
    var best = (error: totalError(measures()), diagram: diagram)
    for _ in 0..<30 where best.error > 0 {
      fitAreas(steps: 1)
      guard settleWeights() else { break }
      let error = totalError(measures())
      if error < best.error { best = (error, diagram) }
    }
    diagram = best.diagram
  }

  /// Wrong neighbours, and ten for each point that strayed from its cell.
  private func faults() -> Int {
    let wrong = zip(measures(), neighbours).reduce(0) { total, pair in
      let touching = Set(pair.0.borders.map(\.site))
      return total + touching.symmetricDifference(pair.1).count
    }
    return wrong / 2 + 10 * strays().count
  }

  private func largestError(_ measures: [CellMeasure]) -> Double {
    zip(measures, targets).reduce(0) { max($0, abs($1.0.squareMetres / $1.1 - 1)) }
  }

  /// The root of the summed squares of what areas are off, in square metres.
  private func totalError(_ measures: [CellMeasure]) -> Double {
    let off = zip(measures, targets).map { $0.squareMetres - $1 }
    return dot(off, off).squareRoot()
  }

  /// Whether no cell is so small that Newton's method would lose it.
  private func hasEveryCell(_ measures: [CellMeasure]) -> Bool {
    zip(measures, targets).allSatisfy { $0.squareMetres > $1 * 1e-3 }
  }

  /// The change of weights that would mend all areas if borders moved without changing length.
  ///
  /// Solves a weighted graph Laplacian by conjugate gradients, from zero, in a fixed order.
  private func newtonDirection(_ measures: [CellMeasure]) -> [Double] {
    let rates = points.indices.map { site in
      measures[site].borders.map { border in
        let apart = diagram.sites[site].metres(to: diagram.sites[border.site])
        return (site: border.site, squareMetres: border.metres / (2 * apart))
      }
    }
    var solution = [Double](repeating: 0, count: points.count)
    var residual = zip(targets, measures).map { $0 - $1.squareMetres }
    var search = residual
    var squared = dot(residual, residual)
    let goal = squared * 1e-16
    for _ in 0..<(4 * points.count) where squared > goal {
      let image = points.indices.map { site in
        rates[site].reduce(0) { $0 + $1.squareMetres * (search[site] - search[$1.site]) }
      }
      let curvature = dot(search, image)
      guard curvature > 0 else { break }
      let step = squared / curvature
      for site in points.indices {
        solution[site] += step * search[site]
        residual[site] -= step * image[site]
      }
      let next = dot(residual, residual)
      for site in points.indices { search[site] = residual[site] + next / squared * search[site] }
      squared = next
    }
    return solution
  }

  private static func frame(around places: [PlanarPoint]) -> [LabelledCorner] {
    let easts = places.map(\.eastMetres)
    let norths = places.map(\.northMetres)
    let margin = 1000.0
    let west = (easts.min() ?? 0) - margin
    let east = (easts.max() ?? 0) + margin
    let south = (norths.min() ?? 0) - margin
    let north = (norths.max() ?? 0) + margin
    return [(west, south), (east, south), (east, north), (west, north)].map {
      LabelledCorner(point: PlanarPoint(eastMetres: $0.0, northMetres: $0.1), label: nil)
    }
  }
}

private func signedArea(of ring: [PlanarPoint]) -> Double {
  guard var start = ring.last else { return 0 }
  var doubled = 0.0
  for end in ring {
    doubled += start.eastMetres * end.northMetres - end.eastMetres * start.northMetres
    start = end
  }
  return doubled / 2
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
  zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}
