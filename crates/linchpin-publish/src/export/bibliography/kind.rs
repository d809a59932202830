//! What the types of CSL are called elsewhere.

/// A type of CSL 1.0.2 with its names in RIS and BibTeX.
type Kind = (&'static str, &'static str, &'static str);

/// Types that RIS or BibTeX have a name for.
const KINDS: [Kind; 28] = [
    ("article-journal", "JOUR", "article"),
    ("article-magazine", "MGZN", "article"),
    ("article-newspaper", "NEWS", "article"),
    ("article", "GEN", "article"),
    ("bill", "BILL", "misc"),
    ("book", "BOOK", "book"),
    ("broadcast", "VIDEO", "misc"),
    ("chapter", "CHAP", "incollection"),
    ("classic", "CLSWK", "book"),
    ("dataset", "DATA", "misc"),
    ("entry-dictionary", "DICT", "incollection"),
    ("entry-encyclopedia", "ENCYC", "incollection"),
    ("figure", "FIGURE", "misc"),
    ("graphic", "ART", "misc"),
    ("hearing", "HEAR", "misc"),
    ("legal_case", "CASE", "misc"),
    ("legislation", "STAT", "misc"),
    ("manuscript", "UNPB", "unpublished"),
    ("map", "MAP", "misc"),
    ("motion_picture", "MPCT", "misc"),
    ("pamphlet", "PAMP", "booklet"),
    ("paper-conference", "CPAPER", "inproceedings"),
    ("personal_communication", "PCOMM", "misc"),
    ("post-weblog", "BLOG", "misc"),
    ("report", "RPRT", "techreport"),
    ("standard", "STAND", "misc"),
    ("thesis", "THES", "phdthesis"),
    ("webpage", "ELEC", "misc"),
];

/// The type of a RIS record.
pub fn in_ris(csl: &str) -> &'static str {
    found(csl).map_or("GEN", |(_, ris, _)| ris)
}

/// The type of a BibTeX entry. What stands in nothing is no article or part of a book there.
pub fn in_bibtex(csl: &str, stands_in_something: bool) -> &'static str {
    match found(csl).map_or("misc", |(.., bibtex)| bibtex) {
        "article" | "incollection" | "inproceedings" if !stands_in_something => "misc",
        other => other,
    }
}

fn found(csl: &str) -> Option<Kind> {
    KINDS.into_iter().find(|(name, ..)| *name == csl)
}
