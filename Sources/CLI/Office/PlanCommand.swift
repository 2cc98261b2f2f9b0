import ArgumentParser
import Custody
import Domain
import Foundation
import Planning
import Reports
import Storage

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: say(
      "Menyusun rute antaran satu hari dari semua kartu yang siap diantar.",
      "Builds a day's delivery runs from all cards ready to go."),
    discussion: say(
      """
      Contoh:
        hantar plan --date 2017-07-27
        hantar plan --date 2017-07-27 --kecamatan Kemiling --effort thorough
      Benih yang sama memberi rencana yang sama, di komputer mana pun. Kartu yang tidak muat
      didaftar dengan alasan per petugas: hantar plan --date … --left-out
      """,
      """
      Examples:
        hantar plan --date 2017-07-27
        hantar plan --date 2017-07-27 --kecamatan Kemiling --effort thorough
      The same seed gives the same plan on any machine. Cards that do not fit are listed with a
      reason per courier: hantar plan --date … --left-out
      """))

  /// How many days before a plan somebody may have sailed out who is not back yet.
  private static let longestStayDays = 14

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Option(
    help: ArgumentHelp(
      say("Hari antaran (bawaan: hari ini).", "Day of delivery (default: today)."),
      valueName: "YYYY-MM-DD"))
  var date: CalendarDate?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      say(
        "Hanya kecamatan ini (kode atau nama); boleh diulang.",
        "Only this kecamatan (code or name); may be repeated.")))
  var kecamatan: [String] = []

  @Option(help: ArgumentHelp(say("Benih acak.", "Random seed.")))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      say(
        "Lama pencarian: quick, normal, thorough.", "How long to search: quick, normal, thorough.")
    ))
  var effort: Effort = .normal

  @Option(
    help: ArgumentHelp(
      say(
        "Berhenti setelah sekian detik; rencana lalu bergantung pada kecepatan komputer.",
        "Stop after so many seconds; the plan then depends on the machine's speed."),
      valueName: "s"))
  var timeLimit: Int?

  @Option(
    help: ArgumentHelp(say("Jumlah utas (bawaan: semua inti).", "Threads (default: all cores).")))
  var threads: Int?

  @Flag(
    help: ArgumentHelp(
      say("Rute boleh melintasi batas kecamatan.", "Let runs cross the borders of kecamatan.")))
  var crossKecamatan = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Jangan menyusun; daftar kartu yang tertinggal pada rencana hari itu.",
        "Do not plan; list the cards left out of that day's plan.")))
  var leftOut = false

  func validate() throws {
    if let timeLimit, timeLimit < 1 {
      throw ValidationError(
        say("--time-limit harus 1 atau lebih.", "--time-limit must be 1 or more."))
    }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError(say("--threads harus 1 sampai 256.", "--threads must be 1 to 256."))
    }
  }

  func run() throws {
    let store = try options.openStore()
    let now = try currentInstant()
    let date = date ?? now.date(in: store.zone)
    if leftOut {
      let plan = try store.requirePlan(on: date)
      try listLeftOut(of: plan, in: store)
      return
    }

    let today = now.date(in: store.zone)
    try checkDay(date, today: today)
    let gazetteer = try store.gazetteer()
    let chosen = Set(try kecamatan.map { try gazetteer.requireKecamatan($0) })
    let cards = try store.deliverableCards(on: date, today: today, in: chosen, .now(for: .planning))
    guard !cards.isEmpty else {
      throw Failure(
        .refused,
        id:
          "tidak ada kartu yang siap diantar pada \(date) dan belum direncanakan; impor kartu dahulu",
        en: "no cards are ready for \(date) and not planned yet; import cards first")
    }
    let plan = try makePlan(
      of: cards, in: chosen, couriers: try freeCouriers(on: date, now: now, in: store),
      in: store, gazetteer, id: try store.nextPlanID(on: date))
    guard !plan.runs.isEmpty else { throw Self.nothingFits(plan) }
    let outcome = try store.savePlan(plan, now: now)
    PlanSummary(
      plan: plan, gazetteer: gazetteer, supersededRuns: outcome.supersededRuns.count
    ).print(listing)
  }

  private func listLeftOut(of plan: Plan, in store: Store) throws {
    let gazetteer = try store.gazetteer()
    let chosen = try kecamatan.map { try gazetteer.requireKecamatan($0) }
    let cards = try store.cardsOnRecord(plan.leftOut.map(\.card), .now(for: .planning))
    let shown = Set(
      cards.filter { card in
        chosen.isEmpty || chosen.contains { $0.contains(card.resident.address.desa) }
      }.map(\.id))
    LeftOutListing(cards: plan.leftOut.filter { shown.contains($0.card) }).listing.print(listing)
  }

  private func checkDay(_ date: CalendarDate, today: CalendarDate) throws {
    guard date >= today else {
      throw Failure(
        .refused, id: "\(date) sudah lewat; rencanakan hari ini (\(today)) atau sesudahnya",
        en: "\(date) is past; plan today (\(today)) or later")
    }
    guard date.dayNumber - today.dayNumber <= 366 else {
      throw Failure(
        .refused, id: "\(date) lebih dari setahun lagi; periksa tahunnya",
        en: "\(date) is more than a year away; check the year")
    }
  }

  /// Couriers not yet out that day; on the day itself, with what is left of their shift.
  private func freeCouriers(
    on date: CalendarDate, now: Instant, in store: Store
  ) throws -> [Courier] {
    let out = try store.runs(on: date).filter {
      switch try store.runStatus($0.id) {
      case .handedOut, .withOrganisation: true
      case .planned, .superseded: false
      }
    }
    let busy = Set(out.map(\.courier)).union(try islanders(on: date, in: store))
    let free = try store.couriers().filter { !busy.contains($0.id) }
    guard !free.isEmpty else {
      throw Failure(
        .refused,
        id: busy.isEmpty
          ? "belum ada petugas; impor dengan `hantar import couriers`"
          : "semua petugas sudah di jalan pada \(date)",
        en: busy.isEmpty
          ? "there are no couriers yet; import them with `hantar import couriers`"
          : "every courier is already out on \(date)")
    }
    guard date == now.date(in: store.zone) else { return free }
    let midnight = Instant(date, at: .midnight, in: store.zone)
    let seconds = Int32((now.milliseconds - midnight.milliseconds) / 1000)
    return free.compactMap { $0.starting(notBefore: TimeOfDay(seconds: seconds)) }
  }

  /// Couriers who stay on an island until that day or longer.
  private func islanders(on date: CalendarDate, in store: Store) throws -> Set<CourierID> {
    let runs = try (1...Self.longestStayDays).flatMap { try store.runs(on: date.adding(days: -$0)) }
    let staying = try runs.filter { run in
      guard let end = run.overnightUntil, end >= date else { return false }
      if case .superseded = try store.runStatus(run.id) { return false }
      return true
    }
    return Set(staying.map(\.courier))
  }

  /// Why not one card found a place, in the words of the first left-out card.
  private static func nothingFits(_ plan: Plan) -> Failure {
    let first = plan.leftOut.first
    let reasons = first.map { LeftOutListing.reasons($0) } ?? ""
    let remedy = first?.remedy.text(in: language) ?? ""
    return Failure(
      .refused,
      id: "tidak satu kartu pun muat dalam rute, tidak ada yang disimpan (\(reasons)); "
        + "yang akan membantu: \(remedy)",
      en: "not one card fits into a run, nothing was stored (\(reasons)); "
        + "what would help: \(remedy)")
  }

  private func makePlan(
    of cards: [Card], in chosen: Set<RegionCode>, couriers: [Courier], in store: Store,
    _ gazetteer: Gazetteer, id: PlanID
  ) throws -> Plan {
    let roads = try WorkspaceRoads(of: options, store)
    let planOptions = PlanOptions(
      seed: seed, stepsPerStop: effort.stepsPerStop, timeLimit: timeLimit.map { .seconds($0) },
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      crossesKecamatan: crossKecamatan,
      kecamatan: chosen.isEmpty ? nil : chosen)
    let planner = try Planner(
      gazetteer: gazetteer, couriers: couriers, travel: roads.travel(in: gazetteer),
      service: .standard, sailings: try store.sailings(), land: roads.land, options: planOptions)
    let progress = ProgressLine()
    defer { progress.finish() }
    return try Interruption.watched {
      try planner.plan(
        cards: cards, id: id, progress: { progress.show(Self.line($0)) },
        shouldStop: { Interruption.isRequested })
    }
  }

  private static func line(_ progress: PlanProgress) -> String {
    let parts = "\(progress.problemsDone)/\(progress.problemCount)"
    let behind = say(Int(progress.leftOutByTier.reduce(0, +)))
    return say(
      "menyusun: \(parts) bagian, \(behind) kartu belum muat",
      "planning: \(parts) parts, \(behind) cards not yet in a run")
  }
}

extension Courier {
  /// The courier with a shift that starts no earlier than `time`; nothing if it is over by then.
  fileprivate func starting(notBefore time: TimeOfDay?) -> Courier? {
    guard let time, time > shift.start else { return self }
    let rest = shift.rest.flatMap { rest in
      time > rest.latest
        ? nil
        : Shift.Break(
          earliest: max(time, rest.earliest), latest: rest.latest, minutes: rest.minutes)
    }
    guard let shift = try? Shift(start: time, end: shift.end, rest: rest) else { return nil }
    return Courier(
      id: id, name: name, organisation: organisation, base: base, kecamatan: kecamatan,
      shift: shift, vehicle: vehicle, speedKilometresPerHour: speedKilometresPerHour,
      capacityCards: capacityCards, maximumStops: maximumStops, skills: skills)
  }
}

extension Store {
  /// The newest plan of a day.
  ///
  /// - Throws: ``Failure`` if there is none.
  func requirePlan(on date: CalendarDate) throws -> Plan {
    guard let plan = try latestPlan(on: date) else {
      throw Failure(
        .noInput,
        id: "belum ada rencana untuk \(date); buat dengan `hantar plan --date \(date)`",
        en: "there is no plan for \(date) yet; make one with `hantar plan --date \(date)`")
    }
    return plan
  }
}

extension Gazetteer {
  /// The kecamatan of that code, name or alias.
  ///
  /// - Throws: ``Failure`` if there is none, naming those there are.
  func requireKecamatan(_ text: String) throws -> RegionCode {
    if let code = RegionCode(text), self[code]?.kind == .kecamatan { return code }
    if let code = kecamatan(named: text).first { return code }
    let known = kecamatan.map(\.name).joined(separator: ", ")
    throw Failure(
      .badInput, id: "kecamatan \(text) tidak ada; yang ada: \(known)",
      en: "there is no kecamatan \(text); there are: \(known)")
  }
}
