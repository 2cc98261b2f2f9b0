/// ANSI colours for a terminal, or none.
public struct Paint {
  enum Style { case bold }

  let enabled: Bool

  public init(enabled: Bool) { self.enabled = enabled }

  func painted(_ text: String, tone: TextTable.Cell.Tone, style: Style?) -> String {
    var codes: [String] = []
    if style == .bold { codes.append("1") }
    switch tone {
    case .plain: break
    case .faint: codes.append("2")
    case .good: codes.append("32")
    case .warning: codes.append("33")
    case .bad: codes.append("31")
    }
    return wrapped(text, codes)
  }

  public func bold(_ text: String) -> String { wrapped(text, ["1"]) }

  public func faint(_ text: String) -> String { wrapped(text, ["2"]) }

  private func wrapped(_ text: String, _ codes: [String]) -> String {
    guard enabled, !codes.isEmpty else { return text }
    return "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}
