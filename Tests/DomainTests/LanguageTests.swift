import Domain
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    ("id_ID.UTF-8", Language.indonesian), ("in", .indonesian), ("id-ID", .indonesian),
    ("en_GB.UTF-8", .english), ("C", .english), ("", .english), ("ID", .indonesian),
  ])
  func followsTheLocale(locale: String, language: Language) {
    #expect(Language(locale: locale) == language)
  }
}
