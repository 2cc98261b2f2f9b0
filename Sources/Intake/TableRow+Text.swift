import Domain

// Text that a person typed and a person will read.
extension TableRow {
  /// The field as one line of text; nothing if it is empty or a dash.
  ///
  /// - Throws: ``Rejection`` for a spreadsheet formula, a number that may be somebody's NIK, an
  ///   invisible character or too much text.
  func line(_ column: Column, limit: Int) throws(Rejection) -> String? {
    guard let text = optional(column) else { return nil }
    if let first = text.utf8.first, formulaStarts.contains(first) {
      throw rejection(column, .formula)
    }
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    if !isPlain, let scalar = text.unicodeScalars.first(where: \.isInvisible) {
      throw rejection(column, .invisibleCharacter(scalar.codePoint))
    }
    let isTidy =
      isPlain && !zip(text.utf8, text.utf8.dropFirst()).contains { $0 == (.space, .space) }
    let line =
      isTidy ? text : text.split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
    guard line.utf8.count <= limit || line.count <= limit else {
      throw rejection(column, .tooLong(limit: limit))
    }
    guard longestNumber(in: line) < 14 else { throw rejection(column, .personalNumber) }
    return line.isEmpty ? nil : line
  }

  /// The field as the name of a person or an organisation.
  ///
  /// - Throws: ``Rejection`` as ``line(_:limit:)``, and for characters that no name has.
  func name(_ column: Column) throws(Rejection) -> String {
    guard let typed = try line(column, limit: 100) else { throw rejection(column, .empty) }
    if typed.utf8.allSatisfy(isPlainInName), typed.utf8.contains(where: isASCIILetter) {
      return typed
    }
    let name = String(typed.map { $0 == "\u{2019}" ? "'" : $0 })
    if let odd = name.first(where: { !$0.isLetter && !" .,'-".contains($0) }) {
      throw rejection(column, .notAName(shown(String(odd))))
    }
    guard name.contains(where: \.isLetter) else { throw rejection(column, .empty) }
    return name
  }

  /// The meaning of a code word; nothing if the field is empty.
  ///
  /// - Throws: ``Rejection`` naming the words of `vocabulary` otherwise.
  func word<Meaning>(
    _ column: Column, in vocabulary: Vocabulary<Meaning>
  ) throws(Rejection) -> Meaning? {
    guard let text = optional(column) else { return nil }
    guard let meaning = vocabulary[text] else {
      throw rejection(column, .unknownWord(expected: vocabulary.words))
    }
    return meaning
  }

  /// The field as an Indonesian phone number, `+62…`; nothing if it is empty.
  func phone(_ column: Column) throws(Rejection) -> String? {
    guard let text = optional(column) else { return nil }
    guard let number = phoneNumber(text) else { throw rejection(column, .notAPhone) }
    return number
  }
}

private func isASCIILetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

/// Whether `byte` may stand in a name whatever is around it.
private func isPlainInName(_ byte: UInt8) -> Bool {
  switch byte {
  case .space, .comma, UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "-"): true
  default: isASCIILetter(byte)
  }
}

/// The digits of the longest number in `text`, which may be written in groups.
private func longestNumber(in text: String) -> Int {
  let dividers: [UInt8] = [.space, UInt8(ascii: "."), UInt8(ascii: "-")]
  var longest = 0
  var digits = 0
  for byte in text.utf8 {
    if isASCIIDigit(byte) {
      digits += 1
      longest = max(longest, digits)
    } else if !dividers.contains(byte) {
      digits = 0
    }
  }
  return longest
}

/// What makes a spreadsheet take text for a formula. Source: OWASP ASVS 1.2.10.
private let formulaStarts: Set<UInt8> = [
  UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), .tab, .carriageReturn,
]

private let phonePunctuation = Array(" .-()".utf8)

/// Reads `0812-3456-7890`, `62812…`, `+62 (812) …`, or `812…` as a spreadsheet leaves it.
///
/// Without the country code and leading zero an Indonesian number has 7 to 12 digits.
func phoneNumber(_ text: String) -> String? {
  var digits = Array(text.utf8).filter { !phonePunctuation.contains($0) }[...]
  if digits.starts(with: Array("+62".utf8)) {
    digits = digits.dropFirst(3)
  } else if digits.starts(with: Array("62".utf8)), digits.count > 9 {
    digits = digits.dropFirst(2)
  }
  if digits.first == UInt8(ascii: "0") { digits = digits.dropFirst() }
  guard (7...12).contains(digits.count), digits.first != UInt8(ascii: "0"),
    digits.allSatisfy(isASCIIDigit)
  else { return nil }
  return "+62" + String(decoding: digits, as: UTF8.self)
}
