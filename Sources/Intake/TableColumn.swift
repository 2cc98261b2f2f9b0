/// A column of a file with a header, found by any of its names.
///
/// Raw values count from 0 in the order of `allCases`.
public protocol TableColumn: RawRepresentable<Int>, CaseIterable, Hashable, Sendable {
  /// The name that documents and messages use.
  var name: String { get }
  /// Other headings that mean the same.
  var aliases: [String] { get }
  /// Whether a file without the column is refused, and a row with nothing in it rejected.
  var isRequired: Bool { get }
}

extension TableColumn {
  /// The name of the case with its words divided by `_`: `birth_date` for `birthDate`.
  public var name: String {
    var name = ""
    var followsSmall = false
    for character in "\(self)" {
      if character.isUppercase, followsSmall { name += "_" }
      name += character.lowercased()
      followsSmall = !character.isUppercase
    }
    return name
  }

  public var aliases: [String] { [] }

  public var isRequired: Bool { true }
}

/// A heading or code word as it is compared: lower case, with one `_` for anything between words.
func normalisedWord(_ text: some StringProtocol) -> String {
  text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "_")
}
