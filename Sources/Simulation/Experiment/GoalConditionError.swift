public import Domain

/// Why a goal could not be read.
public enum GoalConditionError: Error, Hashable, Sendable, Described {
  case noRelation(String)
  case unknownRelation(String)
  case unknownAnswer(String, nearest: [String])
  case badBound(String, Answer)
  case badShare(String)

  public var phrase: Phrase {
    switch self {
    case .noRelation(let text):
      Phrase(
        id: "sasaran \"\(text)\" tidak memuat <= atau >=; tulis misalnya \"\(Self.example)\"",
        en: "the goal \"\(text)\" has no <= or >=; write for example \"\(Self.example)\"")
    case .unknownRelation(let signs):
      Phrase(
        id: "\"\(signs)\" bukan perbandingan; pakai <=, >=, < atau >",
        en: "\"\(signs)\" is no comparison; use <=, >=, < or >")
    case .unknownAnswer(let name, let nearest):
      Phrase(
        id: "tidak ada jawaban bernama \"\(name)\"; yang paling mirip: "
          + nearest.joined(separator: ", "),
        en: "there is no answer named \"\(name)\"; the nearest are: "
          + nearest.joined(separator: ", "))
    case .badBound(let word, let answer):
      Phrase(
        id:
          "\"\(word)\" bukan angka untuk \(answer.rawValue); tulis angka biasa, misalnya 14 atau 92.5",
        en:
          "\"\(word)\" is no number for \(answer.rawValue); write a plain number, such as 14 or 92.5"
      )
    case .badShare(let said):
      Phrase(
        id:
          "\"\(said)\" tidak dimengerti; tulis misalnya \"pada 90% ulangan\", di atas 0 sampai 100",
        en: "\"\(said)\" is not understood; write for example \"in 90% of runs\", above 0 up to 100"
      )
    }
  }

  private static let example = "wait-95-days <= 14"
}

extension GoalConditionError: CustomStringConvertible {
  public var description: String { phrase.english }
}
