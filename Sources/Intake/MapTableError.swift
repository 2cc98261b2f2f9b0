public import Domain

/// Why the tables of a map cannot be used.
public enum MapTableError: Error, Equatable, Described {
  case table(String, DelimitedError)
  case row(String, Rejection)
  case gazetteer(GazetteerError)
  case tooFewNames(String)

  public var phrase: Phrase {
    switch self {
    case .table(let table, let error):
      Phrase(
        id: "\(table): \(error.phrase.indonesian)", en: "\(table): \(error.phrase.english)")
    case .row(let table, let rejection):
      Phrase(
        id: "\(table), \(rejection.phrase.indonesian)", en: "\(table), \(rejection.phrase.english)")
    case .gazetteer(let error):
      Phrase(id: "tabel wilayah tidak cocok: \(error)", en: "the tables do not fit: \(error)")
    case .tooFewNames(let part):
      Phrase(
        id: "tabel nama tidak memuat \(part); tambahkan sedikitnya satu baris",
        en: "the tables of names have no \(part); add at least one row")
    }
  }
}
