import Custody
import Domain
import Geometry
import Reports

/// Lays out a courier's screen for a terminal of at least 80 columns and 24 rows.
struct WorkScreen {
  static let minimumColumns = 80
  static let minimumRows = 24
  /// Lines longer than this are hard to read.
  private static let maximumColumns = 100
  /// Rows at the bottom: a rule and the keys.
  private static let panelRows = 9

  /// What the screen shows beside the doors.
  struct Surroundings: Hashable {
    var run: RunID
    var date: CalendarDate
    var zone: TimeZoneOffset
    /// What the device's clock shows.
    var now: Instant
    /// The last time that the office signed; a clock that shows less is wrong.
    var officeTime: Instant?
    /// Events that the office has not acknowledged.
    var unsent: Int
    /// Where the device is, if it knows.
    var position: EventDetail.Position?
    /// From this distance on a position is flagged.
    var farMetres: Int
  }

  let state: WorkState
  let surroundings: Surroundings
  private let language: Language

  init(state: WorkState, surroundings: Surroundings) {
    self.state = state
    self.surroundings = surroundings
    language = state.language
  }

  static func fits(_ size: (columns: Int, rows: Int)) -> Bool {
    size.columns >= minimumColumns && size.rows >= minimumRows
  }

  /// The screen in a terminal of this size; a plain request for more room if it is too small.
  func frame(columns: Int, rows: Int) -> ScreenFrame {
    guard Self.fits((columns, rows)) else {
      return tooSmall(columns: max(1, columns), rows: max(1, rows))
    }
    var frame = ScreenFrame(columns: min(columns, Self.maximumColumns), rows: rows)
    header(&frame)
    if case .reading(let lines) = state.mode {
      read(lines, in: &frame)
      return frame
    }
    let firstCardRow = address(&frame)
    let panelRow = rows - Self.panelRows
    if case .choosingReason = state.mode {
      reasons(&frame, from: firstCardRow)
    } else {
      cards(&frame, rows: firstCardRow..<(panelRow - 1))
      rule(panelRow, &frame)
      panel(&frame, from: panelRow + 1)
    }
    return frame
  }

  private func tooSmall(columns: Int, rows: Int) -> ScreenFrame {
    var frame = ScreenFrame(columns: columns, rows: rows)
    let lines = say(
      "Layar \(columns)x\(rows) terlalu kecil.|Perlu paling sedikit 80x24.|Perbesar jendela, atau|q untuk keluar.",
      "The screen of \(columns)x\(rows)|is too small.|It needs at least 80x24.|Enlarge the window,|or q to quit."
    )
    for (row, line) in lines.split(separator: "|").enumerated() { frame.write(line, row: row) }
    return frame
  }

  // MARK: - Top

  private func header(_ frame: inout ScreenFrame) {
    frame.write(String(repeating: " ", count: frame.columns), row: 0, style: .reversed)
    frame.write(
      " \(surroundings.run)  \(surroundings.date.text(in: language))", row: 0, style: .reversed)
    let unsent = say(
      "\(surroundings.unsent) belum terkirim", "\(surroundings.unsent) unsent")
    let right = "\(unsent)  \(clock) "
    frame.write(right, row: 0, column: frame.columns - right.count, style: .reversed)

    let cards = state.doors.flatMap(\.cards)
    let delivered = cards.count { $0.status == .delivered || $0.status == .held }
    let failed = cards.count { $0.status == .attemptFailed }
    let open = cards.count { $0.status == .outForDelivery }
    let last = state.doors.map(\.number).max() ?? 0
    let column = frame.write(
      say("Alamat \(state.door.number) dari \(last)", "Stop \(state.door.number) of \(last)"),
      row: 1, style: .strong)
    frame.write(
      say(
        "  rencana \(state.door.arrives)   \(delivered) diterima, \(failed) gagal, \(open) belum",
        "  planned \(state.door.arrives)   \(delivered) delivered, \(failed) failed, \(open) to go"),
      row: 1, column: column)
    if let warning = clockWarning {
      frame.write(warning, row: 2, style: .warning)
    } else {
      rule(2, &frame)
    }
  }

  private var clock: String {
    String(surroundings.now.text(in: surroundings.zone).dropFirst(11).prefix(5))
  }

  /// A clock behind a time that the office has signed is certainly wrong.
  private var clockWarning: String? {
    guard let office = surroundings.officeTime, surroundings.now < office else { return nil }
    let minutes = (office.milliseconds - surroundings.now.milliseconds + 59_999) / 60_000
    return say(
      "! Jam perangkat terlambat paling sedikit \(minutes) menit; setel jamnya",
      "! The device's clock is at least \(minutes) minutes slow; set it")
  }

  /// - Returns: The row below the address.
  private func address(_ frame: inout ScreenFrame) -> Int {
    var row = 3
    for line in state.door.addressLine.wrapped(to: frame.columns).prefix(2) {
      frame.write(line, row: row, style: .strong)
      row += 1
    }
    if let landmark = state.door.landmark {
      frame.write(say("Patokan: ", "Landmark: ") + landmark, row: row)
      row += 1
    }
    if let place = state.door.place {
      let column = frame.write(
        say("Titik: ", "Place: ") + "\(place.coordinate) (±\(place.uncertaintyMetres) m)", row: row)
      distance(to: place, row: row, column: column + 2, in: &frame)
      row += 1
    }
    return row + 1
  }

  private func distance(
    to place: RunBundle.Place, row: Int, column: Int, in frame: inout ScreenFrame
  ) {
    guard let here = surroundings.position else { return }
    let metres = Int(here.coordinate.distance(to: place.coordinate).value.rounded())
    let isFar = metres > surroundings.farMetres + place.uncertaintyMetres
    frame.write(
      isFar
        ? say(
          "! \(metres) m dari sini: alamatnya benar?", "! \(metres) m from here: right address?")
        : say("\(metres) m dari sini", "\(metres) m from here"),
      row: row, column: column, style: isFar ? .warning : .plain)
  }

  // MARK: - Cards

  /// Every card has a row; the chosen ones, and if there is room all, tell more in a second one.
  private func cards(_ frame: inout ScreenFrame, rows: Range<Int>) {
    let showsAllNotes = state.door.cards.count * 2 <= rows.count
    let chosen = Set(state.chosenCards.map(\.id))
    let room = showsAllNotes ? state.door.cards.count : max(1, rows.count - 2)
    let first = max(0, min(state.cardIndex - room / 2, state.door.cards.count - room))
    var row = rows.lowerBound
    for (index, card) in state.door.cards.enumerated().dropFirst(first).prefix(room) {
      cardRow(card, index: index, isChosen: chosen.contains(card.id), row: row, in: &frame)
      row += 1
      guard row < rows.upperBound, showsAllNotes || index == state.cardIndex else { continue }
      note(on: card, row: row, in: &frame)
      row += 1
    }
    if room < state.door.cards.count, row < rows.upperBound {
      frame.write(
        say(
          "  \(state.door.cards.count) kartu di alamat ini; panah untuk yang lain",
          "  \(state.door.cards.count) cards at this stop; arrows for the others"),
        row: row, style: .faint)
    }
  }

  private func cardRow(
    _ card: DoorCard, index: Int, isChosen: Bool, row: Int, in frame: inout ScreenFrame
  ) {
    let letter = index < 8 ? String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index))) : " "
    let style: ScreenFrame.Style = isChosen ? .strong : card.isInBag ? .plain : .faint
    frame.write("\(isChosen ? ">" : " ") \(letter) \(mark(of: card))", row: row, style: style)
    frame.write(fitted(card.residentName, to: 28), row: row, column: 8, style: style)
    frame.write(card.maskedNIK, row: row, column: 37, style: style)
    frame.write(card.id.description, row: row, column: 55, style: style)
  }

  private func mark(of card: DoorCard) -> String {
    switch card.status {
    case .outForDelivery: "[ ]"
    case .delivered, .held: "[x]"
    default: "[-]"
    }
  }

  private func note(on card: DoorCard, row: Int, in frame: inout ScreenFrame) {
    var column = frame.write(card.request.phrase.text(in: language), row: row, column: 8)
    func add(_ text: String, _ style: ScreenFrame.Style = .plain) {
      column = frame.write("  ", row: row, column: column)
      column = frame.write(text, row: row, column: column, style: style)
    }
    switch card.status {
    case .outForDelivery: break
    case .attemptFailed:
      add(say("gagal: ", "failed: ") + (card.lastFailure?.phrase.text(in: language) ?? ""))
    default: add(card.status.phrase.text(in: language))
    }
    if card.needsOldCard, card.isInBag {
      add(say("! ambil KTP lama sebagai tukaran", "! take the old card in exchange"), .strong)
    }
    if state.scanned.contains(card.id) { add(say("terpindai", "scanned")) }
  }

  // MARK: - Bottom

  private func panel(_ frame: inout ScreenFrame, from row: Int) {
    switch state.mode {
    case .door: doorPanel(&frame, from: row)
    case .confirming(let outcome, let cards): confirmation(outcome, cards, &frame, from: row)
    case .typing(let entry, let text): typing(entry, text, &frame, from: row)
    case .choosingReason, .reading: break
    }
  }

  private func doorPanel(_ frame: inout ScreenFrame, from row: Int) {
    if let notice = state.notice {
      frame.write(notice.text, row: row, style: notice.isTrouble ? .warning : .strong)
    }
    if state.isFinished {
      frame.write(
        say(
          "Semua alamat sudah dicatat. Keluar (q), lalu `hantar courier return` di kantor.",
          "Every stop is recorded. Quit (q), then `hantar courier return` at the office."),
        row: row + 6, style: .strong)
    }
    let half = (WorkKeyMap.outcomes.count + 1) / 2
    for (index, entry) in WorkKeyMap.outcomes.enumerated() {
      let text = "\(keys(of: entry))  \(entry.name.text(in: language))"
      frame.write(text, row: row + 1 + index % half, column: index < half ? 0 : 40)
    }
    let movements = WorkKeyMap.movements
      .map { "\($0.sign) \($0.name.text(in: language))" }.joined(separator: "  ")
    frame.write("A-H " + say("kartu  ", "card  ") + movements, row: row + 7, style: .faint)
  }

  /// `1 t`: the digit and the letter of an outcome.
  private func keys(of entry: WorkKeyMap.Entry) -> String {
    entry.letter(in: language).map { "\(entry.sign) \($0)" } ?? "\(entry.sign)  "
  }

  private func confirmation(
    _ outcome: DoorOutcome, _ cards: [CardID], _ frame: inout ScreenFrame, from row: Int
  ) {
    let oldCards = state.oldCards(for: outcome, of: cards)
    frame.write(
      say("Akan dicatat: ", "To be recorded: ") + outcome.phrase.text(in: language), row: row,
      style: .strong)
    let names = state.door.cards.filter { cards.contains($0.id) }
      .map { "\($0.residentName) (\($0.id))" }.joined(separator: ", ")
    for (index, line) in names.wrapped(to: frame.columns - 2).prefix(2).enumerated() {
      frame.write(line, row: row + 1 + index, column: 2)
    }
    frame.write(
      say(
        "Yang sudah dicatat tidak bisa dihapus; masih bisa diubah sekarang.",
        "What is recorded cannot be erased; it can still be changed now."), row: row + 3)
    if oldCards.isEmpty {
      frame.write(say("1  Enter  catat", "1  Enter  record it"), row: row + 5, style: .strong)
    } else {
      frame.write(
        say(
          "5  KTP lama sudah di tangan saya: catat", "5  I have the old card in my hand: record it")
          + (oldCards.count > 1 ? " (\(oldCards.count))" : ""), row: row + 4, style: .strong)
      frame.write(
        say("6  KTP lama tidak diserahkan: gagal", "6  the old card is not given up: failed"),
        row: row + 5)
    }
    frame.write(say("0  Esc    kembali, ubah", "0  Esc    go back and change"), row: row + 6)
  }

  private func typing(
    _ entry: WorkState.Entry, _ text: String, _ frame: inout ScreenFrame, from row: Int
  ) {
    for (index, line) in entry.prompt.text(in: language).wrapped(to: frame.columns)
      .enumerated()
    {
      frame.write(line, row: row + index, style: .strong)
    }
    let shown = entry == .residentPIN ? String(repeating: "*", count: text.count) : text
    let column = frame.write("> " + shown, row: row + 3)
    frame.cursor = (row + 3, min(column, frame.columns - 1))
    frame.write(say("Enter lanjut   Esc kembali", "Enter goes on   Esc goes back"), row: row + 5)
  }

  private func reasons(_ frame: inout ScreenFrame, from row: Int) {
    frame.write(
      say("Mengapa tidak bisa diserahkan?", "Why could it not be handed over?"), row: row,
      style: .strong)
    let half = (FailureReason.allCases.count + 1) / 2
    for (index, reason) in FailureReason.allCases.enumerated() {
      guard let letter = WorkKeyMap.letter(of: reason) else { continue }
      frame.write(
        "\(letter)  \(reason.phrase.text(in: language))", row: row + 2 + index % half,
        column: index < half ? 0 : 40)
    }
    frame.write(say("0  Esc  kembali", "0  Esc  go back"), row: row + 3 + half)
  }

  private func read(_ lines: [String], in frame: inout ScreenFrame) {
    let all = lines.flatMap { $0.isEmpty ? [""] : $0.wrapped(to: frame.columns) }
    for (index, line) in all.prefix(frame.rows - 7).enumerated() {
      frame.write(line, row: 4 + index)
    }
    frame.write(
      say("Tekan tombol apa saja untuk kembali.", "Press any key to go back."),
      row: frame.rows - 2, style: .strong)
  }

  // MARK: - Text

  private func rule(_ row: Int, _ frame: inout ScreenFrame) {
    frame.write(String(repeating: "-", count: frame.columns), row: row, style: .faint)
  }

  private func fitted(_ text: String, to width: Int) -> String {
    text.count > width ? text.prefix(width - 1) + "…" : text
  }

  private func say(_ indonesian: String, _ english: String) -> String {
    Phrase(id: indonesian, en: english).text(in: language)
  }
}

extension DoorOutcome {
  /// What is about to be recorded, as a person says it.
  var phrase: Phrase {
    switch self {
    case .delivered(let recipient, let proof, let receiver, _):
      Phrase(
        id: "diterima \(recipient.phrase.indonesian)"
          + (receiver.map { " (\($0))" } ?? "") + ", bukti \(proof.phrase.indonesian)",
        en: "handed to \(recipient.phrase.english)"
          + (receiver.map { " (\($0))" } ?? "") + ", proof: \(proof.phrase.english)")
    case .failed(let reason):
      Phrase(id: "gagal: \(reason.phrase.indonesian)", en: "failed: \(reason.phrase.english)")
    case .triedAgain:
      Phrase(id: "akan dicoba lagi hari ini", en: "to be tried again today")
    case .held(let desa):
      Phrase(
        id: "dititipkan di kantor kelurahan/desa \(desa)", en: "held at the village office \(desa)")
    }
  }
}

extension WorkState.Entry {
  var prompt: Phrase {
    switch self {
    case .receiverName:
      Phrase(
        id: "Nama anggota keluarga yang menerima (boleh kosong):",
        en: "Name of the family member who takes it (may be empty):")
    case .residentPIN:
      Phrase(
        id: "Minta penduduk mengetik 6 angka PIN-nya. Hanya kantor yang bisa memeriksanya.",
        en: "Have the resident type the 6 digits of the PIN. Only the office can check it.")
    case .desa:
      Phrase(
        id: "Kode kelurahan/desa tempat kartu dititipkan, seperti 18.71.01.1003:",
        en: "Code of the desa whose office keeps the card, like 18.71.01.1003:")
    case .fee:
      Phrase(
        id: "Berapa rupiah yang diminta atau ditawarkan?",
        en: "How many rupiah were asked for or offered?")
    case .search:
      Phrase(
        id: "Cari: nomor alamat, sebagian nama, jalan, atau nomor kartu:",
        en: "Search: number of the stop, part of a name, street or card number:")
    case .cardID: Phrase(id: "Nomor kartu (pindai atau ketik):", en: "Card (scan or type):")
    }
  }
}
