public import Domain

/// How long a courier spends at a door, and what a place asks of a courier.
///
/// Invariant: every time is from nothing to one day.
public struct ServicePolicy: Hashable, Sendable {
  /// Parking and walking up, once per door.
  public let setup: Duration
  /// Handing over one card: identity check, signature, photograph.
  public let perCard: Duration
  /// Added where the old card must be surrendered.
  public let oldCard: Duration
  /// Added once per door that is known only as its neighbourhood.
  public let searchInNeighbourhood: Duration
  /// Added once per door of which only the desa is known.
  public let searchInDesa: Duration
  /// A door that takes longer than this is shared out as several stops.
  public let longestStop: Duration
  /// What a desa or kecamatan asks of the courier, such as a boat.
  public let skills: [RegionCode: Set<Skill>]

  /// Set-up 1 min, card 3 min (the median of a lognormal whose ninth decile is 7 min), old card
  /// 1.5 min, search 2 and 5 min.
  ///
  /// Source: the domain notes; assumptions cross-checked with Allen et al. 2018 and with the 80
  /// to 100 door visits a day of Pos Indonesia.
  public static let standard = ServicePolicy(skills: [:])

  /// The standard times, with what places ask for.
  public init(skills: [RegionCode: Set<Skill>]) {
    setup = .seconds(60)
    perCard = .seconds(180)
    oldCard = .seconds(90)
    searchInNeighbourhood = .seconds(120)
    searchInDesa = .seconds(300)
    longestStop = .seconds(7200)
    self.skills = skills
  }

  /// - Throws: ``ServicePolicyError`` for the first time that is negative or longer than a day.
  public init(
    setup: Duration, perCard: Duration, oldCard: Duration, searchInNeighbourhood: Duration,
    searchInDesa: Duration, longestStop: Duration, skills: [RegionCode: Set<Skill>] = [:]
  ) throws(ServicePolicyError) {
    let times = [
      ("setup", setup), ("perCard", perCard), ("oldCard", oldCard),
      ("searchInNeighbourhood", searchInNeighbourhood), ("searchInDesa", searchInDesa),
      ("longestStop", longestStop),
    ]
    for (field, time) in times where time < .zero || time > .seconds(86_400) {
      throw .outOfRange(field: field, time)
    }
    self.setup = setup
    self.perCard = perCard
    self.oldCard = oldCard
    self.searchInNeighbourhood = searchInNeighbourhood
    self.searchInDesa = searchInDesa
    self.longestStop = longestStop
    self.skills = skills
  }

  /// The time at a door after set-up: the search for it, then each card.
  public func service(of cards: [Card], at location: Location) -> Duration {
    cards.reduce(search(for: location)) { $0 + service(of: $1) }
  }

  func service(of card: Card) -> Duration {
    perCard + (card.request.surrendersOldCard ? oldCard : .zero)
  }

  func search(for location: Location) -> Duration {
    switch location.source {
    case .house: .zero
    case .neighbourhood: searchInNeighbourhood
    case .desa: searchInDesa
    }
  }

  /// What a door in `desa` asks of the courier.
  public func skills(in desa: RegionCode) -> Set<Skill> {
    let ofKecamatan = desa.kecamatan.flatMap { skills[$0] } ?? []
    return ofKecamatan.union(skills[desa] ?? [])
  }
}

/// Why times are not a service policy.
public enum ServicePolicyError: Error, Equatable, Described {
  case outOfRange(field: String, Duration)

  public var phrase: Phrase {
    switch self {
    case .outOfRange(let field, let time):
      Phrase(
        id: "waktu \(field) adalah \(time); isi antara 0 dan 24 jam",
        en: "the time \(field) is \(time); use 0 to 24 hours")
    }
  }
}
