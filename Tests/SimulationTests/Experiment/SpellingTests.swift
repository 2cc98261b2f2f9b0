import Simulation
import Testing

@Suite struct SpellingTests {
  @Test(arguments: [
    ("printres", "printers"), ("opening", "opening"), ("opnieng", "opening"),
    ("Gedong Tatan", "Gedong Tataan"), ("blnks", "blanks"),
  ])
  func slipsOfTheHandAreFound(typed: String, meant: String) {
    let names = ["printers", "opening", "Gedong Tataan", "blanks", "Way Lima"]
    #expect(Spelling.nearestName(to: typed, among: names) == meant)
  }

  @Test func whatIsLikeNothingHasNoNearest() {
    #expect(Spelling.nearestName(to: "zebra", among: ["printers", "opening"]) == nil)
    #expect(Spelling.nearestName(to: "", among: ["printers"]) == nil)
    #expect(Spelling.nearestName(to: "x", among: []) == nil)
  }

  /// The slow obvious distance: every way to undo the last letter.
  private func slow(_ left: [Character], _ right: [Character]) -> Int {
    guard let a = left.last, let b = right.last else { return max(left.count, right.count) }
    let (shortLeft, shortRight) = (Array(left.dropLast()), Array(right.dropLast()))
    var best = min(
      slow(shortLeft, right) + 1, slow(left, shortRight) + 1,
      slow(shortLeft, shortRight) + (a == b ? 0 : 1))
    if left.count > 1, right.count > 1, a == right[right.count - 2], b == left[left.count - 2] {
      best = min(best, slow(Array(left.dropLast(2)), Array(right.dropLast(2))) + 1)
    }
    return best
  }

  @Test func theDistanceAgreesWithTryingEveryWay() {
    let words = ["abc", "acb", "", "ba", "cab", "aabb", "bbaa", "c"].map(Array.init)
    for left in words {
      for right in words { #expect(Spelling.distance(left, right) == slow(left, right)) }
    }
  }
}
