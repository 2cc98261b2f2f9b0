public import Domain

/// Whoever has a card in their hands, or the place it lies in.
public enum Holder: Hashable, Sendable {
  /// The machine that made the card: where every card's story begins.
  case printer
  /// The safe of the civil-registry office.
  case office
  /// An organisation that carries cards, such as `Satpol PP` or `Pos Indonesia`.
  case organisation(String)
  case courier(CourierID)
  /// The office of a kelurahan or desa that keeps a card for its resident.
  case villageOffice(RegionCode)
  /// The resident the card belongs to, or who took it for them: the end of the story.
  case resident
  /// Cut and burnt before witnesses: the end of the story of an old or spoilt card.
  case destruction

  /// `printer`, `office`, `organisation:Satpol PP`, `courier:SP-017`, `village:18.71.01.1003`,
  /// `resident`, `destruction`: the form in events and in the store.
  public var code: String {
    switch self {
    case .printer: "printer"
    case .office: "office"
    case .organisation(let name): "organisation:\(name)"
    case .courier(let id): "courier:\(id)"
    case .villageOffice(let desa): "village:\(desa)"
    case .resident: "resident"
    case .destruction: "destruction"
    }
  }

  /// Reads what ``code`` writes.
  public init?(code: String) {
    guard let colon = code.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      switch code {
      case "printer": self = .printer
      case "office": self = .office
      case "resident": self = .resident
      case "destruction": self = .destruction
      default: return nil
      }
      return
    }
    let name = code[code.utf8.index(after: colon)...]
    switch code[..<colon] {
    case "organisation" where !name.isEmpty: self = .organisation(String(name))
    case "courier":
      guard let id = CourierID(name) else { return nil }
      self = .courier(id)
    case "village":
      guard let desa = RegionCode(name), desa.level == .desa else { return nil }
      self = .villageOffice(desa)
    default: return nil
    }
  }
}

extension Holder: Described {
  public var phrase: Phrase {
    switch self {
    case .printer: Phrase(id: "pencetak", en: "the printer")
    case .office: Phrase(id: "kantor", en: "the office")
    case .organisation(let name): Phrase(id: name, en: name)
    case .courier(let id): Phrase(id: "petugas \(id)", en: "courier \(id)")
    case .villageOffice(let desa):
      Phrase(id: "kantor kelurahan/desa \(desa)", en: "village office \(desa)")
    case .resident: Phrase(id: "penduduk", en: "the resident")
    case .destruction: Phrase(id: "pemusnahan", en: "destruction")
    }
  }
}
