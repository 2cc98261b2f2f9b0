public import Domain

/// Why the office refuses an event before it asks what the event does to a card.
///
/// Cases stand in the order in which they are checked. Such an event is no part of its device's
/// chain: the next true event of the device has its number still.
public enum ArrivalRefusal: String, CaseIterable, Error, Sendable, Described {
  /// The office never enrolled the device.
  case unknownDevice = "UNKNOWN_DEVICE"
  /// The device was revoked before the event arrived.
  case deviceRevoked = "DEVICE_REVOKED"
  /// The device did not sign these bytes.
  case badSignature = "BAD_SIGNATURE"
  /// The device told another story before: its chain was rewritten or copied.
  case fork = "FORK"

  /// A stable word for programs: upper case with underscores.
  public var code: String { rawValue }

  public var phrase: Phrase {
    switch self {
    case .unknownDevice:
      Phrase(
        id: "perangkat tidak terdaftar; daftarkan perangkatnya atau periksa siapa pengirimnya",
        en: "the device is not enrolled; enrol it or find out who sent this")
    case .deviceRevoked:
      Phrase(
        id: "perangkat sudah dicabut; periksa kejadiannya dan putuskan",
        en: "the device has been revoked; examine the event and decide")
    case .badSignature:
      Phrase(
        id: "tanda tangan digital tidak cocok; jangan dipercaya, periksa perangkatnya",
        en: "the signature is wrong; do not believe it, examine the device")
    case .fork:
      Phrase(
        id: "perangkat pernah mengirim riwayat lain; jangan dipercaya, periksa perangkatnya",
        en: "the device sent another story before; do not believe it, examine the device")
    }
  }
}
