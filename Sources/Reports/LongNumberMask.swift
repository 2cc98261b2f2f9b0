internal import Domain

extension StringProtocol {
  /// The text with every number long enough to be a NIK or a family card number masked.
  ///
  /// Free text such as a landmark may carry a number nobody expects there. A number is a run of
  /// digits, with at most one space, dot or dash between two of them: 14 unbroken digits or more, or
  /// 16 and more in groups. Card identifiers (15 digits in groups) and telephones (up to 13) stay.
  var withLongNumbersMasked: String {
    guard utf8.count(where: isASCIIDigit) >= 14 else { return String(self) }
    var result = ""
    var rest = self[startIndex...]
    while let start = rest.firstIndex(where: \.isDigit) {
      result += rest[..<start]
      let end = endOfNumber(from: start)
      let number = self[start..<end]
      let digits = String(number.filter(\.isDigit))
      let least = digits.count == number.count ? 14 : 16
      result += digits.count >= least ? NIK.masked(digits) : String(number)
      rest = self[end...]
    }
    return result + rest
  }

  /// The end of the run of digits that starts at `start`, single separators included.
  private func endOfNumber(from start: Index) -> Index {
    var end = index(after: start)
    while end < endIndex {
      let following = index(after: end)
      if self[end].isDigit {
        end = following
      } else if self[end].separatesDigits, following < endIndex, self[following].isDigit {
        end = index(after: following)
      } else {
        break
      }
    }
    return end
  }
}

extension Character {
  fileprivate var isDigit: Bool { utf8.count == 1 && utf8.allSatisfy(isASCIIDigit) }
  fileprivate var separatesDigits: Bool { self == " " || self == "." || self == "-" }
}
