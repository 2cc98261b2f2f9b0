public import Domain

/// Why events do not continue a device's chain.
public enum DeviceChainError: Error, Hashable, Described {
  case otherWorkspace(expected: String, found: String)
  case wrongDevice(expected: String, found: String)
  case wrongKey(device: String, expected: PublicKey, found: PublicKey)
  /// Events are missing: an earlier bundle has not arrived.
  case gap(device: String, expected: Int, found: Int)
  /// The same device told another story before: its chain was rewritten or copied.
  case fork(device: String, sequence: Int)
  /// The signature is not the device's, or the event was changed after it was signed.
  case badSignature(Event.ID)
  case unusableKey(device: String)

  public var phrase: Phrase {
    switch self {
    case .otherWorkspace(let expected, let found):
      Phrase(
        id: "berkas ini milik kantor \(found.printable), bukan \(expected.printable);"
          + " kirim ke kantor yang benar",
        en: "this belongs to workspace \(found.printable), not \(expected.printable);"
          + " send it to the right office")
    case .wrongDevice(let expected, let found):
      Phrase(
        id: "kejadian ini dari perangkat \(found.printable), bukan \(expected.printable);"
          + " pilih berkas perangkat itu",
        en: "the event is from device \(found.printable), not \(expected.printable);"
          + " choose that device's file")
    case .wrongKey(let device, let expected, let found):
      Phrase(
        id: "perangkat \(device.printable) memakai kunci \(found.shortText), terdaftar"
          + " \(expected.shortText); daftarkan ulang perangkatnya bila memang diganti",
        en: "device \(device.printable) uses key \(found.shortText), registered is"
          + " \(expected.shortText); register the device again if it was replaced")
    case .gap(let device, let expected, let found):
      Phrase(
        id: "kejadian \(expected) dari perangkat \(device.printable) belum ada (berkas mulai dari"
          + " \(found)); masukkan berkas sebelumnya dahulu",
        en: "event \(expected) of device \(device.printable) is missing (the file starts at"
          + " \(found)); bring in the earlier bundle first")
    case .fork(let device, let sequence):
      Phrase(
        id: "perangkat \(device.printable) pernah mengirim riwayat lain sampai kejadian"
          + " \(sequence); jangan diterima, periksa perangkatnya",
        en: "device \(device.printable) sent another story up to event \(sequence) before;"
          + " do not accept it, examine the device")
    case .badSignature(let event):
      Phrase(
        id: "tanda tangan digital kejadian \(event.sequence) dari perangkat"
          + " \(event.device.printable) tidak cocok; jangan dipercaya, periksa perangkatnya",
        en: "the signature of event \(event.sequence) of device \(event.device.printable) is wrong;"
          + " do not believe it, examine the device")
    case .unusableKey(let device):
      Phrase(
        id: "kunci perangkat \(device.printable) tidak dapat dipakai; pulihkan berkas kuncinya",
        en: "the key of device \(device.printable) cannot be used; restore its key file")
    }
  }
}
