public import Domain

/// A figure noted at the end of every simulated day.
///
/// A *level* is what stands there in the evening; a *flow* is what happened during the day; a
/// *share* is busy time over available time, 0 to 1, and 0 when nothing was available.
public enum Measure: String, CaseIterable, Hashable, Sendable {
  // Flows
  case requests
  case recorded
  case becameReady = "became-ready"
  case printed
  case spoiled
  case blanksReceived = "blanks-received"
  case handedOver = "handed-over"
  case calls
  case delivered
  case returned
  case cost
  // Levels
  case unrecorded
  case inProcessing = "in-processing"
  case waitingToPrint = "waiting-to-print"
  case stock
  case waitingToSort = "waiting-to-sort"
  case waitingToHandOver = "waiting-to-hand-over"
  /// Of those handed over, cards that wait for a boat to their island.
  case waitingForBoat = "waiting-for-boat"
  case withChannel = "with-channel"
  case held
  case printersDown = "printers-down"
  /// Whole days since print ready that half, and 95 %, of the cards inside have waited at most: print
  /// ready, and neither with their resident nor back; 0 where there are none.
  case ageMedian = "age-p50-days"
  case ageNinetyFifth = "age-p95-days"
  /// Whole days that half, and 95 %, of the cards waited at most that reached their resident on this
  /// day, or on the last day before on which any did; 0 before the first.
  case arrivedWaitMedian = "arrived-wait-p50-days"
  case arrivedWaitNinetyFifth = "arrived-wait-p95-days"
  // Shares
  case recordingBusy = "recording-busy"
  case printersBusy = "printers-busy"
  case operatorsBusy = "operators-busy"
  case sortingBusy = "sorting-busy"
  case couriersBusy = "couriers-busy"
  /// Boat places used over those that sailed or could have.
  case boatsBusy = "boats-busy"

  public enum Kind: Sendable { case flow, level, share }

  public var kind: Kind {
    switch self {
    case .requests, .recorded, .becameReady, .printed, .spoiled, .blanksReceived, .handedOver,
      .calls, .delivered, .returned, .cost:
      .flow
    case .unrecorded, .inProcessing, .waitingToPrint, .stock, .waitingToSort, .waitingToHandOver,
      .waitingForBoat, .withChannel, .held, .printersDown, .ageMedian, .ageNinetyFifth,
      .arrivedWaitMedian, .arrivedWaitNinetyFifth:
      .level
    case .recordingBusy, .printersBusy, .operatorsBusy, .sortingBusy, .couriersBusy, .boatsBusy:
      .share
    }
  }

  static let count = allCases.count

  /// Its number among all measures; written out, because it is asked for at every event.
  public var index: Int {
    switch self {
    case .requests: 0
    case .recorded: 1
    case .becameReady: 2
    case .printed: 3
    case .spoiled: 4
    case .blanksReceived: 5
    case .handedOver: 6
    case .calls: 7
    case .delivered: 8
    case .returned: 9
    case .cost: 10
    case .unrecorded: 11
    case .inProcessing: 12
    case .waitingToPrint: 13
    case .stock: 14
    case .waitingToSort: 15
    case .waitingToHandOver: 16
    case .waitingForBoat: 17
    case .withChannel: 18
    case .held: 19
    case .printersDown: 20
    case .ageMedian: 21
    case .ageNinetyFifth: 22
    case .arrivedWaitMedian: 23
    case .arrivedWaitNinetyFifth: 24
    case .recordingBusy: 25
    case .printersBusy: 26
    case .operatorsBusy: 27
    case .sortingBusy: 28
    case .couriersBusy: 29
    case .boatsBusy: 30
    }
  }
}

extension Measure: Described {
  public var phrase: Phrase {
    switch self {
    case .requests: Phrase(id: "permohonan baru", en: "new requests")
    case .recorded: Phrase(id: "penduduk direkam", en: "residents recorded")
    case .becameReady: Phrase(id: "menjadi siap cetak (PRR)", en: "became print ready (PRR)")
    case .printed: Phrase(id: "kartu dicetak", en: "cards printed")
    case .spoiled: Phrase(id: "blangko rusak", en: "blanks spoiled")
    case .blanksReceived: Phrase(id: "blangko datang", en: "blanks received")
    case .handedOver: Phrase(id: "diserahkan ke pengantar", en: "handed over for delivery")
    case .calls: Phrase(id: "kunjungan ke rumah", en: "calls at doors")
    case .delivered: Phrase(id: "diterima penduduk", en: "received by residents")
    case .returned: Phrase(id: "kembali ke dinas", en: "returned to the office")
    case .cost: Phrase(id: "biaya", en: "cost")
    case .unrecorded: Phrase(id: "belum direkam", en: "not yet recorded")
    case .inProcessing: Phrase(id: "diproses pusat", en: "in central processing")
    case .waitingToPrint: Phrase(id: "menunggu dicetak", en: "waiting to be printed")
    case .stock: Phrase(id: "stok blangko", en: "stock of blanks")
    case .waitingToSort: Phrase(id: "menunggu disortir", en: "waiting to be sorted")
    case .waitingToHandOver: Phrase(id: "menunggu serah terima", en: "waiting for hand-over")
    case .waitingForBoat: Phrase(id: "menunggu kapal", en: "waiting for a boat")
    case .withChannel: Phrase(id: "di tangan pengantar", en: "out for delivery")
    case .held: Phrase(id: "ditahan untuk diambil", en: "held to be fetched")
    case .printersDown: Phrase(id: "pencetak rusak", en: "printers out of order")
    case .ageMedian:
      Phrase(id: "umur kartu dalam proses (P50)", en: "age of cards on their way (P50)")
    case .ageNinetyFifth:
      Phrase(id: "umur kartu dalam proses (P95)", en: "age of cards on their way (P95)")
    case .arrivedWaitMedian:
      Phrase(id: "tunggu kartu yang diterima (P50)", en: "wait of cards received (P50)")
    case .arrivedWaitNinetyFifth:
      Phrase(id: "tunggu kartu yang diterima (P95)", en: "wait of cards received (P95)")
    case .recordingBusy: Phrase(id: "perekaman terpakai", en: "recording in use")
    case .printersBusy: Phrase(id: "pencetak terpakai", en: "printers in use")
    case .operatorsBusy: Phrase(id: "operator terpakai", en: "operators in use")
    case .sortingBusy: Phrase(id: "penyortiran terpakai", en: "sorting in use")
    case .couriersBusy: Phrase(id: "petugas antar terpakai", en: "couriers in use")
    case .boatsBusy: Phrase(id: "kapal terpakai", en: "boats in use")
    }
  }
}

/// Every measure of every day of one run.
///
/// Shape: `dayCount x Measure.allCases.count`, row-major, row 0 the first simulated day.
public struct DailySeries: Hashable, Sendable {
  public let dayCount: Int
  public private(set) var values: [Double]

  public init(dayCount: Int) {
    self.dayCount = dayCount
    values = Array(repeating: 0, count: dayCount * Measure.count)
  }

  public subscript(day: Int, measure: Measure) -> Double {
    get { values[day * Measure.count + measure.index] }
    set { values[day * Measure.count + measure.index] = newValue }
  }

  /// One measure, a value for each day.
  public subscript(measure: Measure) -> [Double] {
    (0..<dayCount).map { self[$0, measure] }
  }
}

/// Recorded residents and card holders of every kecamatan in the evening of every day.
///
/// Shape: `dayCount x kecamatanCount`, row-major.
public struct CoverageSeries: Hashable, Sendable {
  public let dayCount: Int
  public let kecamatanCount: Int
  public var recorded: [Int32]
  public var holders: [Int32]
  /// Residents who must hold a card; grows as residents turn 17.
  public var obliged: [Int32]

  public init(dayCount: Int, kecamatanCount: Int) {
    self.dayCount = dayCount
    self.kecamatanCount = kecamatanCount
    recorded = Array(repeating: 0, count: dayCount * kecamatanCount)
    holders = recorded
    obliged = recorded
  }
}
