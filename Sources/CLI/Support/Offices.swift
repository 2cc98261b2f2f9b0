import Domain
import Storage

extension WorkspaceOptions {
  /// Opens the office's store in the chosen workspace.
  func openStore() throws -> Store { try Workspace.open(at: path).store }
}

extension Store {
  /// The name the office signs with, such as `Disdukcapil Kota Bandar Lampung`.
  func officeName(_ gazetteer: Gazetteer) -> String {
    "Disdukcapil \(gazetteer.regency.fullName)"
  }
}

extension Region {
  /// The name with its level in front where that is usual: `Kota Bandar Lampung`.
  var fullName: String {
    switch kind {
    case .kota: "Kota \(name)"
    case .kabupaten: "Kabupaten \(name)"
    case .kecamatan, .kelurahan, .desa: name
    }
  }
}
