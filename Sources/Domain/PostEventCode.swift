/// What a post reports about an item that it carries (UPU EMSEVT V3).
///
/// Source: UPU message standard EMSEVT, version 3; the wording of EDF, EDG, EDH, EMG and EDX is that
/// of a public table of the codes.
public enum PostEventCode: String, CaseIterable, Sendable, Described {
  case posted = "EMA"
  case arrivedAtOutwardExchange = "EMB"
  case leftOutwardExchange = "EMC"
  case arrivedAtInwardExchange = "EMD"
  case heldByImportCustoms = "EME"
  case leftInwardExchange = "EMF"
  case arrivedAtDeliveryOffice = "EMG"
  case attemptFailed = "EMH"
  case delivered = "EMI"
  case presentedToImportCustoms = "EDB"
  case releasedByImportCustoms = "EDC"
  case enteredSorting = "EDD"
  case leftSorting = "EDE"
  case heldAtDepot = "EDF"
  case outForDelivery = "EDG"
  case arrivedForPickUp = "EDH"
  case importTerminated = "EDX"
  case presentedToExportCustoms = "EXA"
  case heldByExportCustoms = "EXB"
  case releasedByExportCustoms = "EXC"
  case heldAtOutwardExchange = "EXD"
  case exportTerminated = "EXX"

  /// What a report means for the custody of the card inside.
  public enum Meaning: Hashable, Sendable {
    /// The post has the card: where in its network changes nothing for the ledger.
    case onTheWay
    /// The post keeps the card for its resident.
    case held
    /// An attempt at the door failed; a reason and an action must come along.
    case attemptFailed
    case delivered
    /// Customs and border offices, which no domestic item passes.
    case foreign
  }

  public var meaning: Meaning {
    switch self {
    case .posted, .enteredSorting, .leftSorting, .arrivedAtDeliveryOffice, .outForDelivery:
      .onTheWay
    case .heldAtDepot, .arrivedForPickUp: .held
    case .attemptFailed: .attemptFailed
    case .delivered: .delivered
    case .arrivedAtOutwardExchange, .leftOutwardExchange, .arrivedAtInwardExchange,
      .leftInwardExchange, .heldByImportCustoms, .presentedToImportCustoms,
      .releasedByImportCustoms, .importTerminated, .presentedToExportCustoms,
      .heldByExportCustoms, .releasedByExportCustoms, .heldAtOutwardExchange, .exportTerminated:
      .foreign
    }
  }

  /// Reads a code in any case.
  public init?(_ text: some StringProtocol) { self.init(rawValue: text.uppercased()) }

  public var phrase: Phrase {
    switch self {
    case .posted: Phrase(id: "diserahkan kepada pos", en: "handed to the post")
    case .arrivedAtOutwardExchange:
      Phrase(id: "tiba di kantor tukar keluar", en: "arrived at the outward exchange office")
    case .leftOutwardExchange:
      Phrase(id: "berangkat dari kantor tukar keluar", en: "left the outward exchange office")
    case .arrivedAtInwardExchange:
      Phrase(id: "tiba di kantor tukar masuk", en: "arrived at the inward exchange office")
    case .leftInwardExchange:
      Phrase(id: "berangkat dari kantor tukar masuk", en: "left the inward exchange office")
    case .arrivedAtDeliveryOffice:
      Phrase(id: "tiba di kantor antaran", en: "arrived at the delivery office")
    case .attemptFailed: Phrase(id: "gagal diantar", en: "attempt failed")
    case .delivered: Phrase(id: "sudah diterima", en: "delivered")
    case .enteredSorting: Phrase(id: "masuk pusat sortir", en: "into the sorting centre")
    case .leftSorting: Phrase(id: "keluar pusat sortir", en: "out of the sorting centre")
    case .heldAtDepot: Phrase(id: "ditahan di kantor antaran", en: "held at the delivery depot")
    case .outForDelivery: Phrase(id: "dibawa pengantar", en: "out for delivery")
    case .arrivedForPickUp:
      Phrase(id: "siap diambil di tempat pengambilan", en: "ready at the collection point")
    case .presentedToImportCustoms, .presentedToExportCustoms:
      Phrase(id: "diajukan ke bea cukai", en: "presented to customs")
    case .heldByImportCustoms, .heldByExportCustoms:
      Phrase(id: "ditahan bea cukai", en: "held by customs")
    case .releasedByImportCustoms, .releasedByExportCustoms:
      Phrase(id: "dilepas bea cukai", en: "released by customs")
    case .heldAtOutwardExchange:
      Phrase(id: "ditahan di kantor tukar keluar", en: "held at the outward exchange office")
    case .importTerminated: Phrase(id: "impor dihentikan", en: "import terminated")
    case .exportTerminated: Phrase(id: "ekspor dihentikan", en: "export terminated")
    }
  }
}
