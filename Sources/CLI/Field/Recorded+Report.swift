import Custody
import Domain
import Storage

extension Recorded {
  /// Says what was written down and under which number, once it is safe on the disk.
  func report(_ what: String) {
    let cards = event.cards.map(\.description).joined(separator: ", ")
    let number = say("catatan", "event") + " \(event.id.sequence)"
    print(
      isNew
        ? "\(what): \(cards) (\(number))"
        : say("Sudah tercatat", "Already recorded") + " (\(number)): \(what): \(cards)")
  }
}
