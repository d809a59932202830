## mechanisms

mechanisms-title = What strengthens or weakens what
mechanisms-title-tie = What strengthens or weakens what: { $tie }
mechanisms-none = No source explains this.
mechanisms-lead = { $mechanisms ->
        [one] 1 mechanism links
       *[other] { $shown } mechanisms link
    } { $cause-count ->
        [one] 1 cause
       *[other] { $cause-count } causes
    } with { $effect-count ->
        [one] 1 effect.
       *[other] { $effect-count } effects.
    }
mechanisms-lead-most = Explained most often: { $effects }. Causes with most effects: { $causes }.
mechanisms-general = in general
mechanisms-legend = ↑ strengthens, ↓ weakens
mechanisms-both = Some say that the cause strengthens the effect, others that it weakens it.

cmd-mechanisms-about = List what strengthens or weakens what, and under which condition
cmd-mechanisms-arg-cause = Only with this cause: an id or a name
cmd-mechanisms-arg-effect = Only with this effect: an id or a name
cmd-mechanisms-arg-tie = Only in this alliance, or in a group that includes it
cmd-mechanisms-examples =
    linchpin mechanisms --effect resilience # What makes alliances more or less resilient, by the sources
    linchpin mechanisms --cause china-pressure --tie USA-KOR # What Chinese pressure does to an alliance
    linchpin mechanisms --format csv # One row for each mechanism, for a network program
