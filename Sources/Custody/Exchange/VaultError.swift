public import Domain

/// Why a PIN does not open a courier's device.
public enum VaultError: Error, Hashable, Described {
  case weakPIN
  /// With the time until the next try.
  case wrongPIN(wait: Duration)
  /// Too many wrong tries: nothing was tried now.
  case tooSoon(wait: Duration)
  case sessionExpired
  case noMemory

  public var phrase: Phrase {
    switch self {
    case .weakPIN:
      Phrase(
        id: "PIN terlalu mudah; pakai paling sedikit enam angka, bukan angka kembar atau urut",
        en: "the PIN is too easy; use at least six digits, not all the same and not in a row")
    case .wrongPIN(let wait):
      Phrase(
        id: "PIN salah; coba lagi dalam \(Self.seconds(wait)) detik",
        en: "wrong PIN; try again in \(Self.seconds(wait)) s")
    case .tooSoon(let wait):
      Phrase(
        id: "PIN beberapa kali salah; tunggu \(Self.seconds(wait)) detik lalu coba lagi",
        en: "the PIN was wrong several times; wait \(Self.seconds(wait)) s and try again")
    case .sessionExpired:
      Phrase(
        id: "sesi sudah berakhir; masukkan PIN lagi", en: "the session is over; type the PIN again")
    case .noMemory:
      Phrase(
        id: "memori tidak cukup untuk memeriksa PIN; tutup program lain lalu ulangi",
        en: "not enough memory to check the PIN; close other programs and try again")
    }
  }

  /// Rounded up, so that whoever waits as long as told is let in.
  private static func seconds(_ wait: Duration) -> Int64 {
    wait.components.seconds + (wait.components.attoseconds > 0 ? 1 : 0)
  }
}
