import Custody
import Domain
import Foundation
import Testing

/// The courier's device is switched off at any moment, or has no room left: what it has confirmed is
/// there, and nothing is there by halves.
@Suite(.serialized) struct CourierCrashTests {
  /// So many times the program is killed while it works; `HANTAR_KILLS` asks for more.
  private static let kills =
    ProcessInfo.processInfo.environment["HANTAR_KILLS"].flatMap(Int.init) ?? 50

  @Test func whatADeliveryHasConfirmedOutlivesAnyKill() throws {
    let device = try FieldDevice(cards: Self.kills * 4)
    defer { device.program.remove() }
    try device.program.succeed("courier", "unlock")
    let whole = try ContinuousClock().measure { try device.deliver(1) }
    var confirmed: Set<String> = [device.office.card(1).description]
    var unknown: [Int] = []
    var killed = 0
    for serial in 2...(Self.kills * 4) where killed < Self.kills {
      let card = device.office.card(serial).description
      // Spread over the later part of the time it takes, where the pocket is written.
      let moment = whole * (30 + serial * 37 % 70) / 100
      let (wasRunning, output) = try device.program.outcome(
        ofKillAfter: moment, ["courier", "deliver", card, "--to", "self", "--proof", "signature"])
      if wasRunning { killed += 1 }
      if output.contains("(event ") { confirmed.insert(card) } else { unknown.append(serial) }
      if serial % 20 == 0 { try expectThere(confirmed, on: device) }
    }
    // On a busy machine some are over before their moment comes.
    #expect(killed >= Self.kills / 2)
    try expectThere(confirmed, on: device)
    // Whoever does not know whether it was written repeats it, and then it is there once.
    for serial in unknown { try device.deliver(serial) }
    let cards = try device.sent().flatMap(\.event.cards)
    #expect(cards.count == confirmed.count + unknown.count)
    #expect(Set(cards).count == cards.count)
  }

  @Test func anAnswerFromTheOfficeIsTakenWholeOrNotAtAll() throws {
    let device = try FieldDevice(cards: 10)
    defer { device.program.remove() }
    for serial in 1...8 { try device.deliver(serial) }
    let answer = try device.office.answer(to: try device.sent(), for: device.request)
    try Data(answer).write(to: device.program.folder.appending(path: "one.ack"))
    try FileManager.default.copyItem(
      atPath: device.program.path("one.pocket"), toPath: device.program.path("kept"))
    let open = ["courier", "open", "one.ack"]
    let whole = try ContinuousClock().measure { _ = try device.program.run(open) }
    for moment in 1...12 {
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: device.program.path("one.pocket" + ending))
      }
      try FileManager.default.copyItem(
        atPath: device.program.path("kept"), toPath: device.program.path("one.pocket"))
      _ = try device.program.kill(after: whole * moment / 12, open)
      let unsent = try device.sent().count
      #expect(unsent == 8 || unsent == 0)
    }
  }

  @Test func aLimitOnTheSizeOfFilesIsSaidAndLosesNothing() throws {
    let device = try FieldDevice(cards: 4)
    defer { device.program.remove() }
    try device.deliver(1)
    let card = device.office.card(2).description
    try device.program.write(
      """
      ulimit -f 8
      "$1" courier deliver \(card) --to self --proof signature >said 2>errors
      echo $? >status
      """, to: "limited.sh")
    let task = Process()
    task.executableURL = URL(filePath: "/bin/sh")
    task.arguments = ["limited.sh", Program.executable.path]
    task.currentDirectoryURL = device.program.folder
    task.environment = device.program.environment
    try task.run()
    task.waitUntilExit()
    #expect(try device.program.read("status") == "74\n")
    #expect(try !device.program.read("errors").isEmpty)
    #expect(try device.program.read("said").isEmpty)
    #expect(try device.sent().count == 1)
    try device.deliver(2)
    #expect(try device.sent().count == 2)
  }

  /// A small file system of its own is what a full disk is made of.
  private static let canMount =
    geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/unshare")

  @Test(.enabled(if: canMount, "needs the right to mount a small file system"))
  func aFullDiskIsSaidAndLosesNothing() throws {
    let device = try FieldDevice(cards: 80)
    defer { device.program.remove() }
    let program = device.program
    try FileManager.default.createDirectory(
      atPath: program.path("small"), withIntermediateDirectories: true)
    let cards = (1...80).map { device.office.card($0).description }
    try program.write(cards.joined(separator: "\n") + "\n", to: "cards")
    try program.write(Self.script, to: "fill.sh")
    let task = Process()
    task.executableURL = URL(filePath: "/usr/bin/unshare")
    task.arguments = ["--mount", "/bin/sh", "fill.sh", Program.executable.path]
    task.currentDirectoryURL = program.folder
    task.environment = program.environment
    try task.run()
    task.waitUntilExit()
    try #require(task.terminationStatus == 0)

    let confirmed = Set(try program.read("confirmed").split(separator: "\n").map(String.init))
    #expect(try program.read("status") == "74\n")
    let errors = try program.read("errors")
    #expect(errors.contains("disk is full"), "\(errors)")
    #expect(!confirmed.isEmpty && confirmed.count < 80)
    let there = try JSONSerialization.jsonObject(with: Data(program.read("after.json").utf8))
    let stops = try #require(there as? [[String: Any]])
    let delivered = stops.filter { $0["status"] as? String == "delivered" }
      .compactMap { $0["card"] as? String }
    #expect(Set(delivered) == confirmed)
    #expect(try program.read("again") == "0\n", "with room, the next delivery succeeds")
  }

  /// Delivers card by card into a file system with little room left, until one is refused; then
  /// makes room and looks.
  private static let script = """
    mount -t tmpfs -o size=4m none small || exit 1
    cp one.pocket small/one.pocket
    room=$(df --output=avail --block-size=1k small | tail -1)
    head -c $(((room - 80) * 1024)) /dev/zero >small/other
    HANTAR_POCKET=small/one.pocket
    export HANTAR_POCKET
    : >confirmed
    while read -r card; do
      "$1" courier deliver "$card" --to self --proof signature >said 2>errors
      status=$?
      [ $status -eq 0 ] || break
      echo "$card" >>confirmed
    done <cards
    echo $status >status
    rm small/other
    "$1" courier stops --json >after.json
    "$1" courier deliver "$card" --to self --proof signature >/dev/null
    echo $? >again
    """

  private func expectThere(_ confirmed: Set<String>, on device: FieldDevice) throws {
    let delivered = try device.program.json("courier", "stops")
      .filter { $0["status"] as? String == "delivered" }.compactMap { $0["card"] as? String }
    #expect(confirmed.isSubset(of: delivered))
  }
}
