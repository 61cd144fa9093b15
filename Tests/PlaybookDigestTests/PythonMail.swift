import Foundation
import Testing

/// A message as Python's `email` package reads it with its strict policy, which raises an error for any defect.
struct ReadMail: Decodable, Sendable {
    /// The defects; empty if there are none.
    var defects: [String]
    /// Names and decoded values, in order.
    var headers: [[String]]
    /// The display name and the address of `To`.
    var to: [String]
    /// Content types in order, with the container first.
    var types: [String]
    var text: String
    var html: String
    /// Names and contents of attachments.
    var files: [[String]]

    func header(_ name: String) -> String? { headers.first { $0[0] == name }?[1] }
}

struct PythonFailure: Error, CustomStringConvertible {
    let description: String
}

/// Has Python read messages, as an independent reader.
func readByPython(_ messages: [[UInt8]]) throws -> [ReadMail] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // Python reads everything before it writes anything, so neither pipe can block because nobody reads it.
    for message in messages {
        try input.fileHandleForWriting.write(contentsOf: Data("\(message.count)\n".utf8) + Data(message))
    }
    try input.fileHandleForWriting.close()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
        throw PythonFailure(description: "python3 ended with \(process.terminationStatus)")
    }
    return try JSONDecoder().decode([ReadMail].self, from: answer)
}

private let script = """
    import email, email.header, email.policy, email.utils, json, sys
    source, results = sys.stdin.buffer, []
    while line := source.readline():
        raw = source.read(int(line))
        result = dict(defects=[], headers=[], to=[], types=[], text="", html="", files=[])
        results.append(result)
        if raw.replace(b"\\r\\n", b"").count(b"\\n") or raw.replace(b"\\r\\n", b"").count(b"\\r"):
            result["defects"].append("a line does not end in CR LF")
        if any(byte > 126 or (byte < 32 and byte not in b"\\t\\r\\n") for byte in raw):
            result["defects"].append("not 7-bit")
        head, _, body = raw.partition(b"\\r\\n\\r\\n")
        lines = head.split(b"\\r\\n")
        # A word that is longer cannot be broken; the first one stands behind the field's name.
        if any(len(line) > 78 and len(line.split()) > (1 if line.startswith(b" ") else 2) for line in lines):
            result["defects"].append("a header line is longer than 78")
        if any(line.endswith(b":") and not line.startswith(b" ") for line in lines):
            result["defects"].append("a field has nothing on its first line")
        if any(len(line) > 76 for line in body.split(b"\\r\\n")):
            result["defects"].append("a body line is longer than 76")
        try:
            message = email.message_from_bytes(raw, policy=email.policy.strict)
            for part in message.walk():
                result["types"].append(part.get_content_type())
                result["defects"] += [str(defect) for defect in part.defects]
                for name, value in part.items():
                    result["defects"] += [f"{name}: {defect}" for defect in value.defects]
            result["headers"] = [
                [name, str(value).strip() if name.startswith("List-") else str(value)] for name, value in message.items()]
            [address] = message["To"].addresses
            # Python 3.11 keeps the blanks between the encoded words of a name; its older reader does as RFC 2047 says.
            name, _ = email.utils.parseaddr(email.message_from_bytes(raw)["To"])
            name = str(email.header.make_header(email.header.decode_header(name)))
            result["to"] = [name, address.addr_spec]
            for name in "plain", "html":
                part = message.get_body((name,)).get_content().replace("\\r\\n", "\\n")
                result["text" if name == "plain" else name] = part
            result["files"] = [[part.get_filename(), part.get_content()] for part in message.iter_attachments()]
        except Exception as error:
            result["defects"].append(repr(error))
    json.dump(results, sys.stdout)
    """
