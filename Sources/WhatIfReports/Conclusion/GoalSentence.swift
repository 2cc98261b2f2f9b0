internal import Domain
internal import Simulation

/// What was found of a goal.
struct GoalSentence {
  let words: LeverWords

  private var language: Language { words.language }

  func text(_ goal: GoalSought) -> String {
    let lever = words.name(of: goal.lever)
    let condition = Self.words(goal.condition, in: language)
    if let found = goal.found.map({ words.value($0, of: goal.lever) }) {
      return language.say(
        id: "Sasaran “\(condition)” tercapai mulai \(lever) = \(found).",
        en: "The goal “\(condition)” is first met with \(lever) = \(found).")
    }
    let first = goal.tried.first.map { words.value($0.value, of: goal.lever) } ?? "–"
    let last = goal.tried.last.map { words.value($0.value, of: goal.lever) } ?? "–"
    let range =
      first == last ? first : language.say(id: "\(first) sampai \(last)", en: "\(first) to \(last)")
    return language.say(
      id: "Sasaran “\(condition)” tidak tercapai dengan nilai \(lever) mana pun yang dicoba "
        + "(\(range)).",
      en: "The goal “\(condition)” is not met by any value of \(lever) that was tried "
        + "(\(range)).")
  }

  /// `wait-95-days <= 14` as `the P95 wait at most 14 days`; what is not understood stays as it is.
  static func words(_ condition: String, in language: Language) -> String {
    let parts = condition.split(separator: " ").map(String.init)
    guard parts.count >= 3, let answer = Answer(rawValue: parts[0]) else { return condition }
    let limit: Phrase
    switch parts[1] {
    case "<=":
      limit = Phrase(id: answer.unit == .days ? "paling lama" : "paling banyak", en: "at most")
    case "<": limit = Phrase(id: "kurang dari", en: "less than")
    case ">=": limit = Phrase(id: "paling sedikit", en: "at least")
    case ">": limit = Phrase(id: "lebih dari", en: "more than")
    default: return condition
    }
    let unit =
      switch answer.unit {
      case .days: language.say(id: " hari", en: " days")
      case .percent: " %"
      default: ""
      }
    let bound =
      "\(answer.subject.text(in: language)) \(limit.text(in: language)) \(parts[2])\(unit)"
    guard parts.count > 3 else { return bound }
    guard parts.count == 7, parts[3] == "in", parts[5...] == ["of", "runs"] else {
      return condition
    }
    return bound + language.say(id: " pada \(parts[4]) simulasi", en: " in \(parts[4]) of runs")
  }
}
