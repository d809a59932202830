//! A study as others read it: figures, sentences in two languages, the report, and exports for other programs.
