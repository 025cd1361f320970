"""
The English word lists that the sentences are made of.

Words stand in domains, because an account talks about a few things and not
about all of them. The lists are long enough that two strangers rarely write
the same five words in a row.
"""


def listed(words: str, between: str | None = None) -> tuple[str, ...]:
    """
    Return the words of a text; a hyphen stays, as in `hash-map`.

    >>> listed("hedge trellis")
    ('hedge', 'trellis')
    """
    return tuple(words.split(between))


DOMAINS: dict[str, tuple[str, ...]] = {
    name: listed(words)
    for name, words in {
        "garden": "tomato trellis compost hedge greenhouse seedling mulch orchard beehive watering-can marigold slug fence rhubarb soil planter pruner lawn",
        "kitchen": "dough skillet saffron marinade broth pastry lentil oven cumin fermenter custard wok vinegar noodle sourdough casserole ladle risotto",
        "travel": "ferry itinerary hostel passport luggage train-pass border harbour timetable visa suitcase detour airport caravan campsite museum tram viewpoint",
        "music": "chord sonata drummer amplifier melody violin tempo mixtape choir synthesizer refrain tuning trumpet harmony rehearsal vinyl fretboard lyric",
        "sport": "marathon goalkeeper racket referee sprint kayak training-plan tournament hurdle saddle climbing-rope penalty coach relay pedal swimmer league trophy",
        "health": "posture migraine vaccine sleep-diary cartilage pulse allergy dietitian inhaler stretching appetite insulin clinic fatigue knee physiotherapist rash vitamin",
        "money": "mortgage invoice pension ledger dividend refund budget tariff deposit coupon payroll overdraft insurance broker receipt salary audit loan",
        "law": "contract tenant clause licence inheritance witness statute deposit-scheme patent liability appeal notary eviction trademark hearing mediator petition warrant",
        "school": "homework syllabus essay timetable-clash lecture thesis exam blackboard tutor scholarship seminar quiz dissertation pupil worksheet laboratory textbook grading",
        "physics": "pendulum photon entropy magnet lens friction isotope wavelength capacitor orbit vacuum torque resistor plasma momentum prism thermometer neutrino",
        "biology": "enzyme chloroplast fungus predator genome membrane larva pollen bacterium tendon nucleus mutation habitat neuron moss vertebrate ribosome spore",
        "chemistry": "acid catalyst solvent crystal titration polymer oxide beaker electrolyte residue ester alloy buffer distillate halogen reagent precipitate furnace",
        "history": "treaty monastery empire revolt charter dynasty siege archive colony merchant guild republic plague manuscript pharaoh railway-boom census crusade",
        "writing": "sonnet protagonist chapter metaphor screenplay narrator villain dialogue haiku prologue fable epigraph plot-twist memoir stanza draft editor limerick",
        "film": "director montage soundtrack sequel close-up screening trailer costume documentary lighting stuntman subtitle premiere animation casting tripod projector festival",
        "games": "dungeon chessboard dice puzzle rulebook avatar quest checkpoint leaderboard card-deck boss-fight inventory speedrun joystick tile strategy token arena",
        "software": "parser queue cache endpoint thread migration linter repository compiler webhook schema container hash-map daemon websocket iterator deadlock scheduler",
        "web": "stylesheet navbar cookie landing-page form-field router bundle viewport sitemap widget favicon breakpoint carousel redirect placeholder dropdown banner layout",
        "data": "spreadsheet histogram outlier regression dashboard column pivot-table sample quantile forecast join cluster heatmap median survey timestamp missing-value variance",
        "hardware": "motherboard soldering-iron sensor battery microcontroller router-box fan keyboard oscilloscope voltage drone printer-head servo antenna relay-board ribbon-cable heat-sink chassis",
        "office": "agenda memo onboarding deadline stakeholder minutes roadmap proposal appraisal newsletter meeting-room headcount handover supplier policy workshop milestone brochure",
        "house": "plumber radiator skirting-board tile-grout roof insulation doorbell boiler staircase wallpaper drill attic window-frame thermostat damp carpenter drain socket",
        "pets": "kitten aquarium leash hamster vet parrot litter-box puppy terrarium grooming kennel tortoise feeder claw rabbit-hutch goldfish whistle catnip",
        "astronomy": "comet telescope nebula eclipse crater asteroid constellation rocket satellite galaxy lander supernova spectrum observatory meteor planetarium pulsar horizon",
        "language": "verb accent idiom alphabet conjugation dictionary plural syllable dialect flashcard proverb translation tense preposition pronunciation grammar-table loanword vowel",
        "craft": "knitting-needle loom varnish clay origami chisel bead sewing-machine stencil leather pattern-sheet kiln embroidery glue paintbrush crochet-hook sandpaper lathe",
        "weather": "hailstorm barometer monsoon frost thunder drought humidity gust rainfall heatwave cloud-cover tide blizzard forecast-map dew breeze flood climate-model",
        "family": "godmother toddler anniversary wedding-speech cousin babysitter nursery grandparent reunion birthday-cake sibling neighbour bedtime-story teenager baptism album guest-list heirloom",
        "transport": "gearbox bicycle-lane tyre locomotive dashboard-light clutch scooter timetable-board ferry-deck brake-pad roundabout charging-point bus-stop headlight toll carburettor tram-line suspension",
        "farming": "tractor barley pasture harvest-crew silo irrigation rooster fertiliser vineyard dairy plough haystack shepherd beet orchard-row granary lambing furrow",
        "art": "canvas sculptor fresco palette gallery watercolour easel sketchbook mural etching charcoal perspective-grid portrait pigment mosaic curator engraving frame-maker",
        "business": "startup pitch-deck customer-segment pricing churn warehouse franchise wholesaler storefront supply-chain loyalty-card margin slogan trade-fair prototype retailer catalogue competitor",
    }.items()
}

ADJECTIVES = listed(
    "narrow brittle quiet crowded ancient shiny humble reckless tidy sour hollow gentle crooked fragile lively muddy stubborn elegant rusty bitter spacious clumsy vivid dusty "
    "loyal gloomy polished nervous generous dense faint rugged cheap neat awkward sturdy pale fierce obscure tender noisy slim portable seasonal lukewarm patient abrupt rural "
    "glossy modest uneven lonely flexible costly cosy sharp drowsy honest shallow loud damp plain tricky curious bold slippery thrifty overdue handmade borrowed reliable "
    "half-finished second-hand outdated foldable misplaced imported homemade transparent symmetrical oversized lightweight waterproof unfinished temporary remote wooden "
    "electric magnetic circular seasonal annual weekly late early distant familiar foreign public private rare common recent modern classic local regional double triple",
)

VERBS = listed(
    "repair compare measure arrange borrow predict collect polish replace combine sketch explain organise estimate describe rescue translate improve simplify rewrite design "
    "inspect balance schedule rebuild summarise calibrate label sort protect decorate anchor publish review assemble clean test calculate deliver convert trim outline shrink "
    "stretch restore catalogue transport evaluate observe negotiate monitor adapt recycle finance record identify practise present store draw memorise decode plan mend weigh "
    "illustrate adjust rank rename defend dismantle exchange mix install grow sell chart split freeze teach propose diagnose question extend compress colour interpret verify",
)

ADVERBS = listed(
    "slowly twice rarely quietly overnight carefully again abroad indoors lately roughly seldom together outside barely eagerly suddenly nearly halfway separately "
    "by-hand on-weekends before-breakfast after-work every-spring in-winter without-tools at-home under-pressure from-scratch for-years since-june until-friday",
)

ROLES = listed(
    "uncle flatmate teacher manager landlord dentist cousin colleague mechanic grandmother neighbour supervisor editor cashier librarian nurse plumber daughter friend coach "
    "architect baker sister client accountant tailor roommate boss brother professor volunteer florist captain referee",
)

OPENERS = listed(
    "hi|hello there|hey|quick one|ok so|morning|so|question|please|need a hand|sorry to bother|not sure how to ask this|long story short|for context|another thing|be honest|"
    "random thought|my situation|here goes|urgent|following up|small favour|curious|out of interest|back again|yo|good evening|just wondering|first time here|bit stuck|help",
    "|",
)

CLOSERS = listed(
    "thanks|thank you|cheers|keep it short|no jargon please|what do you think|any ideas|be detailed|in a table if possible|short answer is fine|i have until tonight|"
    "explain it simply|give me three options|with sources|am i wrong|pros and cons|what would you do|make it funny|formal tone|one paragraph|bullet points|"
    "step by step please|and why|as an email|max 200 words|is that normal|ty|much appreciated|be blunt|in plain english|next steps",
    "|",
)
