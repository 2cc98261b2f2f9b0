extension ContractionHierarchy {
  /// Returns the least times from all sources to all targets, row-major in milliseconds,
  /// ``Int32/max`` where there is no way.
  ///
  /// Places with equal seeds share the work. The answer does not depend on `threads`.
  ///
  /// - Precondition: The seeds are nodes of the graph with times that are not negative.
  /// - Complexity: One upward search per source, and for every 16 of them one sweep over the ranks
  ///   above the targets.
  public func table(from sources: [[Seed]], to targets: [[Seed]], threads: Int = 1) -> [Int32] {
    let ends = TableColumns(self, to: targets)
    let rows = DistinctPlaces(sources)
    let cellCount = sources.count * targets.count
    return unsafe [Int32](unsafeUninitializedCapacity: cellCount) { memory, initializedCount in
      guard cellCount > 0 else { return }
      let cells = unsafe SharedCells(memory)
      let lanes = DownwardSweep.laneCount
      perform(
        (rows.first.count + lanes - 1) / lanes, threads: threads,
        workspace: { TableBatch(self, ends.sweep) }
      ) { index, batch in
        let batchRows = rows.first[(index * lanes)...].prefix(lanes)
        batch.run(batchRows.map { sources[$0] }, self, ends.sweep)
        batch.write(batchRows, ends, into: cells)
      }
      for (row, twin) in rows.same.enumerated() where twin != row {
        for column in targets.indices {
          cells[row * targets.count + column] = cells[twin * targets.count + column]
        }
      }
      initializedCount = cellCount
    }
  }
}

/// Where paths of a table may end.
private struct TableColumns: Sendable {
  let sweep: DownwardSweep
  /// Shape: `targets + 1`; the seeds of each target.
  let first: FlatArray<Int32>
  /// For each seed the row of the sweep and the milliseconds from there, in turn.
  let seeds: FlatArray<Int32>

  init(_ hierarchy: ContractionHierarchy, to targets: [[Seed]]) {
    let count = hierarchy.nodeCount
    for seed in targets.joined() { _ = seed.checkedTime(nodeCount: count) }
    sweep = DownwardSweep(
      hierarchy, to: targets.joined().map { Int(hierarchy.rank[Int($0.node)]) })
    var first: [Int32] = [0]
    var seeds: [Int32] = []
    for target in targets {
      for seed in target {
        seeds += [sweep.row[Int(hierarchy.rank[Int(seed.node)])], seed.milliseconds]
      }
      first.append(Int32(seeds.count / 2))
    }
    self.first = FlatArray(first)
    self.seeds = FlatArray(seeds)
  }
}

/// The memory with which one thread works out rows of a table.
private struct TableBatch: ~Copyable {
  private var search: UpwardSearch
  private let times: Cells<SIMD16<Int32>>

  init(_ hierarchy: ContractionHierarchy, _ sweep: DownwardSweep) {
    search = UpwardSearch(nodeCount: hierarchy.nodeCount)
    times = Cells(repeating: SIMD16(repeating: SweepTime.never), count: sweep.rowCount)
  }

  /// Finds the times from each of up to 16 sources to all rows of the sweep.
  mutating func run(
    _ sources: [[Seed]], _ hierarchy: ContractionHierarchy, _ sweep: DownwardSweep
  ) {
    times.fill(SIMD16(repeating: SweepTime.never))
    for (lane, source) in sources.enumerated() {
      search.begin(at: source, in: hierarchy)
      while search.smallestTime < PathTime.never {
        guard let (rank, time) = search.settle(.forward, in: hierarchy) else { continue }
        let row = Int(sweep.row[rank])
        if row >= 0 { times[row][lane] = SweepTime.stored(time) }
      }
    }
    sweep.run(times)
  }

  /// Writes one row of the table per source.
  func write(_ rows: ArraySlice<Int>, _ columns: TableColumns, into cells: SharedCells<Int32>) {
    let columnCount = columns.first.count - 1
    for column in 0..<columnCount {
      var best = SIMD16(repeating: SweepTime.never)
      for seed in Int(columns.first[column])..<Int(columns.first[column + 1]) {
        let through = times[Int(columns.seeds[2 * seed])] &+ columns.seeds[2 * seed + 1]
        best.replace(with: through, where: through .< best)
      }
      for (lane, row) in rows.enumerated() {
        cells[row * columnCount + column] = Int32(truncatingIfNeeded: SweepTime.time(best[lane]))
      }
    }
  }
}
