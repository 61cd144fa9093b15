import PlaybookCore

extension Labels {
    static let english = Labels(
        months: (1...12).map { YearMonth(year: 1, month: $0).englishName },
        date: "{{day}} {{month}} {{year}}",
        monthAndYear: "{{month}} {{year}}",
        subject: "{{account}}, {{month}}: {{first}}",
        subjectAndMore: "{{account}}, {{month}}: {{first}}, and {{count}} more",
        plainWords: [
            "a", "all", "an", "another", "any", "better", "each", "eight", "every", "faster", "fewer", "five", "four",
            "from", "half", "higher", "how", "less", "longer", "lower", "more", "most", "new", "nine", "no", "now",
            "one", "our", "seven", "shorter", "six", "ten", "the", "these", "this", "three", "two", "what", "when",
            "where", "which", "who", "why", "with", "without", "your",
        ],
        lowersNouns: true,
        and: " and ",
        percentagePoints: "{{number}} percentage points",
        better: "{{difference}} better than in {{month}}",
        worse: "{{difference}} worse than in {{month}}",
        unchanged: "the same as in {{month}}",
        target: "target {{target}}",
        onTarget: "on target",
        offTarget: "off target",
        youAsked: "You asked about this on {{date}}",
        accountAsked: "{{account}} asked about this on {{date}}",
        overTarget: "For {{role}}: {{kpi}} is {{difference}} over your target",
        underTarget: "For {{role}}: {{kpi}} is {{difference}} under your target",
        atTarget: "For {{role}}: {{kpi}} is {{value}}, your target is {{target}}",
        reading: "For {{role}}: {{kpi}} is {{value}}",
        steering: "For {{role}}: about {{kpi}}, which you steer by",
        product: "For {{role}}: you run {{product}}",
        role: "For {{role}} at {{account}}",
        why: "You get this because your role at {{account}} is {{roles}}: {{company}} writes at most once a month, "
            + "and only when there is something for you.",
        useful: "Useful: {{title}} [{{token}}]",
        notForUs: "Not for us: {{title}} [{{token}}]",
        stop: "Stop these messages [{{token}}]",
        listName: "{{company}} digest")
}
