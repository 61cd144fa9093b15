/// Words that are part of many companies' names and are plain words as well. As a short form of a customer's name, such
/// a word alone would be found in places that mean nobody. It is still searched if it is the whole name of a customer.
enum PlainWords {
    static var all: Set<String> { Set(lines.split { $0 == " " || $0 == "\n" }.map(String.init)) }

    private static var lines: String {
        """
        about academy access acorn active adapt advance advanced agile air alder all alliance allied alpha alpine amber
        america american anchor angel apex apollo apple applied aqua arbor arch arctic area arrow art ascend ash asia aspect
        aspen asset assist associated atlantic atlas aurora austria auto automation automotive avenue aviation axis azure bach
        bahn balance baltic bank base basic bath bavaria bay beacon bear beauty bell berg berlin best beta better big birch
        bird black blau block bloom blue board body bolt bond book boost border brand bread bridge bright britain british
        broad brook brown build builder building burg business cable canada canyon capital carbon card care cargo carrier castle
        cedar cell center central centre century certified chain challenge champion change channel chemical choice chrome
        circle citizen city civil class classic clean clear click cliff climate cloud club coast coffee cold collective colour
        commerce common community compass complete concept concrete connect connected construction consulting consumer
        contact continental control controls cool copper coral core corner cosmos cotton country craft creative crest cross
        crown crystal custom daily dairy dairies data dawn day decision deep delta design deutsche development digital direct
        discovery diversified double dragon dream drive dynamic eagle early earth east eastern easy echo eco edge edison
        education elect electric electronic element elite emerald empire energy engine engineering enterprise equal essential
        europa europe european ever evergreen everything evolution excel exchange expert express factory fair falcon falke
        family farm farmer fashion fast federal feder fiber field finance fire first fischer five flex flow flower focus
        food foods force forest form forward foundation fountain fox france frank free fresh friend frontier fuel full fusion
        future galaxy gamma gap garden gas gate gateway gem general generation genesis german germany giant glacier glass
        global globe gold golden good grand graph gravity great green grey grid ground group grove growth guardian guide gulf
        hammer hand harbor harbour harmony harvest haus haven hawk head health heart heat help heritage high highland hill
        hof holz home honey honest horizon horn host hotel house human icon idea ideal image impact impulse independent
        index industrial industries infinite infinity innovation inside insight inspire institute insurance integrated
        intelligent inter international iron island jade jet jewel journey jump junction just keller kern kestrel key king
        kraft lab labor lake land landmark lang laser lead leader leaf legacy legend leo level liberty life light lighting
        line linear link lion liquid live living local logic london long lotus luna lunar machine made magic magnet main
        major maple marathon marine mark market marine master matrix max meadow measure media medical mega mercury meridian
        merit metal metro micro midland mile milk mill mills mind mine mint mirror mobile model modern moment monarch monitor
        moon moor morning mosaic mountain music mutual nation national native natural nature navigator nest net network new
        next night nine noble north northern nord nova novel number oak oasis ocean olive olympic omega one open optimal
        optimum option oracle orange orbit orchard order origin orion osprey otter outlook oxford pacific page palm panorama
        paper paragon park part partner partners path pattern peak pearl perfect performance phoenix pilot pine pioneer pipe
        plan planet plant plastic platinum plus point polar pole port post power prairie precision premier premium press prime
        print prism process progress project promise proof protect pulse pure quality quantum quarry quest quick radiant
        radius rail rain rainbow range rapid raven reach ready real red reform region reliable remote renew republic rescue
        resource response result retail ridge right ring rise river road robin rock rocket root rose round royal ruby safe
        safety sage sail salt sand sapphire saturn scale school science scout sea season second secure select senior sense
        service seven shell shield shift shine ship shop short sigma signal signature silver simple single six sky slate smart
        snow social soft solar solid solution sommer sonic source south southern space spark special spectrum speed sphere
        spirit sport spring sprint square stable stadt staff stahl standard star stark start state station steam steel stein
        stellar step sterling still stone store storm stream street strong studio success summer summit sun super sure surface
        sustainable swan swift switch symbol system table tall target team tech technical technology tempo tempus terra test
        thunder tide tiger time titan together top torch total touch tower town track trade tradition transit transport travel
        tree trend triangle tribe trinity triple true trust turbo turn twin ultra union unique unit united unity universal
        universe upper urban value valley vanguard vault vector vega venture venus verde vertex vest via victory view village
        vintage vision vista vital vivid voice volt voyage wagner wald walker wall wand wasser water wave way weber wedge well
        west western wheel white whole wild wind window wing winner winter wise wolf wonder wood woods word work works world
        yellow young zeit zenith zero zone
        """
    }
}
