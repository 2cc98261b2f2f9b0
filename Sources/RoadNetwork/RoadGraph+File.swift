import ShortestPaths

extension RoadGraph {
  /// The arrays of whole numbers by the names they have in files, which never change.
  var arrays: [(name: String, values: FlatArray<Int32>)] {
    [
      ("graph.firstArc", graph.firstArc), ("graph.head", graph.head),
      ("graph.milliseconds", graph.milliseconds), ("arcSegments", arcSegments),
      ("arcTails", arcTails), ("firstOfSegment", firstOfSegment),
      ("arcsOfSegments", arcsOfSegments), ("firstPoint", segments.firstPoint),
      ("latitudesE7", segments.latitudesE7), ("longitudesE7", segments.longitudesE7),
      ("decimetres", segments.decimetres), ("names", segments.names),
      ("firstOfName", segments.firstOfName), ("index.pieces", index.pieces),
      ("index.segments", index.pieceSegments), ("index.boxes", index.boxes),
    ]
  }

  /// The arrays of bytes by the names they have in files.
  var byteArrays: [(name: String, values: FlatArray<UInt8>)] {
    [
      ("classes", segments.classes), ("flags", segments.flags),
      ("doorDirections", segments.doorDirections), ("nameText", segments.nameText),
    ]
  }

  /// Takes over the arrays of a file, and checks every number that is used as an index.
  init(_ reader: RoadFileReader) throws(RoadFileError) {
    func numbers(_ name: String) throws(RoadFileError) -> FlatArray<Int32> {
      try reader.array(name, of: Int32.self)
    }
    func bytes(_ name: String) throws(RoadFileError) -> FlatArray<UInt8> {
      try reader.array(name, of: UInt8.self)
    }
    let (firstArc, head) = (try numbers("graph.firstArc"), try numbers("graph.head"))
    let milliseconds = try numbers("graph.milliseconds")
    do throws(GraphError) {
      graph = try DirectedGraph(firstArc: firstArc, head: head, milliseconds: milliseconds)
    } catch {
      throw .graph(path: reader.path, error)
    }
    arcSegments = try numbers("arcSegments")
    arcTails = try numbers("arcTails")
    firstOfSegment = try numbers("firstOfSegment")
    arcsOfSegments = try numbers("arcsOfSegments")
    segments = RoadSegments(
      firstPoint: try numbers("firstPoint"), latitudesE7: try numbers("latitudesE7"),
      longitudesE7: try numbers("longitudesE7"), decimetres: try numbers("decimetres"),
      names: try numbers("names"), classes: try bytes("classes"), flags: try bytes("flags"),
      doorDirections: try bytes("doorDirections"), firstOfName: try numbers("firstOfName"),
      nameText: try bytes("nameText"))
    index = SegmentIndex(
      pieces: try numbers("index.pieces"), pieceSegments: try numbers("index.segments"),
      boxes: try numbers("index.boxes"))
    if let section = segments.firstInconsistent() ?? firstInconsistent() {
      throw .inconsistent(path: reader.path, section: section)
    }
  }

  /// The name of the first array whose numbers do not fit the others.
  private func firstInconsistent() -> String? {
    let (arcCount, directedCount) = (graph.arcCount, 2 * segments.count)
    guard arcSegments.count == arcCount else { return "arcSegments" }
    guard arcTails.count == arcCount else { return "arcTails" }
    for arc in 0..<arcCount {
      guard (0..<directedCount).contains(Int(arcSegments[arc])) else { return "arcSegments" }
      let tail = Int(arcTails[arc])
      guard (0..<graph.nodeCount).contains(tail), Int(graph.firstArc[tail]) <= arc,
        arc < Int(graph.firstArc[tail + 1])
      else { return "arcTails" }
    }
    guard firstOfSegment.areOffsets(count: directedCount, of: arcCount) else {
      return "firstOfSegment"
    }
    guard arcsOfSegments.count == arcCount else { return "arcsOfSegments" }
    for directed in 0..<directedCount {
      for place in arcs(of: directed) {
        let arc = Int(arcsOfSegments[place])
        guard (0..<arcCount).contains(arc), Int(arcSegments[arc]) == directed else {
          return "arcsOfSegments"
        }
      }
    }
    return index.firstInconsistent(with: segments)
  }
}

extension RoadSegments {
  /// The name of the first array whose numbers do not fit the others.
  fileprivate func firstInconsistent() -> String? {
    let pointCount = latitudesE7.count
    guard firstPoint.areOffsets(count: count, of: pointCount, least: 2) else {
      return "firstPoint"
    }
    guard longitudesE7.count == pointCount else { return "longitudesE7" }
    for point in 0..<pointCount {
      guard latitudesE7[point].magnitude <= 900_000_000 else { return "latitudesE7" }
      guard longitudesE7[point].magnitude <= 1_800_000_000 else { return "longitudesE7" }
    }
    for (name, actual) in [
      ("names", names.count), ("classes", classes.count), ("flags", flags.count),
      ("doorDirections", doorDirections.count),
    ] where actual != count {
      return name
    }
    guard firstOfName.count > 0,
      firstOfName.areOffsets(count: firstOfName.count - 1, of: nameText.count)
    else { return "firstOfName" }
    for segment in 0..<count {
      guard decimetres[segment] > 0 else { return "decimetres" }
      guard (0..<firstOfName.count - 1).contains(Int(names[segment])) else { return "names" }
      guard RoadClass(rawValue: classes[segment]) != nil else { return "classes" }
      guard doorDirections[segment] <= 7 else { return "doorDirections" }
    }
    return nil
  }
}

extension SegmentIndex {
  /// The name of the first array whose numbers do not fit the segments.
  fileprivate func firstInconsistent(with segments: RoadSegments) -> String? {
    guard boxes.count == 4 * (levels.last ?? 0) else { return "index.boxes" }
    guard pieceSegments.count == pieces.count else { return "index.segments" }
    for piece in pieces.indices {
      let segment = Int(pieceSegments[piece])
      guard (0..<segments.count).contains(segment) else { return "index.segments" }
      guard segments.points(of: segment).dropLast().contains(Int(pieces[piece])) else {
        return "index.pieces"
      }
    }
    return nil
  }
}

extension FlatArray<Int32> {
  /// Whether these are the offsets of `count` runs of at least `least` that fill `total` values.
  fileprivate func areOffsets(count: Int, of total: Int, least: Int32 = 0) -> Bool {
    guard self.count == count + 1, self[0] == 0, Int(self[count]) == total else { return false }
    for run in 0..<count where self[run + 1] < self[run] || self[run + 1] - self[run] < least {
      return false
    }
    return true
  }
}
