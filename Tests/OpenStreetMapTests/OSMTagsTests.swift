import OpenStreetMap
import Testing

@Suite struct OSMTagsTests {
  private let tags: OSMTags = ["highway": "primary", "name": "Jl. Melati", "empty": ""]

  @Test func theFirstOfTwoEqualKeysCounts() {
    let tags = OSMTags([(key: "highway", value: "primary"), (key: "highway", value: "path")])
    #expect(tags["highway"] == "primary")
    #expect(tags.has("highway", "primary"))
    #expect(!tags.has("highway", "path"))
    #expect(tags["name"] == nil)
  }

  @Test func keysAndValuesAreComparedWhole() {
    #expect(tags.has("name"))
    #expect(!tags.has("nam"))
    #expect(!tags.has("namea"))
    #expect(!tags.has(""))
    #expect(tags.has("empty", ""))
    #expect(!tags.has("name", "Jl. Melat"))
  }

  @Test func tagsComeInTheirOrder() {
    #expect(tags.count == 3)
    #expect(
      tags.map { "\($0.key)=\($0.value)" } == ["highway=primary", "name=Jl. Melati", "empty="])
  }

  @Test func noTagsAreEmpty() {
    #expect(OSMTags([]).isEmpty)
    #expect(OSMTags([])["highway"] == nil)
  }
}
