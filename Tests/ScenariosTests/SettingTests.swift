import Scenarios
import Testing

@Suite struct SettingTests {
  @Test func aSettingNamesAPathAndAValue() {
    let setting = Setting(path: "printers", value: "3")
    #expect(setting.path == "printers")
    #expect(setting.value == "3")
  }
}
