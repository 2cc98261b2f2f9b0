public import Domain
public import Optimiser

/// Why no plan could be made.
public enum PlanningError: Error, Equatable, Described {
  case duplicateCard(CardID)
  case duplicateCourier(CourierID)
  case duplicateSailing(String)
  case unknownKecamatan(CourierID, RegionCode)
  /// A kecamatan asked for is not in the regency.
  case noSuchKecamatan(RegionCode)
  case badSpeed(CourierID, kilometresPerHour: Int)
  case badCapacity(CourierID, cards: Int)
  case badStopLimit(CourierID, stops: Int)
  /// Travel or service times that cannot be planned with, as the optimiser names them.
  case badTimes(ProblemError)
  /// The optimiser's route cannot be driven: a fault of the program.
  case unusableRun(String)
  /// The finished plan broke a rule; the first are given.
  case failedCheck([PlanViolation])

  public var phrase: Phrase {
    switch self {
    case .duplicateCard(let card):
      Phrase(
        id: "kartu \(card) terdaftar dua kali; hapus salah satu",
        en: "card \(card) is listed twice; remove one")
    case .duplicateCourier(let courier):
      Phrase(
        id: "petugas \(courier) terdaftar dua kali; hapus salah satu",
        en: "courier \(courier) is listed twice; remove one")
    case .duplicateSailing(let route):
      Phrase(
        id: "pelayaran \(route) terdaftar dua kali; hapus salah satu",
        en: "the sailing \(route) is listed twice; remove one")
    case .unknownKecamatan(let courier, let code):
      Phrase(
        id: "petugas \(courier): kecamatan \(code) tidak ada di daerah ini; perbaiki daftarnya",
        en: "courier \(courier): there is no kecamatan \(code) in this regency; correct the list")
    case .noSuchKecamatan(let code):
      Phrase(
        id: "kecamatan \(code) tidak ada di daerah ini; periksa kodenya",
        en: "there is no kecamatan \(code) in this regency; check the code")
    case .badSpeed(let courier, let speed):
      Phrase(
        id: "petugas \(courier): kecepatan \(speed) km/jam; isi 1 sampai 200",
        en: "courier \(courier): a speed of \(speed) km/h; use 1 to 200")
    case .badCapacity(let courier, let cards):
      Phrase(
        id: "petugas \(courier): isi tas \(cards) kartu; isi 0 sampai 100000",
        en: "courier \(courier): a bag of \(cards) cards; use 0 to 100000")
    case .badStopLimit(let courier, let stops):
      Phrase(
        id: "petugas \(courier): batas \(stops) alamat; isi 0 sampai 100000",
        en: "courier \(courier): a limit of \(stops) stops; use 0 to 100000")
    case .badTimes(let error):
      Phrase(
        id: "waktu tidak bisa dihitung (\(error.phrase.indonesian)); "
          + "periksa koordinat dan waktu layanan",
        en: "the times cannot be planned with (\(error.phrase.english)); "
          + "check coordinates and service times")
    case .unusableRun(let detail):
      Phrase(
        id: "perjalanan tidak bisa dijalankan (\(detail)); laporkan sebagai kesalahan program",
        en: "a run cannot be driven (\(detail)); report this as a fault of the program")
    case .failedCheck(let violations):
      Phrase(
        id: "rencana ditolak pemeriksa: "
          + violations.map(\.phrase.indonesian).joined(separator: "; "),
        en: "the checker refused the plan: "
          + violations.map(\.phrase.english).joined(separator: "; "))
    }
  }
}
