import Domain
import Intake
import Testing

@Suite struct CourierImportTests {
  static let good: [(column: String, value: String)] = [
    ("id", "P-01"), ("name", "Agus"), ("organisation", "Satpol PP"), ("base_latitude", "-5.395"),
    ("base_longitude", "105.255"), ("kecamatan", "Kedaton|18.71.07"), ("shift_start", "08:00"),
    ("shift_end", "16:00"), ("break_earliest", "11:30"), ("break_latest", "13:30"),
    ("break_minutes", "60"), ("vehicle", "sepeda motor"), ("speed", "20"),
    ("capacity_cards", "120"), ("stops", "80"), ("skills", "perahu"),
  ]

  @Test func readsEveryFieldOfAGoodRow() throws {
    let courier = try #require(try read([[:]]).rows().first)
    #expect(courier.id.description == "P-01")
    #expect(courier.organisation == "Satpol PP")
    #expect(courier.kecamatan.map(\.description) == ["18.71.01", "18.71.07"])
    #expect(courier.shift.start.description == "08:00")
    #expect(courier.shift.rest?.minutes == 60)
    #expect(courier.vehicle == .motorcycle)
    #expect(courier.speedKilometresPerHour == 20)
    #expect(courier.capacityCards == 120 && courier.maximumStops == 80)
    #expect(courier.skills == [.boat])
  }

  @Test func emptyFieldsMeanEveryKecamatanNoBreakAndNoSkill() throws {
    let fields = [
      "kecamatan": "", "break_earliest": "", "break_latest": "", "break_minutes": "", "skills": "-",
    ]
    let courier = try #require(try read([fields]).rows().first)
    #expect(courier.kecamatan == [] && courier.shift.rest == nil && courier.skills == [])
  }

  struct Refusal: CustomTestStringConvertible {
    var column: String
    var value: String
    var reason: RejectionReason
    var testDescription: String { "\(column) \(value): \(reason.phrase.english)" }
  }

  static let refusals = [
    Refusal(column: "id", value: "P 01", reason: .courierID),
    Refusal(column: "id", value: "", reason: .empty),
    Refusal(column: "name", value: "", reason: .empty),
    Refusal(column: "organisation", value: "=A1", reason: .formula),
    Refusal(column: "id", value: "1871014501900001", reason: .personalNumber),
    Refusal(column: "organisation", value: "", reason: .empty),
    Refusal(column: "base_latitude", value: "nan", reason: .notADecimal),
    Refusal(column: "base_longitude", value: "", reason: .coordinateIncomplete),
    Refusal(column: "base_latitude", value: "48.1", reason: .outsideIndonesia),
    Refusal(
      column: "kecamatan", value: "Kedaton|Menteng", reason: .unknownKecamatan(closest: nil)),
    Refusal(column: "shift_start", value: "8 pagi", reason: .notATime),
    Refusal(column: "shift_end", value: "", reason: .empty),
    Refusal(column: "break_minutes", value: "", reason: .breakIncomplete),
    Refusal(column: "break_minutes", value: "0", reason: .notAWholeNumber(1...480)),
    Refusal(
      column: "vehicle", value: "helikopter",
      reason: .unknownWord(expected: ["motorcycle", "car", "van", "foot", "boat"])),
    Refusal(column: "speed", value: "0", reason: .notAWholeNumber(1...120)),
    Refusal(column: "speed", value: "121", reason: .notAWholeNumber(1...120)),
    Refusal(column: "speed", value: "20.5", reason: .notAWholeNumber(1...120)),
    Refusal(column: "capacity_cards", value: "-1", reason: .notAWholeNumber(1...10_000)),
    Refusal(column: "capacity_cards", value: "", reason: .empty),
    Refusal(column: "stops", value: "99999999999999999999", reason: .notAWholeNumber(1...1000)),
    Refusal(column: "skills", value: "boat|terbang", reason: .unknownWord(expected: ["boat"])),
  ]

  @Test(arguments: refusals)
  func rejectsARowThatBreaksARule(_ refusal: Refusal) throws {
    let readings = try read([[refusal.column: refusal.value]])
    #expect(readings.rows() == [])
    #expect(readings.rejections().map(\.column) == [refusal.column])
    #expect(readings.rejections().map(\.reason) == [refusal.reason])
  }

  @Test func rejectsAShiftThatEndsBeforeItStarts() throws {
    let start = try #require(TimeOfDay("08:00"))
    let end = try #require(TimeOfDay("07:00"))
    let readings = try read([["shift_end": "07:00"]])
    #expect(readings.rejections().map(\.reason) == [.shift(.endsBeforeStart(start, end))])
  }

  @Test func aSecondRowOfTheSameBadgeNamesTheFirst() throws {
    let readings = try read([[:], ["id": "p-01"]])
    #expect(readings.rejections().map(\.reason) == [.duplicate(firstRow: 2)])
  }

  @Test func warnsOfABaseOutsideTheMap() throws {
    let readings = try read([["base_latitude": "-5.5"]])
    #expect(
      readings.warnings() == [Warning(row: 2, column: "base_latitude", reason: .outsideMap)])
  }

  private func read(_ rows: [[String: String]]) throws -> [Reading<Courier>] {
    try CourierImport.readings(
      of: file(
        Self.good.map(\.column),
        rows.map { fields in Self.good.map { fields[$0.column] ?? $0.value } }),
      gazetteer: try SmallRegency().gazetteer, places: SmallRegency.places)
  }
}
