import ArgumentParser
import Custody
import Domain
import Storage

/// Cards as a courier names them: whole, or by the last digits; without any, the next stop's.
struct CardReferences: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        "Kartu: nomor lengkap atau angka belakangnya, seperti 0123-4; tanpa ini semua kartu "
          + "di alamat berikut.",
        "Cards: the whole id or its last digits, like 0123-4; without any, all cards of the "
          + "next stop."), valueName: say("kartu", "card")))
  var cards: [String] = []

  @OptionGroup var runOption: RunOption

  /// The cards meant, in order of identifier.
  ///
  /// - Throws: ``Failure`` for a text that fits no card of the pocket, or several.
  func resolved(in pocket: Pocket, clock: ClockReading) throws -> [CardID] {
    guard cards.isEmpty else { return try Self.cards(cards, in: pocket, clock: clock) }
    let run = try runOption.run(in: pocket, clock: clock)
    guard let next = try pocket.nextStop(of: run.id, clock: clock) else {
      throw Failure(
        .refused, id: "semua alamat sudah dicatat; akhiri dengan `hantar courier return`",
        en: "every stop is recorded; finish with `hantar courier return`")
    }
    return next.cards.filter { $0.status == .outForDelivery }.map(\.card.id).sorted()
  }

  /// The cards that texts name, in order of identifier.
  ///
  /// A whole number is taken as it is, because it can be recorded even when its run is closed.
  static func cards(
    _ texts: [String], in pocket: Pocket, clock: ClockReading
  ) throws -> [CardID] {
    if texts.allSatisfy({ CardID($0) != nil }) {
      return Set(texts.compactMap { CardID($0) }).sorted()
    }
    let all = try pocket.readableStops(clock: clock).flatMap(\.cards).map(\.card.id)
    return Set(try texts.map { try card($0, among: all) }).sorted()
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
          ? "tidak ada kartu \(text) di kantong ini; lihat `hantar courier stops`"
          : "\(matches.count) kartu berakhiran \(text); ketik lebih banyak angka",
        en: matches.isEmpty
          ? "there is no card \(text) in this pocket; see `hantar courier stops`"
          : "\(matches.count) cards end in \(text); type more digits")
    }
    return only
  }
}
