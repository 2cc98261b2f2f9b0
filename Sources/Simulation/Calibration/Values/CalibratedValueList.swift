import Domain

/// Makes values and the entries of a scenario file out of estimates, in the order of a file.
struct CalibratedValueList {
  private(set) var values: [CalibratedValue] = []
  private(set) var entries: [VariantEntry] = []
  let scenario: Scenario
  let reasons: [HistoryReason]
  let period: ClosedRange<CalendarDate>

  init(_ scenario: Scenario, reasons: [HistoryReason], period: ClosedRange<CalendarDate>) {
    self.scenario = scenario
    self.reasons = reasons
    self.period = period
  }

  /// A value that is known: how it is written, between what, from how many cases, and what it
  /// changes.
  struct Known {
    var text: String
    var interval: String?
    var cases: Int
    var change: CalibratedChange?
  }

  /// Adds a value, or why it is not known.
  ///
  /// - Parameter path: nil for what a scenario has no place for.
  mutating func add<Value>(
    _ estimate: Result<Value, CalibrationRefusal>, at path: [String]?, _ title: Phrase,
    _ counted: CalibrationRefusal.Counted, current: String? = nil, note: Phrase? = nil,
    _ known: (Value) throws(CalibrationRefusal) -> Known
  ) {
    switch estimate {
    case .failure(let refusal): refuse(refusal, at: path, title, counted, current, note)
    case .success(let value):
      do throws(CalibrationRefusal) {
        let known = try known(value)
        values.append(
          CalibratedValue(
            path: path?.joined(separator: "."), title: title, written: known.text,
            interval: known.interval, cases: known.cases, counted: counted, current: current,
            refusal: nil, note: note, change: known.change))
        if let path, known.change != nil {
          write(known.text, at: path, known.cases, counted)
        }
      } catch {
        refuse(error, at: path, title, counted, current, note)
      }
    }
  }

  private mutating func refuse(
    _ refusal: CalibrationRefusal, at path: [String]?, _ title: Phrase,
    _ counted: CalibrationRefusal.Counted, _ current: String?, _ note: Phrase?
  ) {
    values.append(
      CalibratedValue(
        path: path?.joined(separator: "."), title: title, written: nil, interval: nil,
        cases: refusal.cases, counted: counted, current: current, refusal: refusal, note: note,
        change: nil))
  }

  /// Adds a value of a file with the cases it comes from.
  mutating func write(
    _ text: String, at path: [String], _ cases: Int, _ counted: CalibrationRefusal.Counted
  ) {
    let source =
      "calibrated from \(cases) \(counted.phrase.english), "
      + "\(period.lowerBound) to \(period.upperBound)"
    entries.append(VariantEntry(path: path, content: .sourced(text, source: source)))
  }

  /// Adds what a file needs beside the values and what claims nothing about the world.
  mutating func write(_ content: VariantEntry.Content, at path: [String]) {
    entries.append(VariantEntry(path: path, content: content))
  }
}

extension CalibrationRefusal {
  /// The cases that there were.
  var cases: Int {
    switch self {
    case .tooFew(let cases, _, _), .noSpread(let cases), .ridingFillsTheGaps(let cases): cases
    case .periodTooShort, .notInScenario: 0
    }
  }
}
