"""English words that dress a meal up and name no food: what is said in a story, not on a list."""

from __future__ import annotations

_TEXT = """
absolute absolutely accent accompanied accompaniment accompany accompanying adding addition additional adequate
adorned afternoon ago ahead airy alone alongside already always amazing ample any anyway appetite appetizing aroma
aromatic arrived aside attempt available average avoid awake away awesome awhile awoke baby bad balance balanced
bathed beautiful beautifully became become began begin beginning begun believe beloved beside best better bigger bit
bite bites blast bliss blissful boasting bodied bold boost boosted bought bountiful break brewing brief bright
brightly brimful brimming bring broken brought bubbly burst bursting busy caffeine called calm came capped carefully
carton casual caught celebrate celebrated celebration charming cheat cheeky cheerful cherished chew chewed chilly
choice chopped chose chosen chunks close closed closing colleague colleagues colorful combination combine combined
comfort comforting comfortingly comfy coming commute companion company complement complemented complementing complete
completed completely completing complimented comprised comprising concluded consist consisted consistency consisting
consists contain contained containing contains convenience convenient couple coupled course coworker coworkers cozy
cracked crafted crave craved craving cravings crisp crisped crisply crispness crowned crumbly crunch cubed cubes cubic
cuppa curled currently daily daybreak daytime dazzling decadent decent decently decided deep deeply delectable
delectably delicate delicately delicious deliciously delight delighted delightful delightfully delightfulness depth
desk devouring diced different dine dined diner dinnertime dish dished dishes distinct divine down drenched dressed
drive drizzled dug dusted eagerly earlier early easily easy eatery elegant elevated enchanting end ended ending
energized energizing enhance enhanced enjoy enjoyable enjoying enough enticing entire entirely entree equal equally
equipped errand errands especially essence evening evenings event ever every everything exact exactly excellent except
exceptional excited exciting exhilarating exotic experience explore exquisite exquisitely extremely fabulous fairly
family fantastic far favorite favourite feast feasted feasting featured featuring feel feel-good feels fell felt few
fifteen filet fill fillet fillets finale finally find fine finely finest finish finisher finishing first fit five fix
fixed flair flavorful flavorfully flavoring flavors florets fluffy follow followed following fond forward found four
fourth fragrant free freshness friday front fuel fueled fulfilled fulfilling full-bodied fun garnished gathering gave
generous generous-sized generously generousness gentle gently giant gift give given gives giving glad gloriously
gobbled gone goodness gooey gorgeous gourmet grab grabbing gracious grand gratifying great greatest greatly group
guest guests guilt-free guiltless guilty had halved handy happily happy has haven't headed healthful healthily healthy
heart heartily heartwarming heartwarmingly hearty hearty-sized heavenly heavily help helped helping herself high
highlight highlights hint hit hold homestyle hosted hosting hot-off hour hours house however huge hunger hungry
hurried hurry hydrate hydrated hydrateed hydrating hydration hyped iconic icy ideal immensely impressive inclusion
incorporated incredible incredibly indulge indulged indulgence indulgences indulgent indulging infused ingredient
ingredients inside inspired invigorated invigorating invited inviting item items itself journey joy joyful jumbo just
keep keeping kept kick kicker kicking kindly kitchen know known laced lacking lasting late lately later lavish
lavishly leisurely let liberally lick life lighter lightly lightweight likely limited lineup lip lip-smacking list
little lively long look looking loved lovely low lunchtime luscious lusciously lusciousness lush luxurious made
magical main mainly make makes making managed marvellous marvelous massive maybe me meal meals meanwhile memorable
merely met mid midafternoon midday midevening midmorning midnight mini miniature mixture moderate moderately
moderately-sized modest moist molten moment moments monday month mood morning mostly mouth mouthful mouthfuls
mouthwatering moving munch munchies munching myself near nearby need needed nestled never new next nibble nibbling
nice-sized nicely night night's noon normal nosh noshed not notable note nothing nourish nourished nourishing now
number nutrition o'clock obviously occasion odd often once ones ongoing opened opening opt opted option order ordinary
others ourselves outdoor outside over overall overnight packaged pair paired pairing palate partially particular
partner party pausing peckish perfect perfected perfection perfectly perfectly-cooked perhaps perky person personal
picked picking piled pinch piping place placed plan planned plated platter played pleasant pleasantly please pleased
pleasing pleasurable pleasure plopped plump plus polished popular portion portioned portions post pot-sized potion
pour poured premium preparation prepare prepared preparing presented pretty prior probably proceed prompt proportion
provided provides providing quaint quality quantity quartered quench quenched quencher quenching quick quickly quite
ran rather reach reached ready real really reasonable received recently reenergized refill refresh refreshed
refreshing refreshingly refreshment rejuvenating relax relaxed relaxing relaxingly relished relishing remained
remaining reminiscent replenish rested revitalizing rewarded rewarding rich richly richness ride right robust round
rounded rounding route run rushed rustic sat satisfaction satisfactory satisfied satisfies satisfy satisfying
satisfyingly saturday savor savored savoring savory-sweet savour savoured savouring scarfed scattering scent schedule
scrumptious season second selected selection sensational sensible serene serenely serenity served serves serving
session set settled several share shared sharing shift short shortly side side-dish sides signature silkily silky
simmering simply sip sipping sizable size sizeable sized sizzling slathered sliced slight slightly slow slowly
smacking small smaller smooth smoothly snackable snacked snacking snacks snacktime snagged snappy snug so social
softly something soon soothing sort sorts sour-sweet spears specially spectacular splash splendid spot spree sprinkled
spruced start started starting stay stayed steaming step still stomach stop straight straightforward street strong
stuff sublime substantial substantially subtle succulent such sudden sufficient sumptuous sunday sunrise sunset super
supplemental supplemented sure surprisingly sustaining sustenance sweetly sweetness swiftly swirl symphony tableside
takeaway taken takeout taking tantalizing taste tasted tasteful tastily tasting tasty tasty-looking teaming tempted
tempting tender tenderly terrific texture textured textures thanks thickly thing things third thirsty thirteen thirty
thoroughly though thought three throughout thursday tidbit tingle tiny toasty today today's tonight tonight's took
tooth topped topping-laden total totaling totally touch touch-up touched towards traditional traditionally transformed
treat treat-yourself treated treating treats tremendous tried trio trip truly try trying tucked tuesday tummy turned
twelve twenty twice two ultimate unbelievable uncomplicated unforgettable unique unwind unwinded unwinding unwound
uplifting upon upside using usual usually variety various vast velvety version vibe vibes vibrant vigor visit vivid
wait wake walk want wanted warm warmed warming warmly warmth washed watch watching way wednesday week weekend weighed
well-balanced well-deserved well-prepared went whiff whip whipped-up wholesome wholesomely wholesomeness wholly wide
wildly wish woke wolfed wonder wonderful wonderfully work worked working workout worth wow year yesterday yet young
yourself yum zestful zing zippy
"""
# Places that sell many foods; what was eaten there is said beside them.
_SHOPS = """
aldi applebees applebee's asda chilis costa costco denny's dennys domino's dominos dunkin greggs hortons ihop lidl
maccas mcd mcdonald's mcdonalds nero panera pret sainsburys starbucks starbuck's subway tesco tims waitrose walmart wawa
wendy's wendys wetherspoons grande
"""
ORNAMENTS = frozenset((_TEXT + _SHOPS).split())
"""Words that are passed over where a phrase of food words needs them not."""
