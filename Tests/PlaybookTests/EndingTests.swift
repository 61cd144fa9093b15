import PlaybookBuild
import Testing

@testable import playbook

/// How the program ends with its own errors.
@Suite struct EndingTests {
    @Test func aFaultOfTheProgramIsCode3() {
        let ending = Playbook.ending(of: InternalFault(description: "content/snippets/a.md was read"))
        #expect(ending?.code == 3)
        #expect(ending?.message == "content/snippets/a.md was read")
    }
}
