public import Domain
public import Optimiser

extension ProblemError {
  /// What the optimiser refuses, in words for the people whose numbers they are.
  public var phrase: Phrase { Phrase(id: indonesian, en: description) }

  private var indonesian: String {
    switch self {
    case .wrongCount(let subject, let field, let actual, let expected):
      "\(subject.indonesian): \(field) berisi \(actual) nilai, perlu \(expected)"
    case .outOfRange(let subject, let field, let value, let allowed):
      "\(subject.indonesian): \(field) adalah \(value); pakai \(allowed.indonesian)"
    case .travelSeconds(let from, let to, let value, let allowed):
      "waktu tempuh dari tempat \(from) ke \(to) adalah \(value) detik; "
        + "pakai \(allowed.indonesian) detik, atau tidak terjangkau"
    case .travelMetres(let from, let to, let value, let allowed):
      "jarak dari tempat \(from) ke \(to) adalah \(value) m; pakai \(allowed.indonesian) m"
    case .notInOrder(let subject, let field, let index):
      "\(subject.indonesian): \(field) \(index) mulai sebelum yang di depannya selesai; "
        + "urutkan dan pisahkan"
    case .noMetres(let subject, let field, let profile):
      "\(subject.indonesian): \(field) menghitung meter; "
        + "isi jarak profil \(profile) di samping waktunya"
    case .costsTooHigh(let worst):
      "semua perjalanan bersama bisa berbiaya \(worst); perkecil biaya, waktu atau jaraknya"
    case .emptyPin, .pinWithoutVehicle, .pinnedTwice, .twoPinsAtStart, .impossiblePin:
      pinIndonesian
    }
  }

  private var pinIndonesian: String {
    switch self {
    case .emptyPin(let index):
      "urutan tetap \(index) kosong; sebutkan paling sedikit satu tugas, atau hapus urutannya"
    case .pinWithoutVehicle(let index):
      "urutan tetap \(index) di awal perjalanan tidak menyebut kendaraan; sebutkan"
    case .pinnedTwice(let job, let first, let second) where first == second:
      "urutan tetap \(first) menyebut tugas \(job) dua kali; sebutkan sekali saja"
    case .pinnedTwice(let job, let first, let second):
      "urutan tetap \(second) menyebut tugas \(job), yang sudah ada pada urutan \(first); "
        + "sebutkan pada salah satunya"
    case .twoPinsAtStart(let vehicle, let first, let second):
      "urutan tetap \(second): kendaraan \(vehicle) sudah mulai dengan urutan \(first); "
        + "gabungkan keduanya"
    case .impossiblePin(let index, _):
      "urutan tetap \(index) tidak bisa dijalankan kendaraannya; "
        + "ubah urutan, tugas atau kendaraannya"
    default: description
    }
  }
}

extension ProblemError.Subject {
  fileprivate var indonesian: String {
    switch self {
    case .travelTimes: "waktu tempuh"
    case .profile(let index): "profil \(index)"
    case .job(let index): "tugas \(index)"
    case .vehicle(let index): "kendaraan \(index)"
    case .break(let vehicle, let index): "istirahat \(index) kendaraan \(vehicle)"
    case .pin(let index): "urutan tetap \(index)"
    }
  }
}

extension ClosedRange<Int> {
  fileprivate var indonesian: String { "\(lowerBound) sampai \(upperBound)" }
}
