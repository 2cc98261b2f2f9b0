/// One value of the text with the place it stands at, read as what it has to be.
struct VroomField {
  let value: JSONValue
  let path: VroomPath

  /// Returns the entries of an array.
  func entries() throws(VroomError) -> [VroomField] {
    switch value {
    case .array(let values):
      values.enumerated().map { VroomField(value: $1, path: .index(path, $0)) }
    case .integers(let values):
      values.enumerated().map { VroomField(value: .integer($1), path: .index(path, $0)) }
    default: throw malformed(.array)
    }
  }

  func object() throws(VroomError) -> VroomObject {
    guard case .object(let members) = value else { throw malformed(.object) }
    return VroomObject(members: members, path: path)
  }

  func string() throws(VroomError) -> String {
    guard case .string(let text) = value else { throw malformed(.string) }
    return text
  }

  func whole(in allowed: ClosedRange<Int>) throws(VroomError) -> Int {
    let whole: Int? =
      switch value {
      case .integer(let integer): integer
      case .decimal(let decimal): Int(exactly: decimal)
      default: nil
      }
    guard let whole, allowed.contains(whole) else { throw malformed(.whole(allowed)) }
    return whole
  }

  func number(in allowed: ClosedRange<Double>) throws(VroomError) -> Double {
    let number: Double? =
      switch value {
      case .integer(let integer): Double(integer)
      case .decimal(let decimal): decimal
      default: nil
      }
    guard let number, allowed.contains(number) else { throw malformed(.number(allowed)) }
    return number
  }

  func wholes(in allowed: ClosedRange<Int>) throws(VroomError) -> [Int] {
    if case .integers(let values) = value, values.allSatisfy(allowed.contains) { return values }
    return try entries().map { (entry) throws(VroomError) in try entry.whole(in: allowed) }
  }

  func timeWindow() throws(VroomError) -> ClosedRange<Int> {
    guard case .integers(let values) = value, values.count == 2, values[0] <= values[1],
      VroomLimits.moment.contains(values[0]), VroomLimits.moment.contains(values[1])
    else { throw malformed(.timeWindow) }
    return values[0]...values[1]
  }

  /// Returns time windows in order.
  func timeWindows() throws(VroomError) -> [ClosedRange<Int>] {
    let windows = try entries()
      .map { (entry) throws(VroomError) in try entry.timeWindow() }
      .sorted { $0.lowerBound < $1.lowerBound }
    for (before, after) in zip(windows, windows.dropFirst()) {
      guard before.upperBound < after.lowerBound else { throw malformed(.windowsApart) }
    }
    return windows
  }

  func coordinates() throws(VroomError) -> VroomCoordinates {
    let values = try? entries().map { (entry) throws(VroomError) in
      try entry.number(in: -180...180)
    }
    guard let values, values.count == 2, abs(values[1]) <= 90 else {
      throw malformed(.coordinates)
    }
    return VroomCoordinates(longitude: values[0], latitude: values[1])
  }

  func malformed(_ need: VroomNeed) -> VroomError {
    let text = value.text
    let found = text.count > 40 ? text.prefix(40) + "…" : text
    return .malformed(path: path.text, found: found.isEmpty ? "empty" : found, need: need)
  }

  func unsupported(_ limit: VroomLimit) -> VroomError { .unsupported(path: path.text, limit) }
}

/// An object of the text with the place it stands at.
struct VroomObject {
  let members: [JSONValue.Member]
  let path: VroomPath

  /// The member's field, unless it is absent or null.
  subscript(key: String) -> VroomField? {
    guard let member = members.first(where: { $0.key == key }), member.value != .null else {
      return nil
    }
    return VroomField(value: member.value, path: .key(path, key))
  }

  func require(_ key: String) throws(VroomError) -> VroomField {
    guard let field = self[key] else { throw .missing(path: VroomPath.key(path, key).text) }
    return field
  }

  /// The members nobody will ask for, as notes.
  func notes(knowing keys: Set<String>) -> [VroomNote] {
    members.filter { !keys.contains($0.key) }
      .map { .unknownKey(path: VroomPath.key(path, $0.key).text) }
  }
}
