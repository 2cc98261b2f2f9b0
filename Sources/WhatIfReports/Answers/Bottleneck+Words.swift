internal import Domain
internal import Simulation

extension Bottleneck.Cause {
  /// What holds things up, as a label.
  var label: Phrase {
    switch self {
    case .nothing: Phrase(id: "tidak ada", en: "nothing")
    case .recording: Phrase(id: "perekaman", en: "recording")
    case .processing: Phrase(id: "pusat data", en: "the data centre")
    case .blanks: Phrase(id: "blangko", en: "blanks")
    case .printers: Phrase(id: "pencetak", en: "printers")
    case .operators: Phrase(id: "operator", en: "operators")
    case .sorting: Phrase(id: "penyortiran", en: "sorting")
    case .couriers: Phrase(id: "petugas antar", en: "couriers")
    case .boats: Phrase(id: "kapal", en: "boats")
    case .residents: Phrase(id: "penduduk belum ditemui", en: "residents not met")
    }
  }
}

extension StudiedScenario {
  /// Days by cause, the longest first; without days on which nothing held anything up.
  var bottleneckDays: [(cause: Bottleneck.Cause, days: Int)] {
    Bottleneck.Cause.allCases.filter { $0 != .nothing }
      .map { cause in
        (cause, bottlenecks.filter { $0.cause == cause }.reduce(0) { $0 + $1.days.count })
      }
      .filter { $0.days > 0 }.sorted { $0.days > $1.days }
  }
}

extension CalendarDate {
  /// `17 Mar`, or `17 Mar 2015`, for axes and narrow tables.
  func short(in language: Language, withYear: Bool = false) -> String {
    let words = text(in: language).split(separator: " ")
    let monthName = words.count == 4 ? String(words[2].prefix(3)) : ""
    return "\(day) \(language == .indonesian && month == 8 ? "Agu" : monthName)"
      + (withYear ? " \(year)" : "")
  }
}
