// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "playbook",
    products: [
        .executable(name: "playbook", targets: ["playbook"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // C: module maps of system libraries, and a few functions that Swift cannot express.
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "CPlatform"),
        // The files of site-templates/, inside the program.
        .target(name: "CTheme"),

        .target(
            name: "PlaybookCore",
            dependencies: ["CPlatform", "CCrypto"], swiftSettings: settings),
        .target(
            name: "PlaybookMarkup", dependencies: ["PlaybookCore", "CCMark", "CPlatform"], swiftSettings: settings),
        .target(
            name: "PlaybookModel", dependencies: ["PlaybookCore", "PlaybookMarkup"], swiftSettings: settings),
        .target(
            name: "PlaybookContent",
            dependencies: ["PlaybookCore", "PlaybookMarkup", "PlaybookModel", "CYAML"],
            swiftSettings: settings),
        .target(name: "PlaybookTemplates", dependencies: ["PlaybookCore"], swiftSettings: settings),
        .target(name: "PlaybookMail", dependencies: ["PlaybookCore"], swiftSettings: settings),
        .target(
            name: "PlaybookSite",
            dependencies: ["PlaybookCore", "PlaybookMarkup", "PlaybookModel", "PlaybookTemplates"],
            swiftSettings: settings),
        .target(
            name: "PlaybookDigest",
            dependencies: ["PlaybookCore", "PlaybookMarkup", "PlaybookModel", "PlaybookTemplates", "PlaybookMail"],
            swiftSettings: settings),
        .target(
            name: "PlaybookBuild",
            dependencies: [
                "PlaybookCore", "PlaybookModel", "PlaybookContent", "PlaybookTemplates", "PlaybookSite",
                "PlaybookMail", "PlaybookDigest", "CTheme",
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "playbook",
            dependencies: [
                "PlaybookBuild", "PlaybookCore", "PlaybookMarkup", "PlaybookModel", "PlaybookContent", "PlaybookDigest",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        .executableTarget(
            name: "markup-fuzz",
            dependencies: ["PlaybookMarkup", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Tests/MarkupFuzz", swiftSettings: settings),
        .executableTarget(
            name: "markup-pipe", dependencies: ["PlaybookMarkup"], path: "Tests/MarkupPipe", swiftSettings: settings),
        .executableTarget(
            name: "markup-scaling", dependencies: ["PlaybookMarkup"], path: "Benchmarks/MarkupScaling",
            swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["PlaybookCore"], path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "PlaybookCoreTests", dependencies: ["PlaybookCore", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "PlaybookContentTests",
            dependencies: ["PlaybookContent", "PlaybookCore", "PlaybookMarkup", "PlaybookModel", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "PlaybookTemplatesTests", dependencies: ["PlaybookTemplates", "PlaybookCore", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "PlaybookMailTests", dependencies: ["PlaybookCore", "PlaybookMail"], swiftSettings: settings),
        .testTarget(
            name: "PlaybookSiteTests",
            dependencies: [
                "PlaybookSite", "PlaybookContent", "PlaybookCore", "PlaybookModel", "PlaybookTemplates", "TestSupport",
            ], swiftSettings: settings),
        .testTarget(
            name: "PlaybookBuildTests",
            dependencies: [
                "PlaybookBuild", "PlaybookCore", "PlaybookDigest", "PlaybookSite", "PlaybookTemplates", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PlaybookTests", dependencies: ["playbook", "PlaybookBuild", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "PlaybookProofTests",
            // Tests only run these programs. They are dependencies so that they are built.
            dependencies: [
                "playbook", "markup-pipe", "PlaybookBuild", "PlaybookContent", "PlaybookCore", "PlaybookDigest",
                "PlaybookMarkup", "PlaybookModel", "PlaybookSite", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PlaybookMarkupTests", dependencies: ["PlaybookMarkup", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "PlaybookDigestTests",
            dependencies: [
                "PlaybookDigest", "PlaybookContent", "PlaybookModel", "PlaybookMarkup", "PlaybookCore", "TestSupport",
            ],
            swiftSettings: settings),
    ]
)
