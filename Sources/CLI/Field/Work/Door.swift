import Custody
import Domain
import Geometry

/// One stop of a run as the screen shows it.
struct Door: Hashable {
  /// Place in the run, from 1.
  let number: Int
  let addressLine: String
  let landmark: String?
  /// Whose office may keep a card for the resident.
  let desa: RegionCode
  let arrives: TimeOfDay
  let place: RunBundle.Place?
  /// In the order of the run.
  let cards: [DoorCard]

  /// The cards for which nothing has been recorded yet.
  var openCards: [DoorCard] { cards.filter { $0.status == .outForDelivery } }
}

/// One card for a door.
struct DoorCard: Hashable {
  let id: CardID
  let residentName: String
  let maskedNIK: String
  let request: RequestKind
  /// Whether the new card may be handed over only against the old one.
  let needsOldCard: Bool
  let status: CardCustody.Status
  let lastFailure: FailureReason?

  /// Whether the courier has the card and may record something about it.
  var isInBag: Bool { status == .outForDelivery || status == .attemptFailed }
}

/// What is about to be written down about the chosen cards.
enum DoorOutcome: Hashable {
  case delivered(to: Recipient, proof: Proof.Kind, receiverName: String? = nil, pin: String? = nil)
  case failed(FailureReason)
  case triedAgain
  case held(at: RegionCode)
}

/// What the person at the screen wants of the program.
enum WorkRequest: Hashable {
  /// - Parameter scanned: The cards whose QR code was read.
  /// - Parameter exchanging: The cards whose old card was taken.
  case record(
    DoorOutcome, cards: [CardID], scanned: Set<CardID> = [], exchanging: Set<CardID> = [])
  case reportFee(rupiah: Int, cards: [CardID])
  case suspend, redraw, leave
}
