import Custody
import Domain
import Foundation
import Testing

/// A courier's device: a pocket with a PIN in a file, and an office that knows it.
struct FieldDevice {
  var program: Program
  let office: StandInOffice
  let request: DeviceRequest

  /// Enrols a device and opens a run of so many cards on it.
  init(
    cards: Int, oldCards: Set<Int> = [], settings: [String: String] = [:]
  ) throws {
    var program = try Program()
    program.settings = settings
    program.settings["HANTAR_PIN_FILE"] = program.path("pin")
    program.settings["HANTAR_POCKET"] = program.path("one.pocket")
    try program.write("271849\n", to: "pin")
    try program.succeed("courier", "enrol", "--courier", "SP-017", "--pocket", "one.pocket")
    self.program = program
    office = try StandInOffice()
    request = try DeviceRequest(
      fileBytes: Array(try Data(contentsOf: program.folder.appending(path: "one.device"))))
    try bring(try office.runFile(cards: cards, oldCards: oldCards, for: request), named: "one.run")
  }

  /// Puts a file from the office on the device and opens it.
  @discardableResult
  func bring(_ file: [UInt8], named name: String) throws -> String {
    try Data(file).write(to: program.folder.appending(path: name))
    return try program.succeed("courier", "open", name)
  }

  /// Sets the clock of the device.
  mutating func at(_ now: String) { program.now = now }

  /// Hands a card to its resident.
  @discardableResult
  func deliver(_ serial: Int) throws -> String {
    try program.succeed(
      "courier", "deliver", office.card(serial).description, "--to", "self", "--proof",
      "signature")
  }

  /// Everything that the device would send.
  ///
  /// A try of the PIN counts before it is judged, so a command that was killed meanwhile makes the
  /// device wait; and as its clock stands still here, it has to be told that it waited.
  func sent() throws -> [SignedEvent] {
    var program = program
    let outcome = try program.run("courier", "bundle", "--out", "sent.bundle")
    if outcome.errors.contains("the PIN was wrong several times") {
      let now = try Date(program.now, strategy: .iso8601)
      program.now = now.addingTimeInterval(60).ISO8601Format()
    }
    try program.succeed("courier", "bundle", "--out", "sent.bundle")
    return try office.events(
      in: Array(try Data(contentsOf: program.folder.appending(path: "sent.bundle"))))
  }
}
