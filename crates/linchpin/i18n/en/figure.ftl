## figure

figure-unknown = There is no figure “{ $name }”.
figure-unknown-remedy = There are: { $known }.
figure-about-none = The figure “{ $name }” shows the whole dossier; leave “{ $about }” out.
figure-ending = The ending of “{ $file }” does not tell in which form to write it.
figure-ending-remedy = Use .svg, .png, .csv or .json.
figure-too-large = The figure is too large for an image of pixels; SVG works: -o NAME.svg.
figure-gallery-title = Gallery of figures
language-name = English
figure-gallery-done = { $dir } is written: { $count } files.
figure-column-name = Figure
figure-column-shows = What it shows
figure-column-about = About whom
figure-list-note = “linchpin figure NAME -o file.svg” draws one of them; the ending .png gives an image of pixels, .csv and .json the numbers.

value-about = ABOUT

cmd-figure-about = Draw a figure of the study, or list them all
cmd-figure-arg-name = Name of the figure; without it, all are listed
cmd-figure-arg-about = Alliance or ally that it is about [default: the dossier’s first]
cmd-figure-arg-node = Criterion or indicator, where the figure shows one [default: the whole]
cmd-figure-arg-out = File; its ending (.svg, .png, .csv, .json) decides the form [default: SVG on standard output]
cmd-figure-arg-width = Width to draw for: a page or a phone
cmd-figure-arg-theme = Colours: on light or dark ground, or black and white for print
cmd-figure-arg-gallery = Write all figures into a folder: both languages, widths and grounds, with an overview
cmd-figure-arg-framework = Framework to assess by [default: the dossier’s]
cmd-figure-examples =
    linchpin figure # Which figures are there?
    linchpin figure cards -o alliances.svg # The alliances side by side
    linchpin figure --gallery gallery # All figures with an overview
