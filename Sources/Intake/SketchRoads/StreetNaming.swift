/// Gives the streets of the sketch their names.
struct StreetNaming {
  private let names: [String]
  /// The name of each desa of the raster.
  private let desa: [String]
  private var random: SplitMix64
  private var next: [Int32: Int] = [:]
  private var uses: [Place: Int] = [:]

  private struct Place: Hashable {
    var desa: Int32
    var name: String
  }

  /// - Parameter names: Without "Jalan", the best-known first; at least one.
  init(_ names: [String], desa: [String], using random: inout SplitMix64) {
    self.names = names
    self.desa = desa
    self.random = SplitMix64(seed: random.next())
  }

  /// Names every street that has no name yet, but for tracks, ramps and rivers.
  mutating func name(streetsOf draft: inout RoadDraft) {
    var lines: [Int: String] = [:]
    for street in draft.streets.indices
    where !draft.streets[street].isGone && draft.streets[street].name == nil {
      let desa = draft.streets[street].desa
      switch draft.streets[street].kind {
      case .primary, .secondary, .tertiary, .unclassified, .residential:
        let line = draft.streets[street].line
        if line >= 0 {
          if lines[line] == nil { lines[line] = mainRoad(number: lines.count, desa) }
          draft.streets[street].name = lines[line]
        } else {
          draft.streets[street].name = ordinary(desa)
        }
      case .alley, .footway:
        draft.streets[street].name = alley(street, on: draft)
      case .motorway, .motorwayLink, .track, .pier, .river: break
      }
    }
  }

  /// Great names go to the main roads first; later ones are called after where they begin.
  private mutating func mainRoad(number: Int, _ desa: Int32) -> String {
    if number < min(40, names.count) { return "Jalan \(names[number])" }
    guard self.desa.indices.contains(Int(desa)) else { return ordinary(desa) }
    return numbered("Jalan Raya \(self.desa[Int(desa)])", desa)
  }

  private mutating func ordinary(_ desa: Int32) -> String {
    let place = next[desa] ?? Int(random.next() % UInt64(names.count))
    next[desa] = (place + 1) % names.count
    return numbered("Jalan \(names[place])", desa)
  }

  /// `Jalan Mawar`, and once that is taken in the desa `Jalan Mawar 2`.
  private mutating func numbered(_ name: String, _ desa: Int32) -> String {
    let count = uses[Place(desa: desa, name: name), default: 0] + 1
    uses[Place(desa: desa, name: name)] = count
    return count == 1 ? name : "\(name) \(count)"
  }

  /// `Gang Mawar II` off `Jalan Mawar`.
  private mutating func alley(_ street: Int, on draft: RoadDraft) -> String? {
    let nodes = draft.nodes(of: street)
    guard let first = nodes.first,
      let parent = draft.edgesAt[first].lazy.map({ draft.edges[$0].street }).first(where: {
        draft.streets[$0].kind <= .residential
      }),
      let name = draft.streets[parent].name
    else { return nil }
    let words = name.split(separator: " ").dropFirst()
    let base = "Gang \(words.joined(separator: " "))"
    let count = uses[Place(desa: -2, name: "\(parent)"), default: 0] + 1
    uses[Place(desa: -2, name: "\(parent)")] = count
    return "\(base) \(roman(count))"
  }

  private func roman(_ number: Int) -> String {
    let tens = String(repeating: "X", count: number / 10)
    return tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][number % 10]
  }
}
