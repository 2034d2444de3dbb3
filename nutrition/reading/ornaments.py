"""English words that dress a meal up and name no food: what is said in a story, not on a list."""

from __future__ import annotations

_TEXT = """
absolute absolutely accompanied accompaniment accompany accompanying adding addition additional adequate adorned
afternoon ago ahead airy alone alongside already always amazing ample any anyway appetite appetizing aroma aromatic
arrived aside attempt available average avoid awake away awesome awhile awoke baby bad balance balanced bathed
beautiful beautifully became become began begin beginning begun believe beloved beside best better bigger bit bite
bites blast bliss blissful boasting bold boost boosted bought bountiful break brewing brief bright brightly brimming
bring brought bubbly burst bursting busy called calm came carefully carton casual caught celebrate celebrated
celebration charming cheeky cheerful cherished chew chewed chilly choice chose chosen close closed colleague
colleagues colorful combination combine combined comfort comforting comfy coming companion company complement
complemented complementing complete completed completely completing complimented comprised comprising concluded
consist consisted consisting consists contain contained containing contains convenience convenient couple coupled
course coworker coworkers cozy crave craved craving cravings crisp crisped crisply crispness crumbly crunch cubic
currently daily daybreak daytime dazzling decadent decent decided deep deeply delectable delectably delicate
delicately delicious deliciously delight delighted delightful delightfully delightfulness depth desk devouring
different dine dined diner dinnertime dish dished dishes distinct divine down dressed eagerly earlier early easily
easy eatery elegant elevated enchanting end ended ending energized energizing enhance enhanced enjoy enjoyable
enjoying enough enticing entire entirely entree equal equally equipped especially essence evening evenings event ever
every everything exact exactly excellent except exceptional excited exciting exhilarating exotic experience explore
exquisite exquisitely extremely fabulous fairly family fantastic far favorite favourite feast feasted feasting
featured featuring feel feels fell felt few fifteen fill finally find fine finely finest finish finisher finishing
first fit five fix fixed flair flavorful flavorfully flavoring flavors follow followed following fond forward found
four fourth fragrant freshness friday front fuel fueled fulfilled fulfilling fun garnished gathering gave generous
generously generousness gentle gently giant gift give given gives giving glad gone goodness gooey gorgeous gourmet
grab grabbing gracious grand gratifying great greatest greatly group guest guests guilty had handy happily happy has
haven't headed healthful healthily healthy heart heartily heartwarming heartwarmingly hearty heavenly heavily help
helped herself high highlight highlights hint hit hold homestyle hosted hosting hot-off hour hours house however huge
hunger hungry hurried hurry hydrate hydrated hydrateed hydrating hydration hyped iconic icy ideal immensely impressive
inclusion incorporated incredible incredibly indulge indulged indulgence indulgences indulgent indulging infused
ingredient ingredients inside inspired invigorated invigorating invited inviting item items itself journey joy joyful
jumbo just keep keeping kept kick kicking kindly kitchen know known lacking lasting late lately later lavish lavishly
leisurely let liberally lick life lighter lightly lightweight likely limited lip-smacking list little lively long look
looking loved lovely low lunchtime luscious lusciously lush luxurious made magical main mainly make makes making
managed marvellous marvelous massive maybe me meal meals meanwhile memorable merely met mid midafternoon midday
midevening midmorning midnight mini miniature mixture moderate moderately moderately-sized modest moist molten moment
moments monday month morning mostly mouth mouthwatering moving munch munchies munching myself near nearby need needed
nestled never new next nibble nibbling nice-sized nicely night night's noon normal not notable note nothing nourish
nourished nourishing now number nutrition o'clock obviously occasion odd often once ones ongoing opened opening opt
opted option order ordinary others ourselves outdoor outside over overall overnight packaged pair paired pairing
palate partially particular partner party pausing peckish perfect perfected perfection perfectly perhaps perky person
personal picked picking piled pinch piping place placed plan planned plated platter played pleasant pleasantly please
pleased pleasing pleasurable pleasure plump plus polished popular portion portioned portions post potion pour poured
premium preparation prepare prepared preparing presented pretty prior probably proceed prompt proportion provided
provides providing quaint quality quantity quench quenched quencher quenching quick quickly quite ran rather reached
ready real really reasonable received recently reenergized refill refresh refreshed refreshing refreshingly
refreshment rejuvenating relax relaxed relaxing relaxingly relished relishing remained remaining replenish rested
revitalizing rewarded rewarding rich richly richness right robust round rounded rounding run rushed rustic
satisfaction satisfactory satisfied satisfies satisfy satisfying satisfyingly saturday savor savored savoring savour
savoured savouring scattering scent scrumptious season second selected selection sensational sensible serene serenely
serenity served serves serving session set several share shared sharing short shortly side side-dish sides silky
simmering simply sip sipping sizable size sizeable sized sizzling slight slightly slow slowly small smaller smooth
smoothly snackable snacked snacking snacks snacktime snappy snug so social softly something soon soothing sort sorts
sour-sweet specially spectacular splash splendid spot spree spruced start started starting stay stayed steaming step
still stomach stop straight straightforward street strong stuff sublime substantial substantially subtle succulent
such sudden sufficient sumptuous sunday sunrise sunset super supplemental supplemented sure surprisingly sustaining
sustenance sweetly sweetness swiftly swirl symphony tableside takeaway taken takeout taking tantalizing taste tasted
tasteful tastily tasting tasty tasty-looking teaming tempted tempting tender tenderly terrific texture textured thanks
thickly thing things third thirsty thirteen thirty thoroughly though thought three throughout thursday tidbit tingle
tiny toasty today today's tonight tonight's took tooth topped topping-laden total totaling totally touch touch-up
touched towards traditional traditionally transformed treat treat-yourself treated treating treats tremendous tried
trio trip truly try trying tuesday tummy turned twelve twenty twice two unbelievable uncomplicated unforgettable
unique unwind unwinded unwinding unwound uplifting upon upside using usual usually variety various vast velvety
version vibrant vigor visit vivid wait wake walk want wanted warm warmed warming warmly warmth washed watch watching
way wednesday week weekend weighed well-balanced well-deserved well-prepared went whiff whipped-up whole wholesome
wholesomely wholly wide wildly wish woke wonder wonderful wonderfully work worked working workout worth wow year
yesterday yet young yourself yum zestful zing zippy
"""
# Places that sell many foods; what was eaten there is said beside them.
_SHOPS = """
aldi applebees applebee's asda chilis costa costco denny's dennys domino's dominos dunkin greggs hortons ihop lidl
maccas mcd mcdonald's mcdonalds nero panera pret sainsburys starbucks starbuck's subway tesco tims waitrose walmart wawa
wendy's wendys wetherspoons grande
"""
ORNAMENTS = frozenset((_TEXT + _SHOPS).split())
"""Words that are passed over where a phrase of food words needs them not."""
