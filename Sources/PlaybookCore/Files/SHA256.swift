import CCrypto
import Foundation

/// The SHA-256 of some bytes (FIPS 180-4), as 64 lower-case hexadecimal digits.
package func sha256(_ bytes: [UInt8]) -> String {
    let digits: StaticString = "0123456789abcdef"
    let hash = hash(of: bytes)
    return String(unsafeUninitializedCapacity: 2 * hash.count) { text in
        for (index, byte) in hash.enumerated() {
            text[2 * index] = digits.utf8[Int(byte >> 4)]
            text[2 * index + 1] = digits.utf8[Int(byte & 15)]
        }
        return 2 * hash.count
    }
}

/// The SHA-256 of some bytes, in Base64 (RFC 4648, section 4).
package func sha256Base64(_ bytes: [UInt8]) -> String { Data(hash(of: bytes)).base64EncodedString() }

private func hash(of bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { hash, count in
        _ = SHA256(bytes, bytes.count, hash.baseAddress)
        count = Int(SHA256_DIGEST_LENGTH)
    }
}
