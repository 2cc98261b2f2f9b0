import Simulation

/// A number that tells one result from another, whichever bit differs.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a, 64 bits.
struct Digest {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  init(of studied: StudiedScenario) {
    for answer in Answer.allCases {
      for run in 0..<studied.runAnswers.runs { add(studied.runAnswers[run, answer] ?? .nan) }
    }
    for measure in Measure.allCases {
      guard let band = studied.series[measure] else { continue }
      for values in [band.mean, band.tenth, band.median, band.ninetieth] {
        values.forEach { add($0) }
      }
    }
    for counts in [studied.coverage.recorded, studied.coverage.holders, studied.coverage.obliged] {
      counts.forEach { add(UInt64(UInt32(bitPattern: $0))) }
    }
    for histogram in studied.waits.reached + studied.waits.waiting {
      histogram.counts.forEach { add(UInt64(UInt32(bitPattern: $0))) }
    }
    for channel in studied.channels {
      add(channel.delivered)
      add(channel.kilometres)
      add(channel.cost)
    }
    for stretch in studied.bottlenecks {
      add(UInt64(stretch.days.lowerBound) << 32 | UInt64(stretch.days.upperBound))
      stretch.cause.rawValue.utf8.forEach { add(UInt64($0)) }
    }
    add(UInt64(studied.eventCount))
  }

  var text: String { String(hash, radix: 16) }

  private mutating func add(_ value: Double) { add(value.bitPattern) }

  private mutating func add(_ value: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      hash = (hash ^ (value >> shift & 0xFF)) &* 0x0000_0100_0000_01B3
    }
  }
}
