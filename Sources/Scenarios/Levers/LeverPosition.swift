import Domain

/// A lever of one scenario: where it is, what it stands at, and how it is moved.
public struct LeverPosition: Hashable, Sendable {
  /// In full, such as `printing.sites.kantor.printers`.
  public let path: String
  /// The usual lever it is; nil for any other quantity.
  public let lever: Lever?
  /// As written in files: `cards/day`, `Rp/day`.
  public var unit: String { quantity.unit.name }
  /// In ``unit``; nil where the scenario has no value there, or one that is spread.
  public let value: Double?
  /// In ``unit``.
  public let step: Double
  private let quantity: Quantity

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
    self.quantity = quantity
    step = usual?.step ?? 1
    if case .leaf(let leaf) = root.item(at: parts), case .number(let number) = leaf.value {
      value = number / factor
    } else {
      value = nil
    }
  }

  /// The setting that puts it at `value`, in its own unit; reading refuses what is not allowed.
  public func setting(_ value: Double) -> Setting { Setting(path: path, value: plain(value)) }

  /// The setting that moves it by so many natural steps, kept within what is allowed; nil where it
  /// stands at no number.
  public func moved(bySteps steps: Double) -> Setting? {
    guard let value else { return nil }
    let factor = quantity.unit.spellings[0].factor
    let (least, greatest) = (quantity.range.lowerBound, quantity.range.upperBound)
    return setting(min(max(value + steps * step, least / factor), greatest / factor))
  }

  /// Such as `3 printers` or `Rp10000/card`.
  public func text(_ value: Double) -> String { quantity.unit.text(plain(value)) }

  /// Such as `+1 printer`.
  public var stepText: String { "+\(text(step))" }
}
