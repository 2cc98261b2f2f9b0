public import Domain
import Geometry

extension PlanViolation: Described {
  public var phrase: Phrase {
    switch self {
    case .cardMissing(let card):
      Phrase(
        id: "\(card) tidak ada di perjalanan mana pun dan tidak tercatat tertinggal",
        en: "\(card) is in no run and not listed as left out")
    case .cardTwice(let card):
      Phrase(id: "\(card) muncul dua kali dalam rencana", en: "\(card) is in the plan twice")
    case .cardNotAsked(let card):
      Phrase(
        id: "\(card) tidak diminta untuk direncanakan",
        en: "\(card) was not asked to be planned")
    case .runTwice(let run):
      Phrase(
        id: "nomor perjalanan \(run) dipakai dua kali",
        en: "the number \(run) is used for two runs")
    case .runOfAnotherPlan(let run):
      Phrase(id: "\(run) bernomor rencana lain", en: "\(run) carries the number of another plan")
    case .runsOutOfOrder(let run):
      Phrase(
        id: "\(run) tidak urut menurut kecamatan dan petugas",
        en: "\(run) is out of the order of kecamatan and courier")
    case .leftOutOutOfOrder(let card):
      Phrase(
        id: "\(card) tidak urut dalam daftar tertinggal",
        en: "\(card) is out of order among those left out")
    case .cardsOutOfOrder(let run, let stop):
      Phrase(
        id: "\(run) alamat \(stop): kartu tidak urut",
        en: "\(run) stop \(stop): the cards are out of order")
    case .unknownCourier(let run, let courier):
      Phrase(
        id: "\(run): petugas \(courier) tidak dikenal",
        en: "\(run): there is no courier \(courier)")
    case .courierTwice(let courier, let run):
      Phrase(
        id: "petugas \(courier) sudah punya perjalanan lain selain \(run)",
        en: "courier \(courier) has another run besides \(run)")
    case .kecamatanNotServed(let run, let courier, let kecamatan):
      Phrase(
        id: "\(run): petugas \(courier) tidak melayani kecamatan \(kecamatan)",
        en: "\(run): courier \(courier) does not serve kecamatan \(kecamatan)")
    case .outsideKecamatan(let run, let card):
      Phrase(
        id: "\(run): \(card) berada di kecamatan lain",
        en: "\(run): \(card) lies in another kecamatan")
    case .missingSkill(let run, let stop, let skill):
      Phrase(
        id: "\(run) alamat \(stop) memerlukan \(skill.phrase.indonesian)",
        en: "\(run) stop \(stop) needs a courier with a skill: \(skill.phrase.english)")
    case .overCapacity(let run, let cards, let limit):
      Phrase(
        id: "\(run) membawa \(cards) kartu, tas memuat \(limit)",
        en: "\(run) carries \(cards) cards, the bag holds \(limit)")
    case .tooManyStops(let run, let stops, let limit):
      Phrase(
        id: "\(run) memuat \(stops) alamat, batasnya \(limit)",
        en: "\(run) makes \(stops) stops, the limit is \(limit)")
    case .emptyRun(let run):
      Phrase(id: "\(run) tidak memuat alamat", en: "\(run) has no stop")
    case .emptyStop(let run, let stop):
      Phrase(id: "\(run) alamat \(stop) tidak memuat kartu", en: "\(run) stop \(stop) has no card")
    case .wrongStopNumber(let run, let stop, let written):
      Phrase(
        id: "\(run): alamat ke-\(stop) bernomor \(written)",
        en: "\(run): stop \(stop) is numbered \(written)")
    case .wrongLocation(let run, let stop):
      Phrase(
        id: "\(run) alamat \(stop): titik lokasi bukan milik kartunya",
        en: "\(run) stop \(stop): the location is not that of its cards")
    case .wrongDesa(let run, let stop):
      Phrase(
        id: "\(run) alamat \(stop): desa bukan milik kartunya",
        en: "\(run) stop \(stop): the desa is not that of its cards")
    case .strangersShareStop(let run, let first, let second):
      Phrase(
        id: "\(run): \(first) dan \(second) satu alamat tanpa alasan",
        en: "\(run): \(first) and \(second) share a stop without sharing a door")
    case .householdSplit(let first, let second):
      Phrase(
        id: "\(first) dan \(second) sekeluarga tetapi dipisah",
        en: "\(first) and \(second) are one household but are kept apart")
    case .outsideShift(let run):
      Phrase(
        id: "\(run) berangkat atau kembali di luar jam kerja",
        en: "\(run) leaves or returns outside the shift")
    case .noWay(let run, let stop):
      Phrase(
        id: "\(run) alamat \(stop): tidak ada jalan ke sana",
        en: "\(run) stop \(stop): there is no way to it")
    case .legTooShort(let run, let stop, let seconds):
      Phrase(
        id: "\(run): jalan ke alamat \(stop) kurang \(seconds) detik",
        en: "\(run): the way to stop \(stop) is \(seconds) s too short")
    case .setupTooShort(let run, let stop, let seconds):
      Phrase(
        id: "\(run) alamat \(stop): waktu parkir kurang \(seconds) detik",
        en: "\(run) stop \(stop): the set-up is \(seconds) s too short")
    case .serviceTooShort(let run, let stop, let seconds):
      Phrase(
        id: "\(run) alamat \(stop): waktu serah terima kurang \(seconds) detik",
        en: "\(run) stop \(stop): the time at the door is \(seconds) s too short")
    case .outsideHours(let run, let stop):
      Phrase(
        id: "\(run) alamat \(stop): di luar jam terima penghuni",
        en: "\(run) stop \(stop): outside the hours at the door")
    case .restMissing(let run):
      Phrase(id: "\(run) tanpa istirahat", en: "\(run) has no break")
    case .restNotOwed(let run):
      Phrase(
        id: "\(run) memuat istirahat yang tidak ada dalam giliran",
        en: "\(run) has a break that the shift does not have")
    case .restOutsideWindow(let run):
      Phrase(
        id: "\(run): istirahat di luar waktunya",
        en: "\(run): the break starts outside its window")
    case .visitDuringRest(let run, let stop):
      Phrase(
        id: "\(run) alamat \(stop) berlangsung saat istirahat",
        en: "\(run) stop \(stop) is served during the break")
    case .crossingsOutOfOrder(let run):
      Phrase(
        id: "\(run): penyeberangan tidak urut", en: "\(run): the crossings are out of order")
    case .unknownSailing(let run, let route):
      Phrase(
        id: "\(run): pelayaran \(route) tidak ada di jadwal",
        en: "\(run): there is no sailing \(route)")
    case .wrongPiers(let run, let route):
      Phrase(
        id: "\(run): dermaga bukan milik \(route)",
        en: "\(run): the piers are not those of \(route)")
    case .wrongBoat(let run, let route, let boat):
      Phrase(
        id: "\(run): petugas tidak bisa naik \(boat.phrase.indonesian) di \(route)",
        en: "\(run): the courier cannot go by \(boat.phrase.english) on \(route)")
    case .notSailing(let run, let route, let date):
      Phrase(
        id: "\(run): \(route) tidak berlayar pada \(date)",
        en: "\(run): \(route) does not sail on \(date)")
    case .noSuchDeparture(let run, let route, let time):
      Phrase(
        id: "\(run): \(route) tidak berangkat pukul \(time)",
        en: "\(run): \(route) does not leave at \(time)")
    case .wrongCrossingTime(let run, let route, let minutes):
      Phrase(
        id: "\(run): penyeberangan \(route) seharusnya \(minutes) menit",
        en: "\(run): the crossing \(route) takes \(minutes) minutes")
    case .stayNotAllowed(let run, let route):
      Phrase(
        id: "\(run): \(route) tidak mengizinkan bermalam",
        en: "\(run): \(route) does not allow staying overnight")
    case .boatFull(let run, let route, let time, let limit):
      Phrase(
        id: "\(run): perahu \(route) pukul \(time) hanya memuat \(limit) petugas",
        en: "\(run): the boat \(route) at \(time) takes only \(limit) couriers")
    case .wrongTravel(let run, let written, let actual):
      Phrase(
        id: "\(run): waktu jalan tertulis \(written), seharusnya \(actual)",
        en: "\(run): the travel time says \(written), it is \(actual)")
    case .wrongDistance(let run, let written, let actual):
      Phrase(
        id: "\(run): jarak tertulis \(written.value) m, seharusnya \(actual.value) m",
        en: "\(run): the distance says \(written.value) m, it is \(actual.value) m")
    case .refusalsIncomplete(let card):
      Phrase(
        id: "\(card) tertinggal tanpa alasan dari setiap petugas",
        en: "\(card) is left out without a reason for each courier")
    case .refusalOfStranger(let card, let courier):
      Phrase(
        id: "\(card) tertinggal dengan alasan petugas \(courier), yang tidak melayaninya",
        en: "\(card) is left out with a reason of courier \(courier), who does not serve it")
    }
  }
}
