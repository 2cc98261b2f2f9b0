import Domain
import Simulation

/// An office plain enough to be written again in SimPy: requests, printers that break down, couriers
/// who call again, cards held and fetched.
enum OneOffice {
  /// The numbers that both programs use.
  static let parameters = OfficeParameters()

  static var scenario: Scenario {
    get throws {
      let region = try valid(RegionCode("18.09"))
      let hours = WorkingHours(
        days: Weekday.allCases, opens: try valid(TimeOfDay(seconds: parameters.opensSeconds)),
        closes: try valid(TimeOfDay(seconds: parameters.closesSeconds)))
      let first = try valid(CalendarDate("2026-06-01"))
      let name = Phrase(id: "satu kantor", en: "one office")
      return Scenario(
        name: "one-office", title: name, question: name, region: region, firstDay: first,
        lastDay: CalendarDate(dayNumber: first.dayNumber + parameters.days - 1),
        officeHours: hours, kecamatan: [try kecamatan], places: [try place],
        demand: Demand(
          arrivals: [Demand.Arrivals(kind: .first, perDay: parameters.requestsPerDay)]),
        blanks: BlankSupply(opening: 1_000_000),
        printing: printing(hours), delivery: delivery(hours))
    }
  }

  private static var kecamatan: SimulatedKecamatan {
    get throws {
      SimulatedKecamatan(
        code: try valid(RegionCode("18.09.01")), name: "Gedong Tataan",
        speedKilometresPerHour: parameters.speedKilometresPerHour,
        roadFactor: parameters.roadFactor, kilometresFromBase: parameters.kilometresFromBase)
    }
  }

  private static var place: SimulatedPlace {
    get throws {
      SimulatedPlace(
        code: try valid(RegionCode("18.09.01.2001")), name: "Desa Satu", kecamatan: 0,
        areaSquareKilometres: parameters.areaSquareKilometres, obliged: 100_000,
        recorded: 100_000, holders: 0)
    }
  }

  private static func printing(_ hours: WorkingHours) -> Printing {
    Printing(
      sites: [
        Printing.Site(
          name: "kantor", printers: parameters.printers, operators: parameters.printers)
      ],
      hours: hours, secondsPerCard: .exponential(mean: parameters.secondsPerCard),
      hoursBetweenFailures: .exponential(mean: parameters.hoursBetweenFailures),
      repairDays: .exponential(mean: parameters.repairDays))
  }

  private static func delivery(_ hours: WorkingHours) -> Delivery {
    let retry = Attempts.Failure(
      name: "NOT_HOME", title: Phrase(id: "tidak di tempat", en: "nobody at home"),
      share: parameters.retryShare, allowsRetry: true)
    let back = Attempts.Failure(
      name: "MOVED", title: Phrase(id: "pindah", en: "moved"), share: 1 - parameters.retryShare,
      allowsRetry: false)
    let service = DoorService(
      couriers: parameters.couriers, hours: hours, restMinutes: parameters.restMinutes,
      bagCards: parameters.bagCards,
      minutesAtDoor: .exponential(mean: parameters.minutesAtDoor),
      setupMinutes: parameters.setupMinutes,
      attempts: Attempts(
        maximum: parameters.maximumCalls, firstFailureShare: parameters.firstFailureShare,
        laterFailureShare: parameters.laterFailureShare, failures: [retry, back],
        holdDays: parameters.holdDays, fetchedShare: parameters.fetchedShare))
    let channel = DeliveryChannel(
      name: "petugas", title: Phrase(id: "petugas", en: "couriers"), means: .door(service),
      handoverDays: Weekday.allCases)
    return Delivery(channels: [channel], rules: [ChannelRule(weights: [1])])
  }

  private struct InvalidParameter: Error {}

  private static func valid<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw InvalidParameter() }
    return value
  }
}

/// The office in numbers.
struct OfficeParameters: Encodable {
  var days = 60
  var opensSeconds: Int32 = 8 * 3600
  var closesSeconds: Int32 = 16 * 3600
  var requestsPerDay = 1000.0
  var printers = 7
  var secondsPerCard = 120.0
  var hoursBetweenFailures = 40.0
  var repairDays = 2.0
  var couriers = 28
  var bagCards = 80
  var restMinutes = 60
  var minutesAtDoor = 3.0
  var setupMinutes = 1.0
  var areaSquareKilometres = 60.0
  var speedKilometresPerHour = 25.0
  var roadFactor = 1.3
  var kilometresFromBase = 5.0
  var maximumCalls = 3
  var firstFailureShare = 0.25
  var laterFailureShare = 0.4
  /// Of the failures, those after which the courier calls again.
  var retryShare = 0.7
  var holdDays = 30
  var fetchedShare = 0.5
}
