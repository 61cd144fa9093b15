import PlaybookCore
import PlaybookModel

/// Values of nodes that have passed the check of their shape. Each is nil if the value is missing or has another type.
extension YAMLNode {
    var integer: Int? { scalar.flatMap { Int($0) } }
    var boolean: Bool? { scalar.map { $0.lowercased() == "true" } }
    var date: CalendarDate? { scalar.flatMap { CalendarDate($0) } }
    var month: YearMonth? { scalar.flatMap { YearMonth($0) } }
    var version: Version? { scalar.flatMap { Version($0) } }
    var decimal: Decimal6? { scalar.flatMap { Decimal6($0) } }
    var texts: [String] { items.compactMap(\.scalar) }

    /// The value as a case of a type.
    func choice<Value: RawRepresentable>(_ type: Value.Type) -> Value? where Value.RawValue == String {
        scalar.flatMap { Value(rawValue: $0) }
    }
}

/// Sets a property to a value, or leaves it unchanged if the value is nil.
func set<Value>(_ property: inout Value, _ value: Value?) {
    if let value { property = value }
}
