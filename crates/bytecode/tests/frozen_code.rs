//! Descriptions of frozen code: each number has its own bits.

use ferropy_bytecode::frozen::{CODE_NUMBERS, CodeNumber, FrozenCode, FrozenModule, StaticTexts, bits_of_number};

static NUMBERS: [u16; 100] = [7; 100];
static MODULE: FrozenModule = FrozenModule {
    filename: 0,
    words: &[1, 2, 3],
    numbers: &NUMBERS,
    bytes: &[],
    codes: &[],
    handlers: &[],
    scoped_names: &[],
    texts: StaticTexts::NONE,
};

/// What a description says: numbers that stand for themselves, and how many there are of others.
fn told(code: &FrozenCode) -> [u16; 12] {
    [
        code.positional().into(),
        code.keyword_only().into(),
        code.positional_only().into(),
        code.slots().into(),
        code.caches().into(),
        code.flags().0,
        code.first_line(),
        code.name(),
        code.constant_count() as u16,
        code.names().len() as u16,
        code.local_names().len() as u16,
        code.instructions().len() as u16,
    ]
}

/// A description in which one number is this.
fn with(number: CodeNumber, value: u16) -> FrozenCode {
    let mut row = [0; CODE_NUMBERS];
    row[number as usize] = value;
    FrozenCode::new(&MODULE, row)
}

#[test]
fn each_number_is_itself_and_no_other() {
    use CodeNumber::*;
    let order = [
        Positional,
        KeywordOnly,
        PositionalOnly,
        Slots,
        Caches,
        Flags,
        FirstLine,
        Name,
        Constants,
        Names,
        LocalNames,
        Words,
    ];
    for (place, number) in order.into_iter().enumerate() {
        let most = (1 << bits_of_number(number as usize, true)) - 1;
        // As many as there are, or as fit.
        let value = match number {
            Words => 3,
            Names | LocalNames => most.min(100),
            _ => most,
        };
        let mut expected = [0; 12];
        expected[place] = value;
        assert_eq!(told(&with(number, value)), expected, "{number:?}");
    }
}

#[test]
fn what_lists_hold_begins_where_they_say() {
    let mut row = [0; CODE_NUMBERS];
    for (number, value) in
        [(CodeNumber::FirstWord, 1), (CodeNumber::Words, 2), (CodeNumber::FirstNumber, 90), (CodeNumber::Names, 8)]
    {
        row[number as usize] = value;
    }
    row[CodeNumber::LocalNames as usize] = 2;
    let code = FrozenCode::new(&MODULE, row);
    assert_eq!(code.instructions(), [2, 3]);
    assert_eq!((code.names().len(), code.local_names().len(), code.free_names().len()), (8, 2, 0));
    // One more than the module has.
    row[CodeNumber::LocalNames as usize] = 3;
    assert_eq!(FrozenCode::new(&MODULE, row).local_names().len(), 0);
}
