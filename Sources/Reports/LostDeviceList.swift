public import Custody
public import Domain

/// What a lost or stolen device had with it: the cards to look for, and what the office still knows.
public struct LostDeviceList: Hashable, Sendable {
  public struct Held: Hashable, Sendable {
    public let card: CardID
    public let status: CardCustody.Status
    public let run: RunID?
    /// The name of the resident's kelurahan or desa.
    public let village: String
    public let since: Instant

    public init(
      card: CardID, status: CardCustody.Status, run: RunID?, village: String, since: Instant
    ) {
      self.card = card
      self.status = status
      self.run = run
      self.village = village
      self.since = since
    }
  }

  public let office: String
  public let device: DeviceID
  public let courier: CourierID
  public let courierName: String
  public let revokedAt: Instant
  public let revokedBy: String
  public let reason: String
  /// The last event of the device that reached the office; nothing if none ever did.
  public let lastSequence: Int?
  public let zone: TimeZoneOffset
  /// By number.
  public let cards: [Held]

  public init(
    office: String, device: DeviceID, courier: CourierID, courierName: String, revokedAt: Instant,
    revokedBy: String, reason: String, lastSequence: Int?, zone: TimeZoneOffset, cards: [Held]
  ) {
    self.office = office
    self.device = device
    self.courier = courier
    self.courierName = courierName
    self.revokedAt = revokedAt
    self.revokedBy = revokedBy
    self.reason = reason
    self.lastSequence = lastSequence
    self.zone = zone
    self.cards = cards.sorted { $0.card < $1.card }
  }

  public func text(in language: Language, width: Int? = nil, colour: Bool = false) -> String {
    lines(in: language).joined(separator: "\n") + "\n\n"
      + table(in: language).text(width: width, colour: colour) + "\n"
      + Self.advice.map { "- \($0.text(in: language))\n" }.joined()
  }

  public func html(in language: Language) -> String {
    ListPage(
      title: Phrase(id: "Perangkat hilang: kartu yang dibawa", en: "Lost device: cards with it")
        .text(in: language),
      office: office, lines: lines(in: language),
      sections: [.table(heading: nil, table(in: language))],
      notes: Self.advice.map { $0.text(in: language) },
      signatures: [
        "\(courierName), \(courier)",
        Phrase(id: "Dicatat oleh \(revokedBy)", en: "Recorded by \(revokedBy)").text(in: language),
      ]
    ).text(in: language)
  }

  public func csv(in language: Language) -> String {
    CSVText(
      header: titles(in: language),
      rows: cards.map { card in
        [
          card.card.description, card.status.phrase.text(in: language),
          card.run?.description ?? "", card.village, card.since.text(in: zone),
        ]
      }
    ).text()
  }

  private static let advice = [
    Phrase(
      id: "Perangkat ini tidak diterima lagi: peristiwa yang masih datang darinya masuk daftar "
        + "periksa dan tidak memindahkan kartu.",
      en: "This device is not accepted any more: events that still arrive from it go to the review "
        + "queue and move no card."),
    Phrase(
      id: "Hitung kartu yang masih ada pada petugas dan catat; kartu yang tidak ada masuk daftar "
        + "hilang.",
      en: "Count the cards the courier still has and record them; what is not there goes to the "
        + "list of missing cards."),
    Phrase(
      id:
        "Data pada perangkat terkunci PIN. Bila PIN diketahui orang lain, beri tahu penduduk pada "
        + "rute itu secara tertulis dalam 3 x 24 jam (UU 27/2022).",
      en:
        "The data on the device is locked by a PIN. If anyone else knew the PIN, tell the residents "
        + "of its runs in writing within 3 x 24 hours (law UU 27/2022)."),
  ]

  private func lines(in language: Language) -> [String] {
    let last = lastSequence.map { language.figure($0) }
    return [
      Phrase(
        id: "Perangkat \(device) (\(device.code)), petugas \(courierName), \(courier)",
        en: "Device \(device) (\(device.code)), courier \(courierName), \(courier)"),
      Phrase(
        id:
          "Dicabut \(revokedAt.minuteText(in: zone)) \(zone.rawValue) oleh \(revokedBy): \(reason)",
        en: "Revoked \(revokedAt.minuteText(in: zone)) \(zone.rawValue) by \(revokedBy): \(reason)"),
      Phrase(
        id: last.map { "Peristiwa terakhir yang sampai di kantor: nomor \($0)" }
          ?? "Belum ada peristiwa yang sampai di kantor",
        en: last.map { "Last event that reached the office: number \($0)" }
          ?? "No event has reached the office"),
    ].map { $0.text(in: language) }
  }

  private func titles(in language: Language) -> [String] {
    [
      Phrase(id: "Kartu", en: "Card"), Phrase(id: "keadaan", en: "status"),
      Phrase(id: "rute", en: "run"), Phrase(id: "kelurahan/desa", en: "village"),
      Phrase(id: "sejak", en: "since"),
    ].map { $0.text(in: language) }
  }

  private func table(in language: Language) -> TextTable {
    let titles = titles(in: language)
    return TextTable(
      columns: [
        .identifier(titles[0]), .init(titles[1]), .identifier(titles[2]), .init(titles[3]),
        .identifier(titles[4]),
      ],
      rows: cards.map { card in
        [
          card.card.description, card.status.phrase.text(in: language),
          card.run?.description ?? "–", card.village, card.since.minuteText(in: zone),
        ]
      },
      totals: [
        Phrase(
          id: "Jumlah: \(language.figure(cards.count))",
          en: "Total: \(language.figure(cards.count))"
        )
        .text(in: language)
      ])
  }
}
