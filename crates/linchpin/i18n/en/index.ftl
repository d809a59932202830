## index

index-title = { $name } ({ $code })
index-counts = { $units } units, { $indicators } indicators, { $aggregates } aggregates
index-steps = What was done
index-denominated = { $count ->
        [0] No indicator was divided by the size of the unit.
        [one] 1 indicator was divided by the size of the unit.
       *[other] { $count } indicators were divided by the size of the unit.
    }
index-not-imputed = { $count ->
        [0] No value is missing.
        [one] 1 value is missing and was not filled in.
       *[other] { $count } values are missing and were not filled in.
    }
index-imputed = { $filled ->
        [0] No missing value was filled in
        [one] 1 missing value was filled in { $how }
       *[other] { $filled } missing values were filled in { $how }
    }{ $left ->
        [0] .
        [one] ; 1 is still missing.
       *[other] ; { $left } are still missing.
    }
index-by-mean = by the mean of the indicator
index-by-median = by the median of the indicator
index-by-group-mean = by the mean of the unit’s group
index-by-group-median = by the median of the unit’s group
index-by-draws = { $sets ->
        [one] by one draw
       *[other] by the mean of { $sets } draws
    }
index-screened = { $dropped ->
        [0] No unit was dropped.
        [one] 1 unit was dropped for lack of data; { $left } are left.
       *[other] { $dropped } units were dropped for lack of data; { $left } are left.
    }
index-no-outliers = No indicator has outliers.
index-treated = { $outlying ->
        [one] 1 indicator has outliers
       *[other] { $outlying } indicators have outliers
    }: { $points ->
        [0] no points drawn in
        [one] 1 point drawn in
       *[other] { $points } points drawn in, in { $winsorised } of them
    }; { $transformed ->
        [0] none transformed.
        [one] 1 transformed.
       *[other] { $transformed } transformed.
    }
index-normalised = { $reversed ->
        [0] All indicators were put on one scale.
        [one] All indicators were put on one scale, 1 of them reversed, since less is better.
       *[other] All indicators were put on one scale, { $reversed } of them reversed, since less is better.
    }
index-aggregated = Aggregated with { $weights }: { $means }.
index-weights-given = the given weights
index-weights-equal = equal weights
index-weights-pca = the loadings of the first principal component as weights
index-weights-benefit = Aggregated by the benefit of the doubt: each unit with the weights that suit it best.
index-amean = arithmetic mean
index-gmean = geometric mean
index-hmean = harmonic mean
index-genmean = power mean
index-genmean-of = power mean, exponent { $p }
index-copeland = pairwise comparison
index-benefit = benefit of the doubt
index-ranking = Ranking
index-column-rank = Rank
index-column-ranks = From–to
index-column-unit = Unit
index-groups = What holds the groups together
index-column-aggregate = Aggregate
index-column-children = Parts
index-column-by = Made by
index-column-alpha = α
index-column-explained = 1st component
index-warnings = Before trusting the ranking
index-warn-undescribed = Not described, and not used: { $list }.
index-warn-dropped = Dropped: { $list }.
index-warn-dropped-one = { $unit } ({ $share } of the indicators)
index-warn-treated = Treated for outliers: { $list }.
index-warn-outlying = With outliers to the end: { $list }.
index-warn-no-length = Without a scale, and so without effect (all values equal, or a target that is no target): { $list }.
index-warn-gaps = Values missing in the end: { $list }. Each mean is taken over those that are there.
index-warn-loading = Runs against the others of its group, and was weighted as if it did not: { $list }.
index-warn-no-score = Without a score: { $list }.
index-points = { $count ->
        [one] 1 point drawn in
       *[other] { $count } points drawn in
    }
index-note = Rank 1 is the highest score; units with the same score share a rank. α is Cronbach’s: how far the parts of an aggregate measure one thing. 1st component: the share of their variation that one dimension explains.
index-written = { $count ->
        [one] One table written to { $dir }.
       *[other] { $count } tables written to { $dir }.
    }
index-exists = { $dir } already holds { $files }
index-exists-remedy = Name another folder with --out, or write over them with --force.

index-at-column = { $place }, column { $column }: { $what }
index-not-utf8 = this is not text in UTF-8; save the file as “CSV UTF-8”
index-ragged = the row has { $found } cells, the first row has { $expected }; cells with commas need quotation marks
index-empty = the table has no rows below the names of its columns
index-semicolons = the cells are parted by semicolons; write commas, and points in numbers
index-no-column = there is no column “{ $column }”
index-duplicate-column = there are two columns “{ $column }”
index-no-code = the cell is empty; every row needs a code
index-duplicate-unit = the unit “{ $unit }” is there twice; an index is built for one point in time
index-not-a-number = “{ $value }” is no number; leave the cell empty where a value is missing
index-comma = “{ $value }” has a comma; write a point before the decimals, and nothing between thousands
index-not-finite = “{ $value }” is no finite number; leave the cell empty where a value is missing
index-not-one-of = “{ $value }” is not one of { $valid }
index-no-indicators = no row has the type “Indicator”
index-no-data = there is no column “{ $code }”, which { $described } describes
index-no-denominator = “{ $code }” is to be divided by “{ $denominator }”, which is no row of the type “Denominator”
index-bad-setting = “{ $value }” is no value for { $setting }; write { $valid }
index-unknown-indicator = there is no indicator “{ $name }”
index-unknown-unit = there is no unit “{ $name }”
index-unknown-group = there is no column of groups “{ $name }”; a column of groups has a row of the type “Group”
index-unknown-node = there is no indicator or aggregate “{ $name }”
index-no-parameter = “{ $code }” has no { $column }; fill in that column, or write the numbers into the method
index-no-weight = there is no weight of “{ $code }”
index-no-pair = there are no files iData.csv and iMeta.csv, nor two with a common prefix such as asem_iData.csv and asem_iMeta.csv
index-pairs = there is more than one pair of tables: { $pairs }; give each pair a folder of its own
index-duplicate-code = “{ $code }” is there twice
index-level-zero = “{ $code }” has level 0; indicators are at level 1, aggregates above
index-unknown-parent = the parent of “{ $code }” is “{ $parent }”, which is no row of this table
index-cycle = parents go round in a circle: { $codes }
index-parent-not-above = “{ $code }” has level { $level } and the parent “{ $parent }” level { $above }; a parent is higher
index-no-children = nothing is aggregated into “{ $code }”
index-no-root = no aggregate is without a parent; the index itself has none
index-roots = an index is one aggregate without a parent; here without one: { $codes }
index-bad-weight = the weight of “{ $code }” is { $weight }; a weight is 0 or more
index-zero-weights = the weights below “{ $code }” are all 0
index-zero-denominator = “{ $indicator }” of { $unit } would be divided by zero
index-zero-denominator-remedy = Leave the denominator empty where it is not known; the value then counts as missing.
index-no-units = no unit has enough data to stay
index-no-units-remedy = Lower the shares of --screen, or fill gaps before screening.
index-no-reference = the reference unit { $unit } has no value of “{ $indicator }”, or was dropped
index-not-positive = of “{ $code }” is not defined: “{ $child }” of { $unit } is { $value }
index-the-gmean = the geometric mean
index-the-hmean = the harmonic mean
index-the-genmean = the power mean
index-the-benefit = the benefit of the doubt
index-not-positive-remedy = Normalise to a range above zero, such as --normalise minmax:1,100, or use amean.
index-no-components = “{ $code }” has no principal components: { $why }
index-too-few-units = fewer than three units have values of all its parts
index-constant = one of its parts does not vary
index-no-components-remedy = Fill gaps first, leave that part out, or weight otherwise.
index-no-best-weights = no weights of { $unit } below “{ $code }” keep to the shares asked for
index-no-best-weights-remedy = Widen the shares of --weights benefit:LEAST,MOST; a value of 0 has no share at all.
index-methods-per-level = { $given } methods for { $levels } levels of aggregates; give one for all, or one for each from below

index-meaning-sensitivity-range = Sensitivity to the weights
index-meaning-uncertainty-interval = Uncertainty
index-meaning-range-over-methods = Range over methods
index-range-sensitivity-range = the sensitivity range
index-range-uncertainty-interval = the uncertainty interval
index-range-methods = the range over methods
index-column-score = Score
index-column-middle90 = 90%
index-column-middle50 = 50%
index-column-sure-ranks = Ranks
index-column-above-next = Above the next
index-column-source = Source
index-column-alone = Alone
index-column-with-others = With others
index-column-without = Without
index-column-shift = Mean shift of ranks
index-column-greatest = Greatest
index-sensitivity = Where the shift of ranks comes from
index-left-out = Ranks without one indicator
index-source-weights = weights
index-source-noise = errors of the data
index-source-imputation = values filled in
index-source-treatment = treatment of outliers
index-source-normalisation = scale
index-source-aggregation = mean
index-source-of = { $source }: { $code }
index-ranges-note = { $draws } draws (seed { $seed }). 50% and 90%: { $range } that holds so many of the draws. Ranks: those that are possible if only that counts which holds in at least { $sure } of the draws; ≈ stands where the order to the next unit is open by that measure. Scores are right to about { $error }, for want of draws.
index-missing-note = Not defined in every draw, since a mean needs positive values: { $list }.
index-sensitivity-note = Alone and with others: share of the variance of the mean shift of ranks (Sobol indices of first order and total, with 95% intervals).
index-nothing-uncertain = { $option } needs something uncertain: give --uncertainty, or write [uncertainty] into the method
index-copeland-not-drawn = Copeland scores are not drawn; with --uncertainty choose a mean
index-benefit-not-drawn = the best weights of each unit are not drawn; with --uncertainty choose given weights
index-bad-weight-factor = weights cannot vary by { $value }; it lies from 0 to { $most }
index-bad-noise = an error of { $value } is none; it is 0 or more

cmd-index-about = Build composite indices from tables of indicators
cmd-index-examples =
    linchpin index build docs/index-example # The example of the guide
cmd-index-build-about = Build a composite index from COINr’s pair of tables, iData.csv and iMeta.csv
cmd-index-build-arg-dir = Folder with iData.csv and iMeta.csv, also with a common prefix
cmd-index-build-arg-method = File with the method [default: index.toml in the folder, if there is one]
cmd-index-build-arg-impute = How missing values are filled in: none, mean, median, mean_grp:COLUMN, median_grp:COLUMN, multiple:SETS [default: none]
cmd-index-build-arg-screen = Which units stay: none, or the least share of indicators with a value, such as .9; nonzero:SHARE for values other than zero [default: none]
cmd-index-build-arg-treat = What is done about outliers: none, or one or two of winsorise, log_CT, log_CT_plus, log_CT_orig, log_GII, log, boxcox:LAMBDA with a + [default: winsorise+log_CT]
cmd-index-build-arg-winsorise = Points drawn in at most: a number, all, or with ,force also where the shape is good before [default: 5]
cmd-index-build-arg-normalise = The scale: minmax:LOW,HIGH, zscore:MEAN,SD, scaled:A,B, rank, prank, borda, dist2max, dist2ref:UNIT, dist2targ, fracmax, goalposts:LOWER,UPPER,SCALE, none [default: minmax:0,100]
cmd-index-build-arg-weights = Weights: given, equal, pca, benefit, benefit:LEAST,MOST, or a CSV file with iCode and Weight [default: given]
cmd-index-build-arg-aggregate = The mean: amean, gmean, hmean, genmean:P, copeland; or one a level from below, with commas [default: amean]
cmd-index-build-arg-uncertainty = What is uncertain, with commas: weights=.25, weights=dirichlet:.25, weights=sets, noise=.05, noise=value:.05, noise=abs:2, imputation; with | between methods treat=, winsorise=, normalise=, aggregate=
cmd-index-build-arg-sensitivity = Show how much each source contributes, and the ranks without each indicator
cmd-index-build-arg-weight-sets = CSV file with lists of weights: rep, iCode, Weight
cmd-index-build-arg-replicates = CSV file with choices (rep, winmax, norm, weights_rep, agg) that are replayed exactly; the scores are written to replicates.csv
cmd-index-build-arg-out = Folder into which every step is written as CSV
cmd-index-build-arg-force = Write over tables that are there already
cmd-index-build-examples =
    linchpin index build docs/index-example # By the method beside the tables
    linchpin index build docs/index-example --normalise minmax:1,100 --aggregate gmean # Geometric means, which nothing makes up for
    linchpin index build docs/index-example --weights benefit --format csv # Every country with the weights that suit it best
    linchpin index build docs/index-example --impute multiple:50 --out steps # Missing values drawn fifty times, every step as a table
    linchpin index build docs/index-example --uncertainty weights=.25,noise=.1 --sensitivity # How sure is the order, and what decides it?
