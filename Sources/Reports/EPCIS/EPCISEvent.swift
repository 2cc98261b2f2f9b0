internal import Custody
public import Domain

/// One event of a GS1 EPCIS 2.0 document; only what the vocabulary allows can be built.
///
/// Source: GS1 EPCIS 2.0 and Core Business Vocabulary (CBV) 2.0, 2022.
public struct EPCISEvent: Hashable, Sendable {
  /// What the event is about.
  public enum Subject: Hashable, Sendable {
    /// An ObjectEvent about these things.
    case objects([EPCISName])
    /// An AggregationEvent: the children are put into the parent.
    case aggregation(parent: EPCISName, children: [EPCISName])
  }

  /// A party that has or owns the things before or after the event.
  public struct Party: Hashable, Sendable {
    public enum Role: String, Sendable {
      case owning = "owning_party"
      case possessing = "possessing_party"
    }

    public let role: Role
    public let name: EPCISName

    public init(_ role: Role, _ name: EPCISName) {
      self.role = role
      self.name = name
    }
  }

  /// A paper under which the event took place.
  public struct Transaction: Hashable, Sendable {
    public enum Kind: String, Sendable {
      /// A record that both sides sign before something is carried on.
      case despatchAdvice = "desadv"
      case certificate = "cert"
    }

    public let kind: Kind
    public let name: EPCISName

    public init(_ kind: Kind, _ name: EPCISName) {
      self.kind = kind
      self.name = name
    }
  }

  /// Says of an event recorded earlier that it is wrong.
  public struct ErrorDeclaration: Hashable, Sendable {
    public enum Reason: String, Sendable {
      case didNotOccur = "did_not_occur"
      case incorrectData = "incorrect_data"
    }

    public let time: Instant
    public let reason: Reason
    /// The identifiers of the events that put it right.
    public let correctiveEvents: [String]

    public init(time: Instant, reason: Reason, correctiveEvents: [String]) {
      self.time = time
      self.reason = reason
      self.correctiveEvents = correctiveEvents
    }
  }

  /// A member of our own, written `ktp:name`.
  public struct Extension: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
      case text(String)
      case number(Int)
      case texts([String])
    }

    /// A word of letters, without the prefix.
    public let name: String
    public let value: Value

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  public enum Action: String, Sendable {
    case add = "ADD"
    case observe = "OBSERVE"
    case delete = "DELETE"
  }

  /// What was being done: the steps of the vocabulary that cards go through.
  public enum Step: String, CaseIterable, Sendable {
    case collecting, commissioning, departing, destroying, dispensing, holding, inspecting, packing
    case receiving, shipping, storing, transporting
    case cycleCounting = "cycle_counting"
  }

  /// How the things are after the event.
  public enum Disposition: String, CaseIterable, Sendable {
    case active, available, destroyed, dispensed, returned, unavailable, unknown
    case completenessVerified = "completeness_verified"
    case containerClosed = "container_closed"
    case inProgress = "in_progress"
    case inTransit = "in_transit"
  }

  public let subject: Subject
  public let action: Action
  public let step: Step
  public let disposition: Disposition
  public let time: Instant
  public let recordedAt: Instant
  /// The clocks of the office, in which times are written.
  public let zone: TimeZoneOffset
  /// Where the event took place: a village or an office, never a door.
  public let readPoint: EPCISName?
  /// Where the things are after it.
  public let location: EPCISName?
  public let transactions: [Transaction]
  public let sources: [Party]
  public let destinations: [Party]
  public let extensions: [Extension]
  public let errorDeclaration: ErrorDeclaration?

  public init(
    _ subject: Subject, action: Action, step: Step, disposition: Disposition, time: Instant,
    recordedAt: Instant, zone: TimeZoneOffset, readPoint: EPCISName? = nil,
    location: EPCISName? = nil, transactions: [Transaction] = [], sources: [Party] = [],
    destinations: [Party] = [], extensions: [Extension] = [],
    errorDeclaration: ErrorDeclaration? = nil
  ) {
    self.subject = subject
    self.action = action
    self.step = step
    self.disposition = disposition
    self.time = time
    self.recordedAt = recordedAt
    self.zone = zone
    self.readPoint = readPoint
    self.location = location
    self.transactions = transactions
    self.sources = sources
    self.destinations = destinations
    self.extensions = extensions
    self.errorDeclaration = errorDeclaration
  }

  /// The same event, declared wrong; its identifier stays.
  public func declared(_ declaration: ErrorDeclaration) -> EPCISEvent {
    EPCISEvent(
      subject, action: action, step: step, disposition: disposition, time: time,
      recordedAt: recordedAt, zone: zone, readPoint: readPoint, location: location,
      transactions: transactions, sources: sources, destinations: destinations,
      extensions: extensions, errorDeclaration: declaration)
  }

  var typeName: String {
    switch subject {
    case .objects: "ObjectEvent"
    case .aggregation: "AggregationEvent"
    }
  }
}
