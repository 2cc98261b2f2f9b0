import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct CourierStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say(
      "Sejauh mana rute ini, dan apa yang belum sampai ke kantor.",
      "How far the run has come, and what the office does not have yet."),
    discussion: say("Contoh:\n  hantar courier status", "Example:\n  hantar courier status"))

  @OptionGroup var options: PocketOptions
  @OptionGroup var runOption: RunOption
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let clock = try currentClockReading()
    let pocket = try options.open(at: clock)
    let run = try runOption.run(in: pocket, clock: clock)
    let status = try pocket.status(of: run.id)
    if listing.json {
      print(try json(pocket, run, status).text(indented: true))
      return
    }
    print("\(run.id)  \(run.date.text(in: language))")
    print(
      say("\(say(status.cards)) kartu: ", "\(counted(status.cards, "card")): ") + counts(status))
    if status.oldCards > 0 {
      print(
        say(
          "\(say(status.oldCards)) KTP lama di tas, untuk diserahkan ke kantor",
          "\(counted(status.oldCards, "old card")) in the bag, to be handed to the office"))
    }
    try printOffice(pocket, status, clock)
  }

  /// What has become of the cards; what happens seldom only where it has.
  private func counts(_ status: PocketStatus) -> String {
    var counts = [
      say("\(say(status.delivered)) diterima", "\(say(status.delivered)) delivered"),
      say("\(say(status.failed)) gagal di tas", "\(say(status.failed)) failed in the bag"),
      say("\(say(status.untouched)) belum", "\(say(status.untouched)) not tried"),
    ]
    if status.held > 0 {
      counts.append(say("\(say(status.held)) dititipkan", "\(say(status.held)) held"))
    }
    if status.missing > 0 {
      counts.append(say("\(say(status.missing)) hilang", "\(say(status.missing)) missing"))
    }
    if status.returned > 0 {
      counts.append(
        say(
          "\(say(status.returned)) kembali ke kantor",
          "\(say(status.returned)) back at the office"))
    }
    return counts.joined(separator: ", ")
  }

  /// What the office knows, and what it last said.
  private func printOffice(
    _ pocket: Pocket, _ status: PocketStatus, _ clock: ClockReading
  ) throws {
    print(
      say(
        "\(say(status.events)) catatan di perangkat \(pocket.device); "
          + "\(say(status.unsent)) belum diterima kantor",
        "\(counted(status.events, "event")) on device \(pocket.device); the office does not have "
          + "\(say(status.unsent)) yet"))
    if let checkpoint = try pocket.checkpoint() {
      print(
        say("Kata kantor terakhir: ", "Last word of the office: ")
          + "\(checkpoint.time.text(in: .western)), "
          + say("buku besar", "a log of") + " \(say(checkpoint.size)) "
          + say("catatan", "entries") + " (\(checkpoint.root.description.prefix(16)))")
      if clock.wall < checkpoint.time {
        print(
          say(
            "! Jam perangkat lebih lambat dari waktu kantor itu; setel jamnya",
            "! The device's clock is behind that time; set it"))
      }
    }
    for refusal in try pocket.refusals() {
      print(
        say("! tidak diterima kantor: catatan", "! not accepted by the office: event")
          + " \(refusal.sequence) (\(refusal.code))")
    }
    for evidence in try pocket.evidence() {
      print("! " + evidence.reason.phrase.text(in: language))
    }
    if try pocket.isRevoked() {
      print(
        say(
          "! Perangkat ini sudah dicabut kantor; serahkan kartu dan perangkatnya",
          "! This device was revoked by the office; bring in the cards and the device"))
    }
  }

  private func json(
    _ pocket: Pocket, _ run: PocketRun, _ status: PocketStatus
  ) throws -> JSONText {
    let checkpoint = try pocket.checkpoint()
    return [
      "run": .describing(run.id), "courier": .describing(pocket.courier),
      "device": .describing(pocket.device), "cards": .integer(status.cards),
      "delivered": .integer(status.delivered), "failed": .integer(status.failed),
      "untouched": .integer(status.untouched), "held": .integer(status.held),
      "missing": .integer(status.missing), "returned": .integer(status.returned),
      "oldCards": .integer(status.oldCards), "events": .integer(status.events),
      "unsent": .integer(status.unsent), "revoked": .boolean(try pocket.isRevoked()),
      "checkpoint": checkpoint.map { .string($0.line) } ?? .null,
      "refusals": .array(
        try pocket.refusals().map {
          ["event": .integer($0.sequence), "code": .string($0.code)]
        }),
    ]
  }
}
