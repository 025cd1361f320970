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
    "narrow brittle quiet crowded ancient shiny humble reckless tidy sour hollow gentle crooked fragile lively muddy stubborn elegant "
    "rusty bitter spacious clumsy vivid dusty loyal gloomy polished nervous generous dense faint rugged cheap neat awkward sturdy pale "
    "fierce obscure tender noisy slim portable seasonal lukewarm patient abrupt rural glossy modest uneven lonely flexible costly cosy "
    "sharp drowsy honest shallow loud damp plain tricky curious bold slippery thrifty overdue handmade borrowed reliable half-finished "
    "second-hand outdated foldable misplaced imported homemade transparent symmetrical oversized lightweight waterproof unfinished "
    "temporary remote wooden electric magnetic circular annual weekly late early distant familiar foreign public private rare common "
    "recent modern classic local regional double triple abandoned abrasive adjustable airtight angular arched arid asymmetric "
    "authentic automatic backward bald bare beige blank bleached blunt blurry bouncy braided breezy briny bubbly budget bulky bumpy "
    "buoyant calm careful cautious central charred cheerful chewy chilly chipped chunky classy clever cloudless coarse cold "
    "collapsible colourful compact complex concave concrete conical contrary cracked creamy crisp cubic cultivated curly damaged dark "
    "dated decorative defective delicate detachable diagonal diluted dim discreet disposable distinct dotted draughty dreary dry dual "
    "dubious durable dynamic eager earthy economical edible elastic elevated elongated eligible empty engraved enormous entire equal "
    "erratic exact exotic expensive expired explicit external faded faulty feathery festive filtered final flaky flat fluffy folded "
    "formal frantic free fresh frosty frozen frugal full fuzzy generic gigantic glazed glowing gradual grainy granular greasy gritty "
    "hairy handy harsh hazy heavy hidden high hoarse horizontal hot huge icy idle immature imperfect inclined indoor inexpensive "
    "inflatable informal inner insulated intact internal inverted irregular itchy jagged juicy jumbled knotted laminated large lasting "
    "leafy leaky lean legal lenient level light limp linear liquid long loose lopsided low lucky luminous lush massive mellow melted "
    "messy mild miniature mismatched mobile moist mossy motionless murky mute natural neutral new nimble normal numb odd official oily "
    "opaque open optional ordinary organic ornate outdoor oval padded painted pastel patched patterned peeling perforated permanent "
    "petty pink pivoting pointed porous portly powdery practical precise prickly primary printed proud puffy pungent quick quirky "
    "radiant ragged random rapid raw rectangular recycled refillable refined reserved resilient reusable reversible rich rigid ripe "
    "robust rotating rotten rough round rustic salty scented scratched sealed secret separate serrated shabby shady shared silent "
    "silky simple single sleek slow small smart smoky smooth snug soft soggy solar sole solid spare sparse speckled spicy spiral "
    "spongy spotless square squeaky stable stackable stained stale standard static steady steep sticky stiff straight strange striped "
    "strong subtle sunny superb supple surplus sweet swift synthetic tall tangled tapered tart temperate tepid thermal thick thin "
    "thorny tight tiny tired tough translucent trim tropical twisted unlit unpaid unsigned untested upright urban useful vacant vague "
    "vast velvety versatile vertical vibrant vintage viscous visible warm warped washable watery weathered wet wide wild windy wiry "
    "wobbly worn woven wrinkled yellowed zigzag"
)

VERBS = listed(
    "repair compare measure arrange borrow predict collect polish replace combine sketch explain organise estimate describe rescue "
    "translate improve simplify rewrite design inspect balance schedule rebuild summarise calibrate label sort protect decorate anchor "
    "publish review assemble clean test calculate deliver convert trim outline shrink stretch restore catalogue transport evaluate "
    "observe negotiate monitor adapt recycle finance record identify practise present store draw memorise decode plan mend weigh "
    "illustrate adjust rank rename defend dismantle exchange mix install grow sell chart split freeze teach propose diagnose question "
    "extend compress colour interpret verify abandon absorb accept accumulate activate admire advertise align allocate alter amplify "
    "annotate announce append apply approve archive ask assess assign attach attract audit auction authorise award bake barter bend "
    "blend block bookmark boost bottle bounce brew brush bundle bury buy bypass cancel capture carry carve celebrate certify chase "
    "check choose circulate claim clarify classify climb clip coat coil complete compose conceal condense configure confirm connect "
    "conserve consult contain copy count cover crack crush customise cut damage dampen date debate declare dedicate defer define delay "
    "delegate delete demonstrate deny deposit deserve detach detect develop dig digest dilute direct discard discount discover "
    "dispatch display dissolve distribute divide donate double download draft drain dress drill drop dry duplicate earn edit eject "
    "elevate eliminate embed employ empty enable enclose encourage endorse engrave enhance enlarge enter equip erase escort establish "
    "examine exceed exclude exhibit expand expect explore export expose fasten feed fetch file fill film filter find fit fix flatten "
    "flip fold forbid force forget forward frame fry fund gather generate glue grade grate greet grind group guard guess guide hammer "
    "handle hang heat hide highlight hire host ignore imagine imitate import impress include index inflate inform inherit insert "
    "insulate insure invent invest invite iron isolate join judge justify keep knit launch lease lend lift light limit link list load "
    "locate lock loosen lower magnify mail maintain manage mark match melt merge migrate mimic minimise modify move multiply neglect "
    "nominate notice number oil omit open order overlook overtake pack paint park paste patch pause pay peel permit photograph pick "
    "pin pitch plant plug postpone pour praise prefer prepare prescribe preserve press pretend prevent print promise promote prove "
    "pull pump purchase purify push qualify quantify query quote raise rate reassign rebrand recall receive reclaim recommend "
    "reconcile recover redeem reduce refine refund refuse regret reject relabel relax release relocate remember remind remove renovate "
    "rent reopen reorder repaint repeat report request rescale reserve reset resize respect restart restrict resume retain retrieve "
    "return reuse reveal reverse revise reward rinse rotate route sand save scan scatter scrub seal search select send separate serve "
    "settle shade shake shape share sharpen shelter shift ship shorten shovel show shuffle sign silence simulate skip slice soak solve "
    "spray spread stack stage stamp steam steer sterilise stir stop straighten strengthen submit subtract suggest support survey "
    "suspend swap sweep tag tame taste tighten tile tolerate touch trace track trade train transfer transform treat trigger tune twist "
    "understand undo unfold unite unlock unpack unwrap update upgrade upload value varnish visit wash waste water waterproof weave "
    "weld welcome widen wind wipe withdraw wrap zip"
)

ADVERBS = listed(
    "slowly twice rarely quietly overnight carefully again abroad indoors lately roughly seldom together outside barely eagerly "
    "suddenly nearly halfway separately by-hand on-weekends before-breakfast after-work every-spring in-winter without-tools at-home "
    "under-pressure from-scratch for-years since-june until-friday by-accident by-post by-bus on-purpose on-holiday on-trial on-paper "
    "in-public in-private in-advance in-turn at-night at-noon at-once at-work under-water under-cover for-free for-now for-fun "
    "from-home from-memory with-ease with-care without-help without-notice since-monday since-easter until-dawn until-spring "
    "before-lunch before-noon after-school after-dark after-rain every-tuesday every-month each-autumn each-weekend in-summer "
    "in-autumn upstairs downstairs online offline nearby elsewhere anywhere forever sometimes occasionally frequently usually annually "
    "daily hourly weekly gradually gently firmly loudly silently neatly badly poorly fairly cheaply openly secretly alone backwards "
    "sideways uphill downhill inland ashore early late soon later first last instead anyway somehow already"
)

ROLES = listed(
    "uncle flatmate teacher manager landlord dentist cousin colleague mechanic grandmother neighbour supervisor editor cashier "
    "librarian nurse plumber daughter friend coach architect baker sister client accountant tailor roommate boss brother professor "
    "volunteer florist captain referee aunt nephew niece stepfather godfather twin tenant lodger caretaker janitor receptionist "
    "secretary apprentice trainee intern foreman surgeon pharmacist optician midwife veterinarian paramedic firefighter postman "
    "courier driver pilot conductor sailor fisherman farmer gardener beekeeper butcher grocer chef waiter bartender barber hairdresser "
    "jeweller watchmaker locksmith electrician welder roofer glazier surveyor broker banker auditor notary solicitor magistrate "
    "translator interpreter journalist novelist poet playwright actor dancer singer drummer violinist painter sculptor photographer "
    "curator historian geologist chemist physicist biologist astronomer tutor lecturer headteacher pupil umpire goalkeeper trainer "
    "lifeguard guide ranger"
)

OPENERS = listed(
    "hi|hello there|hey|quick one|ok so|morning|so|question|please|need a hand|sorry to bother|hard to ask|long story short|for context|another thing|be honest|"
    "random thought|my situation|here goes|urgent|following up|small favour|curious|out of interest|back again|yo|good evening|just wondering|first time here|bit stuck|help",
    "|",
)

CLOSERS = listed(
    "thanks|thank you|cheers|keep it short|no jargon please|what do you think|any ideas|be detailed|as a table|short answer is fine|due tonight|"
    "explain it simply|give me three options|with sources|am i wrong|pros and cons|what would you do|make it funny|formal tone|one paragraph|bullet points|"
    "step by step please|and why|as an email|max 200 words|is that normal|ty|much appreciated|be blunt|in plain english|next steps",
    "|",
)
