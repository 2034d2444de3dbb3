"""English words of everyday life that name no food, so that none is taken for a misspelt one."""

from __future__ import annotations

from meum.language.lexicon import stem_of

_OTHER_MATTERS = """
    abandoned ability able about above absent abuela accept accepted accident accidentally according account
    accountant ach achieve acne across activated actual actually address adjust admit adult adulting adventure
    advise afford afraid after afterward again against agenda agree ah aint airport aisle aka alarm alert allergic
    allergy allotment allowance allowed along ambulance amma among angle anniversary announce annoy annoyed answer
    antibiotic anxiety anxious anybody anymore anyone apart apartment api apologise apologize app apparently appear
    applied apply appointment appreciate appropriate approved april arent argue argued argument arm arrange arrival
    arrive article artist arvo ashamed ask asked asking asleep assembled assignment assistant assume attack
    attendant attitude audience aunt author avoided award aware awful awkward ayurveda babcia babushka baby-sit
    backed backpack backward bad badly bag-less bailed balcony bali balloon ballpark bandage banging bangkok bank
    banned barber bare barely bargain barista baseball basement basically basketball bathroom battery battle bc bday
    beach beard becoming bed bedroom began begged begging begin behave behaviour behind being believed belong below
    bench beneath beside bet between beware bf bicycle bike bill billion bin bingo binned birthday bitten blame
    bless blight blind blister bloated bloating blogger bloke blonde blood board boarding boat body boil-over book
    booked bored boring born borrow borrowed boss bother bothered bottomless bought bouncing bout bowling boxing boy
    boyfriend bp brace brave break breakfasted breaking breastfeeding breathe breathing bribed brightened brighton
    brilliant bring bringing bro broke brother brought bruise brush brushed btw budgy bug build building bumped burn
    burned burnout bury bus business but buy buying bye call calling came camera camp canal cancel cancelled cancer
    candidate candle cannot car card cardboard care careful careless carer carnivore carpet carriage carried carry
    carrying carver carving cash catch category catering cause cautiously caved ceiling celebrating cent ceremony
    certain certificate chair challenge champion chance change changed changing chapter character charge chased
    chasing chat chatting cheap cheated check cheek cheer chemo chest chiang chickened child childhood children chin
    choir choked choose choosing chore chowing christening circling citizen city claim class classmate classroom
    clean cleaned cleaning cleanse cleared clever click client climb clinic clock close clothe clothing coach coaxed
    coeliac cold-season college colly colonoscopy come comment commute commuting comp company compared comped
    complain complained complaining complaint compliant computer concern concert condition conference confess
    confession confiscated confused connect consider constant consultant contact contented continue contract
    convince corked corporate correct correction cost costing costume couch cough could couldnt couldve counsellor
    count counted counter counting coupon courage course coursework court courtesy cousin cover covid crack cracking
    cramp crash create creative credit crew cried crime criminal critic crop crowd crowded cruise crunched crunching
    cry crying curious cushion custom customer cute cycle cycling cyclist damage damn dance danger dangerous dared
    darling data dating daughter daylight dead deadline dear debate debt decide decision declined deepa definitely
    defrost defrosted defrosting delayed delete delhi delivered deliveroo delivery demand demolish demolished
    dentist depend depressed depression derm describe desert deserve deserved designated desk destroy detail develop
    device devon dey diabetic diary didnt died dietitian difference direct director disagree disappear disappoint
    disappointed discover discuss disease dislike distance distract disturb divide divorce diwali dizzy doc doctor
    documentary doe doesnt dog doing done dont door doordash dori doubled doubt downstair dozy dragging drama
    dramatic draw drawer drawing dream dreamed dreaming dreamt dress dresser drinker drive driver driving dropped
    dropping drought drove drowned dude due dumb dune dunno during dutifully dy dying eager ear early earned earring
    earth earthquake eczema ed edit editor education effect effort eh eid eighth either ekadashi election electric
    elevator eleven elevense else em email embarrass embarrassed emergency emoji emotion emotional employee employer
    emptied empty encourage engage engine engineer enlivened enough entrance environment epipen error escaped essay
    estate etc euro even event eventually every everybody everyone everywhere evidence ex exam example exchange
    excuse exercise exhausted exhibit exist expect expected expensive experiment explain exploded extreme eye fabric
    face fact factory fail failure faintly fair faith fall familiar family farewell fashion fast-paced fasted faster
    fasting father fault favor favour fear feature feeding feel feeling fella fence feral ferry fest fetched fete
    fever fiance fierce fifty fight fighter fighting figure fika filing film final finance finding fine finger
    fireplace first fishing fitting fiver fix fixed fixing fl flag flare flatmate flavour flexible flight floating
    flood floor flowed flu flush flute fly flying focus fodmap fold folk follow foolish foot football footy force
    forced forecast forehead forever forget forgetting forgive forgot fork forkful former forum forward found
    foundation fourteen fr france frankly free-time freeze freezing frequent freshman fridge friend fright froze
    frustrated function funeral furious furniture further future fyi gag gain galicia gallbladder gallery gamble
    game gang garage garden gas gave generation genetic gentleman georgia gestational get getting gifted giggle
    gimme girl girlfriend githurai give given glad global glorious glove glowing glutened goal god goe going gonna
    goodbye goodnight google gossip gotta gout government gp grade graduation gran grandad granddad grander
    grandfather grandkid grandma grandmother grandpa grandparent grandson grant graph grateful grating greasy greece
    greedy greet greeted greg grew grief grilling grim gross ground-floor group grow growing grown growth guard
    guess guide guideline guilty guitar gut guy gym habit habitual hadnt hail hair haircut hairdresser halfway hall
    hallway hammock hamster hand handed handle hangover happen happening happy harbour hard hardware harsh hasnt
    hatch hate hated hating havent hawker hay head headach heading headphone healed healing health hear heard
    heartbreak heartburn heave hed held hell help helpful helpless her here hes hesitate hey hid hidden hide hiding
    high highway hike hiking him himself hire historic history hit hive hmm hobby hold holding holiday homeless
    homework honest honestly honesty honor honour hope hopefully horrible horror hospice hospital hospitality host
    hotel hour house how hr hrs hubby hug huge humble humour hungover hunt hurt husband hype icon id idea identify
    identity idiot idk iftar ignore ill illegal imagination imagine immediate impact important impress impression
    improve incl inclined include income increase indeed indoor industry infection influence inform inhaled inhaling
    injured injury inlaw innit innocent insane insist insisted inspect inspire install instance instantly instead
    institute instruct instruction insulin insurance intelligent intend interact interest interested interesting
    intern interrupt interview intolerant introduce invent invented investigate invitation invite involve irony isnt
    issue italy itchy jake jamy jan january jealous jean jen jess jewellery jittery jog jogged jogging join joined
    joint joke jona judge judged july jumped jumping june justice karen keep keyboard kick kid kidding kiddo kill
    killed kind kinda kindness kissed kitchen knackered knee knee-pain knew knock knocked know knowing lab label
    labelled labor labour labrador lack lad lago lah lamp landed landing landlord lane language laptop large largely
    last lasted later laugh laughed laughter launch laundry law lawn layover lazy leader league leak leaked learn
    least leave leaving lecture leech leed left legal legend leisure lemme lend length lent leo less lesson let
    level library licked lied life lift lift-ing lifting light-headed liked limit line linger lingered lip lipstick
    lisbon list listen listening literally litter live lived lmaooo load loading loan lobby local locker loftus
    logged logging lonely long longer loo look looked loose lord lose lost lot lottery loud lounge love loving
    lowkey loyal luck luggage ly lying mad made magazine mail maine maintain majority makan make maker makeup mall
    mama mamaya man manage manager manner manual many march margaret marinate mario mark market marking marriage
    married marry mask master match material math matter maximum maybe mayor mean meant measure mechanic med medal
    media medicine meditate meditation meet meeting meh member membership memory men mental mention mentioned meself
    message messy metal meter metformin method metro mia michelin middle midway midwife might migraine mile military
    million min mind mine minus minute mirror miss missed missing missus mistake mistaken mmm moaning mobile mode
    model moderation modern moisturizer money month monthly montreal mood moody mopped moral more mornin mortgage
    mosquito most mother motion motivate motorway mould mouldy mount mouth move moved movement moving movy mowing
    much mummy murder muscle museum music musician muslim must mustve mystery myth nah name named nap naple nappy
    nasty nation national nausea need needing negative neighbor neighbour neither nephew nervous nervously netflix
    network never new ngl nicked niece night nightmare nil nobody noise noisy none nonna nonsense noon nope normally
    nose nosy note notice noticed novel nowhere npo numb number nurse nursing nutritionist object obsessed obvious
    occur october offend offensive offer offered offering office officer official often okay omg once onto open
    operate operation opinion opponent opportunity oppose order ordering organise organised organize other otherwise
    ouch our outfit outside overcooked overdo overrated overslept overtime overwhelmed owner ownership ozempic pager
    paid pain painful paint painted pajama pandemic panic pantry paper parade paragraph parcel pardon parent pari
    park parked parking parkrun part participate party party-time pass passed passenger passing password patch
    pathetic patience patient patrol pattern pause paycheck payment peace peaceful pee peeling penalty pension
    perfume period permanent permission permit personality perth petrol pharma pharmacist pharmacy phase phone photo
    photograph phrase physical physio pick picture piece-of pier pilate pill pimple pimply pinterest place plan
    plane planning platform plating play player playground playing pls plumber plus-size podcast poem point
    poisoning poisonous poked policy polite politely politic political pool poor population porch posh position
    positive possess possible possibly postcard poster posture potluck pounding pov poverty power powerful practical
    practically practice practise pray prayer praying preached predict prefer preferred pregnancy pregnant prep
    prescription present presentation press pressure pretend pretty prevent previous price priest prince print
    printer prison private priya prize prob probable problem produce profession professional professor profile
    profit programme progress project promise promised prompt properly property proposed propped protest proud
    proudly prove provide pruned psych psychopath pta public publish puffy puked pull pulling pulse pump punish
    pupil puppet purchase push pushed pushing putting puzzle quarantine quarrel queasy question queue queued quick
    quid quiet quietly quip quit quite quitting quiz quote race radio raffle railway rain rained raining rainy raise
    ramadan random rang rapid rarely rash rate reach react reaction read reading real realise realised reality
    realize realized really reason recall recent reception reckon recognise recognize recommend recover recovery
    red-faced reduce refeed refer reflect reflux reform refrigerate refrigerator refund refunded refuse refused
    region register regret regretted rehab reject rejected relate relation relationship release relief relieved
    religion reluctant rely remain remark remember remembered remind reminder remote remove rent rep repair repeat
    repeated replace replaced replied reply report reportedly represent republic require rescue research reserve
    resident resigned resist resisted resource respect response responsible rest resting restored restrict result
    retire retired retirement return returned returning reveal revenge reverse review revising revision revived
    reward rhythm ride ridiculous riding right rinse rip ripen ripped risk ritual rival river rn road robbery robot
    romantic roof room roommate rough round route routine row rubber rubbery rubbish rude rugby ruined rule rumour
    run running rupee rushed rushing sacrifice sad sadly safe safety said sailing salary sale same sampled sampling
    sank sarah save saved saving saw say saying scale scam scanner scare scared scarf scary scenario scene schedule
    scheme scholarship science scientist scissor scoffed scold scope score scored scrap scraped scratch scream
    screaming screen script scrub scurvy seagull sealed search searched season seasonal seat seated secretary
    security see seeing seek seeking seem seemed seen sehri seldom select selfish selfy sell selling semester send
    sending senior sense sent sentence separate seriously serum serve server service servo sery session settle seven
    several severe shaadi shade shadow shaking shaky shall shame shampoo share she shed sheet shelling shelter shift
    shine shirt sho shocked shocking shop shopping short shortage should shouldnt shouldve shouted shouting shovel
    shovelled show shower shrug shut sibling sick sickness side sigh sign signed silence silent silly sincere sing
    singer singing sink sis sister sit sitting situation sketch skill skincare skip skipped sky slapped slave sleep
    sleeping sleepless sleepy slept slide slime slimming slimy slipped slowly slump slurped slurping small smeared
    smell smelled smelling smelly smiled smoker smoking smoko smug snapped sneak sneaky sneeze snooze snore snuck
    soap soapy sober society sock sofa soften sold solve somebody somehow someone sometime somewhat somewhere son
    song sooner sooo sore sorry sorta sorted soul sound soz space spain spat speak speaker specific speech speed
    spelled spend spent spike spill spilled spilt spiritual spite spitting spoil sponsor spooned sporty spouse
    spreadsheet sprint spy squashed squat squeaked stadium staff stag stage stain stained stair stale stall stamp
    stand standing standup stank staring start startle startling starve state statement static statin stationary
    statue status stay staying steady steal step stepped steve stiff still stink stirred stitch stocked stole stolen
    stomach stomachach stomp stood stop stopped store storm story stranger strategy streak stress stressed stressful
    stretch strict strike structure struggle stubborn stuck student studio study studying stuff stung stunned stunt
    stupid subject submit succeed suffer suggest suggestion suhoor suicide suit suitable suitcase sulked sunburn
    sunil sunscreen supplier supply support supporter suppose supposed surgeon surgery surprised surprising surround
    survey survive survived survivor suspect suspicious swallow swallowed swap swapped swear sweat sweating sweep
    swell swelled swelling swim swimming switch swollen swore sympathy symptom system table tailgate take talk
    talked talking taller tangle target task tattoo tax taxi tbh tbilisi teach teacher teaching team tear tease
    technically technique technology teen teenager teeth tell telling telly temper temperature temporary tenant tend
    tension terminal terrace terrible terrified terror test tested text texted thailand thank thankful thankfully
    that thaw theater theatre their therapist therapy there therefore these theyd theyre theyve thi thief thing
    think tho those thought threat threaten three threw thrilled throat through throw throwing thru thumb thunder
    thyroid ticket tide tidy tight tightened tiktok till timing tingly tinted tired title tmrw today toe together
    toilet told tomorrow tone tonight tonsil took tool tooth toothach topic torture total touching tough tour
    tourist tower town trace traded traffic tragedy train trainer training tram transfer translate trap travel
    treatment trend trial tribe trick tricky tried trigger trip tripped troop trouble trouser truck true trust
    trusted truth tryout tummy turning tutor tv typed typing uber ugh ugly ulam ulcer umbrella unable uncle
    uncomfortable uncorked under understand uneaten unfair unfollow unfortunately unhappy uniform unit universe
    university unknown unless unlikely unlimited unlock unlucky unreal unsweet until unusual upcoming update upgrade
    upload upset upstair ur urgent useful useless using usual vacation vague valentine valid valuable value vanished
    vehicle venue vet vicar victim victory video viewer vile village violence violent viral virus visible vision
    visit visiting vlog vocal voice volunteer vote voted vow vs wage wah wait waited waiter waiting waitress walk
    walked walking wallet wallpaper wander wandering wanna want wanting war ward wardrobe warned warning washing
    wasnt wasp waste watch watched watching waving weak weakness wealth weapon wear weather website wed wedding wee
    week weekly weep weigh weight weird weirdo welcome werent wet weve what whatever wheelchair whenever where
    whether which whichever while whisked whisper whistle whitby whitening who whoever whoop whose why wicked widow
    wife will willing wimbledon win wind window winner winning winter wipe wired wisdom wise wisely wishing witness
    woke woman women won wonder wondering wont wooly word work worker workout world worried worry worrying worse
    worst worthless would wouldnt wouldve wounded wreck wrist write writer writing wrong wrote ww yall yard yawn
    yeah year yell yelling yes yesterday yielded yike yoga young your youre yourself youve yr zipper zomby zoo
"""
_ONLY_IN_NAMES = """
    aa acid act acting age aged agent aid alcoholic alive american amount angel angry animal anny art asian aunty
    autumn back baker bakery barry base basic batch bath beat beaten belem bicep bistro bit bk blend blender
    blistered blossom blow boardwalk bog boil boiling bombay bon bonfire boston bot bottom bounce boxed brand breath
    brekky brick bridge bristol browned buck bucket buddy budget builder built bulb bulk burning bush buttery button
    cab cafeteria callender campbell canada cant canteen captain carb caribbean cart carvery caterpillar centre
    channel charged chengdu chess chinese cholesterol chunk church cinema clay climbing cloud cloudy coat code coin
    color colour coloured combination content control conversation cook cooking cooler core corner cos covered crazy
    crossing crush crushed cuisine culture cure cut daddy dave degree dense detroit devil diabete diamond dipping
    dirty dock doll dollar donkey dos draft drop du duo dust dutch duty edge eight english escape ethiopian european
    expert express faced fake famous fan fancy farm fast fatty fed feed festival fiber field fiesta fifth filled
    filling fire firehouse fitness five fizz flesh float florida floss flower foam foil folded forty fox frame
    freezer friday fully fume funny garlicky gate general genuine gf ghana glory gold graduate granny greek guinea
    halal halloween hanoi harder hari heat heating heatwave heaven heel hen hero higher hill hip hokkien home horse
    hostess human hut ikea impossible indian inn inside iron island italian jackson japanese jaw job john jump
    junior katong kettle king kneel knife korean lady lake lap laughing lay leather lebanese letter lid like linda
    ling liquid lite living lover lower lump luxury lyon ma machine magic magnesium major mamak marathon mate
    maxwell menu merry mess mexican microwave mike mission mom monk moon morning mr mrs mud multiple mum nail naked
    nan narrow nature navy neat neck nine no non noor northern nos nursery ocean oh old ono oop original osaka ot
    own padang pam pan papa para parrot past pat payday peel penang people performance pic picnic pigeon pillow pink
    pirate pissing plant planter plastic plato pm pocket pointed pok pond popped potassium pouring president primary
    princess process product proof pub purpose put quarter queen rainbow range rd recipe removed reported request
    restaurant rob rock roller rolling roy royal rub rush rusty sal sam sample santa scattered scented school
    scooped second secret section seedling self sensitive separately serious set shack shaken shape shaped sharp
    shelf sichuan silk similar sin six skillet skin slab smart smashed smile smiling smith smoke smoky smothered
    soak soaked soaking sodium solution sorrento sous southern spanish spare spider spin spine spiral spit splashed
    split sport spot spray spread square squeezed squirrel stack standard star starving station steamer stone stove
    strength substitute success suddenly sue sum summer sun sunny sunshine suon supermarket surprise taste temple
    texa thai than thanksgiving thinner third thousand thread throwback tip tissue toaster toddler tokyo tommy tony
    top torch torn tossed towel tradition tree tri triangle trolley tube tunnel turf turkish turn twin twisted
    typical ultra umm uni ups use used vacuum valencia valley van vienna vietnamese vital vitamin wagon wall
    watering wax way western whale wholemeal wisconsin wok wooden worm wot wrinkle xma ya yo yoyo zoom
"""

COMMON_WORDS = frozenset(map(stem_of, _OTHER_MATTERS.split()))
"""Stems of words that speak of other matters: dentist, meeting. They are no misspelling of a food."""

NO_FOODS = COMMON_WORDS | frozenset(map(stem_of, _ONLY_IN_NAMES.split()))
"""Those and the stems of words that name no food by themselves, though names of foods may hold them: home fries."""
