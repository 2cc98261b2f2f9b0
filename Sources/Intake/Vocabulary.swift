import Domain

/// The words a file may use for the cases of a type, in English and Indonesian.
struct Vocabulary<Meaning: Sendable>: Sendable {
  /// The first word of each meaning, in order, for messages.
  let words: [String]
  private let meanings: [String: Meaning]

  init(_ entries: [(meaning: Meaning, words: [String])]) {
    words = entries.compactMap(\.words.first)
    var meanings: [String: Meaning] = [:]
    for entry in entries {
      for word in entry.words { meanings[normalisedWord(word)] = entry.meaning }
    }
    self.meanings = meanings
  }

  subscript(text: String) -> Meaning? { meanings[text] ?? meanings[normalisedWord(text)] }
}

extension Vocabulary<RequestKind> {
  static let requests = Vocabulary([
    (.first, ["first", "baru", "pertama", "kartu pertama", "pemula"]),
    (.lost, ["lost", "hilang"]),
    (.damaged, ["damaged", "rusak"]),
    (.dataChange, ["data-change", "perubahan", "perubahan data"]),
  ])
}

extension Vocabulary<Urgency> {
  static let urgencies = Vocabulary([
    (.normal, ["normal", "biasa"]), (.urgent, ["urgent", "mendesak"]),
  ])
}

extension Vocabulary<Channel> {
  static let channels = Vocabulary([
    (.door, ["door", "antar", "diantar"]),
    (.counter, ["counter", "loket", "ambil", "diambil"]),
  ])
}

extension Vocabulary<Sex> {
  static let sexes = Vocabulary([
    (.male, ["L", "laki-laki", "male"]), (.female, ["P", "perempuan", "female"]),
  ])
}

extension Vocabulary<Vehicle> {
  static let vehicles = Vocabulary([
    (.motorcycle, ["motorcycle", "motor", "sepeda motor"]),
    (.car, ["car", "mobil"]),
    (.van, ["van", "mobil boks"]),
    (.foot, ["foot", "jalan kaki"]),
    (.boat, ["boat", "perahu", "kapal"]),
  ])
}

extension Vocabulary<Skill> {
  static let skills = Vocabulary([(.boat, ["boat", "perahu", "kapal"])])
}

extension Vocabulary<Region.Kind> {
  static let regionKinds = Vocabulary(Region.Kind.allCases.map { ($0, [$0.rawValue]) })
}

extension Vocabulary<TimeZoneOffset> {
  static let zones = Vocabulary([
    (.western, ["Asia/Jakarta", "WIB"]), (.central, ["Asia/Makassar", "WITA"]),
    (.eastern, ["Asia/Jayapura", "WIT"]),
  ])
}

extension Vocabulary<Set<Weekday>> {
  static let days = Vocabulary([
    (Set(Weekday.allCases), ["daily", "setiap hari", "tiap hari", "harian"]),
    ([.monday], ["mon", "monday", "senin"]), ([.tuesday], ["tue", "tuesday", "selasa"]),
    ([.wednesday], ["wed", "wednesday", "rabu"]), ([.thursday], ["thu", "thursday", "kamis"]),
    ([.friday], ["fri", "friday", "jumat", "jum'at"]),
    ([.saturday], ["sat", "saturday", "sabtu"]), ([.sunday], ["sun", "sunday", "minggu", "ahad"]),
  ])
}
