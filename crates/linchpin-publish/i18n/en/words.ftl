## Dates, amounts and probabilities in words

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

date-since = since { $start }
date-until = until { $end }
date-from-to = { $start } to { $end }
date-about = about { $date }

amount-million = { $count ->
       *[other] { $number } million
    }
amount-billion = { $count ->
       *[other] { $number } billion
    }
amount-trillion = { $count ->
       *[other] { $number } trillion
    }
amount-in-prices = { $amount } ({ $year } prices)

unit-person = { $number } people
unit-percent = { $number }%
unit-multiple = { $number } times
unit-km = { $number } km
unit-vote = { $number } votes
unit-year = { $number ->
        [1] 1 year
       *[other] { $number } years
    }

likely-almost-no-chance = almost no chance
likely-very-unlikely = very unlikely
likely-unlikely = unlikely
likely-roughly-even = roughly even chance
likely-likely = likely
likely-very-likely = very likely
likely-almost-certain = almost certain

bound-circa = about { $amount }
bound-more-than = more than { $amount }
bound-less-than = less than { $amount }
bound-at-least = at least { $amount }
bound-at-most = at most { $amount }

capital-guarantor = guarantor
capital-ally = ally
modality-reported = reported
modality-alleged = alleged
modality-denied = denied
said-via = via { $via }
note-against = against: { $place }
locator-page = p. { $number }
locator-paragraph = paragraph { $number }
locator-title = title
locator-lead = lead
locator-caption = caption

list-and = { $first } and { $last }
likely-with-word = { $word } ({ $share })
likely-without-word = { $share } probable
export-copy-of = Syndicated copy of “{ $title }” ({ $source }).
source-copy-of = Syndicated copy of “{ $title }”; counts as one source with the original.
source-copy-of-unlisted = Syndicated copy of a source that is not listed here ({ $source }); counts as one source with it.

facet-basis = Legal and political basis
facet-obligations = Obligations
facet-command = Planning and command
facet-consultation = Political consultation
facet-military = Military underpinning
facet-nuclear = Nuclear dimension
alliance-treaty-alliance = Treaty alliance
alliance-partnership = Partnership
alliance-plurilateral = Format of several states
alliance-information-sharing = Agreement to share information
alliance-group = Group of alliances

count-events = { $count ->
        [one] 1 event
       *[other] { $count } events
    }

uncertain-sources = the shared errors of sources
uncertain-coders = the shared errors of coders
uncertain-leaves = what readings leave open
uncertain-weights = the weights
uncertain-goalposts = the goalposts
uncertain-exponents = the exponents of means
uncertain-multipliers = the multipliers

kind-quantity = quantity
kind-position = position
kind-event = event
kind-provision = provision
kind-judgement = judgement
kind-mechanism = mechanism
grade-a = A, completely reliable
grade-b = B, usually reliable
grade-c = C, fairly reliable
grade-d = D, not usually reliable
grade-e = E, unreliable
grade-f = F, reliability cannot be judged
language-german = German
language-english = English

## How far an event came

status-completed = completed
status-ongoing = ongoing
status-committed = promised
status-announced = announced
status-proposed = proposed
status-conditional = on a condition
status-denied = denied
status-historical = from an earlier period
status-hypothetical = only imagined
