/// The columns of the post's report on the items it carries.
///
/// | column | Indonesian headings | value |
/// | --- | --- | --- |
/// | `item` | `nomor_kiriman`, `resi` | the post's number (UPU S10); **required** |
/// | `code` | `kode` | an EMSEVT code such as `EMI`; **required** |
/// | `time` | `waktu` | `2017-07-27 09:14`, or with seconds and offset `2017-07-27T09:14:05+07:00`; **required** |
/// | `reason` | `alasan` | a failure code such as `NOT_HOME`; required with `EMH`, empty otherwise |
/// | `action` | `tindakan` | an action code such as `RETRY`; required with `EMH`, empty otherwise |
/// | `recipient` | `penerima` | `self`, `family`, `rt`, `village`; required with `EMI`, empty otherwise |
public enum PostEventColumn: Int, TableColumn {
  case item, code, time, reason, action, recipient

  public var aliases: [String] {
    switch self {
    case .item: ["post_item", "nomor_kiriman", "kiriman", "resi"]
    case .code: ["event", "kode", "kode_peristiwa"]
    case .time: ["waktu"]
    case .reason: ["alasan"]
    case .action: ["tindakan", "tindak_lanjut"]
    case .recipient: ["penerima"]
    }
  }

  public var isRequired: Bool {
    switch self {
    case .item, .code, .time: true
    case .reason, .action, .recipient: false
    }
  }
}
