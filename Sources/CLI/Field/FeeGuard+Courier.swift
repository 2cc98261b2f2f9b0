import Domain
import Reports

extension FeeGuard {
  /// The notice to a courier in both languages, the one of this process first, so that whoever asks
  /// for money can read it too.
  static var courierLines: [String] {
    let texts = [courierNotice.indonesian, courierNotice.english]
    let ordered = language == .indonesian ? texts : texts.reversed()
    return Array(ordered.map { $0.wrapped(to: 80) }.joined(separator: [""]))
  }
}
