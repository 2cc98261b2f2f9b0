import Domain

extension CalibratedValueList {
  mutating func add(_ demand: DemandCalibration) {
    let names = arrivalNames
    for kind in demand.kinds {
      let indices = scenario.demand.arrivals.indices.filter {
        scenario.demand.arrivals[$0].kind == kind.kind
      }
      if indices.isEmpty {
        addNewKind(kind)
      } else {
        let total = indices.reduce(0) { $0 + scenario.demand.arrivals[$1].perDay }
        for index in indices {
          let part =
            total > 0
            ? scenario.demand.arrivals[index].perDay / total : 1 / Double(indices.count)
          add(kind, at: index, name: names[index], part: part)
        }
      }
    }
  }

  /// The names that the file gives to arrivals, told from the paths of the scenario's assumptions.
  private var arrivalNames: [String] {
    var names: [String] = []
    for assumption in scenario.assumptions {
      let parts = assumption.path.split(separator: ".")
      guard parts.count > 3, parts[0] == "demand", parts[1] == "arrivals" else { continue }
      if !names.contains(String(parts[2])) { names.append(String(parts[2])) }
    }
    let arrivals = scenario.demand.arrivals
    return names.count == arrivals.count ? names : arrivals.map(\.kind.rawValue)
  }

  private static let printedOnly = Phrase(
    id: "hanya permohonan yang kartunya sudah dicetak yang tercatat",
    en: "the books know a request only once its card is printed")

  private static let mixed = Phrase(
    id: "termasuk penduduk yang baru direkam; nilai skenario tetap",
    en: "residents recorded meanwhile are among them; the scenario's value stays")

  /// - Parameter part: The share of the requests of that kind which this entry stands for.
  private mutating func add(
    _ kind: DemandCalibration.Kind, at index: Int, name: String, part: Double
  ) {
    let arrivals = scenario.demand.arrivals[index]
    let path = ["demand", "arrivals", name]
    // Where residents are recorded during the period, first cards are asked for by them too, and the
    // books do not tell who has just turned 17.
    let isMixed = kind.kind == .first && !scenario.recording.units.isEmpty
    add(
      kind.perDay, at: isMixed ? nil : path + ["rate"], Self.rateTitle(kind.kind), .days,
      current: Self.rate(arrivals.perDay).text + " requests/day",
      note: isMixed ? Self.mixed : Self.printedOnly
    ) { mean in
      let rate = Self.rate(mean.mean * part)
      let range = (mean.interval.lowerBound * part)...(mean.interval.upperBound * part)
      return Known(
        text: "\(rate.text) requests/day",
        interval: written(range, decimals: 2) + " requests/day", cases: mean.cases,
        change: isMixed ? nil : .arrivals(index, kind.kind, perDay: rate.value))
    }
    add(
      kind.urgent, at: path + ["urgent"],
      Phrase(
        id: "\(kind.kind.phrase.indonesian): bagian yang mendesak",
        en: "\(kind.kind.phrase.english): share that is urgent"), .cards,
      current: WrittenNumber.percent(arrivals.urgentShare).text + " %"
    ) { share in
      Self.known(share) { .urgent(index, share: $0) }
    }
  }

  /// A kind that the scenario does not have: worth a word only if it comes.
  private mutating func addNewKind(_ kind: DemandCalibration.Kind) {
    guard let mean = try? kind.perDay.get(), mean.mean > 0 else { return }
    let path = ["demand", "arrivals", kind.kind.rawValue]
    write(.plain(kind.kind.rawValue), at: path + ["kind"])
    add(
      kind.perDay, at: path + ["rate"], Self.rateTitle(kind.kind), .days,
      current: "0 requests/day", note: Self.printedOnly
    ) { mean in
      let rate = Self.rate(mean.mean)
      return Known(
        text: "\(rate.text) requests/day",
        interval: written(mean.interval, decimals: 2) + " requests/day", cases: mean.cases,
        change: .arrivals(nil, kind.kind, perDay: rate.value))
    }
  }

  private static func rate(_ perDay: Double) -> WrittenNumber {
    WrittenNumber(perDay, decimals: 2)
  }

  private static func rateTitle(_ kind: RequestKind) -> Phrase {
    Phrase(
      id: "\(kind.phrase.indonesian): permohonan per hari kerja",
      en: "\(kind.phrase.english): requests per working day")
  }

  mutating func add(_ printing: PrintingCalibration) {
    let printers = scenario.printing.sites.reduce(0) { $0 + $1.printers }
    let current = scenario.printing.cardsPerPrinterDay.map { "\($0) cards/day" }
    add(
      printing.whenBusy, at: printers > 0 ? ["printing", "rate"] : nil,
      Phrase(
        id: "kartu per pencetak pada hari kerja penuh", en: "cards per printer on a full day"),
      .days, current: current,
      note: Phrase(
        id: "hasil seluruh kantor dibagi \(printers) pencetak",
        en: "the output of the whole office over \(printers) printers")
    ) { mean in
      let each = mean.mean / Double(max(1, printers))
      let rate = WrittenNumber(max(1, each), decimals: 0)
      let scale = 1 / Double(max(1, printers))
      return Known(
        text: "\(rate.text) cards/day",
        interval: written(
          (mean.interval.lowerBound * scale)...(mean.interval.upperBound * scale), decimals: 1)
          + " cards/day",
        cases: mean.cases, change: printers > 0 ? .printingRate(Int(rate.value)) : nil)
    }
    add(
      printing.perWorkingDay, at: nil,
      Phrase(id: "kartu dicetak per hari kerja", en: "cards printed per working day"), .days
    ) { Self.known($0, "cards/day") }
    add(
      printing.uptime, at: nil,
      Phrase(id: "hari cetak yang tidak tersendat", en: "printing days without a breakdown"),
      .days,
      note: Phrase(
        id: "tercatat tanggal cetak saja: pencetak rusak, pita atau blangko habis sama tampaknya",
        en: "only dates of printing are known: a broken printer and a lack of ribbons or blanks "
          + "look alike")
    ) { Self.known($0) { _ in nil } }
  }

  mutating func add(
    printDays: Result<QuantileEstimate, CalibrationRefusal>,
    handOverDays: Result<QuantileEstimate, CalibrationRefusal>
  ) {
    add(
      printDays, at: nil,
      Phrase(id: "hari dari permohonan sampai cetak", en: "days from request to print"), .cards
    ) { Self.known($0, "days") }
    add(
      handOverDays, at: nil,
      Phrase(id: "hari dari cetak sampai serah terima", en: "days from print to hand-over"), .cards
    ) { Self.known($0, "days") }
  }

  static func known(_ mean: MeanEstimate, _ unit: String) -> Known {
    Known(
      text: "\(WrittenNumber(mean.mean, decimals: 1).text) \(unit)",
      interval: "\(written(mean.interval, decimals: 1)) \(unit)", cases: mean.cases)
  }

  static func known(_ share: ShareEstimate, _ change: (Double) -> CalibratedChange?) -> Known {
    let percent = WrittenNumber.percent(share.share)
    return Known(
      text: "\(percent.text) %", interval: writtenPercent(share.interval), cases: share.cases,
      change: change(percent.share))
  }

  static func known(_ quantiles: QuantileEstimate, _ unit: String) -> Known {
    let middle = WrittenNumber(quantiles.median, decimals: 2)
    let high = WrittenNumber(quantiles.ninetieth, decimals: 2)
    return Known(
      text: "median \(middle.text) \(unit), 90 % below \(high.text) \(unit)",
      interval: "\(written(quantiles.medianInterval, decimals: 2)), "
        + "\(written(quantiles.ninetiethInterval, decimals: 2)) \(unit)", cases: quantiles.cases)
  }

  /// The same as a log-normal spread of a scenario.
  static func spread(
    _ quantiles: QuantileEstimate, _ unit: String, _ change: (Spread) -> CalibratedChange
  ) throws(CalibrationRefusal) -> Known {
    var known = known(quantiles, unit)
    let middle = WrittenNumber(quantiles.median, decimals: 2).value
    let high = WrittenNumber(quantiles.ninetieth, decimals: 2).value
    guard middle > 0, high > middle else { throw .noSpread(cases: quantiles.cases) }
    known.change = change(.logNormal(median: middle, ninetieth: high))
    return known
  }
}
