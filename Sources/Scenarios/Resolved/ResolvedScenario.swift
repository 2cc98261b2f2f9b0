/// A scenario with everything that it extends and every override laid into one file, to be kept
/// beside its results.
///
/// The text is itself a scenario file; reading it gives the same scenario.
public struct ResolvedScenario: Hashable, Sendable {
  /// As in ``Simulation/Scenario/name``.
  public let name: String
  /// The canonical YAML; the same values give the same bytes.
  public let text: String

  init(name: String, root: Branch) {
    self.name = name
    text = BranchWriter.text(of: root)
  }

  /// FNV-1a of ``text`` in 16 hexadecimal digits: tells scenarios apart, proves nothing.
  ///
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash
  /// Algorithm", RFC 9923.
  public var hash: String {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The text with comments that say what made it.
  public func text(version: String, seed: UInt64, runs: Int) -> String {
    "# \(name), hantar \(version), seed \(seed), \(runs) runs, hash \(hash)\n" + text
  }
}
