public import Domain

/// A reason for which calls fail.
public struct HistoryReason: Hashable, Sendable {
  /// Such as `NOT_HOME`.
  public var code: String
  public var title: Phrase
  /// Whether another call makes sense.
  public var allowsRetry: Bool
  /// Whether the courier stood at the door; running out of time is no call.
  public var isAtDoor: Bool

  public init(code: String, title: Phrase, allowsRetry: Bool, isAtDoor: Bool = true) {
    self.code = code
    self.title = title
    self.allowsRetry = allowsRetry
    self.isAtDoor = isAtDoor
  }
}
