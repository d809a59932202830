//! Codings from tables: what is read, what is refused where, and that no bytes bring it down.

use linchpin_study::coders::{Coders, Error, Flaw, answer, of_table};
use proptest::prelude::*;

const QUICK: Coders = Coders { draws: 100, chains: 2, seed: 1 };

fn flaw(table: &str, words: &[&str]) -> (u64, Option<usize>, Flaw) {
    let words: Vec<String> = words.iter().map(|word| word.to_string()).collect();
    let fault = of_table(table.as_bytes(), &words).expect_err("a fault");
    (fault.line, fault.column, fault.flaw)
}

#[test]
fn numbers_and_words_and_columns_in_any_order() {
    let numbers = of_table(b"\xef\xbb\xbfitem,coder,level\na,x,1\nb,x,3\n\na,y,2\n", &[]).unwrap();
    assert_eq!(numbers.coders, ["x", "y"]);
    assert_eq!(numbers.scales[0].levels, ["1", "2", "3"]);
    assert_eq!(numbers.items[0].given, [(0, 0), (1, 1)]);
    let words = ["low".to_string(), "high".to_string()];
    let named = of_table(b"level,scale,coder,item\nhigh,s2,x,a\nlow,s1,x,\"b, c\"\n", &words).unwrap();
    assert_eq!(named.items[1].item, "b, c");
    assert_eq!((named.items[0].scale, named.items[0].given.as_slice()), (1, &[(0, 1)][..]));
}

#[test]
fn what_is_wrong_is_told_with_line_and_column() {
    assert_eq!(flaw("", &[]), (1, None, Flaw::Empty));
    assert_eq!(flaw("item,coder,level\n", &[]), (1, None, Flaw::Empty));
    assert_eq!(flaw("item,coder\na,x\n", &[]), (1, None, Flaw::NoColumn("level")));
    assert_eq!(flaw("item,coder,level,who\n", &[]), (1, Some(4), Flaw::StrangeColumn("who".into())));
    assert_eq!(flaw("item,item\n", &[]), (1, Some(2), Flaw::ColumnTwice("item".into())));
    let table = |rest: &str| format!("item,coder,level\na,x,1\n{rest}\n");
    assert_eq!(flaw(&table("b,x"), &[]), (3, None, Flaw::Cells { found: 2, wanted: 3 }));
    assert_eq!(flaw(&table("b,,2"), &[]), (3, Some(2), Flaw::Blank("coder")));
    assert_eq!(flaw(&table("b,x,0"), &[]), (3, Some(3), Flaw::NoNumber("0".into())));
    assert_eq!(flaw(&table("b,x,101"), &[]), (3, Some(3), Flaw::NoNumber("101".into())));
    let known = vec!["1".to_string(), "2".into()];
    assert_eq!(flaw(&table("b,x,3"), &["1", "2"]), (3, Some(3), Flaw::NoWord { found: "3".into(), known }));
    let twice = Flaw::Twice { item: "a".into(), coder: "x".into(), first: 2 };
    assert_eq!(flaw(&table("b,x,1\na,x,2"), &[]), (4, Some(2), twice));
    let scales = "item,coder,level,scale\na,x,1,s\na,y,1,t\n";
    let other = Flaw::OtherScale { item: "a".into(), before: "s".into(), first: 2 };
    assert_eq!(flaw(scales, &[]), (3, Some(4), other));
    let broken = of_table(b"item,coder,level\na,x,\xff\n", &[]).unwrap_err();
    assert_eq!((broken.line, broken.flaw), (2, Flaw::NotText));
}

#[test]
fn the_order_of_lines_changes_nothing() {
    let lines = ["a,x,1", "b,x,2", "c,x,3", "a,y,1", "b,y,3", "c,y,3"];
    let table = |lines: &[&str]| format!("item,coder,level\n{}\n", lines.join("\n"));
    let mut turned = lines;
    turned.reverse();
    let [a, b] = [&lines, &turned].map(|lines| of_table(table(lines).as_bytes(), &[]).unwrap());
    assert_eq!(a, b);
    let found = answer(&QUICK, &a).unwrap();
    assert_eq!(found.items[0].given[1].coder, "y");
    assert!(!found.converged, "a hundred draws are too few");
}

#[test]
fn nothing_coded_is_no_answer() {
    assert_eq!(answer(&QUICK, &Default::default()), Err(Error::NoCodings));
}

proptest! {
    #[test]
    fn no_bytes_bring_it_down(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = of_table(&bytes, &[]);
    }

    #[test]
    fn nor_do_tables_that_are_nearly_right(cells in prop::collection::vec("[a-c0-9,\"\n]{0,4}", 0..40)) {
        let table = format!("item,coder,level\n{}", cells.join(","));
        let _ = of_table(table.as_bytes(), &[]);
    }
}
