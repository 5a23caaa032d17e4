//! Bytes in, keys out, whatever the cuts between them.

use super::*;

/// The keys of chunks that come so many milliseconds after one another; at the end everything settles.
fn keys(chunks: &[(u64, &str)]) -> String {
    let mut decoder = Decoder::default();
    let mut happenings = Vec::new();
    let mut now = Instant::now();
    for (wait, chunk) in chunks {
        now += Duration::from_millis(*wait);
        decoder.settle(now, &mut happenings);
        decoder.feed(chunk.as_bytes(), now, &mut happenings);
    }
    decoder.settle(now + PART_HELD, &mut happenings);
    happenings.iter().map(name).collect::<Vec<_>>().join(" ")
}

fn name(happening: &Happening) -> String {
    match happening {
        Happening::Key(key) if (key.modifiers - KeyModifiers::SHIFT).is_empty() => key.code.to_string(),
        Happening::Key(key) => format!("{}+{}", key.modifiers, key.code),
        Happening::Paste(text) => format!("<{text}>"),
        Happening::Mouse(mouse) => format!("{:?}@{},{}", mouse.kind, mouse.column, mouse.row),
        other => format!("{other:?}"),
    }
}

#[test]
fn bytes_are_keys() {
    let rows = [
        ("jG5", "j G 5"),
        ("贵é", "贵 é"),
        ("\r\n\t\x7f\x08", "Enter Enter Tab Backspace Backspace"),
        ("\x03\x1a", "Control+c Control+z"),
        ("\x1b[A\x1b[B\x1bOC\x1b[D", "Up Down Right Left"),
        ("\x1b[1;5C\x1b[1;2D", "Control+Right Left"),
        ("\x1b[5~\x1b[6~\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[3~", "Page Up Page Down Home End Home End Del"),
        ("\x1bOP\x1b[[A\x1b[15~\x1b[24~", "F1 F1 F5 F12"),
        ("\x1b[Z", "Back Tab"),
        // Answers to questions nobody asked, focus, releases: nothing, and no stray letters.
        ("\x1b[?62;22c\x1b[I\x1b[O\x1b[1;1:3Bj", "j"),
        ("\x1b[<0;10;5M\x1b[<32;300;6M\x1b[<65;1;1M", "Down(Left)@9,4 Drag(Left)@299,5 ScrollDown@0,0"),
        ("\x1b[<35;1;1M\x1b[<0;0;1M\x1b[<0;1M\x1b[<0;1;1mj", "j"),
        ("\x1b[12;40R\x1b[1;2Rj", "F3 j"),
        ("\x1bOM", "Enter"),
        ("\x1b[27u\x1b[99;5u", "Esc Control+c"),
        // Answers that another program has asked for: colours, terminal's name, pictures, clipboard.
        ("\x1b]11;rgb:0000/ffff/0000\x1b\\j\x1b]4;1;rgb:q\x07k", "j k"),
        ("\x1bP>|q(1)\x1b\\j\x1bP1+r544e=71\x1b\\\x1b_Gi=1;OK\x1b\\k", "j k"),
        ("\x1b]52;c;qqqq\x1b[Bj", "Down j"),
        ("\x1b]11;q\x18j", "j"),
        ("\x1b]11;qqqq", ""),
        ("\x1b]j\x1bPj", "Esc ] j Esc P j"),
        // The mouse of terminals that have no numbers for it.
        ("\x1b[M qqj", "j"),
        // Keys pressed while the program was busy come at once.
        ("\x1bj", "Esc j"),
        ("\x1b\x1b[B", "Esc Down"),
        ("\x1b", "Esc"),
        ("\x1b[", "Esc ["),
        ("\x1b[1;", "Esc"),
        ("\x1b[200~q\x1b[Aq\x1b[201~j", "<q\x1b[Aq> j"),
        ("\x1b[200~unended", "<unended>"),
    ];
    for (bytes, expected) in rows {
        assert_eq!(keys(&[(0, bytes)]), expected, "{bytes:?}");
        // However the wire cuts them.
        for cut in (1..bytes.len()).filter(|cut| bytes.is_char_boundary(*cut)) {
            let (first, second) = bytes.split_at(cut);
            assert_eq!(keys(&[(0, first), (30, second)]), expected, "{first:?} {second:?}");
        }
    }
}

#[test]
fn cuts_do_not_matter() {
    let rows: &[(&[(u64, &str)], &str)] = &[
        (&[(0, "\x1b"), (10, "[B")], "Down"),
        (&[(0, "\x1b"), (10, "["), (500, "B")], "Down"),
        (&[(0, "\x1b["), (10, "6"), (10, "~j")], "Page Down j"),
        (&[(0, "\x1b"), (39, "OA")], "Up"),
        (&[(0, "\x1bO"), (500, "A")], "Up"),
        (&[(0, "\x1b]1"), (500, "1;rgb:q"), (500, "q\x1b"), (30, "\\j")], "j"),
        (&[(0, "\x1b"), (300, "]11;q\x07j")], "Esc j"),
        (&[(0, "\x1b"), (300, "[200~q\x1b[201~j")], "Esc <q> j"),
        (&[(0, "\x1b"), (300, "[20"), (300, "0~q\x1b[201~j")], "Esc <q> j"),
        (&[(0, "\x1b"), (300, "[?62;22c")], "Esc"),
        // A text without an end does not swallow what is typed for longer than a moment.
        (&[(0, "\x1b]11;"), (600, "j"), (600, "k"), (600, "q")], "k q"),
        (&[(0, "\x1b]11;"), (600, "\x1b"), (500, "k")], "Esc k"),
        (&[(0, "\x1b"), (300, "[[")], "Esc [ ["),
        // Too late to be held for, and still no bracket and no letter.
        (&[(0, "\x1b"), (300, "[B")], "Esc Down"),
        (&[(0, "\x1b"), (300, "[Bj")], "Esc Down j"),
        // Typed by hand: one at a time, or long after.
        (&[(0, "\x1b"), (300, "["), (300, "B")], "Esc [ B"),
        (&[(0, "\x1b"), (2000, "[B")], "Esc [ B"),
        (&[(0, "\x1b"), (100, "j")], "Esc j"),
        (&[(0, "\x1b[20"), (10, "0~a"), (10, "b\x1b[2"), (10, "01~")], "<ab>"),
    ];
    for (chunks, expected) in rows {
        assert_eq!(keys(chunks), *expected, "{chunks:?}");
    }
}

#[test]
fn a_sequence_of_any_length_is_none_of_the_keys() {
    let long = format!("\x1b[{}qj", "1;".repeat(5_000));
    assert_eq!(keys(&[(0, &long)]), "j");
    let (first, second) = long.split_at(3_000);
    assert_eq!(keys(&[(0, first), (500, second)]), "j");
    assert_eq!(keys(&[(0, first), (500, "\x1b[Bj")]), "Down j");
}

#[test]
fn characters_may_be_cut_and_bytes_may_be_wrong() {
    let mut decoder = Decoder::default();
    let mut happenings = Vec::new();
    for chunk in [&b"\xe8\xb4"[..], b"\xb5\xff\x80j", b"\xc2\x9bk"] {
        decoder.feed(chunk, Instant::now(), &mut happenings);
    }
    assert_eq!(happenings.iter().map(name).collect::<String>(), "贵jk");
}

#[test]
fn pasted_text_is_bounded() {
    let mut decoder = Decoder::default();
    let mut happenings = Vec::new();
    decoder.feed(b"\x1b[200~", Instant::now(), &mut happenings);
    for _ in 0..100 {
        decoder.feed(&[b'a'; 4096], Instant::now(), &mut happenings);
    }
    decoder.feed(b"\x1b[201~j", Instant::now(), &mut happenings);
    let lengths: Vec<usize> = happenings.iter().map(|happening| name(happening).len()).collect();
    assert_eq!(lengths.len(), 2);
    assert!(lengths[0] <= PASTE_LONGEST + 4096 && lengths[1] == 1);
}
