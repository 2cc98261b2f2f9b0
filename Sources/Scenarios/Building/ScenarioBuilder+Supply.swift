import Domain
import Simulation

extension ScenarioBuilder {
  mutating func demand() -> Demand {
    guard let section = root.section("demand") else { return Demand() }
    let backlog = section.named("backlog").map { _, cards in
      Demand.Backlog(
        stage: cards.text("stage").flatMap(Demand.Stage.init) ?? .ready, kind: kind(cards),
        urgency: cards.text("urgency").flatMap(Urgency.init) ?? .normal,
        cards: cards.whole("cards") ?? 0, agedDays: cards.spread("age") ?? .fixed(0))
    }
    let arrivals = section.named("arrivals").map { _, requests in
      Demand.Arrivals(
        kind: kind(requests), perDay: requests.number("rate") ?? 0,
        urgentShare: requests.number("urgent") ?? 0,
        needsRecording: requests.flag("needs-recording") ?? false)
    }
    var surges: [Demand.Surge] = []
    for (_, surge) in section.named("surges") {
      checkOrder(surge)
      guard let from = surge.date("from"), let to = surge.date("to") else { continue }
      surges.append(Demand.Surge(from: from, to: to, factor: surge.number("factor") ?? 1))
    }
    return Demand(backlog: backlog, arrivals: arrivals, surges: surges)
  }

  private func kind(_ section: Section) -> RequestKind {
    section.text("kind").flatMap(RequestKind.init) ?? .first
  }

  mutating func recording() -> Recording {
    guard let section = root.section("recording") else { return Recording() }
    var units: [Recording.Unit] = []
    for (name, unit) in section.named("units") {
      checkOrder(unit)
      units.append(
        Recording.Unit(
          name: name, kind: unit.text("kind").flatMap(Recording.Unit.Kind.init) ?? .office,
          count: unit.whole("count") ?? 1, kecamatan: indicesOfKecamatan(unit),
          onlyWithoutSignal: unit.flag("only-without-signal") ?? false,
          residentsPerHour: unit.number("rate") ?? 0, hours: hours(unit),
          noShowShare: unit.number("no-shows") ?? 0,
          offlineDays: unit.spread("offline") ?? .fixed(0),
          printsOnTheSpotMinutes: unit.number("prints-within"), from: unit.date("from"),
          to: unit.date("to")))
    }
    return Recording(units: units, walkInShare: section.number("walk-in") ?? 0)
  }

  func processing() -> CentralProcessing {
    let section = root.section("processing")
    return CentralProcessing(
      leadDays: section?.spread("lead") ?? .fixed(0),
      duplicateShare: section?.number("duplicates") ?? 0)
  }

  func priority() -> [PriorityTier] {
    root.named("priority").map { name, tier in
      PriorityTier(
        name: tier.phrase("title") ?? Phrase(id: name, en: name),
        kinds: (tier.names("kinds") ?? []).compactMap(RequestKind.init),
        urgency: tier.text("urgency").flatMap(Urgency.init),
        leavesInStock: tier.whole("leaves") ?? 0)
    }
  }

  func blanks() -> BlankSupply {
    guard let section = root.section("blanks") else { return BlankSupply() }
    let shipments = section.named("shipments").compactMap { _, shipment in
      shipment.date("on").map {
        BlankSupply.Shipment(on: $0, cards: shipment.whole("cards") ?? 0)
      }
    }
    let day = section.whole("monthly-day") ?? 1
    let reorder = section.section("reorder").map { rule in
      BlankSupply.Reorder(
        level: rule.whole("level") ?? 0, cards: rule.whole("cards") ?? 0,
        leadDays: rule.spread("lead") ?? .fixed(0))
    }
    return BlankSupply(
      opening: section.whole("opening") ?? 0, shipments: shipments.sorted { $0.on < $1.on },
      monthly: section.whole("monthly").map { BlankSupply.Monthly(cards: $0, day: day) },
      reorder: reorder,
      allocation: section.text("allocation").flatMap(BlankSupply.Allocation.init) ?? .byQueue,
      allocationDays: section.number("allocation-days") ?? 5,
      spoiledShare: section.number("spoiled") ?? 0)
  }

  mutating func printing() -> Printing {
    guard let section = root.section("printing") else { return Printing() }
    return Printing(
      sites: sites(section), hours: hours(section),
      secondsPerCard: section.spread("time-per-card") ?? .fixed(60),
      heatRestAfterCards: section.whole("rest-after"),
      heatRestMinutes: section.number("rest") ?? 0, cardsPerPrinterDay: section.whole("rate"),
      cardsPerRibbon: section.whole("ribbon-yield"),
      ribbonChangeMinutes: section.number("ribbon-change") ?? 0,
      ribbons: section.whole("ribbons"), ribbonsPerMonth: section.whole("ribbons-monthly") ?? 0,
      hoursBetweenFailures: section.spread("between-failures"),
      repairDays: section.spread("repair") ?? .fixed(0),
      brokenAtStart: section.whole("broken") ?? 0)
  }

  /// The sites of the file, then one for each kecamatan where that is asked for.
  private mutating func sites(_ section: Section) -> [Printing.Site] {
    var sites: [Printing.Site] = []
    for (name, site) in section.named("sites") {
      checkOrder(site)
      sites.append(
        Printing.Site(
          name: name, printers: site.whole("printers") ?? 0,
          operators: site.whole("operators") ?? 0, kecamatan: indicesOfKecamatan(site),
          from: site.date("from"), to: site.date("to")))
    }
    if let each = section.section("per-kecamatan") {
      let named = indicesOfKecamatan(each)
      for index in named.isEmpty ? Array(kecamatan.indices) : named {
        sites.append(
          Printing.Site(
            name: kecamatan[index].name, printers: each.whole("printers") ?? 0,
            operators: each.whole("operators") ?? 0, kecamatan: [index], from: each.date("from")))
      }
    }
    if sites.isEmpty {
      note(
        section, "sites",
        Phrase(id: "tidak ada tempat cetak; tambahkan satu", en: "no printing site; add one"))
    }
    return sites
  }

  func finishing() -> Finishing {
    let section = root.section("finishing")
    return Finishing(
      rejectedShare: section?.number("rejected") ?? 0, sortedPerHour: section?.number("sorting"))
  }
}
