import ArgumentParser
import Custody
import Domain
import Foundation
import Reports
import Storage

struct CardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card",
    abstract: say(
      "Di mana kartu saya? Keadaan, pencarian dan riwayat kartu.",
      "Where is my card? State, search and history of cards."),
    subcommands: [CardShow.self, CardSearch.self, CardHistory.self, CardPIN.self, CardClear.self])
}

struct CardShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Di mana satu kartu sekarang.", "Where one card is now."),
    discussion: say(
      "Contoh:\n  hantar card show KTP-1871-17-00000001-7",
      "Example:\n  hantar card show KTP-1871-17-00000001-7"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp(say("Nomor kartu.", "Card id."), valueName: "KTP-…"))
  var card: CardID

  func run() throws {
    let store = try options.openStore()
    let record = try store.card(card, .now(for: .service))
    let gazetteer = try store.gazetteer()
    if listing.json {
      print(record.json(gazetteer, zone: store.zone).text(indented: true))
      return
    }
    let custody = record.custody
    var lines: [(String, String)] = [
      (say("Kartu", "Card"), card.description),
      (say("Nama", "Name"), record.card.resident.name),
      ("NIK", record.card.resident.nik.masked),
      (
        say("Alamat", "Address"),
        record.card.resident.address.line + ", "
          + gazetteer.fullName(of: record.card.resident.address.desa)
      ),
      (say("Permohonan", "Request"), record.card.request.phrase.text(in: language)),
      (say("Keadaan", "State"), custody.status.phrase.text(in: language)),
      (say("Pemegang", "Holder"), custody.holder.phrase(gazetteer).text(in: language)),
      (say("Sejak", "Since"), custody.since.text(in: store.zone)),
      (say("Percobaan gagal", "Failed attempts"), String(custody.attempts)),
    ]
    if let failure = custody.lastFailure {
      lines.append((say("Alasan terakhir", "Last reason"), failure.phrase.text(in: language)))
    }
    if let run = try store.plannedRun(of: card) {
      lines.append((say("Rute", "Run"), run.description))
    }
    let width = lines.map(\.0.count).max() ?? 0
    for (label, value) in lines {
      print(label.padding(toLength: width + 2, withPad: " ", startingAt: 0) + value)
    }
  }
}

struct CardHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: say("Perjalanan satu kartu dari awal.", "The story of one card from its start."),
    discussion: say(
      "Contoh:\n  hantar card history KTP-1871-17-00000001-7",
      "Example:\n  hantar card history KTP-1871-17-00000001-7"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp(say("Nomor kartu.", "Card id."), valueName: "KTP-…"))
  var card: CardID

  @Option(
    help: ArgumentHelp(
      say("Tulis juga selembar untuk penduduk.", "Also write a page for the resident.")),
    completion: .file())
  var html: String?

  func run() throws {
    let store = try options.openStore()
    let entries = try store.events(of: card)
    let lines = CardStory.lines(of: card, in: entries.map(\.event))
    if let html { try Files.write(try page(lines, entries, of: store), to: html) }
    if listing.json {
      let items = lines.map { line -> JSONText in
        [
          "time": .string(line.time.text(in: store.zone)),
          "text": .string(line.phrase.text(in: language)),
        ]
      }
      print(JSONText.array(items).text(indented: true))
      return
    }
    for line in lines { print(line.text(in: language, zone: store.zone)) }
  }

  private func page(
    _ lines: [StoryLine], _ entries: [LedgerEntry], of store: Store
  ) throws -> String {
    let gazetteer = try store.gazetteer()
    let custody = try store.custody(of: card)
    let office = store.officeName(gazetteer)
    return CardStoryPage(
      card: card, status: custody.status,
      holder: custody.holder.phrase(gazetteer).text(in: language), lines: lines, office: office,
      contact: [office], printedAt: try currentInstant(), zone: store.zone,
      proof: entries.last?.reference(in: store)
    ).html(in: language)
  }
}
