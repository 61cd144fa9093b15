/// The version of this program (Semantic Versioning).
package let programVersion = "0.1.0"
