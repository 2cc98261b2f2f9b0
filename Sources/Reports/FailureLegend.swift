public import Custody
internal import Domain

/// The letters that stand for failure reasons on paper, where a courier writes with a pen.
///
/// I, O and Q are left out: by hand they look like 1 and 0.
public enum FailureLegend {
  private static let letters = Array("ABCDEFGHJKLMNPRSTUVWXYZ")

  /// Every letter with its reason, in the order of the printed legend.
  public static let entries: [(letter: Character, reason: FailureReason)] = Array(
    zip(letters, FailureReason.allCases).map { (letter: $0, reason: $1) })

  /// The reason a courier meant by a letter, in either case.
  public static func reason(of letter: Character) -> FailureReason? {
    entries.first { String($0.letter) == letter.uppercased() }?.reason
  }
}
