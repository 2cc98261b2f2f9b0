import Domain

/// The RT and RW of an address, however the form spells them.
struct NeighbourhoodNumbers: Equatable {
  var rt: Int?
  var rw: Int?

  /// Reads `5`, `RT 05`, `RT.05/RW.02`, `RT002 RW 002`, `005/002`, `-` or `000`; nothing if `text`
  /// is none of these.
  ///
  /// A number without a word is `unlabelled`, and after a first number it is the RW. A dash or zeros
  /// say that there is none.
  init?(_ text: String, unlabelled: Label) {
    if text.isEmpty { return }
    if text.utf8.count <= 3, text.utf8.allSatisfy(isASCIIDigit), let number = Int(text) {
      if number > 0, unlabelled == .rt { rt = number }
      if number > 0, unlabelled == .rw { rw = number }
      return
    }
    var label: Label? = unlabelled
    for token in Self.tokens(of: text) {
      switch token.lowercased() {
      case "rt": label = .rt
      case "rw": label = .rw
      case "-": label = label == .rt ? .rw : nil
      default:
        guard let number = Int(token), (0...999).contains(number), let place = label else {
          return nil
        }
        let known = number == 0 ? nil : number
        switch place {
        case .rt where rt == nil: rt = known
        case .rw where rw == nil: rw = known
        default: return nil
        }
        label = place == .rt ? .rw : nil
      }
    }
  }

  enum Label { case rt, rw }

  /// The runs of letters and of digits, and dashes that stand alone.
  private static func tokens(of text: String) -> [Substring] {
    var tokens: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let run: Substring
      if first.isASCIIDigit {
        run = rest.prefix(while: \.isASCIIDigit)
      } else if first.isLetter {
        run = rest.prefix(while: \.isLetter)
      } else if " ./:,".contains(first) {
        rest = rest.dropFirst()
        continue
      } else {
        run = rest.prefix(1)
      }
      tokens.append(run)
      rest = rest[run.endIndex...]
    }
    return tokens
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}

extension TableRow {
  /// The RT and RW in two columns, of which the first may hold both.
  func neighbourhood(rt: Column, rw: Column) throws(Rejection) -> NeighbourhoodNumbers {
    guard var numbers = NeighbourhoodNumbers(text(rt), unlabelled: .rt) else {
      throw rejection(rt, .notANeighbourhood)
    }
    guard let second = NeighbourhoodNumbers(text(rw), unlabelled: .rw),
      second.rt == nil || numbers.rt == nil || second.rt == numbers.rt
    else { throw rejection(rw, .notANeighbourhood) }
    if let first = numbers.rw, let other = second.rw, first != other {
      throw rejection(rw, .neighbourhoodConflict)
    }
    numbers.rt = numbers.rt ?? second.rt
    numbers.rw = numbers.rw ?? second.rw
    return numbers
  }
}
