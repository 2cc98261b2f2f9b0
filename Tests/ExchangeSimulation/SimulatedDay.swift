internal import Custody
internal import Domain
internal import Foundation
internal import Storage
internal import TestSupport

/// One day of couriers, carriers and an office, everything in it drawn from one seed: who does what,
/// what gets lost, which machine dies in the middle of which write.
///
/// The office's store and the couriers' pockets are the real ones, on real SQLite files. When the
/// day is over, everything is healed, and ``Report/violations`` says which promise was broken.
public struct SimulatedDay {
  /// What came of a day.
  public struct Report: Sendable {
    public let seed: UInt64
    /// What happened, line by line: the same for the same seed.
    public let trace: [String]
    public let faults: [Fault: Int]
    /// In order of discovery; nothing in a sound day.
    public let violations: [String]
    /// Entries of the log by what became of them.
    public let accepted: Int
    public let refused: Int
    public let flagged: Int

    /// SHA-256 of the trace, lower-case hexadecimal.
    public var traceHash: String {
      IndependentAudit.hexadecimal(
        IndependentAudit.sha256(Array(trace.joined(separator: "\n").utf8)))
    }
  }

  private let seed: UInt64
  private let template: DayTemplate
  private let folder: String
  private var random: SplitMix64
  private var now = DayTemplate.start
  private var carriers = Carriers()
  private var trace: [String] = []
  private var faults: [Fault: Int] = [:]
  private var violations: [String] = []
  private let office: SimulatedOffice
  private let devices: [SimulatedDevice]
  private var stranger: Stranger
  /// The cards that each device said it delivered.
  private var delivered: [CardID: Set<Int>] = [:]
  /// A file that each device carries for another.
  private var entrusted: [Int: [[UInt8]]] = [:]
  private var oldCopy: String?

  /// Plays the day of `seed` in the new folder `folder` and removes it.
  ///
  /// - Parameter stepCount: How many things happen before the day is over.
  public static func play(
    seed: UInt64, stepCount: Int = 40, from template: DayTemplate, in folder: String
  ) throws -> Report {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var day = try SimulatedDay(seed: seed, template: template, folder: folder)
    for _ in 0..<stepCount { try day.step() }
    try day.heal()
    return try day.report()
  }

  /// Plays the day of `seed` in the new folder `folder` and leaves everything as it lies then:
  /// events that wait, claims that nobody settled, a device that is lost.
  ///
  /// - Returns: The office's folder; nobody has its database open.
  public static func officeAfterwards(
    seed: UInt64, stepCount: Int = 40, from template: DayTemplate, in folder: String
  ) throws -> String {
    var day = try SimulatedDay(seed: seed, template: template, folder: folder)
    for _ in 0..<stepCount { try day.step() }
    return day.office.machine.folder
  }

  private init(seed: UInt64, template: DayTemplate, folder: String) throws {
    self.seed = seed
    self.template = template
    self.folder = folder
    random = SplitMix64(seed: seed)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    office = try SimulatedOffice(of: template, in: folder)
    devices = try DayTemplate.couriers.indices.map {
      try SimulatedDevice($0, of: template, in: folder, now: DayTemplate.start)
    }
    stranger = try Stranger(office: office.store().identity, run: template.runs[2])
  }

  private mutating func step() throws {
    now = now.adding(milliseconds: Int64.random(in: 5_000...600_000, using: &random))
    let device = devices[Int.random(in: devices.indices, using: &random)]
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<42: try work(on: device)
    case 42..<58: try send(from: device)
    case 58..<82: try bring()
    case 82..<87: disturbClock(of: device)
    case 87..<90: try publish()
    case 90..<93: try settleOne()
    case 93..<95: try count()
    case 95..<96: try lose()
    case 96..<98: try copyOrRestore()
    default: try hearStranger()
    }
  }

  private mutating func note(_ line: String) { trace.append(line) }

  private mutating func note(_ fault: Fault) { faults[fault, default: 0] += 1 }

  private mutating func accident(onDevice: Bool) -> Accident? {
    guard Int.random(in: 0..<5, using: &random) == 0 else { return nil }
    return Accident.allCases.randomElement(using: &random)
  }
}

// What couriers do.
extension SimulatedDay {
  private mutating func work(on device: SimulatedDevice) throws {
    let plan = DeviceWork(
      on: device.number, of: template, oldDesa: try SampleOffice.code("18.71.01.1001"),
      using: &random)
    for fault in plan.faults { note(fault) }
    let reading = device.clock.reading(at: now)
    let result = try perform(on: device) { try plan.perform(in: $0, clock: reading) }
    note("\(device.number) \(plan) \(Self.word(for: result))")
    guard plan.isDelivery, case .success = result else { return }
    for card in plan.cards {
      delivered[card, default: []].insert(device.number)
      if delivered[card]?.count == 2 { note(.cardClaimedTwice) }
    }
  }

  private mutating func send(from device: SimulatedDevice) throws {
    let reading = device.clock.reading(at: now)
    let carried = entrusted[device.number] ?? []
    guard
      case .success(let file)? = try perform(
        on: device,
        {
          try $0.bundle(carrying: carried, clock: reading)
        })
    else {
      note("\(device.number) sends nothing")
      return
    }
    if !carried.isEmpty { note(.fileCarried) }
    note("\(device.number) sends \(Segment.segments(of: file).whole.count) segments")
    entrusted[device.number] = nil
    if Int.random(in: 0..<6, using: &random) == 0 {
      let carrier = (device.number + 1) % devices.count
      entrusted[carrier, default: []].append(file)
    } else {
      carriers.send(file, to: .office)
    }
  }

  private mutating func perform<Value>(
    on device: SimulatedDevice, calm: Bool = false, _ work: (Pocket) throws -> Value
  ) throws -> Result<Value, any Error>? {
    let accident = calm ? nil : accident(onDevice: true)
    let result = try device.perform(accident, now: now, using: &random, work)
    if let accident, result == nil || result?.isStorageFailure == true {
      note(accident.fault(onDevice: true))
    }
    let broken = try device.brokenPromises()
    if !broken.isEmpty {
      violations.append("device \(device.number) lost its events \(broken)")
    }
    return result
  }

  private mutating func disturbClock(of device: SimulatedDevice) {
    let day: Int64 = 86_400_000
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      device.clock.aheadMilliseconds = (Bool.random(using: &random) ? 1 : -1) * 5 * 365 * day
      note(.clockYearsOff)
    case 1:
      device.clock.aheadMilliseconds += Int64.random(in: -10_800_000...10_800_000, using: &random)
      note(.clockJumped)
    case 2:
      device.clock.aheadMilliseconds = -3 * day
      note(.clockBehindOffice)
    default:
      device.clock.aheadMilliseconds = 0
      device.restart(at: now)
      note(.deviceRestarted)
    }
    note("\(device.number) clock \(device.clock.aheadMilliseconds)")
  }

  /// Somebody makes a copy of device 3 and, later, goes on with it.
  private mutating func copyOrRestore() throws {
    let device = devices[3]
    if let oldCopy {
      guard !device.isRestored else { return }
      try device.restore(from: oldCopy)
      note(.deviceRestored)
      note("3 restored")
    } else {
      let copy = folder + "/copy"
      try device.machine.copy(to: copy, using: &random)
      oldCopy = copy
      note("3 copied")
    }
  }

  private static func word<Value>(for result: Result<Value, any Error>?) -> String {
    switch result {
    case nil: "dies"
    case .success: "ok"
    case .failure(let refusal as CustodyRefusal): refusal.code
    case .failure(let error) where error is StorageError: "disk"
    case .failure(let error): "\(type(of: error))"
    }
  }
}

// What the office does.
extension SimulatedDay {
  private mutating func bring() throws {
    let (file, faults) = carriers.bring(using: &random)
    for fault in faults { note(fault) }
    guard let file else { return note("lost on the way") }
    switch file.to {
    case .office: try arrive(file.bytes)
    case .device(let number):
      let device = devices[number]
      let reading = device.clock.reading(at: now)
      let result = try perform(on: device) { try $0.take(file.bytes, clock: reading) }
      note("\(number) takes \(Self.word(for: result))")
    }
  }

  private mutating func arrive(_ file: [UInt8], calm: Bool = false) throws {
    let time = now
    let result = try performOffice(calm: calm) { try $0.merge(fileBytes: file, now: time) }
    guard case .success(let outcome)? = result else {
      return note("office merges \(Self.word(for: result))")
    }
    let counts = outcome.devices.filter { $0.device != stranger.device }.map { device in
      "\(name(of: device.device)):\(device.accepted)+\(device.alreadyKnown)"
        + "-\(device.refused.map(\.code).joined(separator: ","))~\(device.waiting)"
    }
    note("office merges \(counts) damaged \(outcome.unreadable.count)")
    if !calm { for device in outcome.devices { try answer(device.device) } }
  }

  private mutating func answer(_ id: DeviceID, calm: Bool = false) throws {
    guard let device = devices.first(where: { $0.id == id }) else { return }
    let time = now
    let result = try performOffice(calm: calm) { try $0.acknowledgement(for: id, now: time) }
    guard case .success(let file)? = result else { return }
    carriers.send(file, to: .device(device.number))
  }

  private mutating func publish() throws {
    try office.publish(now: now)
    note("published \(office.published.last?.size ?? 0)")
  }

  private mutating func settleOne() throws {
    let open = try office.store().reviews()
    guard let review = open.randomElement(using: &random) else { return }
    let decision = Correction.Decision.allCases.randomElement(using: &random) ?? .rejected
    let time = now
    let result = try performOffice {
      try $0.resolve(
        review.place, decision, by: "Rina", cardsTo: decision == .settled ? .office : nil,
        now: time)
    }
    note("settles \(review.place) \(decision) \(Self.word(for: result))")
  }

  private mutating func count() throws {
    guard let courier = CourierID("SP-02") else { return }
    let bag = template.bag(of: 2).filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
    let time = now
    let result = try performOffice {
      try $0.count(.courier(courier), found: bag, by: "Rina", now: time)
    }
    note(.bagCounted)
    note("counts \(bag.count) \(Self.word(for: result))")
  }

  private mutating func lose() throws {
    let device = devices[2]
    guard !device.isLost else { return }
    let time = now
    let result = try performOffice {
      try $0.revoke(device.id, by: "Rina", reason: "hilang", now: time)
    }
    // An office that died may have written it down all the same.
    device.isLost = try !office.store().device(device.id).isActive
    if device.isLost { note(.deviceRevoked) }
    note("revokes \(Self.word(for: result))")
  }

  private mutating func hearStranger() throws {
    let card = template.bag(of: 3)[Int.random(in: 0..<8, using: &random)]
    let clock = ClockReading(wall: now)
    carriers.send(try stranger.claim(card, clock: clock), to: .office)
    note(.strangerSent)
    note("stranger claims")
  }

  private mutating func performOffice<Value>(
    calm: Bool = false, _ work: (Store) throws -> Value
  ) throws -> Result<Value, any Error>? {
    let accident = calm ? nil : accident(onDevice: false)
    let result = try office.perform(accident, using: &random, work)
    if let accident, result == nil || result?.isStorageFailure == true {
      note(accident.fault(onDevice: false))
    }
    return result
  }

  private func name(of device: DeviceID) -> String {
    devices.first { $0.id == device }.map { "\($0.number)" } ?? "?"
  }
}

// The end of the day.
extension SimulatedDay {
  /// Brings everything that is not lost for good to where it belongs.
  private mutating func heal() throws {
    for file in carriers.files { if file.to == .office { try arrive(file.bytes, calm: true) } }
    carriers.loseAll()
    for files in entrusted.sorted(by: { $0.key < $1.key }) {
      for file in files.value { try arrive(file, calm: true) }
    }
    for device in devices {
      now = now.adding(milliseconds: 60_000)
      try exchange(with: device)
    }
    try publish()
  }

  private mutating func exchange(with device: SimulatedDevice) throws {
    let reading = device.clock.reading(at: now)
    let file = try perform(on: device, calm: true) { pocket in
      try pocket.unsentCount() > 0 ? try pocket.bundle(clock: reading) : nil
    }
    guard case .success(let unsent?)? = file else { return }
    try arrive(unsent, calm: true)
    try answer(device.id, calm: true)
    for file in carriers.files where file.to == .device(device.number) {
      _ = try perform(on: device, calm: true) { try $0.take(file.bytes, clock: reading) }
    }
    carriers.loseAll()
  }

  private mutating func report() throws -> Report {
    let store = try office.store()
    let audit = try IndependentAudit(
      databaseAt: office.machine.folder + "/hantar.sqlite", workspaceID: template.workspaceID,
      officeKey: template.officeKey)
    violations += audit.faults
    try examine(store, against: audit)
    for device in devices { try examine(device, against: audit) }
    try examineProof(of: template.cards[Int(seed % 28)], from: store)
    return Report(
      seed: seed, trace: trace, faults: faults, violations: violations,
      accepted: audit.entries.count { $0.refusal == nil },
      refused: audit.entries.count { $0.refusal != nil },
      flagged: audit.entries.count { !$0.flags.isEmpty })
  }

  private mutating func examine(_ store: Store, against audit: IndependentAudit) throws {
    let report = try store.verify(against: office.published)
    violations += report.findings.map { "verify: \($0)" }
    let last = office.published.last
    if last?.size != audit.entries.count || last?.root.description != audit.root {
      violations.append("the last checkpoint is not of the log that is there")
    }
    let settled = Set(audit.entries.filter { $0.refusal == nil }.compactMap(\.settles))
    let open = audit.entries.filter {
      ($0.refusal != nil || !$0.flags.isEmpty) && !settled.contains($0.hash)
    }
    let reviews = try store.reviews().map(\.place)
    if reviews != open.map(\.place) {
      violations.append("the review queue shows \(reviews), open are \(open.map(\.place))")
    }
  }

  /// A stranger must be able to follow what the office says of a card.
  private mutating func examineProof(of card: CardID, from store: Store) throws {
    let proof = try store.proof(of: card, now: now)
    for entry in proof.entries + proof.enrolments {
      let root = IndependentAudit.root(
        above: entry.leaf, at: entry.place - 1, of: proof.checkpoint.size,
        path: entry.path.map(\.bytes))
      if root != proof.checkpoint.root.bytes {
        violations.append("the proof of entry \(entry.place) leads elsewhere")
      }
    }
  }

  private mutating func examine(
    _ device: SimulatedDevice, against audit: IndependentAudit
  ) throws {
    let there = Set(audit.entries.map(\.hash))
    let lacking = try device.storedEvents().filter { !there.contains($0.value) }.keys.sorted()
    // What waits for an event that was lost with the copy it came from can never be taken in.
    let isWhole = !device.isRestored
    if isWhole, !lacking.isEmpty {
      violations.append("the office never got events \(lacking) of device \(device.number)")
    }
    let unsent = try device.perform(nil, now: now, using: &random) { try $0.unsentCount() }
    if isWhole, !device.isLost, case .success(let count)? = unsent, count > 0 {
      violations.append("device \(device.number) still has \(count) events to send")
    }
  }
}
