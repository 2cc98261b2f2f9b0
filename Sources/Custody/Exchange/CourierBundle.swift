public import Domain

/// What a device sends to its office: some of its events, with what goes beside them.
///
/// A file holds any number of them, each sealed on its own; they may be brought in any order and any
/// number of times. Invariant: the events are the device's own, at most ``largestCount``, and follow
/// each other without a gap.
public struct CourierBundle: Hashable, Sendable {
  /// One event with its personal content and what the device's clocks showed.
  public struct Entry: Hashable, Sendable {
    public let signed: SignedEvent
    /// When it was written down, which for paper is later than ``Event/time``.
    public let recorded: ClockReading
    public let detail: EventDetail?

    public init(signed: SignedEvent, recorded: ClockReading, detail: EventDetail? = nil) {
      self.signed = signed
      self.recorded = recorded
      self.detail = detail
    }

    public var event: Event { signed.event }
  }

  /// So much of a long journey fits one segment.
  public static let largestCount = 256

  public let workspaceID: String
  public let registration: DeviceRegistration
  /// In order of sequence; may be empty, when the device only says that it is there.
  public let entries: [Entry]
  /// What the clocks showed when the file was written.
  public let sent: ClockReading
  /// The last word of the office that the device has.
  public let checkpoint: Checkpoint?
  /// Whether the device signed the whole bundle.
  ///
  /// If not, someone else put it together: only events that are signed themselves tell anything.
  public let isSigned: Bool

  /// - Throws: ``BundleError/brokenChain(_:)`` if the events are not the device's or leave a gap;
  ///   ``BundleError/tooManyEvents(_:limit:)``.
  public init(
    workspaceID: String, registration: DeviceRegistration, entries: [Entry], sent: ClockReading,
    checkpoint: Checkpoint? = nil
  ) throws(BundleError) {
    try self.init(
      workspaceID: workspaceID, registration: registration, entries: entries, sent: sent,
      checkpoint: checkpoint, isSigned: true)
  }

  init(
    workspaceID: String, registration: DeviceRegistration, entries: [Entry], sent: ClockReading,
    checkpoint: Checkpoint?, isSigned: Bool
  ) throws(BundleError) {
    self.workspaceID = workspaceID
    self.registration = registration
    self.entries = entries
    self.sent = sent
    self.checkpoint = checkpoint
    self.isSigned = isSigned
    try checkChain()
  }

  public var device: DeviceID { registration.device }
  public var courier: CourierID { registration.courier }
  public var events: [SignedEvent] { entries.map(\.signed) }

  /// The last moment at which an event can have been recorded, by a clock that nobody can set.
  ///
  /// - Parameter receivedAt: The office's clock when the bundle arrived, which is not before it was
  ///   sent.
  public func latestRecording(of entry: Entry, receivedAt: Instant) -> Instant {
    guard let boot = sent.boot, boot == entry.recorded.boot, let end = sent.uptime,
      let start = entry.recorded.uptime, start <= end
    else { return receivedAt }
    let (milliseconds, overflows) = receivedAt.milliseconds.subtractingReportingOverflow(
      end - start)
    return overflows ? receivedAt : Instant(milliseconds: milliseconds)
  }

  private func checkChain() throws(BundleError) {
    guard entries.count <= Self.largestCount else {
      throw .tooManyEvents(entries.count, limit: Self.largestCount)
    }
    let name = device.description
    for entry in entries where entry.event.id.device != name {
      throw .brokenChain(.wrongDevice(expected: name, found: entry.event.id.device))
    }
    for (entry, next) in zip(entries, entries.dropFirst()) {
      let (expected, overflows) = entry.event.id.sequence.addingReportingOverflow(1)
      guard !overflows, next.event.id.sequence == expected else {
        throw .brokenChain(
          .gap(device: name, expected: expected, found: next.event.id.sequence))
      }
      guard next.signed.previous == entry.signed.hash else {
        throw .brokenChain(.fork(device: name, sequence: expected))
      }
    }
  }
}
