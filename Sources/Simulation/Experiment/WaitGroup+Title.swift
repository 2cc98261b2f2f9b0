public import Domain

extension WaitGroup {
  /// How the fairness table tells the group's cards apart; nil for everyone.
  var dimension: FairnessTable.Dimension? {
    switch self {
    case .everyone: nil
    case .kecamatan: .kecamatan
    case .place: .place
    case .kind: .kind
    case .urgency: .urgency
    case .age: .age
    case .sex: .sex
    case .channel: .channel
    case .withoutSignal: .signal
    }
  }
}

extension WaitGroup? {
  /// The group's name; nil are the residents with signal.
  func title(in scenario: Scenario) -> Phrase {
    switch self {
    case .everyone?: Phrase(id: "semua", en: "everyone")
    case .kecamatan(let index)?: .name(scenario.kecamatan[index].name)
    case .place(let index)?: .name(scenario.places[index].name)
    case .kind(let kind)?: kind.phrase
    case .urgency(let urgency)?: urgency.phrase
    case .age(let age)?: age.phrase
    case .sex(let sex)?: Self.name(of: sex)
    case .channel(let index)?: scenario.delivery.channels[index].title
    case .withoutSignal?: Phrase(id: "tanpa sinyal", en: "without signal")
    case nil: Phrase(id: "ada sinyal", en: "with signal")
    }
  }

  private static func name(of sex: Sex) -> Phrase {
    switch sex {
    case .male: Phrase(id: "laki-laki", en: "men")
    case .female: Phrase(id: "perempuan", en: "women")
    }
  }
}

extension Phrase {
  fileprivate static func name(_ name: String) -> Phrase { Phrase(id: name, en: name) }
}

extension AgeGroup: Described {
  public var phrase: Phrase {
    switch self {
    case .newlyObliged: Phrase(id: "17 tahun", en: "17 years")
    case .young: Phrase(id: "18-24 tahun", en: "18-24 years")
    case .adult: Phrase(id: "25-59 tahun", en: "25-59 years")
    case .elderly: Phrase(id: "60 tahun ke atas", en: "60 years and over")
    }
  }
}
