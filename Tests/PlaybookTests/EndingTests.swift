import PlaybookBuild
import Testing

@testable import playbook

/// The exit codes and messages for the program's own errors.
@Suite struct EndingTests {
    @Test func aFaultOfTheProgramIsCode3() {
        let ending = Playbook.ending(of: InternalFault(description: "content/snippets/a.md was read"))
        #expect(ending?.code == 3)
        #expect(ending?.message == "content/snippets/a.md was read")
    }
}
