/// Where a value stands in a JSON text, such as `vehicles[2].breaks[0]`.
indirect enum VroomPath: Sendable {
  case root
  case key(VroomPath, String)
  case index(VroomPath, Int)

  var text: String {
    switch self {
    case .root: ""
    case .key(.root, let key): key
    case .key(let parent, let key): "\(parent.text).\(key)"
    case .index(let parent, let index): "\(parent.text)[\(index)]"
    }
  }
}
