import ArgumentParser

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Says why each contact gets, or does not get, each snippet.")

    @OptionGroup var options: ContentOptions

    func run() async throws {}
}
