import Domain

/// Parts of names from which residents and streets are invented.
///
/// Invariant: every list has at least one name.
public struct NameTables: Sendable {
  let maleGiven: [String]
  let femaleGiven: [String]
  let maleFamily: [String]
  let femaleFamily: [String]
  /// Without "Jalan".
  let streets: [String]

  /// Reads `names/people.csv` and `names/streets.csv`.
  ///
  /// - Throws: ``MapTableError`` naming the table and the line, or the kind of name there is none of.
  public init(people: [UInt8], streets: [UInt8]) throws(MapTableError) {
    let parts = try MapTable<PersonColumn>("people.csv", people).rows { row throws(Rejection) in
      NamePart(
        isGiven: try row.isFirst(.part, of: ["given", "family"]),
        gender: try row.required(.gender), name: try row.name(.name))
    }
    func names(given: Bool, _ gender: String) -> [String] {
      parts.filter { $0.isGiven == given && [gender, "any"].contains($0.gender) }.map(\.name)
    }
    maleGiven = names(given: true, "male")
    femaleGiven = names(given: true, "female")
    maleFamily = names(given: false, "male")
    femaleFamily = names(given: false, "female")
    self.streets = try MapTable<StreetColumn>("streets.csv", streets).rows {
      row throws(Rejection) in
      try row.line(.name, limit: 60) ?? ""
    }
    .filter { !$0.isEmpty }
    let lists = [
      ("given male", maleGiven), ("given female", femaleGiven), ("family male", maleFamily),
      ("family female", femaleFamily), ("streets", self.streets),
    ]
    for (part, names) in lists where names.isEmpty { throw .tooFewNames(part) }
  }

  /// An invented name: one to three parts, of which the last may be a family's.
  func person(_ sex: Sex, using random: inout SplitMix64) -> String {
    let given = sex == .male ? maleGiven : femaleGiven
    let family = sex == .male ? maleFamily : femaleFamily
    var parts = [given.pick(using: &random)]
    let shape = random.unit()
    if shape > 0.55 { parts.append(given.pick(using: &random)) }
    if shape > 0.1, shape < 0.9 { parts.append(family.pick(using: &random)) }
    return parts.enumerated().filter { !parts[..<$0.offset].contains($0.element) }
      .map(\.element).joined(separator: " ")
  }
}

private struct NamePart {
  var isGiven: Bool
  var gender: String
  var name: String
}

private enum PersonColumn: Int, TableColumn {
  case part, gender, name
}

private enum StreetColumn: Int, TableColumn {
  case name
}

extension TableRow {
  /// Whether the field is the first of two words.
  fileprivate func isFirst(_ column: Column, of words: [String]) throws(Rejection) -> Bool {
    let word = try required(column)
    guard words.contains(word) else { throw rejection(column, .unknownWord(expected: words)) }
    return word == words[0]
  }
}

extension Array {
  /// One of the elements; the array is not empty.
  func pick(using random: inout SplitMix64) -> Element {
    self[Int(random.next() % UInt64(count))]
  }
}
