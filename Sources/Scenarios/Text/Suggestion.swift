import Domain
import Simulation

/// What follows an unknown name: the nearest valid one, or all of them where they are few.
func suggestion(for name: String, among names: [String]) -> Phrase {
  if let nearest = Spelling.nearestName(to: name, among: names) {
    return Phrase(id: "maksudnya “\(nearest)”?", en: "did you mean “\(nearest)”?")
  }
  guard !names.isEmpty else { return Phrase(id: "tidak ada satu pun", en: "there are none") }
  let shown = names.prefix(24).joined(separator: ", ") + (names.count > 24 ? ", …" : "")
  return Phrase(id: "yang ada: \(shown)", en: "there are: \(shown)")
}
