public import Custody
public import Domain

/// What became of a file of couriers' events.
public struct SyncOutcome: Hashable, Sendable {
  /// In order of device.
  public internal(set) var devices: [DeviceSync] = []
  /// Parts of the file that say nothing; the devices keep what was in them and send it again.
  public internal(set) var unreadable: [UnreadableSegment] = []
  /// Parts of the file that are sealed to others, to be carried on.
  public internal(set) var forOthers: [Segment] = []

  public var accepted: Int { devices.reduce(0) { $0 + $1.accepted } }
  public var alreadyKnown: Int { devices.reduce(0) { $0 + $1.alreadyKnown } }
  public var refused: [RefusedEvent] { devices.flatMap(\.refused) }
  /// Events that wait now for an earlier one.
  public var waiting: Int { devices.reduce(0) { $0 + $1.waiting } }
}

/// What became of the events of one device.
public struct DeviceSync: Hashable, Sendable {
  public let device: DeviceID
  public let courier: CourierID
  /// Events that are in the ledger now, those among them that had waited too.
  public internal(set) var accepted = 0
  /// Accepted events that a named person should look at.
  public internal(set) var flagged = 0
  /// Events that an earlier file had brought.
  public internal(set) var alreadyKnown = 0
  /// Events that were not believed; they are in the log and in the review queue.
  public internal(set) var refused: [RefusedEvent] = []
  /// Events of the device that wait now for an earlier one.
  public internal(set) var waiting = 0
  /// The number of the first event that is missing, where events wait.
  public internal(set) var waitingFor: Int?

  init(device: DeviceID, courier: CourierID) {
    self.device = device
    self.courier = courier
  }
}

/// An event that a device told and the ledger did not accept.
public struct RefusedEvent: Hashable, Sendable, Described {
  public let event: Event
  /// Its place in the log, from 1.
  public let place: Int
  /// A stable word for programs: upper case with underscores.
  public let code: String
  public let phrase: Phrase
}

/// A part of a file that is damaged, or opens and makes no sense.
public struct UnreadableSegment: Hashable, Sendable, Described {
  /// Where in the file it begins, in bytes from 0.
  public let offset: Int
  public let error: BundleError

  public var phrase: Phrase { error.phrase }
}
