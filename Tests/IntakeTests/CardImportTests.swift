import Domain
import Geometry
import Intake
import Testing

@Suite struct CardImportTests {
  /// A row in which everything is right.
  static let good: [(column: String, value: String)] = [
    ("card_id", ""), ("nik", "1871015708900001"), ("name", "Siti Nur'aini, S.Pd."),
    ("birth_date", "1990-08-17"), ("sex", "P"), ("family_card", "1871011708900001"),
    ("street", "Jl. Kenanga"), ("number", "12A"), ("rt", "5"), ("rw", "002"),
    ("desa", "Sukamaju"), ("kecamatan", "Kec. Kedaton"), ("latitude", "-5.395"),
    ("longitude", "105.255"), ("landmark", "dekat masjid"), ("phone", "0812-3456-7890"),
    ("request", "hilang"), ("urgency", "mendesak"), ("requested_on", "20-07-2017"),
    ("printed_on", "2017-07-25"), ("channel", "loket"),
  ]

  @Test func readsEveryFieldOfAGoodRow() throws {
    let readings = try read([:])
    let card = try #require(readings.rows().first)
    #expect(readings.rejections() == [])
    #expect(readings.warnings() == [])
    #expect(card.row == 2)
    #expect(card.id == nil)
    #expect(card.resident.nik.digits == "1871015708900001")
    #expect(card.resident.name == "Siti Nur'aini, S.Pd.")
    #expect(card.resident.birthDate.description == "1990-08-17")
    #expect(card.resident.sex == .female)
    #expect(card.resident.familyCard?.digits == "1871011708900001")
    #expect(card.resident.phone == "+6281234567890")
    #expect(card.resident.address.line == "Jl. Kenanga No. 12A, RT 005/RW 002")
    #expect(card.resident.address.desa.description == "18.71.01.1001")
    #expect(card.resident.address.landmark == "dekat masjid")
    #expect(card.request == .lost && card.urgency == .urgent && card.channel == .counter)
    #expect(card.requestedOn.description == "2017-07-20")
    #expect(card.printedOn.description == "2017-07-25")
    #expect(card.location.coordinate.description == "-5.3950000, 105.2550000")
    #expect(card.location.source == .house)
  }

  struct Refusal: CustomTestStringConvertible {
    var fields: [String: String]
    var column: String
    var reason: RejectionReason
    init(_ fields: [String: String], _ column: String, _ reason: RejectionReason) {
      self.fields = fields
      self.column = column
      self.reason = reason
    }
    var testDescription: String { "\(column): \(reason.phrase.english)" }
  }

  static let numberRefusals = [
    Refusal(["card_id": "KTP-1871-26-00000001-0"], "card_id", .cardID),
    Refusal(["card_id": "1234"], "card_id", .cardID),
    Refusal(["nik": ""], "nik", .empty),
    Refusal(["nik": "1.87101570890000E+15"], "nik", .nik(.mangledBySpreadsheet)),
    Refusal(["nik": "187101570890000X"], "nik", .nik(.notDigits)),
    Refusal(["nik": "187101570890001"], "nik", .nik(.wrongLength(15))),
    Refusal(["nik": "1071015708900001"], "nik", .nik(.noSuchRegion("107101"))),
    Refusal(["nik": "1871017208900001"], "nik", .nik(.noSuchDay(72))),
    Refusal(["nik": "1871015713900001"], "nik", .nik(.noSuchMonth(13))),
    Refusal(["nik": "1871015708900000"], "nik", .nik(.zeroSerial)),
    Refusal(["nik": "1871017102900001"], "nik", .nik(.noSuchBirthDate)),
    Refusal(["family_card": "1.87101E+15"], "family_card", .familyCard),
    Refusal(["family_card": "187101170890000"], "family_card", .familyCard),
    Refusal(["phone": "12"], "phone", .notAPhone),
    Refusal(["phone": "+60123456789"], "phone", .notAPhone),
    Refusal(["phone": "=HYPERLINK(1)"], "phone", .notAPhone),
    Refusal(["phone": "0812345678901234"], "phone", .notAPhone),
  ]

  static let textRefusals = [
    Refusal(["name": ""], "name", .empty),
    Refusal(["name": "-"], "name", .empty),
    Refusal(["name": ". ."], "name", .empty),
    Refusal(["name": "=1+1"], "name", .formula),
    Refusal(["name": "@siti"], "name", .formula),
    Refusal(["name": "Siti 2"], "name", .notAName("2")),
    Refusal(["name": "Siti <b>"], "name", .notAName("<")),
    Refusal(["name": "Siti\u{202E}"], "name", .invisibleCharacter("U+202E")),
    Refusal(["name": "Si\u{200B}ti"], "name", .invisibleCharacter("U+200B")),
    Refusal(["name": "Siti\nNur"], "name", .invisibleCharacter("U+000A")),
    Refusal(["name": String(repeating: "a", count: 101)], "name", .tooLong(limit: 100)),
    Refusal(["street": "+62"], "street", .formula),
    Refusal(["street": "-Jl. A"], "street", .formula),
    Refusal(["street": "\tJl. A"], "street", .formula),
    Refusal(["street": "Jl.\u{7}A"], "street", .invisibleCharacter("U+0007")),
    Refusal(["street": String(repeating: "a", count: 121)], "street", .tooLong(limit: 120)),
    Refusal(["number": "=12"], "number", .formula),
    Refusal(["number": String(repeating: "1", count: 21)], "number", .tooLong(limit: 20)),
    Refusal(["landmark": "@masjid"], "landmark", .formula),
    Refusal(["street": "NIK 1871 0145 0190 0001"], "street", .personalNumber),
    Refusal(["number": "18710145019000"], "number", .personalNumber),
    Refusal(["sex": "X"], "sex", .unknownWord(expected: ["L", "P"])),
    Refusal(["request": ""], "request", .empty),
    Refusal(
      ["request": "mutasi"], "request",
      .unknownWord(expected: ["first", "lost", "damaged", "data-change"])),
    Refusal(["urgency": "kilat"], "urgency", .unknownWord(expected: ["normal", "urgent"])),
    Refusal(["channel": "pos"], "channel", .unknownWord(expected: ["door", "counter"])),
  ]

  static let dateRefusals = [
    Refusal(["birth_date": "17 Agustus 1990"], "birth_date", .notADate),
    Refusal(["birth_date": "1990-02-30"], "birth_date", .notADate),
    Refusal(["birth_date": "2017-07-28"], "birth_date", .dateInFuture),
    Refusal(["birth_date": "1896-07-26"], "birth_date", .bornTooLongAgo),
    Refusal(["requested_on": ""], "requested_on", .empty),
    Refusal(["requested_on": "42940"], "requested_on", .notADate),
    Refusal(["requested_on": "2017-07-28"], "requested_on", .dateInFuture),
    Refusal(["printed_on": ""], "printed_on", .empty),
    Refusal(["printed_on": "2017-08-01"], "printed_on", .dateInFuture),
  ]

  static let regionRefusals = [
    Refusal(["kecamatan": "Kedatonn"], "kecamatan", .unknownKecamatan(closest: "Kedaton")),
    Refusal(["kecamatan": "Menteng"], "kecamatan", .unknownKecamatan(closest: nil)),
    Refusal(["kecamatan": "18.71.02"], "kecamatan", .unknownKecamatan(closest: nil)),
    Refusal(["kecamatan": "18.71"], "kecamatan", .unknownKecamatan(closest: nil)),
    Refusal(["desa": ""], "desa", .empty),
    Refusal(["desa": "Suka Mayu"], "desa", .unknownDesa(closest: "Sukamaju")),
    Refusal(["desa": "Menteng"], "desa", .unknownDesa(closest: nil)),
    Refusal(["desa": "18.71.01.1055"], "desa", .unknownDesa(closest: nil)),
    Refusal(["desa": "Gunung Sari"], "desa", .desaNotInKecamatan(actual: "Telukbetung Utara")),
    Refusal(["desa": "1871071001"], "desa", .desaNotInKecamatan(actual: "Telukbetung Utara")),
    Refusal(["rt": "1000"], "rt", .notANeighbourhood),
    Refusal(["rt": "lima"], "rt", .notANeighbourhood),
    Refusal(["rt": "5A"], "rt", .notANeighbourhood),
    Refusal(["rt": "RT 5 6 7"], "rt", .notANeighbourhood),
    Refusal(["rw": "RW II"], "rw", .notANeighbourhood),
    Refusal(["rt": "RT 006/RW 002", "rw": "RT 005 RW 002"], "rw", .notANeighbourhood),
    Refusal(["rt": "RT 005/RW 001"], "rw", .neighbourhoodConflict),
  ]

  static let placeRefusals = [
    Refusal(["latitude": "nan"], "latitude", .notADecimal),
    Refusal(["latitude": "-inf"], "latitude", .notADecimal),
    Refusal(["latitude": "0x1p3"], "latitude", .notADecimal),
    Refusal(["latitude": "-5.3e0"], "latitude", .notADecimal),
    Refusal(["latitude": "5°23'42\"S"], "latitude", .notADecimal),
    Refusal(["latitude": "-5."], "latitude", .notADecimal),
    Refusal(["latitude": "-.5"], "latitude", .notADecimal),
    Refusal(["latitude": "--5"], "latitude", .notADecimal),
    Refusal(["latitude": "-5395"], "latitude", .notADecimal),
    Refusal(["latitude": "-5,395"], "latitude", .decimalComma),
    Refusal(["longitude": "999"], "longitude", .notADecimal),
    Refusal(["longitude": ""], "longitude", .coordinateIncomplete),
    Refusal(["latitude": "-"], "latitude", .coordinateIncomplete),
    Refusal(["latitude": "105.255", "longitude": "-5.395"], "latitude", .coordinatesSwapped),
    Refusal(["latitude": "0", "longitude": "0"], "latitude", .outsideIndonesia),
    Refusal(["latitude": "-5.395", "longitude": "150"], "latitude", .outsideIndonesia),
    Refusal(["latitude": "5.395"], "latitude", .farFromKecamatan("Kedaton", metres: 1_199_314)),
    Refusal(["longitude": "105.285"], "latitude", .farFromKecamatan("Kedaton", metres: 1_660)),
  ]

  @Test(
    arguments: numberRefusals + textRefusals + dateRefusals + regionRefusals + placeRefusals)
  func rejectsARowThatBreaksARule(_ refusal: Refusal) throws {
    let readings = try read(refusal.fields)
    #expect(readings.rows() == [])
    let rejection = try #require(readings.rejections().first)
    #expect(rejection.row == 2)
    #expect(rejection.column == refusal.column)
    switch (rejection.reason, refusal.reason) {
    case (.farFromKecamatan(let name, let metres), .farFromKecamatan(let expected, let about)):
      #expect(name == expected)
      #expect(abs(metres - about) <= about / 100)
    default: #expect(rejection.reason == refusal.reason)
    }
  }

  @Test func rejectsACardNumberOfAnotherRegency() throws {
    let metro = try #require(RegionCode("18.72"))
    let here = try #require(RegionCode("18.71"))
    let stranger = CardID(regency: metro, year: 2017, serial: 1)
    let readings = try read(["card_id": stranger.description])
    #expect(readings.rejections().map(\.reason) == [.cardIDOfOtherRegency(here)])
    let own = CardID(regency: here, year: 2017, serial: 1)
    #expect(try read(["card_id": own.description]).rows().map(\.id) == [own])
  }

  @Test func rejectsADateOfPrintBeforeTheRequest() throws {
    let requested = try #require(CalendarDate("2017-07-20"))
    let readings = try read(["printed_on": "2017-07-19"])
    #expect(readings.rejections().map(\.reason) == [.printedBeforeRequested(requested)])
  }

  @Test func asksForTheKecamatanWhereTwoDesaShareAName() throws {
    let codes = ["18.71.01.1001", "18.71.07.1001"].compactMap { RegionCode($0) }
    let ambiguous = try read(["kecamatan": ""])
    #expect(ambiguous.rejections().map(\.reason) == [.ambiguousDesa(codes)])
    let unique = try read(["kecamatan": "", "desa": "sidodadi", "longitude": "105.265"])
    #expect(unique.rows().map(\.resident.address.desa.description) == ["18.71.01.1002"])
    let coded = try read(["kecamatan": "187101", "desa": "18.71.01.1001"])
    #expect(coded.rows().map(\.resident.address.desa) == [codes[0]])
  }

  @Test func aSecondRowOfTheSameNIKOrCardNamesTheFirst() throws {
    let regency = try #require(RegionCode("18.71"))
    let id = CardID(regency: regency, year: 2017, serial: 5).description
    let readings = try read([
      ["card_id": id], ["nik": "1871015708900002", "card_id": id],
      ["nik": "18.71.01.570890.0001"], ["nik": "1871015708900003"],
    ])
    #expect(readings.rows().map(\.row) == [2, 5])
    #expect(readings.rejections().map(\.row) == [3, 4])
    #expect(readings.rejections().map(\.column) == ["card_id", "nik"])
    #expect(
      readings.rejections().map(\.reason) == [.duplicate(firstRow: 2), .duplicate(firstRow: 2)])
  }

  @Test func aRejectedRowDoesNotBlockItsCorrection() throws {
    let readings = try read([["name": ""], [:]])
    #expect(readings.rows().map(\.row) == [3])
  }

  struct Oddity: CustomTestStringConvertible {
    var fields: [String: String]
    var column: String
    var reason: WarningReason
    init(_ fields: [String: String], _ column: String, _ reason: WarningReason) {
      self.fields = fields
      self.column = column
      self.reason = reason
    }
    var testDescription: String { reason.phrase.english }
  }

  static let oddities = [
    Oddity(["nik": "1871015708900010"], "nik", .nikEndsInZero),
    Oddity(["nik": "1871555708900001"], "nik", .nikRegionUnknown("187155")),
    Oddity(["nik": "2201015708900001"], "nik", .nikRegionUnknown("220101")),
    Oddity(["birth_date": "1990-08-18"], "birth_date", .nikBirthDateDiffers),
    Oddity(["sex": "Laki-laki"], "sex", .nikSexDiffers),
    Oddity(
      ["nik": "1871015708040001", "birth_date": "2004-08-17"], "birth_date", .underSeventeen),
    Oddity(["longitude": "105.265"], "latitude", .inOtherRegion("Sidodadi")),
    Oddity(["longitude": "105.273"], "latitude", .inOtherRegion("Sukamaju")),
    Oddity(["longitude": "105.248"], "latitude", .outsideMap),
  ]

  @Test(arguments: oddities)
  func warnsOfAnOddRowAndTakesIt(_ oddity: Oddity) throws {
    let readings = try read(oddity.fields)
    #expect(readings.rejections() == [])
    #expect(
      readings.warnings() == [Warning(row: 2, column: oddity.column, reason: oddity.reason)])
  }

  @Test func aDesaWithoutAnOutlineIsCheckedByItsKecamatan() throws {
    let inside = try read(["desa": "Baru", "longitude": "105.262"])
    #expect(inside.rows().count == 1)
    #expect(inside.warnings() == [])
    let outside = try read(["desa": "Baru", "longitude": "105.2899"])
    #expect(outside.rows() == [])
  }

  @Test func theNIKFillsInSexAndDateOfBirth() throws {
    let card = try #require(try read(["sex": "", "birth_date": ""]).rows().first)
    #expect(card.resident.sex == .female)
    #expect(card.resident.birthDate.description == "1990-08-17")
  }

  @Test(arguments: [
    ("5", "2", 5, 2), ("005", "002", 5, 2), ("RT.05/RW.02", "", 5, 2), ("RT002 RW 003", "", 2, 3),
    ("rt 5", "rw: 2", 5, 2), ("005/002", "", 5, 2), ("RT 005/RW 002", "RT 005/RW 002", 5, 2),
    ("RT 005 / RW -", "-", 5, nil), ("-", "7", nil, 7), ("", "", nil, nil),
    ("000", "000", nil, nil),
    ("- / 3", "", nil, 3), ("", "RT 4 RW 6", 4, 6),
  ])
  func readsEverySpellingOfANeighbourhood(rt: String, rw: String, first: Int?, second: Int?) throws
  {
    let card = try #require(try read(["rt": rt, "rw": rw]).rows().first)
    #expect(card.resident.address.rt == first)
    #expect(card.resident.address.rw == second)
  }

  @Test(arguments: [
    ("081234567890", "+6281234567890"), ("+62 812-3456-7890", "+6281234567890"),
    ("6281234567890", "+6281234567890"), ("81234567890", "+6281234567890"),
    ("(0721) 123456", "+62721123456"), ("-", nil), ("", nil),
  ])
  func writesPhonesOneWay(typed: String, expected: String?) throws {
    let card = try #require(try read(["phone": typed]).rows().first)
    #expect(card.resident.phone == expected)
  }

  @Test func withoutACoordinateTheNeighbourhoodHasItsOwnPoint() throws {
    let context = try SmallRegency().context
    func location(_ rt: String, _ rw: String, _ desa: String = "Sukamaju") throws -> Location {
      let fields = ["latitude": "", "longitude": "", "rt": rt, "rw": rw, "desa": desa]
      return try #require(try read(fields).rows().first).location
    }
    let fifth = try location("5", "2")
    #expect(try location("005", "002") == fifth)
    #expect(try location("6", "2") != fifth)
    #expect(fifth.source == .neighbourhood)
    #expect(fifth.uncertainty > Location.Source.neighbourhood.uncertainty)
    for rw in 1...20 {
      let place = try location("1", "\(rw)").coordinate
      #expect(context.places.locate(place)?.description == "18.71.01.1001")
    }
    let unknown = try location("-", "-")
    #expect(unknown.source == .desa)
    #expect(unknown.coordinate == context.gazetteer.desa[0].pointInside)
  }

  @Test func readsIndonesianHeadingsInAnyOrderAndTellsWhatItIgnores() throws {
    let text = """
      Jenis Permohonan;Kelurahan;NAMA LENGKAP;NIK;Tanggal Cetak;Diminta;Lintang;Bujur;Agama
      baru;Sidodadi;Budi;1871011708900001;25/07/2017;24/07/2017;-5,395;105,265;-
      """
    var cards = CardImport(try SmallRegency().context)
    let readings = try cards.read(Array(text.utf8)[...]) + cards.finish()
    let card = try #require(readings.rows().first)
    #expect(cards.ignoredColumns == ["Agama"])
    #expect(card.location.coordinate.description == "-5.3950000, 105.2650000")
    #expect(card.resident.address.street == "")
    #expect(card.channel == .door && card.urgency == .normal && card.request == .first)
  }

  @Test func aFirstColumnNoCountsTheRowsAndALaterOneTheHouses() throws {
    let text = """
      No,NIK,Nama,Desa,Permohonan,Diminta,Dicetak,Alamat,No
      1,1871011708900001,Budi,Sidodadi,baru,2017-07-24,2017-07-25,Jl. Kenanga,12
      """
    var cards = CardImport(try SmallRegency().context)
    let readings = try cards.read(Array(text.utf8)[...]) + cards.finish()
    #expect(readings.rows().map(\.resident.address.line) == ["Jl. Kenanga No. 12, RT -/RW -"])
    #expect(cards.ignoredColumns == ["No"])
  }

  @Test func refusesAFileWithoutItsColumns() throws {
    let context = try SmallRegency().context
    #expect(throws: DelimitedError.noHeader) { try CardImport.readings(of: [], context) }
    #expect(
      throws: DelimitedError.duplicateColumn("name", first: "name", second: "Nama Lengkap")
    ) {
      try CardImport.readings(of: Array("nik,name,Nama Lengkap\n".utf8), context)
    }
    do {
      _ = try CardImport.readings(of: Array("nama;1871015708900001\n".utf8), context)
      Issue.record("a file without a NIK column was taken")
    } catch DelimitedError.missingColumns(let missing, let found, let expected) {
      #expect(missing == ["nik", "desa", "request", "requested_on", "printed_on"])
      #expect(found == ["nama", "187101******0001"])
      #expect(expected.count == CardColumn.allCases.count)
    }
  }

  @Test func rejectsARowOfAnotherWidthAndReadsOn() throws {
    let header = Self.good.map(\.column).joined(separator: ",")
    let row = Self.good.map { $0.value.contains(",") ? "\"\($0.value)\"" : $0.value }
      .joined(separator: ",")
    let text = "\(header)\n1,2,3\n\(row),x\n\"a\"b\(row.dropFirst())\n\(row)\n"
    let readings = try CardImport.readings(of: Array(text.utf8), try SmallRegency().context)
    #expect(readings.rows().map(\.row) == [5])
    #expect(
      readings.rejections().map(\.reason) == [
        .fieldCount(found: 3, expected: 21), .fieldCount(found: 22, expected: 21), .textAfterQuote,
      ])
  }

  /// Wherever a NIK stands, and whatever is wrong, no message shows it whole.
  @Test func noMessageShowsANumberWhole() throws {
    for column in Self.good.map(\.column) where column != "nik" {
      for value in ["1871015708900001", "=1871 0157 0890 0001 =", "1871-0157-0890-0001x"] {
        for rejection in try read([column: value]).rejections() {
          let digits = rejection.phrase.english.filter(\.isNumber)
          #expect(!digits.contains("1871015708900001"), "\(column)")
          #expect(!rejection.phrase.indonesian.contains(value), "\(column)")
        }
      }
    }
    let doubled = try read([[:], [:]]).rejections()
    #expect(
      doubled.map(\.phrase.english) == [
        "line 3, nik \"187101******0001\": already stands on line 2; remove one of the two"
      ])
    #expect(
      doubled.map(\.phrase.indonesian) == [
        "baris 3, nik \"187101******0001\": sudah ada di baris 2; hapus salah satu"
      ])
  }

  @Test func aLongOrUnprintableValueIsShownShortAndVisible() throws {
    let value = "Jl.\u{202E}" + String(repeating: "x", count: 200)
    let rejection = try #require(try read(["street": value]).rejections().first)
    #expect(rejection.value.hasPrefix("Jl.⟨U+202E⟩xxx"))
    #expect(rejection.value.hasSuffix("x…"))
    #expect(rejection.value.count < 60)
  }

  private func read(_ fields: [String: String]) throws -> [Reading<NewCard>] {
    try read([fields])
  }

  private func read(_ rows: [[String: String]]) throws -> [Reading<NewCard>] {
    try CardImport.readings(
      of: file(
        Self.good.map(\.column),
        rows.map { fields in Self.good.map { fields[$0.column] ?? $0.value } }),
      try SmallRegency().context)
  }
}
