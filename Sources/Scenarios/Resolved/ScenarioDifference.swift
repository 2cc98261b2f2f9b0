public import Simulation

/// A value that two scenarios do not share.
public struct ScenarioDifference: Hashable, Sendable {
  public let path: String
  /// As written in the one; nil where it has no such value.
  public let before: String?
  /// As written in the other; nil where it has no such value.
  public let after: String?
}

extension Scenario {
  /// The values in which `other` is different: those of this scenario in its order, then new ones.
  public func differences(to other: Scenario) -> [ScenarioDifference] {
    let mine = Dictionary(assumptions.map { ($0.path, $0.value) }) { $1 }
    let others = Dictionary(other.assumptions.map { ($0.path, $0.value) }) { $1 }
    let changed = assumptions.compactMap { value -> ScenarioDifference? in
      let after = others[value.path]
      guard after != value.value else { return nil }
      return ScenarioDifference(path: value.path, before: value.value, after: after)
    }
    let added = other.assumptions.filter { mine[$0.path] == nil }
    return changed
      + added.map { ScenarioDifference(path: $0.path, before: nil, after: $0.value) }
  }
}
