/// One counter, or one team on its way, of a recording unit.
struct RecordingTeam: Sendable {
  let unit: Int
  /// The card of the resident being recorded, or -1.
  var card: Int32 = -1
  /// Where a visiting team is today, or -1.
  var kecamatan = -1
  /// Appointments since the first day; the turn of its draws.
  var appointments = 0

  init(unit: Int) { self.unit = unit }
}
