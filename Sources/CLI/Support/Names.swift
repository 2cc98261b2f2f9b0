import Custody
import Domain

extension Gazetteer {
  /// `Kel. Kedaton, Kec. Kedaton`: a desa with the kecamatan it lies in.
  func fullName(of desa: RegionCode) -> String {
    let level = self[desa]?.kind == .kelurahan ? "Kel." : "Desa"
    guard let kecamatan = desa.kecamatan else { return name(of: desa) }
    return "\(level) \(name(of: desa)), Kec. \(name(of: kecamatan))"
  }
}

extension Holder {
  /// The holder as a person speaks of it.
  func phrase(_ gazetteer: Gazetteer) -> Phrase {
    switch self {
    case .printer: Phrase(id: "pencetak", en: "the printer")
    case .office: Phrase(id: "kantor Disdukcapil", en: "the civil-registry office")
    case .organisation(let name): Phrase(id: name, en: name)
    case .courier(let id): Phrase(id: "petugas \(id)", en: "courier \(id)")
    case .villageOffice(let desa):
      Phrase(
        id: "kantor \(gazetteer.name(of: desa))",
        en: "village office of \(gazetteer.name(of: desa))")
    case .resident: Phrase(id: "pemilik kartu", en: "the resident")
    case .destruction: phrase
    }
  }
}
