import Foundation
import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// Editors rely on docs/formats.md, so it must name every key of every kind of file. The keys of `crm:` are in docs/crm.md.
@Suite struct FormatsDocumentTests {
    @Test(arguments: SchemaKind.allCases) func everyKeyIsNamed(_ kind: SchemaKind) throws {
        let text = try String(contentsOf: Places.repository.appending(path: "docs/formats.md"), encoding: .utf8)
        let keys = keys(in: jsonSchema(of: kind))
        #expect(keys.count > 6)
        for key in keys {
            let isNamed = ["`\(key)`", ".\(key)`"].contains { text.contains($0) }
            #expect(isNamed, "\(key)")
        }
    }

    /// The names of all properties of a schema and of those inside it.
    private func keys(in schema: JSONText) -> Set<String> {
        guard case .object(let members) = schema else { return [] }
        var keys: Set<String> = []
        for member in members {
            if member.name == "properties", case .object(let properties) = member.value {
                for property in properties {
                    keys.insert(property.name)
                    if property.name != "crm" { keys.formUnion(self.keys(in: property.value)) }
                }
            } else if ["items", "additionalProperties"].contains(member.name) {
                keys.formUnion(self.keys(in: member.value))
            }
        }
        return keys
    }
}
