public import Domain

/// Why a proof proves nothing; entries are counted from 1.
public enum CardProofError: Error, Hashable, Described {
  case badFile(BundleError)
  /// The checkpoint is not signed with the office's key.
  case wrongCheckpoint
  case noEntries
  /// The entry's path does not lead to the root of the checkpoint.
  case wrongPath(place: Int)
  case unreadable(place: Int, EventFormatError)
  case otherCard(place: Int)
  /// The entry that should enrol a device does not.
  case wrongEnrolment(place: Int)
  case noEnrolment(place: Int, device: String)
  case wrongSignature(place: Int)

  public var phrase: Phrase {
    switch self {
    case .badFile(let error):
      Phrase(
        id: "berkas bukti: \(error.phrase.indonesian)", en: "proof file: \(error.phrase.english)")
    case .wrongCheckpoint:
      Phrase(
        id: "tonggak di dalam bukti tidak ditandatangani kunci kantor; minta bukti baru",
        en: "the checkpoint in the proof is not signed with the office's key; ask for a new proof")
    case .noEntries:
      Phrase(
        id: "bukti ini tidak memuat catatan; minta bukti baru",
        en: "the proof holds no entry; ask for a new one")
    case .wrongPath(let place):
      Phrase(
        id: "catatan \(place) tidak terbukti ada di buku; minta bukti baru",
        en: "entry \(place) is not shown to be in the log; ask for a new proof")
    case .unreadable(let place, let error):
      Phrase(
        id: "catatan \(place) tidak terbaca (\(error.phrase.indonesian)); minta bukti baru",
        en: "entry \(place) cannot be read (\(error.phrase.english)); ask for a new proof")
    case .otherCard(let place):
      Phrase(
        id: "catatan \(place) mengenai kartu lain; minta bukti baru",
        en: "entry \(place) is about another card; ask for a new proof")
    case .wrongEnrolment(let place):
      Phrase(
        id: "catatan \(place) bukan pendaftaran perangkat; minta bukti baru",
        en: "entry \(place) does not enrol a device; ask for a new proof")
    case .noEnrolment(let place, let device):
      Phrase(
        id: "perangkat \(device.printable) pada catatan \(place) tidak terbukti terdaftar;"
          + " minta bukti baru",
        en: "device \(device.printable) of entry \(place) is not shown to be enrolled;"
          + " ask for a new proof")
    case .wrongSignature(let place):
      Phrase(
        id: "tanda tangan digital pada catatan \(place) tidak cocok; minta bukti baru",
        en: "the signature of entry \(place) is wrong; ask for a new proof")
    }
  }
}
