import Foundation
import Testing

/// Steps that many tests share, each one a command a user would type.
extension Program {
  /// Makes a workspace `office` of Kota Bandar Lampung with `cards` invented cards, all for the door,
  /// and `couriers` who serve them.
  func makeOffice(cards: Int, couriers: Int) throws {
    try Regency.copy(to: self)
    try succeed(
      "sample", "cards", "-C", "office", "--count", "\(cards)", "--seed", "7",
      "--printed-until", "2017-07-20", "--out", "cards.csv")
    try succeed("import", "cards", "-C", "office", "cards.csv")
    try succeed(
      "sample", "couriers", "-C", "office", "--count", "\(couriers)", "--seed", "7",
      "--out", "couriers.csv")
    try succeed("import", "couriers", "-C", "office", "couriers.csv")
  }

  /// Plans the day quickly.
  @discardableResult
  func plan(_ date: String = "2017-07-27") throws -> String {
    try succeed("plan", "-C", "office", "--date", date, "--effort", "quick")
  }

  /// Signs the day's handovers, so that couriers hold their cards, and exports their runs to their
  /// devices, which are enrolled if they are new.
  func handOut(_ date: String = "2017-07-27") throws {
    try succeed("handover", "create", "-C", "office", "--date", date)
    try succeed("handover", "sign", "-C", "office", "--date", date)
    let couriers = try json("run", "list", "-C", "office", "--date", date)
      .compactMap { $0["courier"] as? String }
    for courier in Set(couriers).sorted() { try enrol(courier) }
    try succeed(
      "run", "export", "-C", "office", "--date", date, "--format", "bundle", "--out", "bundles")
  }

  /// Makes a pocket `COURIER.pocket` and has the office enrol its device; nothing if it is there.
  func enrol(_ courier: String) throws {
    let pocket = Self.pocket(of: courier)
    guard !FileManager.default.fileExists(atPath: path(pocket)) else { return }
    try write("271849\n", to: "pin")
    try succeed("courier", "enrol", "--courier", courier, "--pocket", pocket)
    try succeed(
      "device", "enrol", "-C", "office", "\(courier).device", "--unchecked", "--by", "Rina Wati")
  }

  static func pocket(of courier: String) -> String { "\(courier).pocket" }

  /// The courier of a run of the day.
  func courier(of run: String, on date: String = "2017-07-27") throws -> String {
    let row = try json("run", "list", "-C", "office", "--date", date)
      .first { $0["run"] as? String == run }
    return try #require(row?["courier"] as? String)
  }

  /// The runs of the day, in order.
  func runs(_ date: String = "2017-07-27") throws -> [String] {
    try json("run", "list", "-C", "office", "--date", date).compactMap { $0["run"] as? String }
  }

  /// What a listing prints as JSON.
  func json(_ arguments: String...) throws -> [[String: Any]] {
    let outcome = try run(arguments + ["--json"])
    try #require(outcome.status == 0, "hantar \(arguments.joined(separator: " ")): \(outcome)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [[String: Any]])
  }

  /// The cards of a workspace by state, as coverage of the whole regency counts them.
  func cardCounts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for row in try json("coverage", "-C", "office") {
      for (key, value) in row {
        if let number = value as? Int { counts[key, default: 0] += number }
      }
    }
    return counts
  }
}
