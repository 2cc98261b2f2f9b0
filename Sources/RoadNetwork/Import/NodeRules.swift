import OpenStreetMap

/// What a profile makes of a node: a barrier that stops it, or a delay.
struct NodeUse: Equatable {
  /// In which direction of a way the delay is suffered.
  enum Direction: UInt8 {
    case both, forward, backward
  }

  var isClosed = false
  var delayMilliseconds: Int32 = 0
  var direction = Direction.both
}

/// Reads from the tags of a node what a profile makes of it.
struct NodeRules {
  private let profile: RoadProfile

  init(_ profile: RoadProfile) {
    self.profile = profile
  }

  /// Nothing for a node that neither stops nor delays.
  ///
  /// An access tag on a barrier counts more than its kind: a bollard with `motorcycle=yes` is open.
  func use(of tags: OSMTags) -> NodeUse? {
    var use = NodeUse()
    if tags["highway"] == "traffic_signals" {
      use.delayMilliseconds = profile.signalMilliseconds
      switch tags["traffic_signals:direction"] ?? tags["direction"] {
      case "forward": use.direction = .forward
      case "backward": use.direction = .backward
      default: break
      }
    }
    let access = access(tags)
    if access == .closed { use.isClosed = true }
    if let kind = tags["barrier"] {
      switch profile.barriers[kind] ?? profile.otherBarrier {
      case .closed: use.isClosed = access == nil || access == .closed
      case .milliseconds(let delay):
        use.delayMilliseconds += delay
        if delay > 0 { use.direction = .both }
      }
    }
    return use == NodeUse() ? nil : use
  }

  private func access(_ tags: OSMTags) -> RoadProfile.Access? {
    for key in profile.accessKeys.reversed() {
      if let value = tags[key], let meaning = profile.accessValues[value] { return meaning }
    }
    return nil
  }
}
