import TestSupport
import Testing

/// Markdown, compared with cmark-gfm, which GitHub uses (Tests/Markup).
@Suite struct DifferenceTests {
    @Test(.enabled(if: PythonTools.isThere, "needs .venv, which make test installs"))
    func everyDifferenceIsOfAKindThatTheDocumentationNames() throws {
        let pipe = try Program.executable("markup-pipe")
        let outside = [Places.commonMarkExamples, Places.gfmExamples, Places.corpus].filter(Places.exists)
        if outside.count < 3 { print("SKIPPED: the vectors and the corpus, which are not beside the repository") }
        let outcome = try PythonTools.run(
            file: "Tests/Markup/differences.py",
            [
                pipe.path, "\(Proofs.cases(of: 20_000, little: 1_000))", "--content",
                Places.repository.appending(path: "content").path,
            ] + outside.map(\.path))
        print(outcome.output)
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    }
}
