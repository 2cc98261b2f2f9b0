public import Geometry

/// The quickest way between two doors, segment by segment.
public struct RoadPath: Hashable, Sendable {
  /// A segment driven, wholly or in part.
  public struct Piece: Hashable, Sendable {
    public let segment: Int32
    public let isForward: Bool
    /// Where the piece begins and ends, seen in the direction driven.
    public let startDecimetres: Int32
    public let endDecimetres: Int32
    public let milliseconds: Int32

    public var metres: Metres { Metres(Double(endDecimetres - startDecimetres) / 10) }
  }

  public let departure: RoadSnap
  public let arrival: RoadSnap
  /// In the order driven; none if both doors are the same place.
  public let pieces: [Piece]
  /// From door to door: the walk to the road, the pieces, and the walk from the road.
  public let milliseconds: Int32

  /// On the road, without the walks.
  public var metres: Metres {
    Metres(Double(pieces.reduce(0) { $0 + Int($1.endDecimetres - $1.startDecimetres) }) / 10)
  }
}
