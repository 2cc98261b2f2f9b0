public import Domain

/// Reads a file of printed cards (columns: ``CardColumn``), row by row, as its bytes arrive.
///
/// Every row is either accepted, perhaps with warnings, or rejected for the first rule it breaks.
/// Rules look at the row, the map and the rows before it; what is already stored is the caller's to
/// compare.
///
/// ```swift
/// var cards = CardImport(context)
/// for chunk in chunks { for reading in try cards.read(chunk) { … } }
/// for reading in try cards.finish() { … }
/// ```
public struct CardImport {
  private let context: CardImportContext
  private let locator: AddressLocator
  private var rows = TableReader<CardColumn>()
  private var regions: RegionResolver
  private var firstRowOfNIK: [UInt64: Int] = [:]
  private var firstRowOfCard: [CardID: Int] = [:]

  public init(_ context: CardImportContext) {
    self.context = context
    locator = AddressLocator(
      context.gazetteer, context.places, tolerance: context.borderTolerance)
    regions = RegionResolver(context.gazetteer)
  }

  /// Headings that no column answers to; their fields are not read.
  public var ignoredColumns: [String] { rows.ignoredColumns }

  /// The rows that `chunk` completes, in order.
  ///
  /// - Throws: ``DelimitedError`` for what makes the rest of the file unreadable; nothing of the
  ///   file should then be kept.
  public mutating func read(
    _ chunk: ArraySlice<UInt8>
  ) throws(DelimitedError) -> [Reading<NewCard>] {
    rows.feed(chunk)
    return try completeRows()
  }

  /// The last row, if the file does not end in a line break. Call once, after the last chunk.
  public mutating func finish() throws(DelimitedError) -> [Reading<NewCard>] {
    rows.finish()
    let last = try completeRows()
    try rows.checkHeader()
    return last
  }

  /// Reads a whole file at once.
  public static func readings(
    of file: [UInt8], _ context: CardImportContext
  ) throws(DelimitedError) -> [Reading<NewCard>] {
    var cards = CardImport(context)
    return try cards.read(file[...]) + cards.finish()
  }

  private mutating func completeRows() throws(DelimitedError) -> [Reading<NewCard>] {
    var readings: [Reading<NewCard>] = []
    while let row = try rows.next() {
      do throws(Rejection) {
        if let defect = row.defect { throw defect }
        var warnings: [Warning] = []
        let card = try cardRow(row, &warnings)
        readings.append(.accepted(card, warnings))
      } catch {
        readings.append(.rejected(error))
      }
    }
    return readings
  }

  private mutating func cardRow(
    _ row: TableRow<CardColumn>, _ warnings: inout [Warning]
  ) throws(Rejection) -> NewCard {
    let id = try cardID(row)
    let nik = try nik(row, &warnings)
    let requestedOn = try required(.requestedOn, of: row)
    let printedOn = try required(.printedOn, of: row)
    guard requestedOn <= printedOn else {
      throw row.rejection(.printedOn, .printedBeforeRequested(requestedOn))
    }
    guard let request = try row.word(.request, in: .requests) else {
      throw row.rejection(.request, .empty)
    }
    let resident = try resident(row, nik, &warnings)
    let card = NewCard(
      row: row.line, id: id, resident: resident, request: request,
      urgency: try row.word(.urgency, in: .urgencies) ?? .normal, requestedOn: requestedOn,
      printedOn: printedOn, channel: try row.word(.channel, in: .channels) ?? context.channel,
      location: try locator.location(of: resident.address, row, &warnings))
    if let id { firstRowOfCard[id] = row.line }
    firstRowOfNIK[nik.number] = row.line
    return card
  }

  private func cardID(_ row: TableRow<CardColumn>) throws(Rejection) -> CardID? {
    guard let text = row.optional(.cardID) else { return nil }
    guard let id = CardID(text) else { throw row.rejection(.cardID, .cardID) }
    let regency = context.gazetteer.regency.code
    guard id.description.hasPrefix("KTP-\(regency.digits)-") else {
      throw row.rejection(.cardID, .cardIDOfOtherRegency(regency))
    }
    if let first = firstRowOfCard[id] { throw row.rejection(.cardID, .duplicate(firstRow: first)) }
    return id
  }

  private func nik(
    _ row: TableRow<CardColumn>, _ warnings: inout [Warning]
  ) throws(Rejection) -> NIK {
    let text = try row.required(.nik)
    let nik: NIK
    do { nik = try NIK(text) } catch {
      throw Rejection(
        row: row.line, column: CardColumn.nik.name, value: shown(NIK.masked(text)),
        reason: .nik(error))
    }
    if let first = firstRowOfNIK[nik.number] {
      throw row.rejection(.nik, .duplicate(firstRow: first))
    }
    if nik.digits.hasSuffix("0") { warnings.append(row.warning(.nik, .nikEndsInZero)) }
    if !context.gazetteer.mayHaveRegistered(nik) {
      let region = String(nik.digits.prefix(6))
      warnings.append(row.warning(.nik, .nikRegionUnknown(region)))
    }
    return nik
  }

  private mutating func resident(
    _ row: TableRow<CardColumn>, _ nik: NIK, _ warnings: inout [Warning]
  ) throws(Rejection) -> Resident {
    let name = try row.name(.name)
    let birthDate = try birthDate(row, nik, &warnings)
    let sex = try row.word(.sex, in: .sexes) ?? nik.sex
    if sex != nik.sex { warnings.append(row.warning(.sex, .nikSexDiffers)) }
    var familyCard: FamilyCardNumber?
    if let text = row.optional(.familyCard) {
      familyCard = FamilyCardNumber(text)
      if familyCard == nil {
        throw Rejection(
          row: row.line, column: CardColumn.familyCard.name, value: shown(NIK.masked(text)),
          reason: .familyCard)
      }
    }
    return Resident(
      nik: nik, name: name, birthDate: birthDate, sex: sex, familyCard: familyCard,
      address: try address(row), phone: try row.phone(.phone))
  }

  private func birthDate(
    _ row: TableRow<CardColumn>, _ nik: NIK, _ warnings: inout [Warning]
  ) throws(Rejection) -> CalendarDate {
    let written = try row.pastDate(.birthDate, today: context.today)
    guard let birthDate = written ?? nik.birthDate(on: context.today) else {
      throw row.rejection(.nik, .nik(.noSuchBirthDate))
    }
    let age = birthDate.age(on: context.today)
    guard age <= 120 else { throw row.rejection(.birthDate, .bornTooLongAgo) }
    if written != nil, !nik.birthDates.contains(birthDate) {
      warnings.append(row.warning(.birthDate, .nikBirthDateDiffers))
    }
    if age < 17 { warnings.append(row.warning(.birthDate, .underSeventeen)) }
    return birthDate
  }

  private mutating func address(_ row: TableRow<CardColumn>) throws(Rejection) -> Address {
    let desa = try regions.desa(of: row, kecamatan: .kecamatan, desa: .desa)
    let neighbourhood = try row.neighbourhood(rt: .rt, rw: .rw)
    return Address(
      street: try row.line(.street, limit: 120) ?? "", number: try row.line(.number, limit: 20),
      rt: neighbourhood.rt, rw: neighbourhood.rw, desa: desa,
      landmark: try row.line(.landmark, limit: 120))
  }

  private func required(
    _ column: CardColumn, of row: TableRow<CardColumn>
  ) throws(Rejection) -> CalendarDate {
    guard let date = try row.pastDate(column, today: context.today) else {
      throw row.rejection(column, .empty)
    }
    return date
  }
}

extension TableRow {
  func warning(_ column: Column, _ reason: WarningReason) -> Warning {
    Warning(row: line, column: column.name, reason: reason)
  }
}

extension NIK {
  /// The digits as one number: half the memory of the text, for a look-up over a whole file.
  fileprivate var number: UInt64 {
    digits.utf8.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
  }
}

extension Gazetteer {
  /// Whether the region of first registration may exist: a province of the Republic, and in this
  /// regency a kecamatan of the table.
  fileprivate func mayHaveRegistered(_ nik: NIK) -> Bool {
    guard let kecamatan = nik.registrationKecamatan else { return false }
    if regency.code.contains(kecamatan) { return self[kecamatan] != nil }
    return Int(nik.digits.prefix(2)).map(provinces.contains) ?? false
  }
}

/// The 38 provinces. Source: Kepmendagri 300.2.2-2138/2025.
private let provinces: Set<Int> = Set(
  Array(11...19) + [21] + Array(31...36) + Array(51...53) + Array(61...65) + Array(71...76)
    + [81, 82] + Array(91...96))
