import ShortestPaths

extension RoadNetwork {
  /// Writes the network to a file, which is replaced only when the new one is whole.
  ///
  /// Equal networks make equal files.
  public func save(to path: String) throws(RoadFileError) {
    let arrays = roads.arrays
    let bytes = roads.byteArrays + [("profile", FlatArray(copying: Array(profile.text.utf8)))]
    let sections = hierarchy.sections
    var writer = RoadFileWriter(
      path: path, sectionCount: arrays.count + bytes.count + sections.count)
    for (name, values) in arrays { writer.add(name, values) }
    for (name, values) in bytes { writer.add(name, values) }
    for (name, values) in sections { writer.add("hierarchy.\(name)", values) }
    try writer.finish()
  }

  /// Opens a file that a network was saved to.
  ///
  /// The file is used where it lies and must not be written to while it is open; saving a new
  /// network to the same path is no harm, since that makes a new file.
  ///
  /// - Throws: ``RoadFileError`` if the file is missing, damaged, of another version, or not a
  ///   network in every number.
  public init(contentsOf path: String) throws(RoadFileError) {
    let reader = try RoadFileReader(path: path)
    let text = try reader.array("profile", of: UInt8.self)
    let profile: RoadProfile
    do throws(RoadProfileError) {
      profile = try RoadProfile(String(decoding: text.indices.map { text[$0] }, as: UTF8.self))
    } catch {
      throw .profile(path: path, error)
    }
    let roads = try RoadGraph(reader)
    var sections: [String: FlatArray<Int32>] = [:]
    for name in ["rank", "first", "arcs", "parts"] {
      sections[name] = try reader.array("hierarchy.\(name)", of: Int32.self)
    }
    do throws(HierarchyError) {
      let hierarchy = try ContractionHierarchy(sections: sections, of: roads.graph)
      self.init(profile: profile, roads: roads, hierarchy: hierarchy)
    } catch {
      throw .hierarchy(path: path, error)
    }
  }
}
