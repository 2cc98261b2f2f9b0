public import Domain

/// Who reads personal data, and what for: an argument of every verb that shows any.
///
/// It is written into the office's journal together with what was read (UU 27/2022 article 31).
public struct Access: Hashable, Sendable {
  public enum Purpose: String, CaseIterable, Sendable, Described {
    /// To find who must be visited and on which way.
    case planning
    /// To print run sheets and to fill couriers' devices.
    case delivery
    /// To answer a resident at the counter or put a card's data right.
    case service
    /// To answer a resident who asks what is kept about them.
    case subjectRequest = "subject-request"
    /// To examine the store itself or a complaint.
    case audit

    public var phrase: Phrase {
      switch self {
      case .planning: Phrase(id: "perencanaan", en: "planning")
      case .delivery: Phrase(id: "pengantaran", en: "delivery")
      case .service: Phrase(id: "pelayanan", en: "service")
      case .subjectRequest: Phrase(id: "permintaan penduduk", en: "the resident's own request")
      case .audit: Phrase(id: "pemeriksaan", en: "audit")
      }
    }
  }

  /// A person or a desk of the office.
  public let by: String
  public let purpose: Purpose
  /// Such as the number of a letter; long numbers are masked.
  public let note: String?
  public let time: Instant

  /// - Throws: ``StoreRefusal/accessWithoutName`` if nobody is named.
  public init(
    by: String, for purpose: Purpose, note: String? = nil, at time: Instant
  ) throws(StoreRefusal) {
    let name = by.withoutLongNumbers
    guard !name.isEmpty else { throw .accessWithoutName }
    self.by = name
    self.purpose = purpose
    self.note = note?.withoutLongNumbers
    self.time = time
  }
}

extension String {
  /// The text with every run of sixteen digits or more masked as a NIK is, since it may be one.
  var withoutLongNumbers: String {
    var text = ""
    var digits = ""
    for character in self + "\n" {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        text += digits.count < 16 ? digits : NIK.masked(digits)
        digits = ""
        text.append(character)
      }
    }
    return String(text.dropLast())
  }
}
