/// The version of this program (Semantic Versioning).
public let programVersion = "0.1.0"
