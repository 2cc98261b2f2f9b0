import Domain
import Geometry

/// Everyone who may serve one kecamatan.
struct ServingCircle {
  /// Couriers who differ in nothing that decides how far they come in a day.
  struct Kind: Hashable {
    let base: Coordinate
    let speedKilometresPerHour: Int
    let skills: Set<Skill>
    /// The shift without its break.
    let workingSeconds: Int
  }

  /// In order of identifier.
  let couriers: [CourierID]
  /// Each once, in order of the first courier of the kind.
  let kinds: [Kind]

  /// - Parameter couriers: All there are, in order of identifier.
  init(_ couriers: [Courier], _ kecamatan: RegionCode) {
    let serving = couriers.filter { $0.serves(kecamatan) }
    self.couriers = serving.map(\.id)
    var seen: Set<Kind> = []
    kinds = serving.map(Kind.init).filter { seen.insert($0).inserted }
  }
}

extension ServingCircle.Kind {
  init(_ courier: Courier) {
    base = courier.base
    speedKilometresPerHour = courier.speedKilometresPerHour
    skills = courier.skills
    workingSeconds =
      Int(courier.shift.end.seconds - courier.shift.start.seconds)
      - (courier.shift.rest?.minutes ?? 0) * 60
  }
}
