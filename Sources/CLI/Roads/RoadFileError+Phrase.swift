import Domain
import RoadNetwork

extension RoadFileError {
  var phrase: Phrase {
    let again = "impor lagi petanya dengan `hantar import roads`"
    let indonesian =
      switch self {
      case .cannotWrite(let path, let reason): "jalan tidak bisa ditulis ke \(path): \(reason)"
      case .cannotOpen(let path, let reason): "\(path) tidak bisa dibuka: \(reason)"
      case .notARoadFile(let path): "\(path) bukan berkas jalan; \(again)"
      case .wrongVersion(let path, let version, let readable):
        "\(path) versi \(version), sedangkan program ini membaca versi \(readable); \(again)"
      case .truncated(let path, let bytes, let expected):
        "\(path) hanya \(bytes) dari \(expected) bita; salin ulang, atau \(again)"
      case .damaged(let path, let section):
        "\(path) rusak pada \(section.map { "bagian \($0)" } ?? "daftar bagiannya"); salin ulang, "
          + "atau \(again)"
      case .missing(let path, let section): "\(path) tidak punya bagian \(section); \(again)"
      case .inconsistent(let path, let section):
        "bagian \(section) dari \(path) tidak cocok dengan yang lain; \(again)"
      case .graph(let path, let error): "\(path) tidak memuat jaringan (\(error)); \(again)"
      case .hierarchy(let path, let error):
        "\(path) tidak bisa dipakai mencari rute (\(error)); \(again)"
      case .profile(let path, let error):
        "profil dalam \(path) tidak terbaca: \(error.phrase.indonesian); \(again)"
      }
    return Phrase(id: indonesian, en: description)
  }
}
