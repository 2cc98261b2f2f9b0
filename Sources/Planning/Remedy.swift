import Domain
import Geometry

/// What would bring a card that was left out into a run.
enum Remedy: Hashable, Sendable, Described {
  /// The region of the address is in no table.
  case correctRegion(RegionCode)
  /// Nobody serves the kecamatan.
  case appoint(kecamatan: String, work: WorkTime)
  /// Those who serve it were sent elsewhere, or are full.
  case oneMore(kecamatan: String, skills: [Skill], work: WorkTime)
  /// Even a courier with nothing else to do could not be back in time.
  case longerShift(kecamatan: String, work: WorkTime)
  case agreeHours
  case correctPlace
  /// No way comes nearer to the place than so far.
  case nearerRoad(Metres)
  /// No way comes nearer to any base than so far.
  case nearerBase(Metres)
  /// A boat goes to the island on another day.
  case sailOn(CalendarDate, route: String)
  /// Boats go to the island, but nobody can take one within 60 days.
  case changeSailing(route: String)
  /// No timetable leads to the island.
  case declareSailing(kecamatan: String)
  /// Only who may hire or has a boat gets there.
  case boatSkill(route: String)

  var phrase: Phrase {
    switch self {
    case .correctRegion(let code):
      Phrase(
        id: "kode wilayah \(code) tidak dikenal; perbaiki alamatnya",
        en: "the region code \(code) is not known; correct the address")
    case .appoint(let kecamatan, let work):
      Phrase(
        id: "tunjuk petugas untuk \(kecamatan); kartu ini perlu \(work.phrase.indonesian)",
        en: "appoint a courier for \(kecamatan); this card takes \(work.phrase.english)")
    case .oneMore(let kecamatan, let skills, let work):
      Phrase(
        id: "satu petugas lagi\(Self.with(skills, in: .indonesian)) selama "
          + "\(work.phrase.indonesian) di \(kecamatan)",
        en: "one more courier\(Self.with(skills, in: .english)) for "
          + "\(work.phrase.english) in \(kecamatan)")
    case .longerShift(let kecamatan, let work):
      Phrase(
        id: "jam kerja lebih panjang: perjalanan ini saja perlu \(work.phrase.indonesian), "
          + "atau pangkalan lebih dekat ke \(kecamatan)",
        en: "a longer shift: this trip alone takes \(work.phrase.english), "
          + "or a base nearer to \(kecamatan)")
    case .agreeHours:
      Phrase(
        id: "sepakati jam terima lain dengan penghuni",
        en: "agree on other hours with the people at the door")
    case .nearerRoad(let distance):
      Phrase(
        id: "periksa titik lokasi: jalan terdekat lebih dari \(Int(distance.value)) m; perbaiki"
          + " koordinatnya, atau tambahkan jalannya ke peta dan impor lagi",
        en: "check the place: the nearest road is more than \(Int(distance.value)) m away; correct"
          + " the coordinate, or add the road to the map and import it again")
    case .nearerBase(let distance):
      Phrase(
        id: "periksa pangkalan petugas: jalan terdekat lebih dari \(Int(distance.value)) m;"
          + " perbaiki koordinatnya",
        en: "check the couriers' bases: the nearest road is more than \(Int(distance.value)) m"
          + " away; correct the coordinates")
    case .sailOn(let date, let route):
      Phrase(
        id: "rencanakan untuk \(date.text(in: .indonesian)) (\(date)): hari pelayaran berikut"
          + " dengan \(route)",
        en: "plan it for \(date.text(in: .english)) (\(date)), the next day to sail with \(route)")
    case .changeSailing(let route):
      Phrase(
        id: "\(route): tidak ada hari dalam \(TripFinder.daysAhead) hari ke depan yang cocok dengan"
          + " jam kerja; perpanjang jam kerja, sewa perahu, atau izinkan bermalam",
        en: "\(route): no day within \(TripFinder.daysAhead) days fits the shift; make the shift"
          + " longer, hire a boat, or allow staying overnight")
    case .declareSailing(let kecamatan):
      Phrase(
        id: "tambahkan pelayaran ke pulau ini di \(kecamatan) ke sailings.csv",
        en: "add a boat to this island in \(kecamatan) to sailings.csv")
    case .boatSkill(let route):
      Phrase(
        id: "tunjuk petugas dengan keahlian perahu: \(route) hanya dengan perahu sewa",
        en: "appoint a courier with the boat skill: \(route) goes with hired boats only")
    case .correctPlace:
      Phrase(
        id: "periksa titik lokasi: tidak ada jalan ke sana dari pangkalan",
        en: "check the place: there is no way to it from the base")
    }
  }

  private static func with(_ skills: [Skill], in language: Language) -> String {
    guard !skills.isEmpty else { return "" }
    let names = skills.map { $0.phrase.text(in: language) }.joined(separator: ", ")
    return language == .indonesian ? " dengan \(names)" : " with a \(names)"
  }
}

/// A time as people ask for it: in hours and minutes, rounded up to five minutes.
struct WorkTime: Hashable, Sendable, Described {
  let minutes: Int

  init(seconds: Int) {
    minutes = max(5, (seconds + 299) / 300 * 5)
  }

  var phrase: Phrase {
    let hours = minutes / 60
    let rest = minutes % 60
    if hours == 0 { return Phrase(id: "sekitar \(rest) menit", en: "about \(rest) min") }
    if rest == 0 { return Phrase(id: "sekitar \(hours) jam", en: "about \(hours) h") }
    return Phrase(
      id: "sekitar \(hours) jam \(rest) menit", en: "about \(hours) h \(rest) min")
  }
}
