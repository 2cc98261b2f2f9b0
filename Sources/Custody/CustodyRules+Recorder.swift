import Domain

extension CustodyRules {
  /// Checks that the device may record the event: the office anything, a courier's device what its
  /// own courier does with the cards.
  ///
  /// A courier cannot give another's cards away, nor record what only the office may decide.
  static func checkRight(
    toRecord event: Event, for courier: CourierID?
  ) throws(CustodyRefusal) {
    let isOffice = event.id.device == DeviceID.office.description
    guard isOffice == (courier == nil),
      courier.map({ mayRecord(event, as: .courier($0)) }) ?? true
    else { throw .notForThisDevice(event.kind, event.giver, event.taker) }
  }

  private static func mayRecord(_ event: Event, as courier: Holder) -> Bool {
    switch event.kind {
    case .scannedOut, .delivered, .failed, .reattempted, .returned, .held, .missing, .counted,
      .feeReported:
      event.giver == courier
    case .withdrawn, .found: event.taker == courier
    case .printed, .packed, .handedOver, .cleared, .destroyed, .corrected, .erased, .enrolled,
      .revoked:
      false
    }
  }
}
