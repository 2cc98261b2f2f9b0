/// How a map lies on disk.
public enum OSMFormat: Sendable {
  case pbf
  case xml, xmlGzip, xmlBZip2
}
