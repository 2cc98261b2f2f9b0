import Domain
import Vroom

extension VroomFinding {
  var phrase: Phrase {
    switch self {
    case .unknownVehicle(let path, let id):
      Phrase(id: "\(path): kendaraan \(id) tidak ada", en: "\(path): there is no vehicle \(id)")
    case .vehicleTwice(let id):
      Phrase(id: "kendaraan \(id) punya dua rute", en: "vehicle \(id) has two routes")
    case .unknownJob(let path, let id):
      Phrase(id: "\(path): tugas \(id) tidak ada", en: "\(path): there is no job \(id)")
    case .jobTwice(let id):
      Phrase(
        id: "tugas \(id) dikunjungi lebih dari sekali", en: "job \(id) is visited more than once")
    case .jobMissing(let id):
      Phrase(
        id: "tugas \(id) tidak dikunjungi dan tidak ada di unassigned",
        en: "job \(id) is neither visited nor in unassigned")
    case .jobServedAndUnassigned(let id):
      Phrase(
        id: "tugas \(id) dikunjungi dan juga ada di unassigned",
        en: "job \(id) is visited and also in unassigned")
    case .unknownBreak(let path, let id):
      Phrase(
        id: "\(path): kendaraan ini tidak punya istirahat \(id)",
        en: "\(path): this vehicle has no break \(id)")
    case .breakTwice(let vehicle, let id):
      Phrase(
        id: "kendaraan \(vehicle): istirahat \(id) muncul lebih dari sekali",
        en: "vehicle \(vehicle): break \(id) is taken more than once")
    case .stepOutOfPlace(let path):
      Phrase(
        id: "\(path): start harus langkah pertama dan end yang terakhir",
        en: "\(path): start must be the first step and end the last")
    case .route(let vehicle, let violation):
      violation.phrase.of(id: "kendaraan \(vehicle)", en: "vehicle \(vehicle)")
    case .atJob(let vehicle, let id, let violation):
      violation.phrase.of(
        id: "kendaraan \(vehicle), tugas \(id)", en: "vehicle \(vehicle), job \(id)")
    case .atBreak(let vehicle, let id, let violation):
      violation.phrase.of(
        id: "kendaraan \(vehicle), istirahat \(id)", en: "vehicle \(vehicle), break \(id)")
    case .atStart(let vehicle, let violation):
      violation.phrase.of(id: "kendaraan \(vehicle), awal", en: "vehicle \(vehicle), start")
    case .atEnd(let vehicle, let violation):
      violation.phrase.of(id: "kendaraan \(vehicle), akhir", en: "vehicle \(vehicle), end")
    case .routeCost(let vehicle, let claimed, let actual):
      Phrase(
        id: "kendaraan \(vehicle): biaya dinyatakan \(claimed), sebenarnya \(actual)",
        en: "vehicle \(vehicle): the cost is claimed to be \(claimed), it is \(actual)")
    case .cost(let claimed, let actual):
      Phrase(
        id: "biaya dinyatakan \(claimed), sebenarnya \(actual)",
        en: "the cost is claimed to be \(claimed), it is \(actual)")
    }
  }
}

extension VroomViolation {
  fileprivate var phrase: Phrase {
    switch self {
    case .delay(let seconds):
      Phrase(id: "terlambat \(seconds) s", en: "\(seconds) s too late")
    case .load(let dimension, let load, let allowed):
      Phrase(
        id: "muatan \(load) (ukuran ke-\(dimension + 1)), muat \(allowed)",
        en: "a load of \(load) (dimension \(dimension + 1)), there is room for \(allowed)")
    case .skills: Phrase(id: "keahlian kurang", en: "a skill is missing")
    case .unreachable: Phrase(id: "tidak ada jalan ke sini", en: "there is no way to it")
    case .maximumTasks(let tasks, let allowed):
      Phrase(id: "\(tasks) tugas, boleh \(allowed)", en: "\(tasks) jobs, \(allowed) are allowed")
    case .maximumTravel(let seconds, let allowed):
      Phrase(
        id: "berjalan \(seconds) s, boleh \(allowed) s",
        en: "\(seconds) s on the way, \(allowed) s are allowed")
    case .maximumDistance(let metres, let allowed):
      Phrase(
        id: "menempuh \(metres) m, boleh \(allowed) m", en: "\(metres) m, \(allowed) m are allowed")
    case .missingBreak(let id):
      Phrase(id: "istirahat \(id) tidak ada", en: "break \(id) is missing")
    }
  }
}

extension Phrase {
  /// The phrase with what it is about in front of it.
  fileprivate func of(id indonesian: String, en english: String) -> Phrase {
    Phrase(id: "\(indonesian): \(self.indonesian)", en: "\(english): \(self.english)")
  }
}
