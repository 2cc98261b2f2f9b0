/// What goes wrong in a simulated day; a run counts how often each did.
public enum Fault: String, CaseIterable, Sendable {
  // Carriers.
  case fileLost = "file lost"
  case fileDuplicated = "file brought twice"
  case fileOvertaken = "file overtaken by a newer one"
  case fileCut = "file cut off"
  case fileDamaged = "file damaged"
  case filesJoined = "files put together"
  case fileCarried = "file carried by another courier's device"
  // Clocks.
  case clockYearsOff = "device clock years off"
  case clockJumped = "device clock set while at work"
  case clockBehindOffice = "device clock behind the office's last word"
  case deviceRestarted = "device restarted"
  // Devices and people.
  case cardClaimedTwice = "card claimed by two devices"
  case deviceRevoked = "device lost and revoked"
  case deviceRestored = "device restored from an old copy"
  case strangerSent = "events of a device that was never enrolled"
  case wrongPIN = "resident's PIN wrong"
  case farFromDoor = "handed over far from the door"
  case bagCounted = "bag counted short"
  // Machines.
  case deviceKilled = "device killed while writing"
  case devicePowerCut = "device without power while writing"
  case deviceDiskFull = "device's disk full"
  case deviceDiskFailed = "device's disk failed"
  case officeKilled = "office killed while writing"
  case officePowerCut = "office without power while writing"
  case officeDiskFull = "office's disk full"
  case officeDiskFailed = "office's disk failed"
}
