import Custody
import Domain
import Foundation

/// What the clocks of this device show now.
///
/// `HANTAR_NOW` sets the wall clock, and time since the start of the machine then runs with it, so
/// that drills of a past day do not look like a clock set wrong. `HANTAR_UPTIME` sets the latter
/// alone, in seconds, with a name for the start of the machine if that matters: `3600`, `60@second`.
///
/// - Parameter satellite: What a satellite receiver says, where there is one.
func currentClockReading(satellite: Instant? = nil) throws -> ClockReading {
  let wall = try currentInstant()
  let environment = ProcessInfo.processInfo.environment
  if let text = environment["HANTAR_UPTIME"], !text.isEmpty {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let seconds = Int64(parts[0]), (0...Int64(1e9)).contains(seconds) else {
      throw Failure(
        .badInput, id: "HANTAR_UPTIME=\(text) bukan jumlah detik; tulis seperti 3600",
        en: "HANTAR_UPTIME=\(text) is not a number of seconds; write it like 3600")
    }
    return ClockReading(
      wall: wall, boot: parts.count > 1 ? String(parts[1]) : "HANTAR_UPTIME",
      uptime: seconds * 1000, satellite: satellite)
  }
  if let text = environment["HANTAR_NOW"], !text.isEmpty {
    return ClockReading(
      wall: wall, boot: "HANTAR_NOW", uptime: max(0, wall.milliseconds), satellite: satellite)
  }
  return ClockReading(
    wall: wall, boot: bootName(), uptime: uptimeMilliseconds(), satellite: satellite)
}

/// The random name that the kernel gave to this running of the machine.
private func bootName() -> String? {
  guard let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
  else { return nil }
  return text.split(whereSeparator: \.isWhitespace).first.map(String.init)
}

/// Milliseconds since the machine was started, sleep included.
private func uptimeMilliseconds() -> Int64? {
  var time = timespec()
  guard clock_gettime(CLOCK_BOOTTIME, &time) == 0 else { return nil }
  return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
}
