/// What things cost, in rupiah.
public struct Costs: Hashable, Sendable {
  public var courierDay: Double
  public var kilometre: Double
  public var boatTrip: Double
  public var recordingUnitDay: Double
  public var printerDay: Double
  public var operatorDay: Double
  /// An hour of overtime of a courier, operator or recording unit.
  public var overtimeHour: Double
  public var ribbon: Double
  public var blank: Double
  /// For each card handed to a channel, by the channel's place in ``Delivery/channels``; missing: 0.
  public var perCardOfChannel: [Double]
  /// Whether couriers of a channel are paid by the day as well, by the same place; missing: yes.
  public var paysCouriersOfChannel: [Bool]

  public init(
    courierDay: Double = 0, kilometre: Double = 0, boatTrip: Double = 0,
    recordingUnitDay: Double = 0, printerDay: Double = 0, operatorDay: Double = 0,
    overtimeHour: Double = 0, ribbon: Double = 0, blank: Double = 0,
    perCardOfChannel: [Double] = [], paysCouriersOfChannel: [Bool] = []
  ) {
    self.courierDay = courierDay
    self.kilometre = kilometre
    self.boatTrip = boatTrip
    self.recordingUnitDay = recordingUnitDay
    self.printerDay = printerDay
    self.operatorDay = operatorDay
    self.overtimeHour = overtimeHour
    self.ribbon = ribbon
    self.blank = blank
    self.perCardOfChannel = perCardOfChannel
    self.paysCouriersOfChannel = paysCouriersOfChannel
  }
}

/// What counts as good.
public struct Goals: Hashable, Sendable {
  /// Days from print ready (PRR) to the resident's hand that are promised.
  public var promiseDays: Int
  /// Days from recording to hand promised where there is no signal; nil: no such promise.
  public var offlinePromiseDays: Int?
  /// Where the zones of recording coverage begin, in thousandths; red below yellow.
  public var yellowFromPermille: Int
  public var greenFromPermille: Int

  public init(
    promiseDays: Int = 14, offlinePromiseDays: Int? = nil, yellowFromPermille: Int = 850,
    greenFromPermille: Int = 980
  ) {
    self.promiseDays = promiseDays
    self.offlinePromiseDays = offlinePromiseDays
    self.yellowFromPermille = yellowFromPermille
    self.greenFromPermille = greenFromPermille
  }
}
