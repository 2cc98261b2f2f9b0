/// What is wrong with a text that is no JSON.
public enum JSONFault: Equatable, Sendable {
  case endOfText
  case unexpected(UInt8)
  case number
  case string
  case repeatedKey(String)
  case nesting(allowed: Int)
}

extension JSONFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .endOfText: "the text ends too early"
    case .unexpected(let byte) where (0x21...0x7E).contains(byte):
      "“\(Character(Unicode.Scalar(byte)))” is out of place"
    case .unexpected(let byte): "byte \(byte) is out of place"
    case .number: "a number is malformed or too large"
    case .string: "a string is malformed"
    case .repeatedKey(let key): "the key “\(key)” is given twice"
    case .nesting(let allowed): "values are nested deeper than \(allowed) levels"
    }
  }
}
