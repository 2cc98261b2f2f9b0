internal import Domain
internal import Simulation

/// Which residents a coverage counts among those who must hold a card.
enum CoverageKind: String, CaseIterable {
  case recorded, holders

  /// What moves in a scenario: recording where there are units that record, else cards.
  init(of scenario: Scenario) { self = scenario.recording.units.isEmpty ? .holders : .recorded }

  var label: Phrase {
    switch self {
    case .recorded: Phrase(id: "sudah direkam", en: "recorded")
    case .holders: Phrase(id: "sudah memegang KTP-el", en: "holding their card")
    }
  }
}

extension StudiedScenario {
  /// Counted and obliged residents of a kecamatan by its code; none where the scenario has no such
  /// kecamatan, as before one is split off.
  func counts(_ kind: CoverageKind, day: Int, in code: RegionCode) -> (part: Int, whole: Int) {
    guard let index = scenario.kecamatan.firstIndex(where: { $0.code == code }),
      index < coverage.kecamatanCount
    else { return (0, 0) }
    return coverage.counts(kind, day: day, kecamatan: index)
  }
}

extension CoverageBands.Pair {
  func band(of kind: CoverageKind) -> Band { kind == .recorded ? recorded : holders }
}

extension CoverageSeries {
  /// Counted and obliged residents of one kecamatan in the evening of one day.
  func counts(_ kind: CoverageKind, day: Int, kecamatan: Int) -> (part: Int, whole: Int) {
    let index = day * kecamatanCount + kecamatan
    let part = kind == .recorded ? recorded[index] : holders[index]
    return (Int(part), Int(obliged[index]))
  }

  /// Counted and obliged residents of all kecamatan.
  func counts(_ kind: CoverageKind, day: Int) -> (part: Int, whole: Int) {
    (0..<kecamatanCount).reduce(into: (0, 0)) { sum, kecamatan in
      let counts = counts(kind, day: day, kecamatan: kecamatan)
      sum.0 += counts.part
      sum.1 += counts.whole
    }
  }

  /// The share of all, in percent, a value for each day.
  func percentages(of kind: CoverageKind) -> [Double] {
    (0..<dayCount).map { day in
      let counts = counts(kind, day: day)
      return counts.whole > 0 ? 100 * Double(counts.part) / Double(counts.whole) : 0
    }
  }
}
