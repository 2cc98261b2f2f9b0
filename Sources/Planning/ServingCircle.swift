import Domain
import Geometry

/// Everyone who may serve one kecamatan.
struct ServingCircle {
  /// Couriers who differ in nothing that decides how far they come in a day.
  struct Kind: Hashable {
    let base: Coordinate
    let profile: TravelProfile
    let speedPermille: Int
    let skills: Set<Skill>
    /// The shift without its break.
    let workingSeconds: Int
  }

  /// In order of identifier.
  let couriers: [CourierID]
  /// Each once, in order of the first courier of the kind.
  let kinds: [Kind]

  /// - Parameter couriers: All there are, in order of identifier.
  init(_ couriers: [Courier], _ kecamatan: RegionCode, _ travel: any TravelModel) {
    let serving = couriers.filter { $0.serves(kecamatan) }
    self.couriers = serving.map(\.id)
    var seen: Set<Kind> = []
    kinds = serving.map { Kind($0, travel) }.filter { seen.insert($0).inserted }
  }
}

extension ServingCircle.Kind {
  init(_ courier: Courier, _ travel: any TravelModel) {
    base = courier.base
    profile = courier.vehicle.profile
    speedPermille = travel.speedPermille(of: courier)
    skills = courier.skills
    workingSeconds =
      Int(courier.shift.end.seconds - courier.shift.start.seconds)
      - (courier.shift.rest?.minutes ?? 0) * 60
  }
}
