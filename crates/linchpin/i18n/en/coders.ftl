## coders

coders-title = What several coders say together
coders-file = File
coders-codings = Codings
coders-codings-value = { $coders ->
        [one] 1 coder
       *[other] { $coders } coders
    }, { $items ->
        [one] 1 item
       *[other] { $items } items
    }, { $ratings ->
        [one] 1 level given
       *[other] { $ratings } levels given
    }
coders-draws-value = { $draws } in { $chains } chains, seed { $seed }
coders-convergence = Convergence
coders-convergence-value = R̂ at most { $rhat }; effective draws at least { $bulk }, in the tails { $tail }; { $divergences ->
        [one] 1 divergence
       *[other] { $divergences } divergences
    }
coders-not-converged =
    The chains have not converged: R̂ is above 1.01, or the effective draws are fewer than 100 a chain, or more than one path in
    200 diverges. Do not rely on the figures below; more --draws may help, and so may another --seed.
coders-alpha = { $units ->
        [one] Krippendorff’s α is { $alpha } (90% { $interval }) over 1 item that more than one coder rated.
       *[other] Krippendorff’s α is { $alpha } (90% { $interval }) over { $units } items that more than one coder rated.
    }
coders-no-alpha = Krippendorff’s α is not defined: no item has two coders, or all levels are the same.
coders-coders = The coders, the most reliable first
coders-scales = Where levels begin
coders-items = The items whose level is least sure
coders-items-logged = Where the combined value differs most from the log’s
coders-more = { $count ->
        [one] and 1 more (--all)
       *[other] and { $count } more (--all)
    }
coders-column-coder = Coder
coders-column-ratings = Levels given
coders-column-reliability = Reliability (90%)
coders-column-best = Most reliable
coders-column-shift = Shift in levels (90%)
coders-column-leaning = Leaning
coders-column-scale = Scale
coders-column-begins = The second and further levels begin at
coders-column-item = Item
coders-column-given = Given
coders-column-likeliest = Combined
coders-column-place = Place
coders-column-difference = Against log
coders-lenient = lenient
coders-strict = strict
coders-neither = no clear one
coders-alone = alone
coders-from-to = { $low } to { $high }
coders-scale = { $levels } levels
coders-note-coders =
    Reliability is how strongly what a coder gives follows the item, against chance of size 1: at 1 half of what is perceived is
    chance, at 3 a tenth. Most reliable: the probability that no other coder is more so. Shift: how many levels more (lenient)
    or fewer (strict) the coder gives than the coders of the same scales, on the average; it has a word from 95% on.
coders-note-two =
    With two coders the data show how closely they agree and who is stricter, but not which of them is the more reliable; that
    takes a third.
coders-note-scales =
    Items lie on an axis on which they have mean 0 and standard deviation 1; a level begins where the coders together draw the
    line, each without chance.
coders-note-items =
    Combined: the likeliest level with its probability. Place: the expected place in the scale, from 0 to 1, each level by its
    middle.
coders-note-logged =
    Combined: the likeliest level with its probability. Place: the expected place in the scale, from 0 to 1, each level by its
    middle; against log: that place less the middle of the level in the log. Scales of the same number of levels are
    one scale here.
coders-none = there are no codings with a level
coders-none-remedy = A dossier keeps further codings in its folder codings/; “linchpin coders FILE” takes them from a table.
coders-levels = --levels names no usable scale
coders-levels-remedy = Write two to { $most } different words, the lowest first, with commas between them: --levels low,middle,high
coders-empty = the table has no codings
coders-columns-remedy = The first line names the columns: item,coder,level and, for several scales, scale. Each further line is one coding.
coders-not-text = this is no text in UTF-8
coders-not-text-remedy = Save the table as CSV in UTF-8.
coders-no-column = there is no column “{ $name }”
coders-strange-column = the column “{ $name }” means nothing here
coders-column-twice = the column “{ $name }” is there twice
coders-cells = this line has { $found ->
        [one] 1 cell
       *[other] { $found } cells
    }, the first has { $wanted }
coders-cells-remedy = Give each line as many cells as there are columns; a cell with a comma stands in quotation marks.
coders-blank = the column “{ $name }” is empty here
coders-blank-remedy = Fill the cell, or leave out the line: what a coder has not rated has no line.
coders-no-number = “{ $found }” is no level
coders-no-number-remedy = A level is a whole number from 1 to { $most }; for words, name them in order with --levels.
coders-no-word = “{ $found }” is none of the levels
coders-no-word-remedy = The levels are { $known }, as --levels says.
coders-twice = “{ $coder }” has rated “{ $item }” in line { $first } already
coders-twice-remedy = Keep one of the two.
coders-other-scale = “{ $item }” stood on the scale “{ $before }” in line { $first }
coders-other-scale-remedy = An item stands on one scale; give it another name where it is rated on another.

cmd-coders-about = Combine the levels that several coders give, and show which coder is more reliable
cmd-coders-arg-file = Table of codings in CSV: item,coder,level[,scale] [default: the further codings of the dossier]
cmd-coders-arg-levels = Words for the levels, the lowest first, with commas between them [default: numbers from 1]
cmd-coders-arg-all = List all items, and the thresholds of each coder
cmd-coders-arg-draws = Number of draws of all chains together, 100 to 1000000 [default: 4000]
cmd-coders-arg-chains = Number of chains, 1 to 64 [default: 4]
cmd-coders-examples =
    linchpin coders # The passages of the dossier that were coded twice
    linchpin coders codings.csv --levels low,middle,high # Codings of your own
    linchpin coders codings.csv --format csv > combined.csv # All figures, for a spreadsheet
