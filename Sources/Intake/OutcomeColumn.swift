/// The columns of a filled-in run sheet, as a clerk or courier types it in.
///
/// | column | Indonesian headings | value |
/// | --- | --- | --- |
/// | `card_id` | `nomor_kartu` | **required** |
/// | `outcome` | `hasil` | `delivered` or `failed`; **required** |
/// | `time` | `jam` | `HH:MM`; **required** |
/// | `recipient` | `penerima` | `self`, `family`, `rt`, `village`; required if delivered |
/// | `reason` | `alasan` | a failure code such as `NOT_HOME`; required if failed |
/// | `proofs` | `bukti` | `signature`, `thumb`, `photo`, `old-card`; several divided by a vertical bar |
public enum OutcomeColumn: Int, TableColumn {
  case cardID, outcome, time, recipient, reason, proofs

  public var aliases: [String] {
    switch self {
    case .cardID: ["nomor_kartu"]
    case .outcome: ["hasil"]
    case .time: ["jam"]
    case .recipient: ["penerima"]
    case .reason: ["alasan"]
    case .proofs: ["bukti"]
    }
  }

  public var isRequired: Bool {
    switch self {
    case .cardID, .outcome, .time: true
    case .recipient, .reason, .proofs: false
    }
  }
}
