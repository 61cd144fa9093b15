import Foundation
import PlaybookCore
import PlaybookMarkup
import PlaybookModel
import TestSupport
import Testing

@testable import PlaybookContent

/// Thirty invented customers, and much text that names none of them. Nothing may be found in it.
@Suite struct FalseAlarmTests {
    /// Name, domain, people. A few names are plain words or contain one. A star marks the names that would be found everywhere.
    private static let customers = """
        Harborline Foods;harborline.example;Maeve Callahan, Tom Price
        Ostrava Castings a.s.;ostravacast.example;Jiří Novák, Petra Malá
        Verdane Packaging GmbH;verdane.example;Anke Richter, Björn Weber
        Kestrelwood Dairy;kestrelwood.example;Iris Young, Sam Field
        Bluefin Seafood AS;bluefin.example;Ola Berg, Kari Lie
        Tannhof Brauerei;tannhof.example;Max Braun, Lena Koch
        Solvik Plastics;solvik.example;Nils Strand, Eva Dahl
        Montclair Bottling;montclair.example;Hugo Petit, Anne Blanc
        Redstone Quarries;redstone.example;Will Power, Mark Stone
        Quillfeather Paper;quillfeather.example;Rose Parks, Art Long
        Zephyrine;zephyrine.example;Ada Moss, Ben Marsh
        Brightmoor;brightmoor.example;June Day, Grace Hope
        Halvorsen Marine;halvorsen.example;Erik Halvorsen, Siri Vik
        Castellano Foods S.p.A.;castellano.example;Gino Rossi, Carla Neri
        Prairie Gold Mills;prairiegold.example;Earl Grey, Faith Hill
        Summit Dairy;summitdairy.example;Chase Bank, Bill Cash
        First Street Bakery;firststreet.example;Penny Lane, Rich Baker
        Blue Ridge Components;blueridge.example;Dean Page, Chip Case
        General Fasteners Inc.;generalfasteners.example;Guy Major, Drew Line
        Open Water Systems;openwater.example;Scout Finch, Page Turner
        Staples*;staples.example;Mark Time, Sue Court
        Orange*;orange.example;Jean Petit, Luc Noir
        Shell Works;shellworks.example;Sandy Shore, Cliff Edge
        Nightingale Pharma Ltd;nightingale.example;Dawn Early, Faye Light
        Ironbark Timber;ironbark.example;Forest Green, Heath Moor
        Pfefferkorn Gewürze KG;pfefferkorn.example;Uwe Klein, Elif Kurz
        Silverlake Motors;silverlake.example;Otto Wagen, Ford Prefect
        Aldermere;aldermere.example;Ivy Wall, Reed Banks
        Vantage Point Optics;vantagepoint.example;Iris Lens, Clay Potter
        Łódzkie Tkaniny;lodzkie.example;Zofia Wójcik, Jan Mały
        """

    private static var accounts: [Account] {
        customers.split(separator: "\n").enumerated().map { index, line in
            let fields = line.split(separator: ";").map(String.init)
            var account = Account(id: "customer-\(index + 1001)", name: fields[0].replacing("*", with: ""))
            account.commonName = fields[0].hasSuffix("*")
            account.contacts = fields[2].split(separator: ",").map { name in
                let name = name.trimmingCharacters(in: .whitespaces)
                let box = name.lowercased().replacing(" ", with: ".")
                return Account.Contact(name: name, email: "\(box)@\(fields[1])")
            }
            return account
        }
    }

    /// The findings in the Markdown files of a folder, with the words around each.
    private func alarms(in folder: URL) async throws -> (files: Int, found: [String]) {
        let accounts = Self.accounts
        #expect(accounts.count == 30)
        let names = await AccountNames(accounts, Configuration())
        let markers = InternalMarkers()
        var files = 0
        var found: [String] = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        where name.hasSuffix(".md") {
            files += 1
            let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
            let document = Document(parsing: bytes)
            for passage in Passage.passages(of: document) {
                for occurrence in names.occurrences(in: passage, except: []) {
                    let around = passage.pieces.map(\.text).joined().prefix(120)
                    found.append("\(name): \(occurrence.name) in “\(around)”")
                }
            }
            found += document.misplacedMarkers(markers).map { "\(name): \(document.plainText(of: $0).prefix(80))" }
            found += document.emptyInternalBlocks.map { _ in "\(name): an empty block" }
        }
        return (files, found)
    }

    @Test func theBundledContentNamesNoneOfThem() async throws {
        let alarms = try await alarms(in: Places.repository.appending(path: "content"))
        #expect(alarms.files > 100)
        #expect(alarms.found.isEmpty, "\(alarms.found.joined(separator: "\n"))")
    }

    @Test(.enabled(if: Places.exists(Places.corpus), "needs the corpus"))
    func textOfOtherPeopleNamesNoneOfThem() async throws {
        let alarms = try await alarms(in: Places.corpus)
        #expect(alarms.files > 200)
        #expect(alarms.found.isEmpty, "\(alarms.found.joined(separator: "\n"))")
    }
}
