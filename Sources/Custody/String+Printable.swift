extension String {
  /// The text as it may stand in a message when it comes from a file someone else wrote: at most 60
  /// characters, with control and direction marks replaced, so that it cannot act on a terminal.
  var printable: String {
    let scalars = prefix(60).unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        "\u{FFFD}"
      default: Character(scalar)
      }
    }
    return String(scalars)
  }
}
