import Domain

/// A lever of one scenario: where it is, what it stands at, and how it is moved.
public struct LeverPosition: Hashable, Sendable {
  /// In full, such as `printing.sites.kantor.printers`.
  public let path: String
  /// The usual lever it is; nil for any other quantity.
  public let lever: Lever?
  /// As written in files: `cards/day`, `Rp/day`.
  public let unit: String
  /// In ``unit``; nil where the scenario has no value there, or one that is spread.
  public let value: Double?
  /// In ``unit``.
  public let step: Double
  private let isWhole: Bool
  private let least: Double
  private let greatest: Double

  init?(_ lever: Lever, at path: [String], in root: Branch) {
    let dotted = path.joined(separator: ".")
    guard let position = try? LeverPosition(path: dotted, in: root, lever: lever) else {
      return nil
    }
    self = position
  }

  init(path: String, in root: Branch, lever: Lever? = nil) throws(Refusal) {
    let resolver = PathResolver(root: root)
    let (parts, key) = try resolver.resolve(path)
    let quantity: Quantity
    switch key.kind {
    case .quantity(let own), .spread(let own): quantity = own
    default:
      throw Refusal(
        Phrase(
          id: "bukan angka yang dapat digeser; di sini ditulis \(key.kind.form)",
          en: "not a number that can be moved; here belongs \(key.kind.form)"))
    }
    let factor = quantity.unit.spellings[0].factor
    let usual = lever ?? Lever.all.first { resolver.paths(of: $0).contains(parts) }
    self.path = parts.joined(separator: ".")
    self.lever = usual
    unit = quantity.unit.name
    step = usual?.step ?? 1
    isWhole = quantity.isWhole
    least = quantity.range.lowerBound / factor
    greatest = quantity.range.upperBound / factor
    if case .leaf(let leaf) = root.item(at: parts), case .number(let number) = leaf.value {
      value = number / factor
    } else {
      value = nil
    }
  }

  /// The setting that puts it at `value`, in its own unit, kept within what is allowed.
  public func setting(_ value: Double) -> Setting {
    let allowed = min(max(value, least), greatest)
    return Setting(path: path, value: plain(isWhole ? allowed.rounded() : allowed))
  }

  /// The setting that moves it by so many natural steps; nil where it stands at no number.
  public func moved(bySteps steps: Double) -> Setting? {
    value.map { setting($0 + steps * step) }
  }

  /// Such as `3 printers` or `Rp10000/card`.
  public func text(_ value: Double) -> String { Unit(unit).text(plain(value)) }

  /// Such as `+1 printers`.
  public var stepText: String { "+\(text(step))" }
}
