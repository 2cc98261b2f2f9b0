import Domain
import Simulation

extension ScenarioBuilder {
  mutating func facts() -> [Fact] {
    var facts: [Fact] = []
    for (_, section) in root.named("facts") {
      guard let answer = section.text("answer").flatMap(Answer.init),
        let written = section.text("value"), let title = section.phrase("title")
      else { continue }
      do throws(Refusal) {
        let range = try range(written, of: answer)
        facts.append(Fact(answer: answer, range: range, title: title, source: source(section)))
      } catch {
        note(section, "value", error.what)
      }
    }
    return facts
  }

  private func range(_ text: String, of answer: Answer) throws(Refusal) -> ClosedRange<Double> {
    let quantity = Quantity(answer.unit.written, 0...1e13)
    let numbers = QuantityText(quantity: quantity)
    switch try SpreadText(numbers: numbers).spread(text) {
    case .fixed(let value): return value...value
    case .uniform(let from, let to): return from...to
    default:
      throw Refusal(
        Phrase(
          id: "sebuah nilai atau rentang, seperti “\(quantity.unit.text("2"))”",
          en: "a value or a range, like “\(quantity.unit.text("2"))”"))
    }
  }

  private func source(_ section: Section) -> String {
    switch section.branch.leaf("value")?.basis {
    case .source(let text), .assumed(let text), .decided(let text): text
    case nil: ""
    }
  }
}

extension Answer.Unit {
  /// The unit of an answer as scenario files write it; percents stay percents.
  var written: Unit {
    switch self {
    case .days: .wholeDays
    case .cards: .cards
    case .residents: .residents
    case .percent: Unit("%", [("percent", 1), ("persen", 1)])
    case .rupiah: .rupiah
    case .machines: .printers
    case .people: .people
    }
  }
}
