import Domain
import Optimiser
import Planning
import Testing

/// The optimiser itself speaks English only; what it refuses is told in both languages.
@Suite struct ProblemErrorPhraseTests {
  private static let phrases: [(ProblemError, String)] = [
    (
      .wrongCount(.profile(2), field: "seconds", actual: 3, expected: 4),
      "profil 2: seconds berisi 3 nilai, perlu 4"
    ),
    (
      .outOfRange(.break(vehicle: 1, index: 0), field: "window", value: -5, allowed: 0...9),
      "istirahat 0 kendaraan 1: window adalah -5; pakai 0 sampai 9"
    ),
    (
      .travelSeconds(from: 3, to: 7, value: -1, allowed: 0...9),
      "waktu tempuh dari tempat 3 ke 7 adalah -1 detik; pakai 0 sampai 9 detik, "
        + "atau tidak terjangkau"
    ),
    (
      .travelMetres(from: 3, to: 7, value: -1, allowed: 0...9),
      "jarak dari tempat 3 ke 7 adalah -1 m; pakai 0 sampai 9 m"
    ),
    (
      .notInOrder(.job(6), field: "time window", index: 1),
      "tugas 6: time window 1 mulai sebelum yang di depannya selesai; urutkan dan pisahkan"
    ),
    (
      .noMetres(.vehicle(4), field: "costPerMetre", 0),
      "kendaraan 4: costPerMetre menghitung meter; isi jarak profil 0 di samping waktunya"
    ),
    (
      .costsTooHigh(worst: 2e18),
      "semua perjalanan bersama bisa berbiaya 2e+18; perkecil biaya, waktu atau jaraknya"
    ),
    (
      .emptyPin(5),
      "urutan tetap 5 kosong; sebutkan paling sedikit satu tugas, atau hapus urutannya"
    ),
    (
      .pinWithoutVehicle(5),
      "urutan tetap 5 di awal perjalanan tidak menyebut kendaraan; sebutkan"
    ),
    (
      .pinnedTwice(job: 8, first: 2, second: 2),
      "urutan tetap 2 menyebut tugas 8 dua kali; sebutkan sekali saja"
    ),
    (
      .pinnedTwice(job: 8, first: 2, second: 3),
      "urutan tetap 3 menyebut tugas 8, yang sudah ada pada urutan 2; sebutkan pada salah satunya"
    ),
    (
      .twoPinsAtStart(vehicle: 1, first: 2, second: 3),
      "urutan tetap 3: kendaraan 1 sudah mulai dengan urutan 2; gabungkan keduanya"
    ),
    (
      .impossiblePin(2, .break(vehicle: 1)),
      "urutan tetap 2 tidak bisa dijalankan kendaraannya; ubah urutan, tugas atau kendaraannya"
    ),
  ]

  @Test(arguments: phrases)
  func everyRefusalIsToldInIndonesianToo(error: ProblemError, indonesian: String) {
    #expect(error.phrase.indonesian == indonesian)
    #expect(error.phrase.english == "\(error)")
  }

  @Test func aPlanThatCannotBeMadeNamesTheTimeInTheReadersLanguage() {
    let error = PlanningError.badTimes(.travelSeconds(from: 3, to: 7, value: -1, allowed: 0...9))
    #expect(
      error.phrase.indonesian.contains("(waktu tempuh dari tempat 3 ke 7 adalah -1 detik"))
    #expect(error.phrase.english.contains("(travel times: from location 3 to 7 is -1 s"))
  }
}
