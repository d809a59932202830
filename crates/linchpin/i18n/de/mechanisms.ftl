## mechanisms

mechanisms-title = Was stärkt, was schwächt
mechanisms-title-tie = Was stärkt, was schwächt: { $tie }
mechanisms-none = Dazu gibt keine Quelle eine Erklärung.
mechanisms-lead = { $mechanisms ->
        [one] 1 Wirkung verbindet
       *[other] { $shown } Wirkungen verbinden
    } { $cause-count ->
        [one] 1 Ursache
       *[other] { $cause-count } Ursachen
    } mit { $effect-count ->
        [one] 1 Folge.
       *[other] { $effect-count } Folgen.
    }
mechanisms-lead-most = Am häufigsten erklärt: { $effects }. Ursachen mit den meisten Folgen: { $causes }.
mechanisms-general = allgemein
mechanisms-legend = ↑ stärkt, ↓ schwächt
mechanisms-both = Die einen sagen, dass die Ursache die Folge stärkt, die anderen, dass sie sie schwächt.

cmd-mechanisms-about = Auflisten, was wodurch stärker oder schwächer wird und unter welcher Bedingung
cmd-mechanisms-arg-cause = Nur mit dieser Ursache: Kennung oder Name
cmd-mechanisms-arg-effect = Nur mit dieser Folge: Kennung oder Name
cmd-mechanisms-arg-tie = Nur in diesem Bündnis oder in einer Gruppe, zu der es gehört
cmd-mechanisms-examples =
    linchpin mechanisms --effect resilience # Was Bündnisse nach den Quellen belastbarer macht und was nicht
    linchpin mechanisms --cause china-pressure --tie USA-KOR # Was Chinas Druck in einem Bündnis bewirkt
    linchpin mechanisms --format csv # Eine Zeile je Wirkung, für Programme, die Netze zeichnen
