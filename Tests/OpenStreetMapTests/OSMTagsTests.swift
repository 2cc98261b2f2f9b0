import OpenStreetMap
import Testing

@Suite struct OSMTagsTests {
  @Test func theFirstOfTwoEqualKeysCounts() {
    let tags = OSMTags([(key: "highway", value: "primary"), (key: "highway", value: "path")])
    #expect(tags["highway"] == "primary")
    #expect(tags["name"] == nil)
  }
}
