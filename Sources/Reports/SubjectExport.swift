public import Custody
public import Domain
internal import Geometry

/// Everything the office has about one resident, for that resident (UU 27/2022, articles 7 and 32).
///
/// The only document that shows a NIK whole: it is the resident's own. Write it to a file that only
/// its owner can read.
public struct SubjectExport: Hashable, Sendable {
  /// One of the resident's cards with all that is recorded of it.
  public struct CardRecord: Hashable, Sendable {
    public let card: Card
    public let custody: CardCustody
    public let story: [StoryLine]
    /// What was recorded at the door besides.
    public let details: [Detail]

    public init(card: Card, custody: CardCustody, story: [StoryLine], details: [Detail]) {
      self.card = card
      self.custody = custody
      self.story = story
      self.details = details
    }
  }

  /// The personal content of one event.
  public struct Detail: Hashable, Sendable {
    public let time: Instant
    public let receiverName: String?
    public let note: String?
    /// Where the courier's device was; latitude and longitude as in the record.
    public let position: EventDetail.Position?

    public init(
      time: Instant, receiverName: String?, note: String?, position: EventDetail.Position?
    ) {
      self.time = time
      self.receiverName = receiverName
      self.note = note
      self.position = position
    }
  }

  /// One look at the resident's data.
  public struct AccessRecord: Hashable, Sendable {
    public let time: Instant
    public let by: String
    public let purpose: String

    public init(time: Instant, by: String, purpose: String) {
      self.time = time
      self.by = by
      self.purpose = purpose
    }
  }

  public let office: String
  public let resident: Resident
  /// The name of the resident's kelurahan or desa, with its kecamatan.
  public let village: String
  /// By number.
  public let cards: [CardRecord]
  /// By time.
  public let accesses: [AccessRecord]
  public let madeAt: Instant
  public let zone: TimeZoneOffset

  public init(
    office: String, resident: Resident, village: String, cards: [CardRecord],
    accesses: [AccessRecord], madeAt: Instant, zone: TimeZoneOffset
  ) {
    self.office = office
    self.resident = resident
    self.village = village
    self.cards = cards.sorted { $0.card.id < $1.card.id }
    self.accesses = accesses
    self.madeAt = madeAt
    self.zone = zone
  }

  /// The document to read and print.
  public func html(in language: Language) -> String {
    SubjectMarkup(export: self, language: language).page
  }

  /// The same for another system; members have English names.
  public func json() -> String {
    let document: JSONText = [
      "office": .string(office), "madeAt": .string(madeAt.text(in: zone)),
      "resident": json(of: resident), "cards": .array(cards.map(json)),
      "accesses": .array(
        accesses.map {
          [
            "time": .string($0.time.text(in: zone)), "by": .string($0.by),
            "purpose": .string($0.purpose),
          ]
        }),
      "rights": .array(ResidentRights.all.map { .string($0.indonesian) }),
    ]
    return document.text(indented: true) + "\n"
  }

  private func json(of resident: Resident) -> JSONText {
    [
      "nik": .string(resident.nik.digits), "name": .string(resident.name),
      "birthDate": .describing(resident.birthDate), "sex": .string(resident.sex.rawValue),
      "familyCard": .optional(resident.familyCard) { .string($0.digits) },
      "address": .string(resident.address.line), "village": .string(village),
      "villageCode": .describing(resident.address.desa),
      "landmark": .optional(resident.address.landmark) { .string($0) },
      "phone": .optional(resident.phone) { .string($0) },
    ]
  }

  private func json(of record: CardRecord) -> JSONText {
    let card = record.card
    return [
      "card": .describing(card.id), "request": .string(card.request.rawValue),
      "urgency": .string(card.urgency.rawValue), "channel": .string(card.channel.rawValue),
      "requestedOn": .describing(card.requestedOn), "printedOn": .describing(card.printedOn),
      "location": json(of: card.location.coordinate),
      "locationSource": .string(card.location.source.rawValue),
      "status": .string(record.custody.status.rawValue),
      "holder": .string(record.custody.holder.code),
      "attempts": .integer(record.custody.attempts),
      "events": .array(
        record.story.map {
          [
            "time": .string($0.time.text(in: zone)), "what": .string($0.phrase.indonesian),
            "whatInEnglish": .string($0.phrase.english),
          ]
        }),
      "details": .array(record.details.map(json)),
    ]
  }

  private func json(of detail: Detail) -> JSONText {
    [
      "time": .string(detail.time.text(in: zone)),
      "receiver": .optional(detail.receiverName) { .string($0) },
      "note": .optional(detail.note) { .string($0) },
      "position": .optional(detail.position) { json(of: $0.coordinate) },
    ]
  }

  private func json(of coordinate: Coordinate) -> JSONText {
    [
      "latitude": .decimal(Int(coordinate.latitudeE7), places: 7),
      "longitude": .decimal(Int(coordinate.longitudeE7), places: 7),
    ]
  }
}
