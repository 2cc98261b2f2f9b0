public import Custody
public import Domain
import Foundation
import GRDB

extension Store {
  /// What shows a stranger that every event of a card stands in the log that the office has signed.
  ///
  /// - Throws: ``StoreRefusal/unknownCard(_:)`` if there is none; `CardProofError` if what is stored
  ///   proves nothing.
  public func proof(of card: CardID, now: Instant) throws -> CardProof {
    try commit(now: now) { database, books in
      let places = try events(of: card, in: database).map(\.place)
      return try proof(of: card, at: places, now: now, in: database, books)
    }
  }

  private func proof(
    of card: CardID, at places: [Int], now: Instant, in database: Database, _ books: OfficeBooks
  ) throws -> CardProof {
    let checkpoint = try issueCheckpoint(of: books.ledger.frontier, now: now, in: database)
    func entries(at places: [Int]) throws -> [CardProof.Entry] {
      try places.map { place in
        let body: Data? = try database.first("SELECT body FROM entry WHERE place = ?", [place]) {
          try $0.read("body")
        }
        let path = try MerkleTree.inclusionProof(of: place - 1, size: checkpoint.size) {
          level, place throws(any Error) in
          try node(level, place, in: database)
        }
        return CardProof.Entry(place: place, leaf: Array(body ?? Data()), path: path)
      }
    }
    let enrolments: [Int] = try database.all(
      """
      SELECT DISTINCT enrolment FROM entry JOIN device ON device.id = entry.device
      WHERE place IN (SELECT value FROM json_each(?)) ORDER BY enrolment
      """, ["[\(places.map(String.init).joined(separator: ","))]"]
    ) { try $0.read("enrolment") }
    return try CardProof(
      card: card, entries: entries(at: places), enrolments: entries(at: enrolments),
      checkpoint: checkpoint, officeKey: officeKey)
  }
}
