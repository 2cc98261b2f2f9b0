internal import Domain
internal import Simulation

extension WaitGroup {
  /// Who is meant, as a row's label.
  func name(in scenario: Scenario, language: Language) -> String {
    switch self {
    case .everyone: language.say(id: "semua", en: "everyone")
    case .kecamatan(let index): scenario.kecamatan[index].name
    case .place(let index): scenario.places[index].name
    case .kind(let kind): kind.phrase.text(in: language)
    case .urgency(let urgency): urgency.phrase.text(in: language)
    case .age(let age): age.rawValue + language.say(id: " tahun", en: " years")
    case .sex(.male): language.say(id: "laki-laki", en: "male")
    case .sex(.female): language.say(id: "perempuan", en: "female")
    case .channel(let index): scenario.delivery.channels[index].title.text(in: language)
    case .withoutSignal:
      language.say(id: "tempat tanpa sinyal", en: "places without signal")
    }
  }
}
