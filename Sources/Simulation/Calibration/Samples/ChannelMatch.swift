import Domain

/// Finds the channel of a scenario by which the books' cards went.
///
/// Where a scenario has one channel to the door, all calls are its calls; where it has several, the
/// organisation's name tells, compared by its letters and digits: `Satpol PP` is `satpol-pp`.
struct ChannelMatch: Sendable {
  let village: Int?
  let counter: Int?
  private let doors: [(index: Int, names: [String])]
  private let organisations: [CourierID: String]
  private var known: [String: Int?] = [:]

  init(_ history: OfficeHistory, _ scenario: Scenario) {
    let channels = scenario.delivery.channels
    var doors: [(index: Int, names: [String])] = []
    var (village, counter): (Int?, Int?) = (nil, nil)
    for (index, channel) in channels.enumerated() {
      switch channel.means {
      case .door:
        let names = [channel.name, channel.title.indonesian, channel.title.english]
        doors.append((index, names.map(Self.letters)))
      case .village: village = village ?? index
      case .counter: counter = counter ?? index
      }
    }
    self.doors = doors
    self.village = village
    self.counter = counter
    organisations = Dictionary(history.couriers.map { ($0.id, $0.organisation) }) { first, _ in
      first
    }
  }

  /// The name of whoever had the card, if the books tell.
  func organisation(of event: HistoryEvent) -> String? {
    event.courier.flatMap { organisations[$0] } ?? event.organisation
  }

  /// The channel to the door that `organisation` is; nil if there is none, or no telling.
  mutating func door(of organisation: String?) -> Int? {
    guard doors.count != 1 else { return doors[0].index }
    guard let organisation else { return nil }
    if let answer = known[organisation] { return answer }
    let name = Self.letters(organisation)
    let same = doors.first { $0.names.contains(name) }
    let alike = doors.first { door in
      door.names.contains { !$0.isEmpty && (name.contains($0) || $0.contains(name)) }
    }
    let answer = name.isEmpty ? nil : (same ?? alike)?.index
    known[organisation] = .some(answer)
    return answer
  }

  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
