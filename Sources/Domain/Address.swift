/// Where a resident lives, as the family card writes it.
public struct Address: Hashable, Sendable {
  /// Street, alley or hamlet without the house number; empty where the village names none.
  public let street: String
  public let number: String?
  /// Neighbourhood (rukun tetangga), 1 to 999.
  public let rt: Int?
  /// Community of neighbourhoods (rukun warga), 1 to 999.
  public let rw: Int?
  public let desa: RegionCode
  public let landmark: String?

  public init(
    street: String, number: String? = nil, rt: Int? = nil, rw: Int? = nil, desa: RegionCode,
    landmark: String? = nil
  ) {
    self.street = street
    self.number = number
    self.rt = rt
    self.rw = rw
    self.desa = desa
    self.landmark = landmark
  }

  /// `Jl. Kenanga No. 12, RT 005/RW 002`; an unknown part is a dash, as on the card itself.
  public var line: String {
    let house = [street, number.map { "No. \($0)" } ?? ""].filter { !$0.isEmpty }
    return (house.isEmpty ? "" : house.joined(separator: " ") + ", ") + neighbourhood
  }

  /// `RT 005/RW 002`.
  public var neighbourhood: String {
    "RT \(rt.map { padded($0, to: 3) } ?? "-")/RW \(rw.map { padded($0, to: 3) } ?? "-")"
  }
}
