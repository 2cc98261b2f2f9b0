/// One step of a route as a file gives it.
struct VroomStep: Equatable {
  enum Kind: String, CaseIterable {
    case start, job, `break`, end
  }

  let kind: Kind
  /// Of the job or break.
  let id: Int?
  /// When its service has to begin.
  let serviceAt: ClosedRange<Int>?
  let path: String

  private static let times: Set = ["service_at", "service_after", "service_before"]

  init(_ field: VroomField) throws(VroomError) {
    let object = try field.object()
    let type = try object.require("type")
    let name = try type.string()
    guard name != "pickup", name != "delivery" else { throw type.unsupported(.shipments) }
    guard let kind = Kind(rawValue: name) else {
      throw type.malformed(.oneOf(Kind.allCases.map(\.rawValue)))
    }
    self.kind = kind
    path = field.path.text
    switch kind {
    case .job, .break: id = try object.require("id").whole(in: VroomLimits.id)
    case .start, .end: id = nil
    }
    if let moment = try object["service_at"]?.whole(in: VroomLimits.moment) {
      serviceAt = moment...moment
    } else {
      let first = try object["service_after"]?.whole(in: VroomLimits.moment)
      let last = try object["service_before"]?.whole(in: VroomLimits.moment)
      let least = first ?? VroomLimits.moment.lowerBound
      let most = max(least, last ?? VroomLimits.moment.upperBound)
      serviceAt = first == nil && last == nil ? nil : least...most
    }
  }

  /// Whether it is a visit, and when it may be.
  static func == (left: VroomStep, right: VroomStep) -> Bool {
    left.kind == right.kind && left.id == right.id && left.serviceAt == right.serviceAt
  }
}
