import Domain
import Optimiser

/// Rules of the optimiser in words, about things as the file numbers them.
extension ProblemFile {
  func phrase(of violation: Violation) -> Phrase {
    switch violation {
    case .unknownVehicle(let vehicle):
      about(vehicle, "kendaraan untuknya tidak ada", "there is no vehicle for it")
    case .unknownJob(let job):
      Phrase(
        id: "\(name(ofJob: job).indonesian) tidak ada",
        en: "there is no \(name(ofJob: job).english)")
    case .vehicleUsedTwice(let vehicle):
      about(vehicle, "dipakai dua kali", "is used twice")
    case .emptyRoute(let vehicle):
      about(vehicle, "kosong; hapus", "is empty; leave it out")
    case .jobServedTwice(let job):
      about(job: job, "dikunjungi lebih dari sekali", "is visited more than once")
    case .jobServedAndLeftOut(let job):
      about(
        job: job, "dikunjungi dan juga tercatat tertinggal",
        "is visited and also listed as left out")
    case .jobLeftOutTwice(let job):
      about(job: job, "dua kali tercatat tertinggal", "is listed twice as left out")
    case .jobMissing(let job): about(job: job, "tidak ada di rute mana pun", "is in no route")
    case .skill(let job, let vehicle):
      about(vehicle, job, "tidak punya keahlian untuk", "lacks a skill for")
    case .notAllowed(let job, let vehicle):
      about(vehicle, job, "tidak boleh melayani", "may not serve")
    case .capacity(let vehicle, let dimension, let load, let allowed):
      about(
        vehicle, "membawa \(load) (ukuran ke-\(dimension + 1)), muat \(allowed)",
        "carries \(load) (dimension \(dimension + 1)), it has room for \(allowed)")
    case .maximumStops(let vehicle, let stops, let allowed):
      about(
        vehicle, "membuat \(stops) kunjungan, boleh \(allowed)",
        "makes \(stops) stops, it may make \(allowed)")
    case .reloadPosition(let vehicle, _), .reloads(let vehicle, _, _):
      about(vehicle, "mengisi ulang yang tidak boleh", "fills up again where it may not")
    case .pinTornApart(let pin), .pinNotAtStart(let pin), .pinNotServed(let pin),
      .pinOnOtherVehicle(let pin, _):
      Phrase(id: "urutan tetap \(pin) dilanggar", en: "pinned sequence \(pin) is broken")
    default: timePhrase(of: violation)
    }
  }

  private func timePhrase(of violation: Violation) -> Phrase {
    switch violation {
    case .unreachable(let vehicle, let from, let to):
      about(
        vehicle,
        "tidak ada jalan dari \(name(ofLocation: from).indonesian) ke "
          + name(ofLocation: to).indonesian,
        "has no way from \(name(ofLocation: from).english) to " + name(ofLocation: to).english)
    case .maximumTravel(let vehicle, let seconds, let allowed):
      about(
        vehicle, "berjalan \(units(seconds)), boleh \(units(allowed))",
        "is on the way for \(units(seconds)), \(units(allowed)) are allowed")
    case .maximumDistance(let vehicle, let metres, let allowed):
      about(
        vehicle, "menempuh \(metres) m, boleh \(allowed) m",
        "goes \(metres) m, \(allowed) m are allowed")
    case .timeWindow(let job, let vehicle):
      about(vehicle, job, "datang setelah jendela waktu tutup di", "comes after the last window of")
    case .break(let vehicle):
      about(vehicle, "tidak sempat beristirahat", "has no moment left for its break")
    case .shift(let vehicle, let overrun):
      about(
        vehicle, "kembali \(units(overrun)) setelah waktunya habis",
        "is back \(units(overrun)) after its time has ended")
    case .maximumDuration(let vehicle, let seconds, let allowed):
      about(
        vehicle, "berlangsung \(units(seconds)), boleh \(units(allowed))",
        "takes \(units(seconds)), \(units(allowed)) are allowed")
    case .objective(let claimed, let actual):
      Phrase(
        id: "biaya dinyatakan \(cost(claimed.cost)), sebenarnya \(cost(actual.cost))",
        en: "the cost is claimed to be \(cost(claimed.cost)), it is \(cost(actual.cost))")
    default: Phrase(id: "\(violation)", en: "\(violation)")
    }
  }

  /// Why a vehicle cannot take a job.
  func phrase(of reason: Reason) -> Phrase {
    switch reason {
    case .notAllowed: Phrase(id: "tidak diizinkan", en: "not allowed")
    case .skill: Phrase(id: "keahlian kurang", en: "a skill is missing")
    case .pinned: Phrase(id: "ditetapkan untuk yang lain", en: "pinned to another")
    case .capacity(let missing):
      Phrase(id: "kurang muat sebanyak \(missing)", en: "room is missing for \(missing)")
    case .maximumStops: Phrase(id: "kunjungan sudah penuh", en: "it has all the stops it may have")
    case .unreachable: Phrase(id: "tidak ada jalan", en: "there is no way")
    case .timeWindow: Phrase(id: "jendela waktu terlewat", en: "a time window would be missed")
    case .break: Phrase(id: "istirahat tidak sempat", en: "no moment is left for a break")
    case .maximumDuration(let overrun):
      Phrase(
        id: "melebihi lama terpanjang \(units(overrun))",
        en: "\(units(overrun)) over the longest duration")
    case .maximumTravel(let overrun):
      Phrase(
        id: "melebihi perjalanan terpanjang \(units(overrun))",
        en: "\(units(overrun)) over the longest travel")
    case .maximumDistance(let overrun):
      Phrase(
        id: "melebihi jarak terjauh \(overrun) m", en: "\(overrun) m over the longest distance")
    case .shift(let overrun):
      Phrase(
        id: "\(units(overrun)) setelah waktunya habis", en: "\(units(overrun)) after its time ends")
    }
  }

  /// A time of the problem in the file's unit.
  private func units(_ seconds: Int) -> String {
    switch self {
    case .vrplib: cost(Int64(seconds))
    case .vroom: "\(seconds) s"
    }
  }

  private func about(_ vehicle: Int, _ indonesian: String, _ english: String) -> Phrase {
    let name = name(ofVehicle: vehicle)
    return Phrase(id: "\(name.indonesian) \(indonesian)", en: "\(name.english) \(english)")
  }

  private func about(job: Int, _ indonesian: String, _ english: String) -> Phrase {
    let name = name(ofJob: job)
    return Phrase(id: "\(name.indonesian) \(indonesian)", en: "\(name.english) \(english)")
  }

  private func about(
    _ vehicle: Int, _ job: Int, _ indonesian: String, _ english: String
  ) -> Phrase {
    let name = name(ofJob: job)
    return about(vehicle, "\(indonesian) \(name.indonesian)", "\(english) \(name.english)")
  }
}
