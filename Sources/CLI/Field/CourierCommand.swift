import ArgumentParser
import Custody
import Domain
import Foundation
import Storage

struct CourierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "courier",
    abstract: say(
      "Untuk petugas: buka rute, alamat berikut, serahkan, gagal, kembalikan; tanpa sinyal.",
      "For couriers: open a run, next stop, deliver, fail, return; without any signal."),
    subcommands: [
      CourierOpen.self, CourierNext.self, CourierDeliver.self, CourierFail.self,
      CourierReturn.self, CourierStatus.self, CourierEnter.self, CourierBundleCommand.self,
      CourierList.self,
    ])
}

/// Which pocket a courier's command works on.
struct PocketOptions: ParsableArguments {
  @Option(
    name: [.customShort("p"), .long],
    help: ArgumentHelp(
      say(
        "Berkas kantong (bawaan: $HANTAR_POCKET, lalu satu-satunya *.pocket di sini).",
        "Pocket file (default: $HANTAR_POCKET, then the only *.pocket here)."),
      valueName: say("berkas", "file")), completion: .file(extensions: ["pocket"]))
  var pocket: String?

  @OptionGroup var language: LanguageOption

  func open() throws -> Pocket { try Pocket.open(at: try path()) }

  private func path() throws -> String {
    if let named = pocket ?? ProcessInfo.processInfo.environment["HANTAR_POCKET"] { return named }
    let here = try FileManager.default.contentsOfDirectory(atPath: ".")
    let pockets = here.filter { $0.hasSuffix(".pocket") }.sorted()
    guard let only = pockets.first, pockets.count == 1 else {
      throw Failure(
        .noInput,
        id: pockets.isEmpty
          ? "tidak ada kantong di sini; buka rute dengan `hantar courier open BERKAS.run`"
          : "ada beberapa kantong di sini (\(pockets.joined(separator: ", "))); pilih dengan -p",
        en: pockets.isEmpty
          ? "there is no pocket here; open a run with `hantar courier open FILE.run`"
          : "there are several pockets here (\(pockets.joined(separator: ", "))); choose with -p")
    }
    return only
  }
}

/// Cards as a courier names them: whole, or by the last digits.
struct CardReferences: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        "Kartu: nomor lengkap atau angka belakangnya, seperti 0123-4; tanpa ini semua kartu "
          + "di alamat berikut.",
        "Cards: the whole id or its last digits, like 0123-4; without any, all cards of the "
          + "next stop."), valueName: say("kartu", "card")))
  var cards: [String] = []

  /// The cards meant, in order of identifier.
  ///
  /// - Throws: ``Failure`` for a text that fits no card of the run, or several.
  func resolved(in pocket: Pocket) throws -> [CardID] {
    guard !cards.isEmpty else {
      guard let next = try pocket.nextStop() else {
        throw Failure(
          .refused, id: "semua alamat sudah dicatat; akhiri dengan `hantar courier return`",
          en: "every stop is recorded; finish with `hantar courier return`")
      }
      return next.cards.filter { $0.status == .outForDelivery }.map(\.card.id).sorted()
    }
    let all = pocket.runBundle.cards.map(\.id)
    return Set(try cards.map { try Self.card($0, among: all) }).sorted()
  }

  private static func card(_ text: String, among cards: [CardID]) throws -> CardID {
    if let id = CardID(text) { return id }
    let digits = text.filter(\.isNumber)
    let matches = cards.filter { card in
      !digits.isEmpty && card.description.filter(\.isNumber).hasSuffix(digits)
    }
    guard let only = matches.first, matches.count == 1 else {
      throw Failure(
        .badInput,
        id: matches.isEmpty
          ? "tidak ada kartu \(text) dalam rute ini; lihat `hantar courier next`"
          : "\(matches.count) kartu berakhiran \(text); ketik lebih banyak angka",
        en: matches.isEmpty
          ? "there is no card \(text) in this run; see `hantar courier next`"
          : "\(matches.count) cards end in \(text); type more digits")
    }
    return only
  }
}
