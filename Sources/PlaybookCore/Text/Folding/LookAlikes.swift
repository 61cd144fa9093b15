/// Letters that look like Latin letters, with the Latin letters that they look like.
///
/// Made from confusables.txt of Unicode 15.0 (UTS #39, "Unicode Security Mechanisms"), as `uspoof_getSkeleton` of ICU
/// 72 reads it: every letter whose skeleton, without its marks, consists of Latin letters, in scripts that people
/// mistake for Latin. Small capitals and hooked letters of the phonetic alphabet are among them. A letter without a
/// look-alike gets the look-alike of the same letter in the other case. Letters that compatibility decomposition turns
/// into Latin ones, such as `Ｎ`, are not listed.
enum LookAlikes {
    /// By code point.
    static var table: [UInt32: [UInt32]] {
        var table: [UInt32: [UInt32]] = [:]
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let latin = words.first?.unicodeScalars.map(\.value) else { continue }
            for word in words.dropFirst() {
                if let scalar = UInt32(word, radix: 16) { table[scalar] = latin }
            }
        }
        return table
    }

    /// Each line has Latin letters, and then the hexadecimal code points of the letters that look like them.
    private static var lines: String {
        """
        a 251 391 3B1 410 430 13AA 15C5 1D00 2C6D A4EE AB7A
        aa A732 A733
        ae C6 E6 4D4 4D5
        ao A734 A735
        au A736 A737
        av A738 A739 A73A A73B
        ay A73C A73D
        b 180 181 182 183 184 185 243 253 299 392 3B2 411 412 42C 431 432 44C 462 463 48C 48D 13CF 13F4 13FC 1472 1473
        b 15AF 15F7 1C80 1C87 1D03 A4D0 A7B4 A7B5 AB9F
        bl 42B 44B
        c 23B 23C 421 441 4AA 4AB 13DF 1C83 1D04 2CA4 2CA5 A4DA ABAF 10415 1043D
        d D0 F0 110 111 189 18A 18B 18C 256 257 500 501 13A0 13E7 146F 15DE 15EA 1D05 A4D2 A4D3 AB70 ABB7
        dz 2A3
        e 246 247 25B 395 3B5 415 435 4BC 4BD 4BE 4BF 13AC 1D07 2C7B A4F0 AB32 AB7C
        f 191 192 3DC 3DD 554 584 15B4 1D6E 1E9D A4DD A730 A798 A799 AB35
        g 18D 193 1E4 1E5 260 261 262 50C 50D 551 581 13C0 13F3 13FB 1D83 A4D6 A7AC AB90 1DF02
        h 126 127 266 29C 397 40B 41D 43D 45B 4A2 4A3 4BA 4BB 4C7 4C8 4C9 4CA 540 570 13BB 13C2 13F2 13FA 157C 2C67 2C68
        h 2C8E A4E7 A694 A695 A7AA AB8B AB92
        i 130 131 196 197 268 269 26A 399 3B9 406 456 4C0 4CF 13A5 1D7B 1D7C 2C92 A646 A647 A7AE AB75
        j 248 249 29D 37F 3F3 408 458 13AB 148D 1D0A A4D9 A7B2 AB7B
        k 198 199 39A 3BA 41A 43A 49A 49B 49E 49F 13E6 1D0B 2C69 2C6A 2C94 A4D7 A740 A741 ABB6 1DF10
        l 141 142 19A 1C0 23D 26B 26D 29F 13DE 14AA 2C62 2CD0 2CD1 A4E1 A4F2 ABAE 1041B 10443
        ll 1C1
        lo 42E 44E
        ls 2AA
        lz 2AB
        m 271 39C 3BC 3FA 3FB 41C 43C 4CD 4CE 13B7 15F0 1D0D 1D6F 2C6E 2C98 A4DF A7FA AB87
        n 19D 19E 220 272 273 274 376 377 39D 3B7 418 438 548 54C 578 57C 1D0E 1D70 2C9A A4E0 1044D
        o D8 F8 19F 275 398 39F 3A3 3B8 3BF 3C2 3C3 41E 43E 472 473 4E8 4E9 555 585 13A4 13BE 13EB 1C82 1D0F 1D10 1D11
        o 2C9E 2C9F A4F3 A74A A74B AB3D AB3E AB74 AB8E ABBB 10404 1042C
        oe 152 153
        oo A698 A699 A74E A74F
        p 1A4 1A5 3A1 3C1 420 440 13E2 146D 1D18 1D29 1D7D 2C63 2CA2 2CA3 A4D1 ABB2
        q 2A0 51A 51B 533 536 563 566 A7AF
        r 1A6 24C 24D 27C 27D 280 281 413 42F 433 44F 492 493 13A1 13B1 13D2 1587 1D19 1D1A 1D26 1D72 2C64 2C85 A4E3
        r AB47 AB48 AB71 AB81 ABA2
        s 1BC 1BD 282 405 455 54F 57F 13D5 13DA 1D74 A4E2 A731 A7C5 ABA5 ABAA 10420 10448
        t 166 167 1AC 1AD 1AE 23E 288 3A4 3C4 422 442 4AC 4AD 13A2 1C84 1C85 1D1B 1D75 2C66 2CA6 A4D4 AB72
        tf A777
        ts 2A6
        u 1B2 244 289 28B 3C5 54D 57D 13CC 144C 1D1C 1D7E A4F4 A79E A79F AB4E AB52 AB9C
        ue 1D6B
        uo AB63
        v 3BD 474 475 13D9 142F 1D20 A4E6 ABA9
        w 19C 26F 3C9 460 461 47C 47D 51C 51D 531 561 13B3 13D4 1D21 A4EA A760 A761 AB83 ABA4
        x 3A7 3C7 425 445 4B2 4B3 1541 157D 2CAC A4EB A7B3 AB53
        y 194 1B3 1B4 24E 24F 263 28F 393 3A5 3B3 423 443 4AE 4AF 4B0 4B1 13A9 13BD 1D8C 1EFE 1EFF 2CA8 A4EC AB5A AB79
        y AB8D
        z 1B5 1B6 224 225 290 396 3B6 13C3 1D22 1D76 A4DC AB93
        """
    }
}
