# The program's texts in English that several commands share. `de` has the same messages with the same slots, and a
# test keeps it so.
# Numbers and dates come into a slot already written out; a slot that decides on the plural is a number.

## Errors

error-label = error:
remedy-label = help:
bug =
    This is a bug in linchpin { $version } on { $system }, not a fault of yours.
    Please report it with the lines above, the command you called and, if you can, the dossier.
did-you-mean = Did you mean “{ $near }”?
io-failed = { $place }: { $why }
io-not-found = there is no such file or folder
io-denied = you have no right to read or write it
io-read-only = it lies on a read-only file system
io-full = the disk is full
io-exists = it exists already
io-no-folder = part of this path is a file, not a folder
io-folder = it is a folder, not a file
io-not-text = it is not text in UTF-8
standard-output = standard output

## The command line

usage-no-command = no command given
usage-unknown-command = there is no command “{ $command }”
usage-unknown-argument = the argument “{ $arg }” is not known here
usage-useless-option = { $option } has no effect on “{ $command }”; leave it out
usage-value = “{ $value }” is no value for { $arg }; write one of { $valid }
usage-no-value = { $arg } needs a value
usage-number = “{ $value }” is no value for { $arg }; write a whole number from { $low } to { $high }
usage-missing = { $arg } is missing
usage-twice = { $arg } is there twice; give it once
usage-conflict = { $arg } cannot be used together with { $other }
usage-count = { $arg } has the wrong number of values
usage-utf8 = an argument is not text in UTF-8
usage-see-help = “linchpin help” lists the commands, “linchpin help COMMAND” their options.
help-remedy = Known commands: { $known }.

## Dates

date-malformed = { $place }: “{ $text }” is no date
date-no-such-day = { $place }: { $month } { $year } has { $days } days
date-no-such-month = { $place }: there is no such month; months run from 01 to 12
date-remedy = Write a day, month or year, such as 2021-05-10, 2021-05 or 2021; a month or year means its last day.
date-remedy-start = Write a day, month or year, such as 2021-05-10, 2021-05 or 2021; a month or year means its first day.
date-future = { $option } { $day } lies in the future
date-future-remedy = linchpin describes what sources say and predicts nothing; the latest date is today, { $today }.
since-not-before = the earlier date, { $since }, is not before the later one, { $as-of }
since-not-before-remedy = Name an earlier one with --since.
span-reversed = --from { $from } is after --to { $to }
span-reversed-remedy = A span begins before it ends.

## Dossiers

dossier-built-in = the built-in dossier
dossier-missing = there is no folder { $dir }
dossier-no-folder = { $dir } is a file, not a folder
dossier-empty = { $dir } holds no dossier
dossier-missing-remedy =
    “linchpin new DIR” makes a small dossier, “linchpin new --from indo-pacific DIR” a copy of the built-in one.
dossier-unsound = { $count ->
        [one] there is a fault in { $place }:
       *[other] there are { $count } faults in { $place }{ $hidden ->
            [0] :
           *[other] , among them:
        }
    }
dossier-unsound-remedy = “{ $check }” lists them all.
no-findings = this dossier has no findings about nodes of the framework
no-findings-remedy = Write some into findings.toml, or leave the experiment “labels” out.
no-statements = this dossier has no statements
no-statements-remedy = Write some into its folder statements/.
no-ties = this dossier names no alliance to assess
no-ties-remedy = Name one on the command line, or under “ties” in dossier.toml.
tie-unknown = this dossier has no alliance “{ $tie }”
tie-not-assessable = “{ $tie }” is no alliance between one guarantor and one ally, so it cannot be assessed
tie-remedy = Known alliances: { $known }.
state-no-role = “{ $state }” is neither guarantor nor ally in an alliance that can be assessed
state-remedy = States that are: { $known }.
node-unknown = the framework has no node “{ $node }”
node-remedy = Known nodes: { $known }. “linchpin explain TIE” also lists the indicators below them.
node-ambiguous = “{ $node }” may mean { $paths }
node-ambiguous-remedy = Write the whole path.
framework-unknown = this dossier has no framework “{ $framework }”
framework-remedy = Known frameworks: { $known }.
nothing-known = nothing was known by then; the first source was issued on { $first }
too-few-draws = { $draws } draws are too few; at least 100 are needed
precision-malformed = --precision { $value }: this is no error of a score
precision-remedy = It is a number from 0.0002 to 0.5, such as .005; scores run from 0 to 1.
id-unknown = { $option }: this dossier has no “{ $id }”
id-remedy = Known here: { $known }.
actor-not-then = { $option } “{ $name }” meant nobody on { $day }
actor-used-by = { $actor } ({ $period })
actor-used-by-until = { $actor } ({ $period }, succeeded by { $successors })
actor-not-then-remedy = It meant { $users }. Name the day with --as-of or --valid-at, or the actor itself.
actor-ambiguous = { $option } “{ $name }” meant several on { $day }: { $actors }
actor-ambiguous-remedy = Name one of them.
id-remedy-file = The dossier’s TOML files list them.
id-remedy-statements = “linchpin statements” lists them all.
predicate-remedy = A predicate is an issue, topic or measure of the dossier, a type of event such as CONSULT or CONSULT/visit, or “cause>effect”.
scheme-unknown = { $option }: there is no code scheme “{ $scheme }”
scheme-remedy = Write one of { $known }.

## Above an answer

heading-as-of = As of
heading-as-of-newest = { $as-of }, the newest evidence (today is { $today })
heading-as-of-asked = { $as-of } (newest evidence { $newest }, today is { $today })
heading-as-of-two = { $as-of } and { $second } (today is { $today })
heading-known-at = Known at
heading-known-all = everything in the dossier
heading-known-until = only sources issued by { $date }
heading-since = Compared with
heading-framework = Framework
heading-framework-value = { $name } ({ $id }), version { $version }
heading-draws = Draws
heading-draws-value = { $draws }, seed { $seed }
heading-draws-precise = { $draws }, until the error is at most { $precision }; seed { $seed }
heading-held = Held
heading-ranges = Intervals
heading-ranges-none = none: nothing varies
heading-ranges-weights = sensitivity ranges: what other weights would make of the same evidence, not how sure that is
heading-ranges-partial = too narrow: without the sources of uncertainty that are held
heading-dossier = Dossier
heading-dossier-value = { $name } ({ $id }), version { $version }

## Footnotes


## Amounts


## Alliances


## Columns

column-criterion = Criterion
column-level = Level
column-mean = Mean{"\u00a0"}
column-coverage = Coverage
column-before = Before{"\u00a0"}
column-change = Change
column-proposition = The score is
column-probability = Probability
column-in-words = In words
column-source = Source
column-share = Share
column-mean-without = Mean without it
column-difference = Difference
column-coverage-without = Coverage without it
column-notes = Notes
column-kind = Kind of statement

## assess

assess-title = { $name } of the alliances
assess-matched = only the indicators known on both dates (effectively { $leaves }): { $arrow } ({ $probability })
assess-earlier = on { $since } it was { $level }, { $mean } (90% { $i90 })
too-little = too little evidence: coverage { $coverage } of the { $needed } needed
not-applicable = says nothing about this alliance
too-little-total = too little evidence: coverage { $coverage }; a total needs all criteria, { $count ->
       *[other] missing
    }: { $missing }
too-little-missing = too little evidence: coverage { $coverage } of the { $needed } needed; without current evidence: { $missing }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
note-single = Rests on a single source; the interval contains that source’s possible bias.
note-change =
    Before: the mean on { $since }. Change: the mean difference since then, and the likeliest of three
    possibilities with its probability: risen by more than { $threshold } (↑), fallen by more than { $threshold } (↓), neither (→).
note-not-shown = At the earlier date there is too little evidence to show a score.
note-intervals =
    Scores run from 0 to 1, and 1 is resilient. 50% and 90%: the intervals that hold the score with that probability.
    Coverage: the share of the weight that is backed by evidence.
note-given = All probabilities hold given the framework “{ $framework }”: its criteria, weights and rules.
since-too-late = --since { $since } is not before { $as-of }, the date of the assessment

## explain

explain-title = { $tie }: what { $node } rests on
explain-intervals = 50% { $i50 }, 90% { $i90 }
explain-coverage = coverage { $coverage }
explain-weight = weight { $weight }
explain-no-evidence = no evidence
explain-too-uncertain = evidence too old or too uncertain
explain-reads = reads: { $takes }
explain-because = why: { $because }
explain-sources = What each source contributes
explain-kinds = What each kind of statement contributes
note-explain =
    The percentage before a statement is its share in the indicator, and the arrow shows the level it was coded as. The share of a source or of a kind of statement
    is its share in all evidence for the score, by weight and coverage.

## compare

compare-title = { $node }: { $first } and { $second } compared
compare-greater = higher by more than { $threshold }
compare-tied = within { $threshold }
compare-less = lower by more than { $threshold }
compare-against = { $first } against { $second }:
compare-side = { $tie } on { $date }
compare-difference = Mean difference: { $difference }
compare-too-little = There is too little evidence on at least one side to compare the whole.
compare-matched = Only the indicators known on both sides (effectively { $leaves }):
compare-same = both sides are the same alliance on the same date
compare-same-remedy = Name two alliances, or one with two dates: USA-JPN@2021-05 USA-JPN@2025.
note-common-draws =
    Both sides are drawn together, so that what they share cancels out. The probabilities hold given the framework
    “{ $framework }”; they are rounded to 5%, and never below 1% or above 99%.
note-words-icd =
    The words are those of Intelligence Community Directive 203; there is none where the draws or the rounding leave open which fits.
note-words-own = The words are a scale of our own; there is none where the draws or the rounding leave open which fits.

## statements

statements-count = { $statements ->
        [one] 1 statement
       *[other] { $statements } statements
    }, { $rows ->
        [one] 1 piece of evidence
       *[other] { $rows } pieces of evidence
    }

## validate

validate-title = How the method fares
validate-calibration = Calibration on { $dense }: do the intervals hold the truth as often as they say?
validate-placebo = Placebo, { $dense } and { $sparse }: does a mere change in the density of evidence look like a change?
validate-labels = Labels: would the conclusions come out whatever the labels?
validate-vintages = Vintages: does what was issued by { $dense } predict what was read later?
validate-double-coding = Double coding: do two coders agree, blind to each other?
validate-sample = Runs
validate-sample-value = { $runs } for each world, seed { $seed }
validate-progress = { $done } of { $total } runs
column-world = World
column-node = Node
column-ranks = Ranks
column-bias = Bias
column-false-declines = False declines
column-false-rises = False rises
column-holds = Holds
yes = yes
no = no
world-as-assumed = as assumed
world-volatility-doubled = volatility doubled
world-volatility-halved = volatility halved
world-disagreement-doubled = disagreement doubled
world-disagreement-halved = disagreement halved
world-shared-errors-doubled = shared errors doubled
world-shared-errors-halved = shared errors halved
world-fair-press = fair press
world-leaning-press = gloomy press
note-calibration =
    Dossiers are drawn from the method’s own assumptions, with the dates, sources and readings of the real one. 90% and
    50%: how often the interval held the truth. For 90% it should be { $low } to { $high }; where an assumption is wrong by
    a factor of two, still { $wrong }. Ranks: how often the truth fell into each tenth of the draws; level bars are right.
    Bias: mean of estimate less truth.
note-placebo =
    Nothing changes but the density of the evidence. Bias: the mean change reported; at most { $bias } either way. False
    declines and rises: how often one is given more than { $likely }; of declines at most { $declines }.
validate-what = What
validate-result = Result
validate-of = { $some } of { $all }
validate-labels-hold = conclusions about nodes that hold on the leaves’ means
validate-labels-reversed = comparisons of two alliances that reverse when these are swapped
validate-labels-permuted = all that hold come out together with values permuted within indicators
validate-labels-both = the same, and with weights drawn anew
validate-labels-weighted = the same, with weights drawn anew alone
validate-labels-any = conclusions that hold under any weights, leaf by leaf
validate-vintages-states = states known by then and read again later
validate-vintages-readings = later readings of these
validate-vintages-new = states read later that had not been known
validate-vintages-covered = later readings inside the 90% interval of the forecast
validate-vintages-persistence = logarithmic score against “as last read” (mean ± standard error)
validate-vintages-half = logarithmic score against “one half” (mean ± standard error)
validate-part = Part of the coding
validate-alpha = α
validate-passages = Passages
validate-coding-levels = level (ordinal)
validate-coding-kind = level, omitted, undecided or nothing (nominal)
validate-coding-salience = salience (ordinal)
validate-coding-layer = layer (nominal)
validate-coding-modality = modality (nominal)
validate-coding-hedged = hedged (nominal)
validate-statement = Statement
validate-about = About
validate-first = First coder
validate-second = Second coder
validate-no-level = (no level)
note-labels =
    The conclusions are those findings of the dossier that are about nodes. Where the alliances are swapped, every
    comparison of the two should reverse; where values are permuted, all should come out together in at most { $jointly }
    of the runs.
note-vintages =
    Each later reading is predicted from what was issued by the earlier date alone. A positive score means that the
    method gives what was later read more probability than the other forecast does.
note-double-coding =
    { $coder } read { $same } of { $passages } passages as the first coder did. α is Krippendorff’s, with a 90% interval over
    resampled passages; scales of different length are compared each within its own. Levels should reach { $alpha }.
validate-held = { $held } of { $total } bounds hold.

## check

check-sound = Nothing is wrong with { $place }: { $files } files, { $statements } statements.
check-faults = { $count ->
        [one] 1 fault
       *[other] { $shown } faults
    }
check-unused = { $count ->
        [0] Every statement feeds the framework “{ $framework }”.
        [one] 1 statement feeds nothing in the framework “{ $framework }”:
       *[other] { $count } statements feed nothing in the framework “{ $framework }”:
    }
anchor-lost = { $statement }: the passage is no longer in the text of { $source }, or is in it more than once
anchor-moved = { $statement }: the passage now stands at bytes { $start } to { $end } of the text of { $source }
anchors-not-present = { $count ->
        [one] The text of 1 anchor is not in the folder.
       *[other] The texts of { $count } anchors are not in the folder.
    }

## new

new-done = The dossier in { $dir } is ready. “linchpin --dossier { $dir } assess” assesses it.
new-not-empty = { $dir } is not empty
new-not-a-folder = { $dir } is a file
new-dossier-remedy = “linchpin new --from { $from } DIR” copies this dossier, “linchpin new --from indo-pacific DIR” the built-in one.
new-not-empty-remedy = Name a folder that is empty or does not exist yet.
new-bad-name = “{ $name }” cannot be the name of a file in a dossier
new-from-missing = there is no dossier “{ $from }”
new-from-remedy = Write { $known } for the built-in dossier, or the folder of another.

## anchor

anchor-never = { $file } has no such passage
anchor-never-remedy = Copy the words exactly; a long passage may be given as “first words … last words”.
anchor-several = { $count ->
       *[other] { $file } has this passage { $count } times; it begins in
    }
anchor-several-remedy = Take in more words, so that it is the only one.
anchor-nothing = --find is empty; write some words of the passage
anchor-too-long = the passage in { $file } lies too far into the text for an anchor

## man

man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-extra = EXAMPLES
man-version = VERSION

## Help: the words around it

help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-shared-options = Shared options
help-examples = Examples:
help-some-options = [OPTIONS]

value-actor = ACTOR
value-command = COMMAND
value-date = DATE
value-dir = DIR
value-dossier = DOSSIER
value-file = FILE
value-factor = FACTOR
value-format = FORMAT
value-id = ID
value-kind = KIND
value-lang = LANG
value-experiment = EXPERIMENT
value-method = METHOD
value-n = N
value-error = ERROR
value-what = WHAT
value-node = NODE
value-passage = PASSAGE
value-predicate = PREDICATE
value-shell = SHELL
value-side = TIE[@DATE]
value-source = SOURCE
value-sources = SOURCES
value-state = STATE
value-status = STATUS
value-tie = TIE
value-width = WIDTH
value-port = PORT
value-address = ADDRESS
value-weight = NODE=WEIGHT
value-theme = THEME
value-name = NAME
value-words = WORDS
value-topic = TOPIC

arg-lang = Language: de or en [default: that of the locale]
arg-format = Form of the output: text for reading, json or csv for programs
arg-dossier = Folder of the dossier [default: the built-in one]
arg-as-of = Date of validity: day, month or year [default: that of the newest evidence]
arg-known-at = Only sources that had been issued by then
arg-draws = Number of draws, 100 to 1000000 [default: 10000]
arg-precision = Draw until the error of every score is that small, .0002 to .5
arg-hold = Hold sources of uncertainty at their middle: sources, coders, leaves, weights, goalposts,
    exponents, multipliers
arg-seed = Seed of the draws; the same seed gives the same output [default: 1]
arg-threads = Number of threads; the output does not depend on it [default: one per core]
arg-help = Show this help
arg-version = Show the version

## Help: the commands

cmd-linchpin-about = A living study of an alliance system: sourced statements become scores with intervals and reasons.
cmd-linchpin-examples =
    linchpin assess # How resilient are the alliances, and what has changed?
    linchpin explain USA-JPN --node means # Why is a score what it is?
    linchpin compare USA-JPN USA-KOR --node support # Which of two is greater, and how sure is that?
    linchpin new --from indo-pacific my-dossier # Start a dossier of your own from the built-in one

cmd-assess-about = Assess how resilient the alliances are, and what has changed
cmd-assess-arg-ties = Alliances, such as USA-JPN [default: those that the dossier names]
cmd-assess-arg-since = Date that changes are measured from [default: the dossier’s]
cmd-assess-arg-framework = Framework to assess by [default: the dossier’s]
cmd-assess-examples =
    linchpin assess # All alliances that the dossier names, as of the newest evidence
    linchpin assess USA-KOR --as-of 2021-05 --known-at 2021-05 # What could be said in May 2021 with what was known then
    linchpin assess --since 2024 --format csv # Changes since the end of 2024, for a spreadsheet

cmd-explain-about = Explain a score, down to its rules, statements and sources
cmd-explain-arg-tie = Alliance, its members in any order
cmd-explain-arg-node = Node or indicator: path, last part of a path, or name [default: the whole tree]
cmd-explain-arg-framework = Framework to assess by [default: the dossier’s]
cmd-explain-examples =
    linchpin explain USA-JPN # The whole tree
    linchpin explain jpn-usa --node convergence/means # One node
    linchpin explain USA-KOR --node c10 # One indicator, with the reasons for its rules

cmd-compare-about = Compare two alliances, or one with itself at another date
cmd-compare-arg-first = First alliance, if wanted with its own date after @
cmd-compare-arg-second = Second alliance
cmd-compare-arg-node = Node or indicator [default: the root of the framework]
cmd-compare-arg-framework = Framework to assess by [default: the dossier’s]
cmd-compare-examples =
    linchpin compare --node convergence --as-of 2021-05 USA-JPN USA-KOR # Two alliances on one date
    linchpin compare --node support USA-JPN@2021-05 USA-JPN@2025 # One alliance on two dates

cmd-statements-about = List what the sources say, one row per piece of evidence (CSV unless --format says otherwise)
cmd-statements-arg-kind = Kind: quantity, position, event, provision, judgement or mechanism
cmd-statements-arg-subject = Whom or what they are about: an id, a name or a code such as cow:732
cmd-statements-arg-object = Towards whom
cmd-statements-arg-predicate = Measure, issue or topic; of events also TYPE or TYPE/mode
cmd-statements-arg-source = Source
cmd-statements-arg-speaker = Who says it
cmd-statements-arg-valid-at = Valid on this day
cmd-statements-arg-id = One statement
cmd-statements-arg-actor = Whom or what they are about, towards whom, or who says so
cmd-statements-arg-status = Status
cmd-statements-arg-search = Words that all stand in the sentence, in German or English; as a part of a word or in another form
cmd-statements-arg-node = Only those that carry this node or indicator; with --tie
cmd-statements-arg-tie = Only those that carry the score of this alliance
cmd-statements-arg-details = CSV: also scope, series, price year, chain, hedge, layer, salience, topic, context, binding and condition
cmd-statements-arg-framework = Framework for --tie [default: the dossier’s]
cmd-statements-examples =
    linchpin statements > statements.csv # Everything, for a spreadsheet
    linchpin statements --kind position --subject JPN --format text # Japan’s positions, for reading
    linchpin statements --search "marines okinawa" --format text # A fact by its words
    linchpin statements --tie USA-JPN --node support # What carries a score

cmd-validate-about = Test the method: on simulated dossiers, where the truth is known, and on the dossier itself
cmd-validate-arg-experiments = Experiments: calibration, placebo, labels, vintages, double-coding [default: all that the dossier has something for]
cmd-validate-arg-runs = Number of simulated dossiers or permutations, 10 to 100000 [default: 1000]
cmd-validate-arg-since = Date at which the evidence is dense [default: the dossier’s date of comparison]
cmd-validate-arg-framework = Framework to test [default: the dossier’s]
cmd-validate-examples =
    linchpin validate --runs 100 # All experiments, quickly
    linchpin validate labels double-coding # Would other labels do as well, and do two coders agree?
    linchpin validate calibration --format csv # The figures of one experiment, for a spreadsheet

cmd-check-about = Check a dossier and name everything that is wrong, with file, line and remedy
cmd-check-arg-dir = Folder of the dossier [default: that of --dossier, else the built-in one]
cmd-check-arg-unused = Also list the statements that feed nothing in the framework
cmd-check-arg-texts = Also find every anchor again in the source texts of this folder
cmd-check-examples =
    linchpin check my-dossier # All faults of a dossier; exit code 1 if there are any
    linchpin check my-dossier --texts texts # Also whether every passage is still where its anchor says

cmd-new-about = Make a new dossier
cmd-new-arg-dir = Folder to make; empty, or not there yet
cmd-new-arg-from = Dossier to copy: indo-pacific for the built-in one, or a folder
cmd-new-examples =
    linchpin new my-dossier # A small dossier that shows every kind of file
    linchpin new --from indo-pacific my-dossier # A copy of the built-in dossier, to be changed

cmd-anchor-about = Print the anchor of a passage, as JSON for a line of a log
cmd-anchor-arg-file = Source text, in UTF-8
cmd-anchor-arg-find = The passage, or its first and last words joined by …
cmd-anchor-arg-quote = Also quote the passage; only where the text may be quoted
cmd-anchor-examples =
    linchpin anchor study.txt --find "The alliance … in doubt" # A passage by its first and last words

cmd-completions-about = Print what a shell needs to complete commands and options
cmd-completions-arg-shell = Shell: bash, elvish, fish, powershell or zsh
cmd-completions-examples =
    linchpin completions bash > linchpin.bash # For bash: source this file in ~/.bashrc
    linchpin completions fish > linchpin.fish # For fish: put this file into ~/.config/fish/completions

cmd-man-about = Print the manual page
cmd-man-arg-dir = Write a page for each command into this folder
cmd-man-examples =
    linchpin man > linchpin.1 # The page of the program
    linchpin man --dir man1 # The pages of all commands

cmd-help-about = Show the help of the program or of a command
cmd-help-arg-command = Command
cmd-help-examples =
    linchpin help assess # The same as linchpin assess --help
