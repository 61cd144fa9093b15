import CCMark

/// What `&name;` or `&#number;` stands for, or nil when libcmark knows no such entity. libcmark is asked, because its table
/// of the 2,125 names of HTML is not part of its interface; entities are rare enough for that.
func entityText(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
    // `&~&amp;` is one and two bytes more.
    guard reference.dropFirst().dropLast().allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "#") }) else {
        return nil
    }
    let text: [UInt8]? = reference.withUnsafeBufferPointer { buffer in
        guard let tree = CMarkTree(parsing: buffer) else { return nil }
        var text: [UInt8]?
        tree.forEachStep { node, _ in
            guard cmark_node_get_type(node) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(node) else {
                return
            }
            text = Array(UnsafeBufferPointer(terminatedBy: literal))
        }
        return text
    }
    return text.flatMap { $0.elementsEqual(reference) ? nil : $0 }
}
