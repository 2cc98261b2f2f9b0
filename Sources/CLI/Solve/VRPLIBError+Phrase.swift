import Domain
import Optimiser
import Planning

extension VRPLIBError {
  var phrase: Phrase {
    let indonesian =
      switch self {
      case .missing(let field): "\(field) tidak ada; tambahkan"
      case .malformed(let line, let field, let text, let need):
        "baris \(line): “\(text)” bukan \(field) yang bisa dipakai; tulis \(need.indonesian)"
      case .unsupported(let line, let field, let value, let need):
        "baris \(line): \(field) “\(value)” tidak didukung; pakai \(need.indonesian)"
      case .repeated(let line, let field):
        "baris \(line): \(field) ditulis dua kali; sisakan satu"
      case .wrongCount(let field, let actual, let expected):
        "\(field) berisi \(actual), perlu \(expected); tambah atau kurangi"
      case .tooManyPoints(let count, let allowed):
        "\(count) titik memerlukan tabel, yang memuat \(allowed); pakai koordinat EUC_2D dengan "
          + "paling banyak tiga desimal"
      case .refused(let error): error.phrase.indonesian
      }
    return Phrase(id: indonesian, en: description)
  }
}

extension VRPLIBNeed {
  fileprivate var indonesian: String {
    switch self {
    case .plainNumber: "angka biasa"
    case .whole(let allowed):
      "bilangan bulat dari \(allowed.lowerBound) sampai \(allowed.upperBound)"
    case .number(let most): "angka dari 0 sampai \(most)"
    case .decimal(let most): "angka dari 0 sampai \(most) dengan paling banyak satu desimal"
    case .way: "jarak 0 sampai 536870912, atau 2147483647 bila tidak ada jalan"
    case .fields(let count): "\(count) angka pada baris itu"
    case .onceEach(let most): "setiap nomor dari 1 sampai \(most) paling banyak sekali"
    case .openingFirst: "jam buka yang tidak sesudah jam tutup"
    case .nothingAtDepot(let node): "0, karena simpul \(node) adalah depo"
    case .depot: "simpul dari DEPOT_SECTION"
    case .headerLine(let keyword): "“\(keyword) : nilai”"
    case .sectionName: "nama bagian di depan angka-angkanya"
    case .routeLine: "“Route #1: 3 1 2”"
    case .oneOf(let values): values.joined(separator: ", ")
    case .documented: "yang ada di docs/FORMATS.md, atau hapus bila tidak berpengaruh"
    }
  }
}
