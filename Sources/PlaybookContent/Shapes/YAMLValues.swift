import PlaybookCore
import PlaybookModel

/// Reading of values that have passed their shape. What is not there, or not of the type, is nil.
extension YAMLNode {
    var integer: Int? { scalar.flatMap { Int($0) } }
    var boolean: Bool? { scalar.map { $0.lowercased() == "true" } }
    var date: CalendarDate? { scalar.flatMap { CalendarDate($0) } }
    var month: YearMonth? { scalar.flatMap { YearMonth($0) } }
    var version: Version? { scalar.flatMap { Version($0) } }
    var decimal: Decimal6? { scalar.flatMap { Decimal6($0) } }
    var texts: [String] { items.compactMap(\.scalar) }

    /// The value as one of a type's cases.
    func choice<Value: RawRepresentable>(_ type: Value.Type) -> Value? where Value.RawValue == String {
        scalar.flatMap { Value(rawValue: $0) }
    }
}

/// Sets a property where a key is given, and leaves its default where not.
func set<Value>(_ property: inout Value, _ value: Value?) {
    if let value { property = value }
}
