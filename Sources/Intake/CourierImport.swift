public import Domain

/// Reads a file of couriers (columns: ``CourierColumn``).
public enum CourierImport {
  /// What became of each row of `file`, in order.
  ///
  /// - Throws: ``DelimitedError`` for what makes the file unreadable.
  public static func readings(
    of file: [UInt8], gazetteer: Gazetteer, places: MapPlaces
  ) throws(DelimitedError) -> [Reading<Courier>] {
    var rows = TableReader<CourierColumn>()
    rows.feed(file[...])
    rows.finish()
    var firstRows: [CourierID: Int] = [:]
    var readings: [Reading<Courier>] = []
    while let row = try rows.next() {
      do throws(Rejection) {
        if let defect = row.defect { throw defect }
        var warnings: [Warning] = []
        let courier = try courier(row, gazetteer)
        if let first = firstRows[courier.id] {
          throw row.rejection(.id, .duplicate(firstRow: first))
        }
        let hasMap = places.locate(gazetteer.regency.pointInside) != nil
        if hasMap, places.locate(courier.base) == nil {
          warnings.append(row.warning(.baseLatitude, .outsideMap))
        }
        firstRows[courier.id] = row.line
        readings.append(.accepted(courier, warnings))
      } catch {
        readings.append(.rejected(error))
      }
    }
    try rows.checkHeader()
    return readings
  }

  private static func courier(
    _ row: TableRow<CourierColumn>, _ gazetteer: Gazetteer
  ) throws(Rejection) -> Courier {
    guard let id = CourierID(try row.required(.id)) else { throw row.rejection(.id, .courierID) }
    if (try? NIK(id.description)) != nil { throw row.rejection(.id, .personalNumber) }
    guard let base = try row.coordinate(.baseLatitude, .baseLongitude) else {
      throw row.rejection(.baseLatitude, .empty)
    }
    guard let organisation = try row.line(.organisation, limit: 100) else {
      throw row.rejection(.organisation, .empty)
    }
    guard let vehicle = try row.word(.vehicle, in: .vehicles) else {
      throw row.rejection(.vehicle, .empty)
    }
    return Courier(
      id: id, name: try row.name(.name), organisation: organisation, base: base,
      kecamatan: try kecamatan(row, gazetteer), shift: try shift(row), vehicle: vehicle,
      speedKilometresPerHour: try number(.speed, of: row, in: 1...120),
      capacityCards: try number(.capacityCards, of: row, in: 1...10_000),
      maximumStops: try number(.stops, of: row, in: 1...1000), skills: try skills(row))
  }

  private static func kecamatan(
    _ row: TableRow<CourierColumn>, _ gazetteer: Gazetteer
  ) throws(Rejection) -> [RegionCode] {
    var codes: [RegionCode] = []
    for name in row.list(.kecamatan) {
      do throws(RejectionReason) {
        let code = try gazetteer.kecamatan(name)
        if !codes.contains(code) { codes.append(code) }
      } catch {
        throw row.rejection(.kecamatan, error)
      }
    }
    return codes
  }

  private static func shift(_ row: TableRow<CourierColumn>) throws(Rejection) -> Shift {
    guard let start = try row.time(.shiftStart) else { throw row.rejection(.shiftStart, .empty) }
    guard let end = try row.time(.shiftEnd) else { throw row.rejection(.shiftEnd, .empty) }
    let earliest = try row.time(.breakEarliest)
    let latest = try row.time(.breakLatest)
    let minutes = try row.wholeNumber(.breakMinutes, in: 1...480)
    var rest: Shift.Break?
    if earliest != nil || latest != nil || minutes != nil {
      guard let earliest, let latest, let minutes else {
        throw row.rejection(.breakMinutes, .breakIncomplete)
      }
      rest = Shift.Break(earliest: earliest, latest: latest, minutes: minutes)
    }
    do throws(ShiftError) {
      return try Shift(start: start, end: end, rest: rest)
    } catch {
      throw row.rejection(.shiftStart, .shift(error))
    }
  }

  private static func skills(_ row: TableRow<CourierColumn>) throws(Rejection) -> Set<Skill> {
    var skills: Set<Skill> = []
    for word in row.list(.skills) {
      guard let skill = Vocabulary<Skill>.skills[word] else {
        throw row.rejection(.skills, .unknownWord(expected: Vocabulary<Skill>.skills.words))
      }
      skills.insert(skill)
    }
    return skills
  }

  private static func number(
    _ column: CourierColumn, of row: TableRow<CourierColumn>, in range: ClosedRange<Int>
  ) throws(Rejection) -> Int {
    guard let number = try row.wholeNumber(column, in: range) else {
      throw row.rejection(column, .empty)
    }
    return number
  }
}
