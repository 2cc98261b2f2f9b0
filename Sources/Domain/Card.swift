/// The person a card belongs to.
public struct Resident: Hashable, Sendable {
  public let nik: NIK
  public let name: String
  public let birthDate: CalendarDate
  public let sex: Sex
  public let familyCard: FamilyCardNumber?
  public let address: Address
  public let phone: String?

  public init(
    nik: NIK, name: String, birthDate: CalendarDate, sex: Sex, familyCard: FamilyCardNumber?,
    address: Address, phone: String?
  ) {
    self.nik = nik
    self.name = name
    self.birthDate = birthDate
    self.sex = sex
    self.familyCard = familyCard
    self.address = address
    self.phone = phone
  }
}

/// A printed card on its way to its resident.
public struct Card: Hashable, Sendable {
  public let id: CardID
  public let resident: Resident
  public let request: RequestKind
  public let urgency: Urgency
  public let requestedOn: CalendarDate
  public let printedOn: CalendarDate
  public let channel: Channel
  public let location: Location

  public init(
    id: CardID, resident: Resident, request: RequestKind, urgency: Urgency,
    requestedOn: CalendarDate, printedOn: CalendarDate, channel: Channel, location: Location
  ) {
    self.id = id
    self.resident = resident
    self.request = request
    self.urgency = urgency
    self.requestedOn = requestedOn
    self.printedOn = printedOn
    self.channel = channel
    self.location = location
  }

  /// The order in which cards are served when not all fit; 0 is first.
  ///
  /// Urgent requests come first, then those who never had a card, then those who lack one now,
  /// then data changes. Source: Ditjen Dukcapil 2020; Pesawaran 2015 for urgency.
  public var tier: Int {
    switch (urgency, request) {
    case (.urgent, _): 0
    case (.normal, .first): 1
    case (.normal, .lost), (.normal, .damaged): 2
    case (.normal, .dataChange): 3
    }
  }

  public static let tierCount = 4
}

/// Why a card was printed.
public enum RequestKind: String, CaseIterable, Sendable, Described {
  case first, lost, damaged
  case dataChange = "data-change"

  public var phrase: Phrase {
    switch self {
    case .first: Phrase(id: "kartu pertama", en: "first card")
    case .lost: Phrase(id: "hilang", en: "lost")
    case .damaged: Phrase(id: "rusak", en: "damaged")
    case .dataChange: Phrase(id: "perubahan data", en: "data change")
    }
  }

  /// Whether the resident must hand over an old card in exchange.
  public var surrendersOldCard: Bool { self == .damaged || self == .dataChange }
}

public enum Urgency: String, CaseIterable, Sendable, Described {
  case normal, urgent

  public var phrase: Phrase {
    switch self {
    case .normal: Phrase(id: "biasa", en: "normal")
    case .urgent: Phrase(id: "mendesak", en: "urgent")
    }
  }
}

/// How a card is meant to reach its resident.
public enum Channel: String, CaseIterable, Sendable, Described {
  case door, counter

  public var phrase: Phrase {
    switch self {
    case .door: Phrase(id: "diantar", en: "to the door")
    case .counter: Phrase(id: "diambil di loket", en: "at the counter")
    }
  }
}
