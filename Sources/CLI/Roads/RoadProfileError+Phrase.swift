import Domain
import RoadNetwork

extension RoadProfileError {
  var phrase: Phrase {
    let indonesian =
      switch self {
      case .unknownField(let line, let field, let nearest):
        "baris \(line): tidak ada ruas “\(field)”\(Self.hint(nearest))"
      case .unknownWord(let line, let field, let word, let nearest):
        "baris \(line): \(field) tidak mengenal “\(word)”\(Self.hint(nearest))"
      case .notANumber(let line, let field, let word, let smallest, let largest):
        "baris \(line): \(field) perlu angka dari \(smallest) sampai \(largest), bukan “\(word)”"
      case .wrongNumberOfWords(let line, let field, let example):
        "baris \(line): \(field) perlu nilai lain; tulis seperti “\(example)”"
      case .repeated(let line, let field, let firstLine):
        "baris \(line): \(field) sudah diberikan pada baris \(firstLine); sisakan satu"
      case .missing(let field, let example):
        "profil tidak punya baris “\(field)”; tambahkan seperti “\(example)”"
      }
    return Phrase(id: indonesian, en: description)
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { "; maksudnya “\($0)”?" } ?? "; lihat daftarnya di docs/FORMATS.md"
  }
}

extension RoadImportError {
  var phrase: Phrase {
    let indonesian =
      switch self {
      case .noRoads(let profile, 0):
        "peta ini tidak punya jalan sama sekali, jadi tidak ada untuk \(profile); benarkah berkasnya?"
      case .noRoads(let profile, let highways):
        "tidak satu pun dari \(highways) jalan pada peta boleh dilalui \(profile); lihat baris "
          + "speed dan access pada profilnya, dan apakah peta memuat simpul jalannya"
      case .tooLarge(let nodes):
        "jalan pada peta punya \(nodes) simpul, lebih dari yang bisa dinomori; potong daerah yang "
          + "lebih kecil"
      }
    return Phrase(id: indonesian, en: description)
  }
}
