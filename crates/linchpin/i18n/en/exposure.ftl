## exposure

exposure-title = How open to pressure the countries are
exposure-title-about = How open to pressure: { $about }
exposure-none = No statement on exposure, as of this date.
exposure-note =
    Each value holds by the definition above it. Values of different sources and series stand side by side and make no trend. Scope: which
    part is counted, if not the whole. The arrow: who depends or acts, and on or against whom.

cmd-exposure-about = Show how open to pressure a country is: trade, coercion, supply
cmd-exposure-arg-about = Only this actor, or only what concerns an alliance and its members [default: all]
cmd-exposure-examples =
    linchpin exposure KOR # South Korea’s trade, and the pressure on it
    linchpin exposure --format csv # All countries, for a spreadsheet
