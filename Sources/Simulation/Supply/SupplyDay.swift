/// What is counted through a day of the supply and noted in the evening.
struct SupplyDay: Sendable {
  /// Whether a printer with a queue found no blank.
  var ranOut = false
  var operatorBusySeconds = 0.0
  var recordingBusySeconds = 0.0
  var sortingBusySeconds = 0.0
  var ribbonsUsed = 0
  var blanksUsed = 0
}
